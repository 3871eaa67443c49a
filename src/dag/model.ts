import type { Json, JsonObject } from '../core/json.ts'

/** Airflow 3's trigger rules, in the order in which its documentation lists them. */
export const TRIGGER_RULES = [
  'all_success',
  'all_failed',
  'all_done',
  'all_done_min_one_success',
  'all_done_setup_success',
  'one_success',
  'one_failed',
  'one_done',
  'none_failed',
  'none_failed_min_one_success',
  'none_skipped',
  'all_skipped',
  'always'
] as const

/** When a task may begin, told by the states of its direct upstream instances; see trigger-rule.ts. */
export type TriggerRule = (typeof TRIGGER_RULES)[number]

/** Which relatives add their own priority weight to a task's; see weight.ts. */
export type WeightRule = 'downstream' | 'upstream' | 'absolute'

/** `setup` and `teardown` bracket the work between them; see scope.ts. */
export type TaskRole = 'work' | 'setup' | 'teardown'

/** What the class of a failure says about its retry. The first rule that names the failure's code wins. */
export interface RetryRule {
  /** Values of `Failure.code`. */
  readonly codes: readonly string[]
  /** `fail` ends the task at once; `retry` uses a try if one is left, after `delaySeconds` if that is given. */
  readonly action: 'retry' | 'fail'
  readonly delaySeconds?: number
}

/** How often and after which wait a failed try is made again. Times are in seconds, as Airflow counts them. */
export interface RetryOptions {
  /** Tries beyond the first. Negative counts as none. */
  readonly retries: number
  readonly delaySeconds: number
  /** Multiplier of the wait from try to try; 0, 1 and negative mean a constant wait. */
  readonly backoff: number
  /** Longest wait; null for none. Has no effect on a constant wait. */
  readonly maxDelaySeconds: number | null
  readonly rules: readonly RetryRule[]
}

/** Where the values of one mapped argument come from: written out, or the output of an upstream task. */
export type ExpandSource =
  | { readonly from: 'literal'; readonly values: readonly Json[] | JsonObject }
  | { readonly from: 'task'; readonly taskId: string }

/**
 * How a mapped task becomes several instances.
 * - `product`: every combination of the arguments' values, the last argument varying fastest (Airflow's `expand`)
 * - `rows`: one instance for each object of one list (Airflow's `expand_kwargs`)
 */
export type Expand =
  | { readonly kind: 'product'; readonly args: readonly { readonly name: string; readonly source: ExpandSource }[] }
  | { readonly kind: 'rows'; readonly source: ExpandSource }

/** A task as it is written down. What it does is not known here: the runner is given a function. */
export interface TaskSpec {
  /** Unique in its DAG; a task of group `g` is called `g.name`. */
  readonly id: string
  /** Path of its group, such as `extract` or `extract.eu`; null for none. */
  readonly group: string | null
  /** Ids of tasks, or of groups, which stand for their leaves. */
  readonly dependsOn: readonly string[]
  readonly triggerRule: TriggerRule
  readonly role: TaskRole
  /** Whether a teardown's failure counts for the state of the run. False for everything else. */
  readonly onFailureFailDagrun: boolean
  readonly retry: RetryOptions
  /** Longest time of one try; null for none. */
  readonly executionTimeoutSeconds: number | null
  readonly pool: string
  readonly poolSlots: number
  readonly priorityWeight: number
  readonly weightRule: WeightRule
  /** Null for a task that is not mapped. */
  readonly expand: Expand | null
  /** Most instances of this task that run at once; null for no limit. */
  readonly maxActiveTis: number | null
  /** Begins only when the same task of the run before was success or skipped. */
  readonly dependsOnPast: boolean
  /** As `dependsOnPast`, and asks the same of that run's direct downstreams. */
  readonly waitForDownstream: boolean
}

/** A DAG as it is written down. `checkDag` makes the `Dag` of it that can be run. */
export interface DagSpec {
  readonly dagId: string
  /** In definition order, which settles every tie. */
  readonly tasks: readonly TaskSpec[]
  /** Slots by pool name; -1 means without limit. `default_pool` is there without being named. */
  readonly pools: ReadonlyMap<string, number>
  /** Most instances of one run that run at once. */
  readonly maxActiveTasks: number
  readonly failFast: boolean
  /** Time that a run may take; null for none. */
  readonly dagrunTimeoutSeconds: number | null
}

/** The pool of a task that names none. */
export const DEFAULT_POOL = 'default_pool'

/** Airflow's defaults: `default_pool` 128 slots, `max_active_tasks_per_dag` 16, `default_task_retry_delay` 300 s. */
export const DEFAULTS = {
  poolSlots: 128,
  maxActiveTasks: 16,
  retryDelaySeconds: 300,
  maxMapLength: 1024
} as const

/** A task with every key at Airflow's default. */
export function taskDefaults(id: string): TaskSpec {
  return {
    id,
    group: null,
    dependsOn: [],
    triggerRule: 'all_success',
    role: 'work',
    onFailureFailDagrun: false,
    retry: { retries: 0, delaySeconds: DEFAULTS.retryDelaySeconds, backoff: 0, maxDelaySeconds: null, rules: [] },
    executionTimeoutSeconds: null,
    pool: DEFAULT_POOL,
    poolSlots: 1,
    priorityWeight: 1,
    weightRule: 'downstream',
    expand: null,
    maxActiveTis: null,
    dependsOnPast: false,
    waitForDownstream: false
  }
}
