import { type DagSpec, DEFAULT_POOL, DEFAULTS, type TaskSpec } from './model.ts'
import type { Edge } from './problem.ts'
import { type Groups, mapSources } from './resolve.ts'
import { indirectSetups, type Placed, teardownScope } from './scope.ts'
import { clampWeight, effectiveWeight } from './weight.ts'

/** A task with its place in the graph. Relatives are named by id; all lists are free of repetition. */
export interface Task extends TaskSpec {
  /** Its place in definition order, from 0. */
  readonly order: number
  readonly upstream: readonly string[]
  readonly downstream: readonly string[]
  readonly ancestors: ReadonlySet<string>
  readonly descendants: ReadonlySet<string>
  /** See weight.ts. */
  readonly weight: number
  /** See scope.ts. */
  readonly indirectSetups: readonly string[]
  readonly scope: readonly string[]
  /** Upstreams whose output it maps over. */
  readonly mapSources: readonly string[]
  /** Whether a downstream maps over its output, which it then has to give. */
  readonly mappedOver: boolean
  /** Tasks whose readiness may change when an instance of this one changes its state. */
  readonly watchers: readonly string[]
}

/**
 * A DAG that can be run: names resolved, no cycle, rules that go together. Only `checkDag` makes one, and as its tasks
 * are private to the class no look-alike passes for it.
 */
export class Dag {
  readonly dagId: string
  readonly #tasks: ReadonlyMap<string, Task>
  readonly groups: Groups
  /** With `default_pool`. */
  readonly pools: ReadonlyMap<string, number>
  readonly maxActiveTasks: number
  readonly failFast: boolean
  readonly dagrunTimeoutSeconds: number | null
  /** The tasks that decide the state of the run. */
  readonly leaves: readonly string[]

  constructor(spec: DagSpec, edges: readonly Edge[], groups: Groups) {
    this.dagId = spec.dagId
    this.groups = groups
    this.pools = new Map([[DEFAULT_POOL, DEFAULTS.poolSlots], ...spec.pools])
    this.maxActiveTasks = spec.maxActiveTasks
    this.failFast = spec.failFast
    this.dagrunTimeoutSeconds = spec.dagrunTimeoutSeconds
    this.#tasks = place(spec.tasks, edges)
    this.leaves = effectiveLeaves([...this.#tasks.values()], (id) => this.task(id))
  }

  /** By id, in definition order. */
  get tasks(): ReadonlyMap<string, Task> {
    return this.#tasks
  }

  /** The task of that id, which must be one of this DAG. */
  task(id: string): Task {
    const task = this.#tasks.get(id)
    if (task === undefined) throw new Error(`${id} is no task of ${this.dagId}`)
    return task
  }
}

/** Airflow loses a mapped teardown's `on_failure_fail_dagrun` when it stores a DAG, so there it has no effect. */
const ignorable = (task: TaskSpec): boolean =>
  task.role === 'teardown' && (!task.onFailureFailDagrun || task.expand !== null)

/**
 * The tasks whose state is the run's: those that are not ignorable teardowns and are followed only by such. If there is
 * none, the tasks without downstream (Airflow's `_tis_for_dagrun_state`).
 */
function effectiveLeaves(tasks: readonly Task[], lookup: (id: string) => Task): readonly string[] {
  const leaves = tasks.filter((task) => !ignorable(task) && task.downstream.every((id) => ignorable(lookup(id))))
  return (leaves.length > 0 ? leaves : tasks.filter((task) => task.downstream.length === 0)).map((task) => task.id)
}

type Links = ReadonlyMap<string, string[]>

function place(specs: readonly TaskSpec[], edges: readonly Edge[]): ReadonlyMap<string, Task> {
  const up: Links = new Map(specs.map((spec) => [spec.id, []]))
  const down: Links = new Map(specs.map((spec) => [spec.id, []]))
  for (const edge of edges) {
    up.get(edge.to)?.push(edge.from)
    down.get(edge.from)?.push(edge.to)
  }
  const ancestors = closure(up, down)
  const descendants = closure(down, up)
  const none: ReadonlySet<string> = new Set()
  const placed = new Map<string, TaskSpec & Placed>(
    specs.map((spec) => [
      spec.id,
      {
        ...spec,
        upstream: up.get(spec.id) ?? [],
        downstream: down.get(spec.id) ?? [],
        ancestors: ancestors.get(spec.id) ?? none,
        descendants: descendants.get(spec.id) ?? none
      }
    ])
  )
  return derive(placed)
}

/** For every task the tasks that it reaches over `links`; `back` are the same links turned round. No cycles. */
function closure(links: Links, back: Links): ReadonlyMap<string, ReadonlySet<string>> {
  const reached = new Map<string, Set<string>>()
  const left = new Map([...links].map(([id, next]) => [id, next.length]))
  const ready = [...left].filter(([, count]) => count === 0).map(([id]) => id)
  for (const id of ready) {
    const mine = new Set<string>()
    for (const next of links.get(id) ?? []) {
      mine.add(next)
      for (const further of reached.get(next) ?? []) mine.add(further)
    }
    reached.set(id, mine)
    for (const before of back.get(id) ?? []) {
      const count = (left.get(before) ?? 0) - 1
      left.set(before, count)
      if (count === 0) ready.push(before)
    }
  }
  return reached
}

function derive(placed: ReadonlyMap<string, TaskSpec & Placed>): ReadonlyMap<string, Task> {
  const lookup = (id: string): TaskSpec & Placed => {
    const task = placed.get(id)
    if (task === undefined) throw new Error(`${id} is not placed`)
    return task
  }
  const setups = new Map([...placed.values()].map((task) => [task.id, indirectSetups(task, lookup)]))
  const scopes = new Map([...placed.values()].map((task) => [task.id, teardownScope(task, lookup)]))
  const watchers = new Map([...placed.values()].map((task) => [task.id, new Set(task.downstream)]))
  const mappedOver = new Set<string>()
  for (const task of placed.values()) {
    for (const id of [...(setups.get(task.id) ?? []), ...(scopes.get(task.id) ?? [])]) watchers.get(id)?.add(task.id)
    for (const id of mapSources(task)) mappedOver.add(id)
  }
  const ownWeight = (id: string): number => clampWeight(lookup(id).priorityWeight)
  return new Map(
    [...placed.values()].map((task, order) => [
      task.id,
      {
        ...task,
        order,
        weight: effectiveWeight({ ...task, priorityWeight: ownWeight(task.id) }, ownWeight),
        indirectSetups: setups.get(task.id) ?? [],
        scope: scopes.get(task.id) ?? [],
        mapSources: mapSources(task),
        mappedOver: mappedOver.has(task.id),
        watchers: [...(watchers.get(task.id) ?? [])]
      }
    ])
  )
}
