import type { JsonObject } from '../core/json.ts'

/** Something that a recipe or a DAG file can hold. */
export interface DescribedMember {
  readonly name: string
  /** Its part of the JSON Schema: `title` says what it takes, `description` what it does, `default` what it is otherwise. */
  readonly schema: JsonObject
  /** Whether it has to be there wherever the mapping around it is. */
  readonly required: boolean
  /** The names of what it holds itself. */
  readonly holds: readonly string[]
}

/** The same, with its place. */
export interface DescribedOption extends Omit<DescribedMember, 'name' | 'holds'> {
  /** The keys that lead to it, with dots between; a type stands where its `config` belongs to it alone. */
  readonly path: string
  readonly members: readonly DescribedMember[]
}

/** What was asked for, in the order of the questions. */
export interface DescribeResult {
  readonly options: readonly DescribedOption[]
}
