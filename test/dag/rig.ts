import { checkDag } from '../../src/dag/check.ts'
import type { Dag } from '../../src/dag/dag.ts'
import { type DagSpec, type Expand, type TaskSpec, taskDefaults } from '../../src/dag/model.ts'
import { instanceName, type RunRecord, type Transition } from '../../src/dag/record.ts'
import { newRun } from '../../src/dag/run.ts'
import { type RunnerOptions, type RunOutcome, runDag } from '../../src/dag/runner.ts'
import type { TaskState } from '../../src/dag/state.ts'
import type { TaskContext, TaskResult } from '../../src/dag/task.ts'
import { FakeClock } from './fake-clock.ts'

/** A task of which a test says only what it is about. */
export function task(id: string, dependsOn: readonly string[] = [], rest: Partial<TaskSpec> = {}): TaskSpec {
  return { ...taskDefaults(id), dependsOn, ...rest }
}

/** Retries with a constant wait. */
export const retries = (count: number, delaySeconds = 300): Pick<TaskSpec, 'retry'> => ({
  retry: { ...taskDefaults('x').retry, retries: count, delaySeconds }
})

/** Maps over these values. */
export const over = (...values: readonly number[]): Pick<TaskSpec, 'expand'> => ({
  expand: { kind: 'product', args: [{ name: 'x', source: { from: 'literal', values } }] }
})

/** Maps over the output of a task. */
export const overOutputOf = (taskId: string): { readonly expand: Expand } => ({
  expand: { kind: 'product', args: [{ name: 'x', source: { from: 'task', taskId } }] }
})

export function dagSpec(tasks: readonly TaskSpec[], rest: Partial<DagSpec> = {}): DagSpec {
  const plain = { dagId: 'test', pools: new Map(), maxActiveTasks: 16, failFast: false, dagrunTimeoutSeconds: null }
  return { ...plain, tasks, ...rest }
}

/** The checked DAG; throws the problems of a bad one. */
export function dagOf(tasks: readonly TaskSpec[], rest: Partial<DagSpec> = {}): Dag {
  const result = checkDag(dagSpec(tasks, rest))
  if (!result.ok) throw new Error(result.error.map((problem) => problem.message).join('\n'))
  return result.value
}

export const SUCCESS: TaskResult = { outcome: 'success' }
export const FAILED: TaskResult = { outcome: 'failed', failure: { code: 'test', message: 'as the test says' } }

/** A run of which the test holds every task's handle: it sees what runs, and ends it when and as it likes. */
export class Rig {
  readonly clock = new FakeClock(1_000_000)
  readonly transitions: Transition[] = []
  readonly batches: (readonly Transition[])[] = []
  /** Names in the order in which their tries began. */
  readonly begun: string[] = []
  readonly outcome: Promise<RunOutcome>
  #ended = false
  #idle = false
  #quiet: () => void = () => undefined
  readonly #held = new Map<string, { readonly context: TaskContext; readonly end: (result: TaskResult) => void }>()

  constructor(dag: Dag, options: Partial<RunnerOptions> = {}) {
    this.outcome = runDag({
      dag,
      record: newRun(dag, 'run', null),
      clock: this.clock,
      execute: (context) => this.#hold(context),
      onIdle: () => {
        this.#idle = true
        this.#quiet()
      },
      emit: (batch) => {
        this.batches.push(batch)
        this.transitions.push(...batch)
      },
      ...options
    }).finally(() => {
      this.#ended = true
      this.#quiet()
    })
  }

  /** A rig that has begun all that it can. */
  static async start(dag: Dag, options: Partial<RunnerOptions> = {}): Promise<Rig> {
    const rig = new Rig(dag, options)
    if (!rig.#idle) await rig.settled()
    return rig
  }

  /** What runs now, in the order in which it began. */
  get running(): readonly string[] {
    return [...this.#held.keys()]
  }

  context(name: string): TaskContext {
    return this.#handle(name).context
  }

  /** Ends a try, and waits until all that follows from it has begun. */
  async end(name: string, result: TaskResult = SUCCESS): Promise<void> {
    await this.endAll([name], result)
  }

  /** Ends several tries at the same moment. */
  async endAll(names: readonly string[], result: TaskResult = SUCCESS): Promise<void> {
    const handles = names.map((name) => this.#handle(name))
    for (const name of names) this.#held.delete(name)
    await this.settled(() => {
      for (const handle of handles) handle.end(result)
    })
  }

  /** Lets time pass, and waits until all that follows from it has begun. */
  async pass(seconds: number): Promise<void> {
    const time = this.clock.now() + seconds * 1000
    if (this.clock.isDue(time)) await this.settled(() => this.clock.advanceTo(time))
    else this.clock.advanceTo(time)
  }

  /** Waits until the runner has nothing left to do after `act`, or has ended. */
  async settled(act: () => void = () => undefined): Promise<void> {
    if (this.#ended) return act()
    const quiet = new Promise<void>((resolve) => {
      this.#quiet = resolve
    })
    act()
    await quiet
  }

  /** The final states by name. */
  async states(): Promise<Readonly<Record<string, TaskState | null>>> {
    return statesOf((await this.outcome).record)
  }

  #hold(context: TaskContext): Promise<TaskResult> {
    const name = instanceName(context)
    this.begun.push(name)
    return new Promise((end) => {
      this.#held.set(name, { context, end })
    })
  }

  #handle(name: string): { readonly context: TaskContext; readonly end: (result: TaskResult) => void } {
    const handle = this.#held.get(name)
    if (handle === undefined) throw new Error(`${name} does not run; what runs is: ${this.running.join(', ')}`)
    return handle
  }
}

export const statesOf = (record: RunRecord): Readonly<Record<string, TaskState | null>> =>
  Object.fromEntries(record.instances.map((instance) => [instanceName(instance), instance.state]))
