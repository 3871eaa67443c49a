import type { Diagnostic } from '../core/diagnostic.ts'
import type { Json, JsonObject } from '../core/json.ts'
import type { Failure } from './event.ts'
import type { RunStatus, Stop, ToolInfo } from './report.ts'

/**
 * The state of a task instance, in Airflow's words. `null` is "no status": made, and nothing decided about it yet.
 * Airflow's `queued` is left out: here a task runs as soon as it has its slots.
 */
export type TaskState =
  | 'scheduled'
  | 'running'
  | 'up_for_retry'
  | 'success'
  | 'failed'
  | 'skipped'
  | 'upstream_failed'
  | 'removed'

/** The states after which nothing happens to an instance, unless it is cleared. */
export type FinalState = 'success' | 'failed' | 'skipped' | 'upstream_failed' | 'removed'

/** The state of a run. `queued`: made, or cleared, and to be gone on with. */
export type RunState = 'queued' | 'running' | 'success' | 'failed'

/** Why a run ended as it did; Airflow's words. */
export type RunReason = 'success' | 'task_failure' | 'all_tasks_deadlocked' | 'timed_out'

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

/** All that is known about one run. Plain JSON. */
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
 * now (dag/record.ts `applyTransitions`): a journal of them is all that has to be written while a run goes on.
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

/** One try of one instance, as it went. */
export interface TryRecord {
  readonly taskId: string
  readonly mapIndex: number
  readonly tryNumber: number
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  /** null: it goes on, or its process was killed. */
  readonly endedAt: number | null
  /** `interrupted`: it was stopped, or its process was killed; the same try is made again. */
  readonly state: 'running' | 'success' | 'failed' | 'skipped' | 'up_for_retry' | 'interrupted'
  readonly failure: Failure | null
}

/** A task of the graph, as far as a picture of it needs to know. */
export interface GraphTask {
  readonly taskId: string
  readonly kind: string
  readonly group: string | null
  readonly upstream: readonly string[]
  readonly role: 'work' | 'setup' | 'teardown'
  readonly mapped: boolean
}

/** Which callbacks are owed and which were made, by a key that names what they are about. */
export interface CallbackRecord {
  readonly owed: readonly string[]
  readonly done: readonly string[]
}

/**
 * dag-run.json (`dist/schema/dag-run.schema.json`): one run of a DAG, over all its attempts. It is what a run goes on
 * from, and all that the summary is made of.
 */
export interface DagRunDocument {
  readonly schema: 1
  readonly kind: 'dag-run'
  readonly tool: ToolInfo
  /** Raised whenever the document is written; a journal belongs to the document of one generation. */
  readonly generation: number
  /** The DAG file, as the user gave it. */
  readonly file: string
  readonly dagId: string
  readonly description: string | null
  readonly runId: string
  /** From 1; GITHUB_RUN_ATTEMPT, or how often the run was gone on with. */
  readonly attempt: number
  readonly params: JsonObject
  /** The tasks that were asked for; null: all. */
  readonly tasks: readonly string[] | null
  /** The databases that are mapped over, by recipe, as they were when the run began: every attempt maps over the same. */
  readonly databases: Readonly<Record<string, readonly string[]>>
  /** `running`: it goes on, or its process was killed. */
  readonly status: RunStatus | 'running'
  readonly exitCode: number
  /** ISO 8601, UTC; of the first attempt. */
  readonly startedAt: string
  /** Seconds that all attempts took together. */
  readonly durationSeconds: number
  /** Why it did not come to its end; null: it did, or it goes on. */
  readonly stopped: Stop | null
  readonly diagnostics: readonly Diagnostic[]
  readonly graph: readonly GraphTask[]
  readonly record: RunRecord
  /** In the order of their begin. */
  readonly tries: readonly TryRecord[]
  readonly callbacks: CallbackRecord
  /** What went wrong beside the tasks, such as a callback that failed. Changes no state. */
  readonly warnings: readonly Failure[]
  /** What could not begin and why, when nothing could go on. */
  readonly blocked: readonly { readonly name: string; readonly why: string }[]
}

/** `task`, or `task[3]` for an instance of a mapped task. */
export const instanceName = (instance: { readonly taskId: string; readonly mapIndex: number }): string =>
  instance.mapIndex < 0 ? instance.taskId : `${instance.taskId}[${instance.mapIndex}]`

const FINAL: ReadonlySet<TaskState | null> = new Set(['success', 'failed', 'skipped', 'upstream_failed', 'removed'])

/** Whether nothing more happens to an instance in this state. */
export const isFinal = (state: TaskState | null): state is FinalState => FINAL.has(state)
