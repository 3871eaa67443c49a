import type { Clock } from '../core/clock.ts'
import { type Attempt, beginAttempt, LONGEST_SLEEP_MS } from './attempt.ts'
import type { Dag } from './dag.ts'
import { endTry } from './end.ts'
import { mappedValues } from './mapping.ts'
import { schedulerPass } from './pass.ts'
import { type Limits, pickAll } from './pick.ts'
import type { EmitTransitions, RunRecord } from './record.ts'
import { DagRun, type Instance } from './run.ts'
import { isFinal, type RunReason } from './state.ts'
import type { TaskFunction, TaskResult } from './task.ts'
import { type Blocked, runVerdict, whatBlocks } from './verdict.ts'

/** Airflow's defaults of `core.parallelism` and `scheduler.max_tis_per_query`. */
export const DEFAULT_LIMITS = { parallelism: 32, maxTisPerQuery: 16 } as const

const DEFAULT_GRACE_MS = 10_000

export interface RunnerOptions {
  readonly dag: Dag
  /** Where to go on from: `newRun`, what a killed run left behind, or what `clearRun` made of an ended one. */
  readonly record: RunRecord
  readonly execute: TaskFunction
  readonly clock: Clock
  /** Is told every change, before what follows from it begins. */
  readonly emit?: EmitTransitions
  /** Cancels: nothing more begins, what runs is told to stop and is recorded as interrupted. */
  readonly signal?: AbortSignal
  /** The run before, for `depends_on_past`; null when there is none. */
  readonly previous?: RunRecord | null
  readonly parallelism?: number
  readonly maxTisPerQuery?: number
  /**
   * When to look again for what may begin: `eager`, whenever something ended; `wave`, when all that was begun has
   * ended, which is how Airflow's `DAG.test()` runs a DAG and makes its result independent of timing.
   */
  readonly pace?: 'eager' | 'wave'
  /** How long tasks that were told to stop may take. */
  readonly graceMs?: number
  /** Is told whenever there is nothing to do until a task ends, or until that time (ms since the epoch). */
  readonly onIdle?: (running: number, until: number | null) => void
}

/** How a run was left. */
export interface RunOutcome {
  readonly record: RunRecord
  /** It was cancelled before its end: the record is what to go on from. */
  readonly interrupted: boolean
  /** What could not begin and why, when nothing could go on any more. */
  readonly blocked: readonly Blocked[]
}

/** Runs a DAG from a record to its end, or until it is cancelled. Rejects only for a defect of this program. */
export const runDag = (options: RunnerOptions): Promise<RunOutcome> => new Runner(options).run()

class Runner {
  readonly #options: RunnerOptions
  readonly #run: DagRun
  readonly #limits: Limits
  readonly #attempts = new Map<Instance, Attempt>()
  /** Told to stop, with their end decided already; they hold their slots until they do. */
  readonly #lingering = new Map<Attempt, Instance>()
  readonly #inbox: { attempt: Attempt; instance: Instance; result: TaskResult }[] = []
  #wake: () => void = () => undefined

  constructor(options: RunnerOptions) {
    const { dag } = options
    this.#options = options
    this.#run = new DagRun(dag, options.record, options.emit ?? (() => undefined))
    this.#limits = {
      pools: dag.pools,
      maxActiveTasks: dag.maxActiveTasks,
      parallelism: options.parallelism ?? DEFAULT_LIMITS.parallelism,
      maxTisPerQuery: options.maxTisPerQuery ?? DEFAULT_LIMITS.maxTisPerQuery
    }
  }

  async run(): Promise<RunOutcome> {
    const options = this.#options
    const { signal } = options
    const run = this.#run
    if (run.state === 'success' || run.state === 'failed')
      return { record: run.record(), interrupted: false, blocked: [] }
    const wake = (): void => this.#wake()
    signal?.addEventListener('abort', wake)
    try {
      this.#begin()
      const reason = await this.#untilEnd()
      const blocked = reason === 'all_tasks_deadlocked' ? whatBlocks(run, options.previous ?? null, this.#now()) : []
      if (reason === null) await this.#interrupt()
      else await this.#end(reason)
      return { record: run.record(), interrupted: reason === null, blocked }
    } finally {
      signal?.removeEventListener('abort', wake)
    }
  }

  /** What was running when its process was killed makes the same try again: it lost nothing by it. */
  #begin(): void {
    const now = this.#now()
    for (const instance of [...this.#run.running]) {
      this.#run.move(instance, 'scheduled', now, { why: 'its process ended; the try is made again' })
    }
    if (this.#run.state !== 'running') this.#run.setState('running', null, now)
    this.#run.commit()
  }

  /** The main loop. Null when cancelled. */
  async #untilEnd(): Promise<RunReason | null> {
    for (;;) {
      this.#takeEnded()
      if (this.#options.signal?.aborted === true) return null
      if (this.#now() >= (this.#deadline() ?? Number.POSITIVE_INFINITY)) return 'timed_out'
      const looked = this.#look()
      if (looked.verdict !== null) return looked.verdict
      const started = this.#startAll()
      const again = looked.changed > 0 && (this.#options.pace !== 'wave' || started === 0)
      if (!again && !(await this.#idle())) return 'all_tasks_deadlocked'
    }
  }

  /** One pass, if the pace lets it be made now. */
  #look(): { readonly changed: number; readonly verdict: RunReason | null } {
    if (this.#options.pace === 'wave' && this.#attempts.size + this.#lingering.size > 0) {
      return { changed: 0, verdict: null }
    }
    const now = this.#now()
    const pass = schedulerPass(this.#run, now, this.#options.previous ?? null)
    this.#run.commit()
    return { changed: pass.changed, verdict: runVerdict(this.#run, pass, now) }
  }

  /** Waits for something to do. False when nothing will ever come: what waits can get no slots. */
  async #idle(): Promise<boolean> {
    if (this.#inbox.length > 0 || this.#options.signal?.aborted === true) return true
    const until = this.#nextTime()
    const running = this.#attempts.size + this.#lingering.size
    if (running === 0 && until === null) return false
    const over = new AbortController()
    const events = [
      new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    ]
    if (until !== null) {
      const wait = Math.min(Math.max(0, until - this.#now()), LONGEST_SLEEP_MS)
      events.push(this.#options.clock.sleep(wait, over.signal).catch(() => undefined))
    }
    this.#options.onIdle?.(running, until)
    await Promise.race(events)
    over.abort()
    return true
  }

  /** When the next retry is due or the run's time is up. */
  #nextTime(): number | null {
    const times = [...this.#run.retrying].flatMap(({ record }) => record.retryAt ?? [])
    const deadline = this.#deadline()
    if (deadline !== null) times.push(deadline)
    return times.length === 0 ? null : Math.min(...times)
  }

  #deadline(): number | null {
    const { dagrunTimeoutSeconds } = this.#options.dag
    const { startedAt } = this.#run
    return dagrunTimeoutSeconds === null || startedAt === null ? null : startedAt + dagrunTimeoutSeconds * 1000
  }

  /** Hands free slots to those that wait, and begins their tries. */
  #startAll(): number {
    if (this.#run.scheduled.size === 0) return 0
    const active = [...this.#run.running, ...this.#lingering.values()]
    let started = 0
    for (const instance of pickAll(this.#run.scheduled, active, this.#limits)) {
      this.#start(instance)
      started += 1
    }
    return started
  }

  #start(instance: Instance): void {
    const run = this.#run
    const { task, record } = instance
    const fresh = { startedAt: this.#now(), endedAt: null, failure: null, output: null, decision: null }
    const values = task.expand === null ? {} : mappedValues(task.expand, record.mapIndex, (id) => run.output(id))
    run.move(instance, 'running', this.#now(), { ...fresh, why: `try ${record.tryNumber}` })
    run.commit()
    const attempt = beginAttempt({
      execute: this.#options.execute,
      clock: this.#options.clock,
      timeoutSeconds: task.executionTimeoutSeconds,
      graceMs: this.#options.graceMs ?? DEFAULT_GRACE_MS,
      context: {
        dagId: run.dag.dagId,
        runId: run.runId,
        logicalDate: run.logicalDate,
        taskId: task.id,
        mapIndex: record.mapIndex,
        tryNumber: record.tryNumber,
        maxTries: record.maxTries,
        values,
        instances: (id) => run.instances(id).map((other) => other.record)
      }
    })
    this.#attempts.set(instance, attempt)
    void attempt.ended.then((result) => {
      this.#inbox.push({ attempt, instance, result })
      this.#wake()
    })
  }

  /** Takes in what has ended, in the order in which it did. */
  #takeEnded(): void {
    for (const { attempt, instance, result } of this.#inbox.splice(0)) {
      if (this.#lingering.delete(attempt)) continue
      this.#attempts.delete(instance)
      const stopped = endTry(this.#run, instance, result, this.#now())
      this.#run.commit()
      for (const other of stopped) this.#linger(other, 'fail_fast')
    }
  }

  #linger(instance: Instance, why: string): void {
    const attempt = this.#attempts.get(instance)
    if (attempt === undefined) return
    this.#attempts.delete(instance)
    this.#lingering.set(attempt, instance)
    attempt.stop(why)
  }

  /** Cancelled: lets what runs come to rest. What ends well counts; what does not makes the same try again next time. */
  async #interrupt(): Promise<void> {
    for (const attempt of this.#attempts.values()) attempt.stop('the run was cancelled')
    await Promise.all([...this.#attempts.values(), ...this.#lingering.keys()].map((attempt) => attempt.ended))
    for (const { attempt, instance, result } of this.#inbox.splice(0)) {
      if (this.#lingering.delete(attempt) || result.outcome === 'failed') continue
      endTry(this.#run, instance, result, this.#now())
    }
    for (const instance of [...this.#run.running]) {
      this.#run.move(instance, 'scheduled', this.#now(), { why: 'interrupted; the try is made again' })
    }
    this.#run.commit()
  }

  /** Ends the run. Out of time, everything that has not ended is skipped. */
  async #end(reason: RunReason): Promise<void> {
    const run = this.#run
    if (reason === 'timed_out') {
      const now = this.#now()
      for (const instance of [...run.all()].filter(({ record }) => !isFinal(record.state))) {
        run.move(instance, 'skipped', now, { endedAt: now, why: 'the run took longer than its dagrun_timeout' })
        this.#linger(instance, 'dagrun_timeout')
      }
    }
    await Promise.all([...this.#lingering.keys()].map((attempt) => attempt.ended))
    run.setState(reason === 'success' ? 'success' : 'failed', reason, this.#now())
    run.commit()
  }

  #now(): number {
    return this.#options.clock.now()
  }
}
