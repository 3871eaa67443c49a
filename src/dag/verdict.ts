import { decide, mapSourceEnded, outlookOf } from './decide.ts'
import type { PassResult } from './pass.ts'
import { instanceName, type RunRecord } from './record.ts'
import type { DagRun } from './run.ts'
import { isFailure, isSchedulable, type RunReason } from './state.ts'

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

/** An instance that cannot begin. */
export interface Blocked {
  /** As `instanceName` writes it. */
  readonly name: string
  readonly why: string
}

/** Why each instance that has not ended could not begin; for a run in which nothing can go on. */
export function whatBlocks(run: DagRun, previous: RunRecord | null, now: number): readonly Blocked[] {
  const blocked: Blocked[] = []
  for (const { task, record } of run.scheduled) {
    blocked.push({ name: instanceName(record), why: `no slots for it: pool ${task.pool} or max_active_tis_per_dag` })
  }
  for (const instance of run.all()) {
    if (!isSchedulable(instance.record.state)) continue
    const outlook = outlookOf(run, instance.task, previous)
    const { why } = decide(run, instance, outlook, mapSourceEnded(run, instance.task), now)
    blocked.push({ name: instanceName(instance.record), why })
  }
  return blocked
}
