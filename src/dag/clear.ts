import type { Dag, Task } from './dag.ts'
import { type InstanceRecord, instanceName, type RunRecord } from './record.ts'
import { setupsAndTeardowns } from './scope.ts'
import { isFailure } from './state.ts'

/** What to run again; see Airflow's `airflow tasks clear`. */
export interface ClearRequest {
  /** Tasks, or single instances as `task[3]`; without it, all. */
  readonly tasks?: readonly string[]
  /** Of those only the failed and upstream_failed. Skipped ones stay. */
  readonly onlyFailed?: boolean
  /** Everything before and after the tasks, too. */
  readonly upstream?: boolean
  readonly downstream?: boolean
}

export interface Cleared {
  readonly record: RunRecord
  /** The instances that will run again, if their upstreams let them, as `instanceName` writes them. */
  readonly cleared: readonly string[]
}

/**
 * The record in which the asked instances are undecided again and have a full new set of retries. What they gave and
 * decided is kept until their next try. A run that had ended is queued; if nothing matches it stays as it was.
 */
export function clearRun(dag: Dag, record: RunRecord, request: ClearRequest): Cleared {
  const wanted = request.tasks === undefined ? null : select(dag, request.tasks, request)
  const matches = (instance: InstanceRecord): boolean =>
    (wanted === null || wanted.has(instance.taskId) || wanted.has(instanceName(instance))) &&
    (request.onlyFailed !== true || isFailure(instance.state))
  const cleared = record.instances.filter(matches).map(instanceName)
  if (cleared.length === 0) return { record, cleared }
  const instances = record.instances.map((instance) => (matches(instance) ? undecided(dag, instance) : instance))
  return {
    record: { ...record, ...(hasEnded(record) ? QUEUED : {}), clearNumber: record.clearNumber + 1, instances },
    cleared
  }
}

const QUEUED = { state: 'queued', reason: null, startedAt: null, endedAt: null } as const

const hasEnded = ({ state }: RunRecord): boolean => state === 'success' || state === 'failed'

/**
 * The record of a run whose DAG was changed since `before`, `after` having its tasks: one that had ended goes on when
 * there are new tasks, and when it had failed and something is gone that may have been why.
 */
export function reopened(before: RunRecord, after: RunRecord): RunRecord {
  const has = ({ instances }: RunRecord): ReadonlySet<string> => new Set(instances.map(({ taskId }) => taskId))
  const [old, now] = [has(before), has(after)]
  const isNew = [...now].some((taskId) => !old.has(taskId))
  const isGone = after.state === 'failed' && [...old].some((taskId) => !now.has(taskId))
  return hasEnded(after) && (isNew || isGone) ? { ...after, ...QUEUED, clearNumber: after.clearNumber + 1 } : after
}

/**
 * What "re-run failed jobs" clears: the failed instances, and everything after them whatever its state, so that what
 * was skipped or went on regardless because of a failure is judged anew.
 */
export function clearFailed(dag: Dag, record: RunRecord): Cleared {
  const failed = record.instances.filter(({ state }) => isFailure(state))
  const after = new Set(failed.flatMap(({ taskId }) => [...(dag.tasks.get(taskId)?.descendants ?? [])]))
  const tasks = [...failed.map(instanceName), ...after]
  return tasks.length === 0 ? { record, cleared: [] } : clearRun(dag, record, { tasks })
}

function undecided(dag: Dag, instance: InstanceRecord): InstanceRecord {
  const retries = dag.tasks.get(instance.taskId)?.retry.retries
  const maxTries =
    retries === undefined ? Math.max(instance.maxTries, instance.tryNumber) : instance.tryNumber + retries
  return { ...instance, state: null, maxTries, retryAt: null }
}

const INSTANCE = /^(.*)\[\d+\]$/

/** The asked names, and the ids of what has to be cleared with them (Airflow's `partial_subset`). */
function select(dag: Dag, names: readonly string[], request: ClearRequest): ReadonlySet<string> {
  const asked = new Set(names.map((name) => INSTANCE.exec(name)?.[1] ?? name))
  const matched = [...dag.tasks.values()].filter((task) => asked.has(task.id))
  const withIt = new Set(matched.flatMap((task) => [...companions(dag, task, asked, request)]))
  for (const id of asked) withIt.delete(id)
  return new Set([...names, ...withIt])
}

function* companions(dag: Dag, task: Task, asked: ReadonlySet<string>, request: ClearRequest): Generator<string> {
  const lookup = (id: string): Task => dag.task(id)
  const teardowns = (of: Task): readonly string[] =>
    of.downstream.filter((id) => id !== task.id && dag.task(id).role === 'teardown')
  if (request.downstream === true) {
    for (const id of task.descendants) {
      yield id
      if (!asked.has(id) && dag.task(id).role === 'work') yield* setupsAndTeardowns(dag.task(id), lookup)
    }
  } else if (task.role === 'setup') {
    yield* teardowns(task)
  }
  if (request.upstream === true) {
    for (const id of task.ancestors) {
      yield id
      if (dag.task(id).role === 'setup') yield* teardowns(dag.task(id))
    }
  } else if (task.role === 'work') {
    yield* setupsAndTeardowns(task, lookup)
  }
}
