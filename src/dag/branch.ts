import { err, ok, type Result } from '../core/result.ts'
import type { Dag, Task } from './dag.ts'
import type { Decision } from './record.ts'
import type { Choice } from './task.ts'

/** What a task's choice means for the tasks after it. */
export interface Chosen {
  /** To be kept; null when there is nothing to decide about. */
  readonly decision: Decision | null
  /** Tasks to skip now. */
  readonly skip: readonly string[]
}

/** What a choice comes to in this DAG, or the names in it that are no task or group of the DAG. */
export function resolveChoice(dag: Dag, task: Task, choice: Choice): Result<Chosen, readonly string[]> {
  return choice.kind === 'follow' ? follow(dag, task, choice.names) : ok(shortCircuit(dag, task, choice.scope))
}

/**
 * The direct downstreams that are neither named nor reached from a named task are skipped (Airflow's
 * `skip_all_except`): a join behind the chosen task is not.
 */
function follow(dag: Dag, task: Task, names: readonly string[]): Result<Chosen, readonly string[]> {
  const unknown = names.filter((name) => !dag.tasks.has(name) && !dag.groups.has(name))
  if (unknown.length > 0) return err(unknown)
  if (task.downstream.length === 0) return ok({ decision: null, skip: [] })
  const keep = new Set<string>()
  for (const id of names.flatMap((name) => (dag.tasks.has(name) ? [name] : groupRoots(dag, name)))) {
    keep.add(id)
    for (const further of dag.task(id).descendants) keep.add(further)
  }
  const followed = task.downstream.filter((id) => keep.has(id))
  return ok({ decision: { followed }, skip: task.downstream.filter((id) => !keep.has(id)) })
}

/** Airflow's ShortCircuitOperator: with scope `descendants` the trigger rules further down are not asked. */
function shortCircuit(dag: Dag, task: Task, scope: 'descendants' | 'direct'): Chosen {
  const reach = scope === 'descendants' ? [...task.descendants] : task.downstream
  const skip = reach.filter((id) => dag.task(id).role !== 'teardown')
  return { decision: skip.length === 0 ? null : { skipped: skip }, skip }
}

/** The tasks of a group that follow none of its others: what a branch means by the group's name. */
function groupRoots(dag: Dag, group: string): readonly string[] {
  const members = new Set(dag.groups.get(group) ?? [])
  return [...members].filter((id) => !dag.task(id).upstream.some((up) => members.has(up)))
}
