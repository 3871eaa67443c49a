import type { Json } from '../core/json.ts'
import type { Failure } from '../model/event.ts'
import type { RunReason, RunState, TaskState } from './state.ts'

/**
 * What a branch or short circuit decided about its direct downstreams. It is kept with the instance until its next try
 * begins, and asked again whenever a downstream is looked at, so that a cleared downstream stays skipped.
 */
export type Decision = { readonly followed: readonly string[] } | { readonly skipped: readonly string[] }

/** All that is known about one task instance. Plain JSON. */
export interface InstanceRecord {
  readonly taskId: string
  /** -1 for a task that is not mapped, or is not expanded yet. */
  readonly mapIndex: number
  readonly state: TaskState | null
  /** Tries begun so far, over all clears. */
  readonly tryNumber: number
  /** The last try that may be followed by another. */
  readonly maxTries: number
  /** Begin of the latest try, in milliseconds since the epoch. */
  readonly startedAt: number | null
  /** When the latest try ended, or the state was set without one. */
  readonly endedAt: number | null
  /** When the next try may begin; only in up_for_retry. */
  readonly retryAt: number | null
  /** Why the latest try failed. */
  readonly failure: Failure | null
  /** What the latest successful try gave to its downstreams (Airflow's return value XCom); null for nothing. */
  readonly output: Json
  readonly decision: Decision | null
}

/** All that is known about one run; what is written to dag-run.json. Plain JSON. */
export interface RunRecord {
  readonly schema: 1
  readonly dagId: string
  readonly runId: string
  /** ISO 8601, or null for a run without one. */
  readonly logicalDate: string | null
  readonly state: RunState
  /** Why it ended; null while it has not. */
  readonly reason: RunReason | null
  /** How often it was cleared. */
  readonly clearNumber: number
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** In definition order, then by map index. */
  readonly instances: readonly InstanceRecord[]
}

/**
 * One change of a run. It holds the new value whole, so that a record plus the transitions after it give the record
 * now (`applyTransitions`): a journal of them is all that has to be written while a run goes on.
 */
export type Transition =
  /** An instance changed its state, or was interrupted; `why` is one line for a reader. */
  | {
      readonly type: 'task'
      readonly at: number
      readonly from: TaskState | null
      readonly why: string
      readonly instance: InstanceRecord
    }
  /** A mapped task got its instances: these take the place of all that it had. */
  | {
      readonly type: 'expanded'
      readonly at: number
      readonly taskId: string
      readonly instances: readonly InstanceRecord[]
    }
  | {
      readonly type: 'run'
      readonly at: number
      readonly from: RunState
      readonly to: RunState
      readonly reason: RunReason | null
    }

/**
 * Is told what changes, as it changes: transitions that belong together at once, such as a branch's success and its
 * skips. Whoever keeps a journal writes all of them or none, so that a killed run never goes on from half a change.
 * Never throws, never waits.
 */
export type EmitTransitions = (transitions: readonly Transition[]) => void

/** `task`, or `task[3]` for an instance of a mapped task. */
export const instanceName = (instance: { readonly taskId: string; readonly mapIndex: number }): string =>
  instance.mapIndex < 0 ? instance.taskId : `${instance.taskId}[${instance.mapIndex}]`

/** The record after these transitions. Applying some again that it holds already changes nothing. */
export function applyTransitions(record: RunRecord, transitions: readonly Transition[]): RunRecord {
  const tasks = new Map<string, Map<number, InstanceRecord>>()
  for (const instance of record.instances) put(tasks, instance)
  let run = record
  for (const transition of transitions) {
    if (transition.type === 'task') put(tasks, transition.instance)
    else if (transition.type === 'run') run = withRunState(run, transition)
    else tasks.set(transition.taskId, new Map(transition.instances.map((instance) => [instance.mapIndex, instance])))
  }
  const instances = [...tasks.values()].flatMap((task) => [...task.values()].sort((a, b) => a.mapIndex - b.mapIndex))
  return { ...run, instances }
}

function put(tasks: Map<string, Map<number, InstanceRecord>>, instance: InstanceRecord): void {
  const task = tasks.get(instance.taskId)
  if (task === undefined) tasks.set(instance.taskId, new Map([[instance.mapIndex, instance]]))
  else task.set(instance.mapIndex, instance)
}

function withRunState(run: RunRecord, { to, at, reason }: Extract<Transition, { type: 'run' }>): RunRecord {
  const ended = to === 'success' || to === 'failed'
  return { ...run, state: to, reason, startedAt: run.startedAt ?? at, endedAt: ended ? at : null }
}
