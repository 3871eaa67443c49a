import type { Json } from '../core/json.ts'
import type { Dag, Task } from './dag.ts'
import { literalLength } from './mapping.ts'
import type { EmitTransitions, InstanceRecord, RunRecord, Transition } from './record.ts'
import { isFinal, type RunReason, type RunState, type TaskState } from './state.ts'
import { emptyTally, type Tally } from './tally.ts'
import { SortedList } from './waiting.ts'

/** One task instance of a run that goes on. Its record is replaced at every change, by `DagRun` alone. */
export interface Instance {
  readonly task: Task
  readonly record: InstanceRecord
}

/** What changes together with an instance's state, and why, in one line for a reader. */
export type Change = Partial<Omit<InstanceRecord, 'taskId' | 'mapIndex' | 'state'>> & { readonly why: string }

interface Cell {
  readonly task: Task
  record: InstanceRecord
}

interface Group {
  readonly task: Task
  cells: readonly Cell[]
  tally: Tally
}

/** Highest effective weight first, then by map index as Airflow has it, then in definition order. */
export const preferred = (a: Instance, b: Instance): number =>
  b.task.weight - a.task.weight || a.record.mapIndex - b.record.mapIndex || a.task.order - b.task.order

/**
 * The state of a run, and the only way to change it: every change keeps the counts, marks the tasks that it concerns,
 * and is told to `emit` at the next `commit`. It decides nothing.
 */
export class DagRun {
  readonly dag: Dag
  readonly runId: string
  readonly logicalDate: string | null
  readonly clearNumber: number
  state: RunState
  reason: RunReason | null
  startedAt: number | null
  endedAt: number | null
  /** How many instances are not in a final state. */
  unfinished = 0
  /** Waiting for slots, the next in line first. */
  readonly scheduled = new SortedList<Instance>(preferred)
  readonly running = new Set<Instance>()
  readonly retrying = new Set<Instance>()
  /** Tasks for the next pass to look at, as something that they depend on changed. */
  readonly #concerned = new Set<Task>()
  readonly #groups = new Map<string, Group>()
  readonly #emit: EmitTransitions
  #uncommitted: Transition[] = []

  /** Goes on from `record`; tasks that it does not know are new, and those that `dag` does not know are dropped. */
  constructor(dag: Dag, record: RunRecord, emit: EmitTransitions) {
    this.dag = dag
    this.runId = record.runId
    this.logicalDate = record.logicalDate
    this.clearNumber = record.clearNumber
    this.state = record.state
    this.reason = record.reason
    this.startedAt = record.startedAt
    this.endedAt = record.endedAt
    this.#emit = emit
    const known = new Map<string, InstanceRecord[]>()
    for (const instance of record.instances) {
      const others = known.get(instance.taskId)
      if (others === undefined) known.set(instance.taskId, [instance])
      else others.push(instance)
    }
    for (const task of dag.tasks.values()) {
      const fitting = (known.get(task.id) ?? []).filter((r) => task.expand !== null || r.mapIndex < 0)
      const records = fitting.length > 0 ? fitting : newInstances(task)
      const cells = records.map((r) => ({ task, record: r })).sort((a, b) => a.record.mapIndex - b.record.mapIndex)
      this.#groups.set(task.id, { task, cells, tally: emptyTally() })
      for (const cell of cells) this.#count(cell, 1)
      this.#concerned.add(task)
    }
  }

  /** The instances of a task, by map index. */
  instances(taskId: string): readonly Instance[] {
    return this.#group(taskId).cells
  }

  /** The instance with that map index, -1 for one that is not mapped. */
  instance(taskId: string, mapIndex: number): Instance | undefined {
    return this.#cell(taskId, mapIndex)
  }

  tally(taskId: string): Readonly<Tally> {
    return this.#group(taskId).tally
  }

  /** All instances, in definition order and then by map index. */
  *all(): Generator<Instance> {
    for (const group of this.#groups.values()) yield* group.cells
  }

  /** What a downstream maps over: an upstream's output, or the list of its instances' outputs when all have ended. */
  output(taskId: string): Json {
    const { task, cells } = this.#group(taskId)
    if (task.expand === null) return cells[0]?.record.output ?? null
    if (cells.some((cell) => !isFinal(cell.record.state))) return null
    return cells.flatMap(({ record }) => (record.mapIndex < 0 || record.output === null ? [] : [record.output]))
  }

  /** Gives an instance a new state, and what goes with it. */
  move(instance: Instance, to: TaskState | null, at: number, { why, ...change }: Change): void {
    const cell = this.#cell(instance.task.id, instance.record.mapIndex)
    if (cell === undefined || cell !== instance) throw new Error(`${instance.task.id} has lost an instance`)
    const from = cell.record.state
    this.#count(cell, -1)
    cell.record = { ...cell.record, retryAt: null, ...change, state: to }
    this.#count(cell, 1)
    this.#concerned.add(cell.task)
    if (isFinal(from) || isFinal(to)) this.#concernWatchers(cell.task)
    this.#uncommitted.push({ type: 'task', at, from, why, instance: cell.record })
  }

  /** Gives a mapped task the instances 0 … length-1; those that it has stay, except one that was not expanded yet. */
  expand(taskId: string, length: number, at: number): readonly Instance[] {
    const group = this.#group(taskId)
    const unexpanded = group.cells.find((cell) => cell.record.mapIndex < 0)
    const cells = group.cells.filter((cell) => cell.record.mapIndex >= 0)
    const added: Cell[] = []
    for (let index = cells.length; index < length; index++) {
      const seed = index === 0 && unexpanded !== undefined ? unexpanded.record : newInstance(group.task, -1)
      added.push({ task: group.task, record: { ...seed, mapIndex: index } })
    }
    if (unexpanded !== undefined) this.#count(unexpanded, -1)
    for (const cell of added) this.#count(cell, 1)
    group.cells = [...cells, ...added]
    this.#concerned.add(group.task)
    this.#concernWatchers(group.task)
    this.#uncommitted.push({ type: 'expanded', at, taskId, instances: group.cells.map((cell) => cell.record) })
    return added
  }

  /** The tasks for a pass to look at; they are then taken as looked at. */
  takeConcerned(): ReadonlySet<Task> {
    const tasks = new Set(this.#concerned)
    this.#concerned.clear()
    return tasks
  }

  /** Sees to it that the next pass looks at the task again. */
  concern(task: Task): void {
    this.#concerned.add(task)
  }

  setState(to: RunState, reason: RunReason | null, at: number): void {
    const from = this.state
    this.state = to
    this.reason = reason
    this.startedAt ??= at
    this.endedAt = to === 'success' || to === 'failed' ? at : null
    this.#uncommitted.push({ type: 'run', at, from, to, reason })
  }

  /** Tells what has changed since the last time. */
  commit(): void {
    if (this.#uncommitted.length === 0) return
    const transitions = this.#uncommitted
    this.#uncommitted = []
    this.#emit(transitions)
  }

  record(): RunRecord {
    return {
      schema: 1,
      dagId: this.dag.dagId,
      runId: this.runId,
      logicalDate: this.logicalDate,
      state: this.state,
      reason: this.reason,
      clearNumber: this.clearNumber,
      startedAt: this.startedAt,
      endedAt: this.endedAt,
      instances: [...this.all()].map((instance) => instance.record)
    }
  }

  #group(taskId: string): Group {
    const group = this.#groups.get(taskId)
    if (group === undefined) throw new Error(`${taskId} is no task of ${this.dag.dagId}`)
    return group
  }

  #cell(taskId: string, mapIndex: number): Cell | undefined {
    const { cells } = this.#group(taskId)
    const likely = cells[Math.max(0, mapIndex)]
    return likely?.record.mapIndex === mapIndex ? likely : cells.find((cell) => cell.record.mapIndex === mapIndex)
  }

  #concernWatchers(task: Task): void {
    for (const id of task.watchers) this.#concerned.add(this.dag.task(id))
  }

  #count(cell: Cell, by: 1 | -1): void {
    const { state } = cell.record
    const { tally } = this.#group(cell.task.id)
    tally.total += by
    if (isFinal(state)) tally[state] += by
    else this.unfinished += by
    const list = { scheduled: this.scheduled, running: this.running, up_for_retry: this.retrying }
    if (state === 'scheduled' || state === 'running' || state === 'up_for_retry') {
      if (by === 1) list[state].add(cell)
      else list[state].delete(cell)
    }
  }
}

/** The record as `dag` can go on with it: without tasks that are not in `dag` any more, and with those that are new. */
export const recordFor = (dag: Dag, record: RunRecord): RunRecord => new DagRun(dag, record, () => undefined).record()

/** The record of a run that has not begun. */
export function newRun(dag: Dag, runId: string, logicalDate: string | null): RunRecord {
  return {
    schema: 1,
    dagId: dag.dagId,
    runId,
    logicalDate,
    state: 'queued',
    reason: null,
    clearNumber: 0,
    startedAt: null,
    endedAt: null,
    instances: [...dag.tasks.values()].flatMap(newInstances)
  }
}

/** A mapping whose lists are written out is expanded when the run is made; any other when its turn comes. */
function newInstances(task: Task): readonly InstanceRecord[] {
  const length = task.expand === null ? null : literalLength(task.expand)
  if (length === null || length === 0) return [newInstance(task, -1)]
  return Array.from({ length }, (_, index) => newInstance(task, index))
}

function newInstance(task: Task, mapIndex: number): InstanceRecord {
  return {
    taskId: task.id,
    mapIndex,
    state: null,
    tryNumber: 0,
    maxTries: task.retry.retries,
    startedAt: null,
    endedAt: null,
    retryAt: null,
    failure: null,
    output: null,
    decision: null
  }
}
