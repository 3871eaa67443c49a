/**
 * The state of a task instance, in Airflow's words. `null` is "no status": made, and nothing decided about it yet.
 * Airflow's `queued` is left out: here a task runs as soon as it has its slots.
 */
export type TaskState =
  | 'scheduled'
  | 'running'
  | 'up_for_retry'
  | 'success'
  | 'failed'
  | 'skipped'
  | 'upstream_failed'
  | 'removed'

/** The states after which nothing happens to an instance, unless it is cleared. */
export type FinalState = 'success' | 'failed' | 'skipped' | 'upstream_failed' | 'removed'

/** The state of a run. `queued`: made, or cleared, and to be gone on with. */
export type RunState = 'queued' | 'running' | 'success' | 'failed'

/** Why a run ended as it did; Airflow's words. */
export type RunReason = 'success' | 'task_failure' | 'all_tasks_deadlocked' | 'timed_out'

const FINAL: ReadonlySet<TaskState | null> = new Set(['success', 'failed', 'skipped', 'upstream_failed', 'removed'])

/** Whether nothing more happens to an instance in this state. */
export const isFinal = (state: TaskState | null): state is FinalState => FINAL.has(state)

/** Whether a scheduler pass looks at an instance in this state. */
export const isSchedulable = (state: TaskState | null): boolean => state === null || state === 'up_for_retry'

/** Whether the state is a failure, its own or one upstream. */
export const isFailure = (state: TaskState | null): boolean => state === 'failed' || state === 'upstream_failed'
