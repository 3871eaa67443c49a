import { type DagRunDocument, type InstanceRecord, instanceName, type TaskState } from '../../model/dag-run.ts'
import { formatDuration, formatNoun } from './format.ts'

/** How states are drawn where a picture says more than a word; null is "no status". */
export const STATE_MARKS: Readonly<Record<TaskState | 'none', string>> = {
  success: '✅',
  failed: '❌',
  upstream_failed: '⛔',
  skipped: '⏭️',
  removed: '🗑️',
  running: '▶️',
  scheduled: '⏳',
  up_for_retry: '🔁',
  none: '⚪'
}

/** The state as a word. */
export const stateWord = (state: TaskState | null): TaskState | 'none' => state ?? 'none'

/** Worst first: what a mapped task's instances are called together. */
const RANK: readonly (TaskState | null)[] = [
  'failed',
  'upstream_failed',
  'running',
  'up_for_retry',
  'scheduled',
  null,
  'success',
  'skipped',
  'removed'
]

/** What several instances of one task are called together: the worst of their states. */
export function worstState(instances: readonly Pick<InstanceRecord, 'state'>[]): TaskState | null {
  const states = new Set(instances.map(({ state }) => state))
  return RANK.find((state) => states.has(state)) ?? null
}

/** How many instances are in which state, in order of rank: `1 failed, 5 success`. */
export function stateCounts(instances: readonly Pick<InstanceRecord, 'state'>[]): string {
  const counts = RANK.map((state) => [state, instances.filter((one) => one.state === state).length] as const)
  return counts
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state === null ? 'not begun' : state}`)
    .join(', ')
}

/** Instances by task, in the order of the graph. */
export function byTask(document: DagRunDocument): ReadonlyMap<string, readonly InstanceRecord[]> {
  const tasks = new Map<string, InstanceRecord[]>(document.graph.map(({ taskId }) => [taskId, []]))
  for (const instance of document.record.instances) tasks.get(instance.taskId)?.push(instance)
  return tasks
}

/** Seconds that the instance's tries took together; null when none has ended. */
export function secondsOf(instance: InstanceRecord, document: DagRunDocument): number | null {
  const mine = document.tries.filter(
    ({ taskId, mapIndex, endedAt }) => taskId === instance.taskId && mapIndex === instance.mapIndex && endedAt !== null
  )
  if (mine.length === 0) return null
  return mine.reduce((sum, one) => sum + Math.max(0, (one.endedAt ?? one.startedAt) - one.startedAt), 0) / 1000
}

/** The outcome of a run in a line: `DAG lake failed: 1 failed, 5 success; 6 tries in 12.3 s`. */
export function dagOutcome(document: DagRunDocument): string {
  const { dagId, status, stopped, record } = document
  const name = dagId === '' ? `DAG ${document.file}` : `DAG ${dagId}`
  if (stopped !== null && stopped.kind !== 'cancelled') return `${name} did not come to its end: ${stopped.message}`
  const done = `${stateCounts(record.instances) || 'nothing to run'}; ${formatNoun(document.tries.length, 'try', 'tries')} in ${formatDuration(document.durationSeconds)}`
  if (status === 'cancelled') return `${name} was cancelled: ${done}`
  if (status === 'running') return `${name} is running: ${done}`
  const why =
    record.reason === null || record.reason === 'success' || record.reason === 'task_failure'
      ? ''
      : ` (${record.reason})`
  return `${name} ${status === 'success' ? 'succeeded' : `failed${why}`}: ${done}`
}

/** `task[3] (try 2)`: one try, as messages call it. */
export const tryName = (one: {
  readonly taskId: string
  readonly mapIndex: number
  readonly tryNumber: number
}): string => (one.tryNumber > 1 ? `${instanceName(one)} (try ${one.tryNumber})` : instanceName(one))
