import { AppError } from '../../core/errors.ts'
import { suggest } from '../../core/suggest.ts'
import type { Dag } from '../../dag/dag.ts'
import type { DagSpec } from '../../dag/model.ts'

/** A task as it is asked for: `task`, `task[3]`, or `task+` for it and everything after it. */
export interface Asked {
  readonly name: string
  readonly downstream: boolean
}

/** Reads `task` and `task+`. @throws AppError for a name that is no task or group of the DAG. */
export function askedTasks(texts: readonly string[], dag: Dag, what: string): readonly Asked[] {
  return texts.map((text) => {
    const downstream = text.endsWith('+')
    const name = downstream ? text.slice(0, -1) : text
    const id = name.replace(/\[\d+\]$/, '')
    if (dag.tasks.has(id) || dag.groups.has(id)) return { name, downstream }
    const near = suggest(id, [...dag.tasks.keys(), ...dag.groups.keys()])
    const cure = near === null ? `There are ${[...dag.tasks.keys()].slice(0, 20).join(', ')}` : `Did you mean ${near}?`
    throw new AppError(`${what}: there is no task '${id}'`, { kind: 'input', code: 'unknown-task', cure })
  })
}

/** The ids of the asked tasks: groups as their tasks. */
export function idsOf(asked: readonly Asked[], dag: Dag): readonly string[] {
  const ids = asked.flatMap(({ name, downstream }) => {
    const own = dag.groups.get(name) ?? [name]
    return downstream
      ? [...own, ...own.flatMap((id) => [...(dag.tasks.get(id.replace(/\[\d+\]$/, ''))?.descendants ?? [])])]
      : own
  })
  return [...new Set(ids)]
}

/** The DAG with only these tasks; edges to others are left out (Airflow's `partial_subset`). */
export function subsetOf(spec: DagSpec, dag: Dag, ids: ReadonlySet<string>): DagSpec {
  const tasks = spec.tasks
    .filter(({ id }) => ids.has(id))
    .map((task) => ({ ...task, dependsOn: dag.task(task.id).upstream.filter((id) => ids.has(id)) }))
  return { ...spec, tasks }
}
