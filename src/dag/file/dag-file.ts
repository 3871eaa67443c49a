import type { Json, JsonObject } from '../../core/json.ts'
import type { DagSpec } from '../model.ts'
import type { Condition } from './expression.ts'
import type { Param } from './params.ts'

/** What a task does. Texts may hold `{{ … }}`, which are filled in when it begins. */
export type TaskAction =
  | {
      readonly kind: 'recipe'
      readonly recipe: string
      /** Inputs of the action that this task has otherwise. */
      readonly with: Readonly<Record<string, string>>
    }
  | { readonly kind: 'run'; readonly command: string }
  /** Conditions on the report of an upstream's recipe, such as `tables >= 10`. */
  | { readonly kind: 'check'; readonly task: string; readonly assert: readonly Condition[] }
  /** The first whose condition holds says what is followed. */
  | {
      readonly kind: 'branch'
      readonly cases: readonly { readonly when: Condition | null; readonly follow: readonly string[] }[]
    }
  | { readonly kind: 'short-circuit'; readonly condition: Condition; readonly scope: 'descendants' | 'direct' }
  | { readonly kind: 'empty' }

/** Whom to tell: a shell command, or an address that takes Slack's messages. */
export type Callback =
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'webhook'; readonly url: string }

/** Callbacks by what they are made for. */
export interface Callbacks {
  readonly on_success: readonly Callback[]
  readonly on_failure: readonly Callback[]
  readonly on_retry: readonly Callback[]
}

/** What one mapped argument ranges over. */
export type ExpandOver =
  | { readonly from: 'literal'; readonly values: readonly Json[] | JsonObject }
  | { readonly from: 'task'; readonly taskId: string }
  | { readonly from: 'param'; readonly name: string }
  /** The databases of the catalogue that a recipe reads, as far as its patterns let them through. */
  | { readonly from: 'databases'; readonly recipe: string }

/** A task, beside what the runner knows of it (`DagSpec`). */
export interface FileTask {
  readonly id: string
  readonly action: TaskAction
  readonly env: Readonly<Record<string, string>>
  /** Does not hold: the task is skipped. */
  readonly when: Condition | null
  readonly callbacks: Callbacks
  /** By argument, in the order in which they are written. */
  readonly expand: readonly { readonly name: string; readonly over: ExpandOver }[]
}

/** A DAG file that may be run. */
export interface DagFile {
  readonly file: string
  readonly description: string | null
  /** A cron line, for the workflow that runs it; null: it has none. */
  readonly schedule: string | null
  /** Of its schedule: a name of the IANA time zone database. */
  readonly timezone: string
  readonly params: readonly Param[]
  readonly callbacks: Callbacks
  readonly tasks: ReadonlyMap<string, FileTask>
  /** Params and databases that are mapped over stand here as empty lists: whoever knows them puts them in. */
  readonly spec: DagSpec
}
