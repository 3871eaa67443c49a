import type { Dag, Task } from './dag.ts'
import type { RunRecord } from './record.ts'

/**
 * Why the run before does not allow `task` to begin, in one line; null when it does. Met without such a run; met when
 * every instance of the same task there is success or skipped, and with `wait_for_downstream` every instance of its
 * direct downstreams too. A task that was not there is not met.
 */
export function pastHinders(task: Task, dag: Dag, previous: RunRecord | null): string | null {
  if (previous === null || !(task.dependsOnPast || task.waitForDownstream)) return null
  const mine = previous.instances.filter((instance) => instance.taskId === task.id)
  if (mine.length === 0) return `depends_on_past: ${task.id} was not in run ${previous.runId}`
  const asked = new Set(task.waitForDownstream ? [task.id, ...dag.task(task.id).downstream] : [task.id])
  const bad = previous.instances.find(
    ({ taskId, state }) => asked.has(taskId) && state !== 'success' && state !== 'skipped'
  )
  if (bad === undefined) return null
  return `depends_on_past: ${bad.taskId} was ${bad.state ?? 'not decided'} in run ${previous.runId}`
}
