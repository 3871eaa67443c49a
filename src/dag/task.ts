import type { Json, JsonObject } from '../core/json.ts'
import type { Failure } from '../model/event.ts'
import type { InstanceRecord } from './record.ts'

/** Which downstreams a task chooses when it ends with success. */
export type Choice =
  /** A branch: of the direct downstreams, only these tasks or groups and what leads on from them. Empty: none. */
  | { readonly kind: 'follow'; readonly names: readonly string[] }
  /** A short circuit: skips all descendants whatever their rules, or only the direct downstreams. Teardowns stay. */
  | { readonly kind: 'short-circuit'; readonly scope: 'descendants' | 'direct' }

/** What one try of a task came to. */
export type TaskResult =
  | { readonly outcome: 'success'; readonly output?: Json; readonly choice?: Choice }
  | { readonly outcome: 'skipped'; readonly why: string }
  | {
      readonly outcome: 'failed'
      readonly failure: Failure
      /** `never`: trying again is of no use. */
      readonly retry?: 'never'
      /** Seconds to wait before the next try, such as a Retry-After. */
      readonly delaySeconds?: number
    }

/** What a task function is told about the try that it makes. */
export interface TaskContext {
  readonly dagId: string
  readonly runId: string
  readonly logicalDate: string | null
  readonly taskId: string
  readonly mapIndex: number
  readonly tryNumber: number
  readonly maxTries: number
  /** The arguments of a mapped instance; empty for others. */
  readonly values: JsonObject
  /** What is known now about a task's instances, for what a task makes of its upstreams' outputs. */
  readonly instances: (taskId: string) => readonly InstanceRecord[]
  /** Aborted when the try has to stop: time is up, the run was cancelled, or fail_fast. Settle soon after. */
  readonly signal: AbortSignal
}

/** Does what a task does. Throwing is a failure like any other. */
export type TaskFunction = (context: TaskContext) => Promise<TaskResult>
