import type { TaskState } from '../model/dag-run.ts'

export type { FinalState, RunReason, RunState, TaskState } from '../model/dag-run.ts'
// The words are the model's, as the record of a run is what stages exchange; the dag's own files find them here.
export { isFinal } from '../model/dag-run.ts'

/** Whether a scheduler pass looks at an instance in this state. */
export const isSchedulable = (state: TaskState | null): boolean => state === null || state === 'up_for_retry'

/** Whether the state is a failure, its own or one upstream. */
export const isFailure = (state: TaskState | null): boolean => state === 'failed' || state === 'upstream_failed'
