import type { Position } from '../core/diagnostic.ts'
import type { FilterRule } from './event.ts'

/** A filter of a recipe's source. */
export type FilterName = 'database_pattern' | 'table_pattern'

/** What a filter said of one text. */
export interface FilterAnswer {
  readonly filter: FilterName
  /** The very text that the patterns were matched against. */
  readonly matched: string
  readonly allowed: boolean
  /** The list whose pattern decided; null: no pattern of `allow` matched. */
  readonly list: 'allow' | 'deny' | null
  /** The pattern that decided, as it is written in the recipe; null: none. */
  readonly pattern: string | null
  /** Where in the recipe the pattern, or the filter without one that matched, is; null: it is the default. */
  readonly place: Position | null
}

/** What a recipe makes of one name. */
export interface NameAnswer {
  /** `database` or `database.table`, as it was asked for. */
  readonly name: string
  readonly kind: 'database' | 'table'
  /** The option that keeps it out; null: it is kept. */
  readonly droppedBy: FilterRule | null
  /** In the order in which the source asks; a filter behind one that says no is not asked. */
  readonly filters: readonly FilterAnswer[]
  /** What a name alone cannot tell, and what is easily overlooked. */
  readonly notes: readonly string[]
}

/** What a recipe makes of names, without asking AWS whether they are there. */
export interface ExplainResult {
  /** The recipe, as the user gave it. */
  readonly file: string
  readonly names: readonly NameAnswer[]
}
