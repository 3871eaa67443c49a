import type { Clock } from '../core/clock.ts'
import { messageOf } from '../core/errors.ts'
import type { TaskContext, TaskFunction, TaskResult } from './task.ts'

/** Node's timers cannot wait longer; what is longer is waited for in pieces, or never comes in a run's life. */
export const LONGEST_SLEEP_MS = 2 ** 31 - 1

/** One try of one instance that goes on. */
export interface Attempt {
  /** What it came to. Never rejects, and comes within the grace period once the try was told to stop. */
  readonly ended: Promise<TaskResult>
  /** Aborts the task's signal. Saying it again changes nothing. */
  stop(why: string): void
}

export interface AttemptOptions {
  readonly execute: TaskFunction
  readonly context: Omit<TaskContext, 'signal'>
  /** Longest time; null for none, and nothing or less ends it at once. */
  readonly timeoutSeconds: number | null
  /** How long a task that was told to stop may take to do so before it is given up. */
  readonly graceMs: number
  readonly clock: Clock
}

/** Begins a try. A task that throws has failed; one whose time is up has failed whatever it says afterwards. */
export function beginAttempt(options: AttemptOptions): Attempt {
  const { clock, timeoutSeconds, graceMs } = options
  const stopping = new AbortController()
  const over = new AbortController()
  let timedOut = false
  let giveUp: (result: TaskResult) => void = () => undefined
  const givenUp = new Promise<TaskResult>((resolve) => {
    giveUp = resolve
  })
  const after = (ms: number, then: () => void): void => {
    clock.sleep(Math.min(ms, LONGEST_SLEEP_MS), over.signal).then(then, () => undefined)
  }
  const stop = (why: string): void => {
    if (stopping.signal.aborted) return
    stopping.abort(new Error(why))
    after(graceMs, () => giveUp(failed('dag-task-did-not-stop', `did not stop within ${graceMs / 1000} s: ${why}`)))
  }
  if (timeoutSeconds !== null) {
    after(Math.max(0, timeoutSeconds * 1000), () => {
      timedOut = true
      stop(`execution_timeout of ${timeoutSeconds} s`)
    })
  }
  const ended = Promise.race([call(options.execute, { ...options.context, signal: stopping.signal }), givenUp])
  return { stop, ended: ended.then(close) }

  function close(result: TaskResult): TaskResult {
    over.abort()
    return timedOut ? failed('dag-task-timeout', `took longer than its ${timeoutSeconds} s`) : result
  }
}

const failed = (code: string, message: string): TaskResult => ({ outcome: 'failed', failure: { code, message } })

async function call(execute: TaskFunction, context: TaskContext): Promise<TaskResult> {
  try {
    return await execute(context)
  } catch (thrown) {
    return failed('dag-task-threw', messageOf(thrown))
  }
}
