import type { TriggerRule, WeightRule } from '../../../src/dag/model.ts'
import type { RunState, TaskState } from '../../../src/dag/state.ts'

/** How a fake task ends. */
export type Outcome = 'success' | 'failed' | 'skipped' | 'failed_no_retry'

/** A task of a case; see section 16 of the Airflow notes that came with the corpora. */
export interface CaseTask {
  readonly id: string
  readonly deps: readonly string[]
  readonly trigger_rule: TriggerRule
  readonly outcome?: Outcome
  /** By map index. */
  readonly outcomes?: readonly Outcome[]
  /** After the clear, at every try. */
  readonly outcome2?: Outcome
  readonly outcomes2?: readonly Outcome[]
  readonly retries?: number
  /** The first so many tries fail. */
  readonly fail_times?: number
  readonly setup?: boolean
  readonly teardown?: boolean
  readonly on_failure_fail_dagrun?: boolean
  readonly kind?: 'branch' | 'short_circuit'
  readonly follow?: string | readonly string[] | null
  readonly condition?: boolean
  readonly ignore_downstream_trigger_rules?: boolean
  readonly returns_length?: number
  readonly returns_length2?: number
  readonly expand_literal?: number
  readonly expand_over?: string
}

/** What a run came to. */
export interface Verdict {
  readonly run: RunState
  /** By `id` or `id[index]`. */
  readonly states: Readonly<Record<string, TaskState | null>>
  readonly tries?: Readonly<Record<string, number>>
}

/** A DAG, how its tasks end, and what Airflow made of it. */
export interface DagCase {
  readonly id: string
  readonly fail_fast?: boolean
  readonly tasks: readonly CaseTask[]
  readonly clear?: {
    readonly only_failed?: boolean
    readonly task_ids?: readonly string[] | null
    readonly include_upstream?: boolean
    readonly include_downstream?: boolean
  }
  readonly expected: Verdict & {
    readonly deterministic?: boolean
    readonly possible?: readonly Verdict[]
    readonly why?: string
    readonly hazard?: string
    readonly first?: Verdict
    readonly after_clear?: {
      readonly cleared: readonly string[]
      readonly count: number
      readonly run: RunState
      readonly max_tries: Readonly<Record<string, number>>
    }
  }
}

/** A try that failed, and how long Airflow waits after it. */
export interface RetryCase {
  readonly id: string
  readonly dag_id: string
  readonly task_id: string
  readonly logical_date: string | null
  readonly try_number: number
  readonly retry_delay: number
  readonly retry_exponential_backoff: number | boolean | null
  readonly max_retry_delay: number | null
  readonly retry_delay_override?: number | null
  readonly expected: { readonly delay_seconds: number; readonly hash_input?: string }
}

/** Tasks in the midst of a run, and which of them Airflow gives slots to in one round. */
export interface SchedCase {
  readonly id: string
  readonly max_active_tasks: number
  readonly parallelism: number
  readonly pools: Readonly<Record<string, number>>
  readonly tasks: readonly {
    readonly id: string
    readonly deps: readonly string[]
    readonly priority_weight: number
    readonly weight_rule: WeightRule
    readonly pool: string
    readonly pool_slots: number
    readonly state: 'scheduled' | 'running' | 'success' | null
    readonly max_active_tis_per_dag?: number | null
  }[]
  readonly expected: {
    readonly weights: Readonly<Record<string, number>>
    readonly queued: readonly string[]
    /** Airflow leaves the order of equals to its database. */
    readonly ties?: boolean
    readonly why?: string
    readonly possible?: readonly (readonly string[] | { readonly queued: readonly string[] })[]
  }
}

/** A case of any format, told apart by its keys. */
export type AnyCase =
  | { readonly kind: 'dag'; readonly value: DagCase }
  | { readonly kind: 'retry'; readonly value: RetryCase }
  | { readonly kind: 'sched'; readonly value: SchedCase }

/** The cases of one corpus file. Throws when it is something else. */
export function readCases(text: string): readonly AnyCase[] {
  const parsed: unknown = JSON.parse(text)
  if (!Array.isArray(parsed)) throw new Error('a corpus is a JSON array of cases')
  return parsed.map((value: unknown, index) => {
    const found = tell(value)
    if (found === null) throw new Error(`case ${index} is of no known format`)
    return found
  })
}

function tell(value: unknown): AnyCase | null {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('expected' in value)) return null
  if ('retry_delay' in value && 'try_number' in value) return { kind: 'retry', value: value as RetryCase }
  if (!('tasks' in value) || !Array.isArray(value.tasks)) return null
  return 'pools' in value ? { kind: 'sched', value: value as SchedCase } : { kind: 'dag', value: value as DagCase }
}
