import type { PassResult } from './pass.ts'
import type { DagRun } from './run.ts'
import { isFailure, type RunReason } from './state.ts'

/**
 * Whether the run has ended, judged right after a pass. Only leaves decide: a failure that something downstream
 * absorbed leaves the run a success. Removed instances do not count.
 *
 * A run in which nothing can go on any more, although not all has ended, has failed (Airflow's deadlock). Airflow waits
 * for ever when `depends_on_past` is what hinders it; here the run before does not change any more, so it ends.
 */
export function runVerdict(run: DagRun, pass: PassResult, now: number): RunReason | null {
  if (run.unfinished === 0) {
    const failed = run.dag.leaves.some((id) => run.instances(id).some(({ record }) => isFailure(record.state)))
    return failed ? 'task_failure' : 'success'
  }
  const goesOn = pass.changed + pass.scheduled + run.scheduled.size + run.running.size > 0
  const waits = [...run.retrying].some(({ record }) => record.retryAt !== null && record.retryAt > now)
  return goesOn || waits ? null : 'all_tasks_deadlocked'
}
