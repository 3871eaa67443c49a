import type { Clock } from '../../core/clock.ts'
import type { Environment } from '../../core/environment.ts'
import { messageOf } from '../../core/errors.ts'
import { HttpClient } from '../../core/http.ts'
import type { Callback, DagFile } from '../../dag/file/dag-file.ts'
import { fill, type Lookup } from '../../dag/file/expression.ts'
import { type DagRunDocument, type InstanceRecord, instanceName } from '../../model/dag-run.ts'
import type { Failure } from '../../model/event.ts'
import type { Mask } from '../../model/ports.ts'
import { type CallbackAbout, callbackAbout } from './document.ts'
import { commandEnv } from './run-task.ts'
import { runShell } from './shell.ts'
import { type Notice, slackMessage } from './slack.ts'

/** Longest time of one callback, and of all that are under way when a run was cancelled. */
const LONGEST_MS = 30_000
const CANCELLED_MS = 3_000

export interface CallbackOptions {
  readonly dagFile: DagFile
  readonly env: Environment
  readonly cwd: string
  readonly clock: Clock
  readonly mask: Mask
  readonly redact: (text: string) => string
  readonly line: (text: string) => void
  /** The page of the workflow run; '' elsewhere. */
  readonly runUrl: string
  readonly document: () => DagRunDocument
  /** Notes that a callback is begun, before it is. */
  readonly begin: (key: string) => void
  /** A callback that failed. */
  readonly warn: (failure: Failure) => void
}

/** Makes the callbacks of a run, each once. None of them can change the run. */
export class CallbackCaller {
  readonly #options: CallbackOptions
  readonly #running = new Set<Promise<void>>()
  readonly #stop = new AbortController()

  constructor(options: CallbackOptions) {
    this.#options = options
  }

  /** Whether anyone is to be told of what the key is about. */
  concerns(key: string): boolean {
    return this.#handlers(callbackAbout(key)).length > 0
  }

  /** Begins the callbacks of a key; `instance` is the task instance as it was then, null for the run itself. */
  call(key: string, instance: InstanceRecord | null): void {
    const about = callbackAbout(key)
    const handlers = this.#handlers(about)
    if (handlers.length === 0) return
    this.#options.begin(key)
    const notice = this.#notice(about, instance)
    for (const handler of handlers) {
      const work = this.#make(handler, notice).catch((error: unknown) => this.#failed(about, messageOf(error)))
      this.#running.add(work)
      void work.finally(() => this.#running.delete(work))
    }
  }

  /** Waits for what is under way; not long when the run was cancelled. */
  async settle(cancelled: boolean): Promise<void> {
    const over = new AbortController()
    const late = this.#options.clock.sleep(cancelled ? CANCELLED_MS : LONGEST_MS, over.signal).then(
      () => this.#stop.abort(),
      () => undefined
    )
    await Promise.race([Promise.allSettled([...this.#running]), late])
    over.abort()
    await Promise.allSettled([...this.#running])
  }

  #handlers({ event, taskId }: CallbackAbout): readonly Callback[] {
    const { dagFile } = this.#options
    const callbacks = taskId === null ? dagFile.callbacks : dagFile.tasks.get(taskId)?.callbacks
    return callbacks?.[event] ?? []
  }

  #notice({ event, taskId, mapIndex }: CallbackAbout, instance: InstanceRecord | null): Notice {
    const { record, attempt } = this.#options.document()
    const name = taskId === null ? '' : instanceName({ taskId, mapIndex })
    const state = instance?.state ?? record.state
    const failure = instance?.failure ?? null
    const what = taskId === null ? `DAG ${record.dagId}` : `DAG ${record.dagId}, task ${name}`
    const why = failure === null ? '' : `: ${failure.message}`
    return {
      text: `${what}: ${state ?? 'none'}${why}`,
      good: event === 'on_success',
      fields: {
        dag_id: record.dagId,
        run_id: record.runId,
        logical_date: record.logicalDate ?? '',
        attempt: String(attempt),
        event,
        task_id: name,
        state: state ?? '',
        try_number: instance === null ? '' : String(instance.tryNumber),
        reason: taskId === null ? (record.reason ?? '') : '',
        error_code: failure?.code ?? '',
        error: failure?.message ?? '',
        run_url: this.#options.runUrl
      }
    }
  }

  async #make(callback: Callback, notice: Notice): Promise<void> {
    if (callback.kind === 'webhook') await this.#post(callback.url, notice)
    else await this.#run(callback.command, notice)
  }

  async #run(command: string, notice: Notice): Promise<void> {
    const { env, cwd, clock, line, redact } = this.#options
    const own = Object.entries(notice.fields).map(([name, value]) => [`DAG_${name.toUpperCase()}`, value] as const)
    const given = { ...commandEnv(env), ...Object.fromEntries(own), DAG_MESSAGE: notice.text }
    const shown = (text: string): void => line(`callback: ${redact(text)}`)
    const end = await runShell({
      command,
      env: given,
      cwd,
      line: shown,
      signal: this.#stop.signal,
      clock,
      killAfterMs: 1000
    })
    if (end.kind === 'exit' && end.code !== 0) throw new Error(`its command ended with exit status ${end.code}`)
    if (end.kind !== 'exit') throw new Error('its command was ended or could not be started')
  }

  async #post(template: string, notice: Notice): Promise<void> {
    const { env, mask } = this.#options
    const lookup: Lookup = ([first, name = '']) => (first === 'env' ? env[name] : undefined)
    const filled = fill(template, lookup)
    if (!filled.ok || filled.value === '') throw new Error(`its address: ${filled.ok ? 'it is empty' : filled.error}`)
    mask(filled.value)
    const url = URL.canParse(filled.value) ? new URL(filled.value) : null
    if (url === null || !isSafe(url)) throw new Error('its address is no https address')
    const client = new HttpClient(url, { env })
    try {
      const headers = { 'content-type': 'application/json', 'user-agent': 'datahub-glue-ingestion' }
      const body = JSON.stringify(slackMessage(notice))
      const request = { method: 'POST', url, headers, body, timeoutMs: LONGEST_MS, signal: this.#stop.signal } as const
      const { status } = await client.request(request)
      if (status < 200 || status > 299) throw new Error(`the webhook answered ${status}`)
    } finally {
      client.close()
    }
  }

  #failed({ event, taskId, mapIndex }: CallbackAbout, why: string): void {
    const resource = taskId === null ? 'the DAG' : instanceName({ taskId, mapIndex })
    this.#options.warn({ code: 'callback-failed', message: `${event} failed: ${this.#options.redact(why)}`, resource })
  }
}

/** A message may hold what is nobody's business on the way; within this machine there is no way. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname))
