import type { TaskSpec } from './model.ts'

/** A task with its place in the graph, as far as setups and teardowns need it. */
export interface Placed {
  readonly id: string
  readonly role: TaskSpec['role']
  readonly upstream: readonly string[]
  readonly downstream: readonly string[]
  readonly ancestors: ReadonlySet<string>
  readonly descendants: ReadonlySet<string>
}

/** Finds a task of the same graph. */
export type Lookup = (id: string) => Placed

const teardownsOf = (task: Placed, lookup: Lookup): readonly string[] =>
  task.downstream.filter((id) => lookup(id).role === 'teardown')

/**
 * The setups that bear on `task`: its ancestors that are setups and have either no teardown among their direct
 * downstreams, or one that is a descendant of `task` (Airflow's `get_upstreams_only_setups`).
 */
export function relevantSetups(task: Placed, lookup: Lookup): readonly string[] {
  return [...task.ancestors].filter((id) => {
    const ancestor = lookup(id)
    if (ancestor.role !== 'setup') return false
    const teardowns = teardownsOf(ancestor, lookup)
    return teardowns.length === 0 || teardowns.some((teardown) => task.descendants.has(teardown))
  })
}

/** The setups that bear on `task`, and their teardowns other than `task`: what is cleared with it. */
export function setupsAndTeardowns(task: Placed, lookup: Lookup): readonly string[] {
  return relevantSetups(task, lookup).flatMap((id) => [
    id,
    ...teardownsOf(lookup(id), lookup).filter((teardown) => teardown !== task.id)
  ])
}

/**
 * The setups that `task` waits for beside its trigger rule: those that bear on it and are not its direct upstreams.
 * A teardown has none.
 */
export function indirectSetups(task: Placed, lookup: Lookup): readonly string[] {
  if (task.role === 'teardown') return []
  return relevantSetups(task, lookup).filter((id) => !task.upstream.includes(id))
}

/** What a teardown waits for beside its trigger rule: every task between its direct setups and itself. */
export function teardownScope(task: Placed, lookup: Lookup): readonly string[] {
  if (task.role !== 'teardown') return []
  const setups = task.upstream.map(lookup).filter((upstream) => upstream.role === 'setup')
  return [...task.ancestors].filter(
    (id) => !task.upstream.includes(id) && setups.some((setup) => setup.descendants.has(id))
  )
}
