import type { ProjectionFact, QueryAnalysis } from '@polyglot-sql/sdk'
import { qualified } from './tables.ts'

/** A table of a query that has been looked for. */
export interface FoundTable {
  readonly urn: string
  /** Lower case → the name as the schema has it; null: its columns are not known. */
  readonly columns: ReadonlyMap<string, string> | null
}

/** What a column of a view comes from. */
export interface ColumnLineage {
  /** In lower case: views pay no heed to it. */
  readonly column: string
  readonly upstreams: readonly { readonly urn: string; readonly column: string }[]
  readonly isCopy: boolean
  /** How it is computed, as far as the parser says. */
  readonly logic: string
}

/** The columns of a query, with what they come from. Those that cannot be named are left out. */
export function columnLineage(
  analysis: QueryAnalysis,
  database: string,
  tables: ReadonlyMap<string, FoundTable>
): readonly ColumnLineage[] {
  return analysis.projections.flatMap((projection): readonly ColumnLineage[] => {
    const { name, isStar } = projection
    if (isStar || name === undefined || name === null || name === '' || name === '*') return []
    const found = projection.upstream.flatMap((reference) => upstreamOf(reference, database, tables))
    const unique = new Map(found.map((upstream) => [`${upstream.urn} ${upstream.column}`, upstream]))
    const upstreams = [...unique.values()].sort((a, b) => order(a.urn, b.urn) || order(a.column, b.column))
    return [{ column: name.toLowerCase(), upstreams, isCopy: isCopy(projection), logic: logicOf(projection) }]
  })
}

type Reference = ProjectionFact['upstream'][number]

function upstreamOf(
  { table, column, sourceKind }: Reference,
  database: string,
  tables: ReadonlyMap<string, FoundTable>
): readonly { readonly urn: string; readonly column: string }[] {
  if (sourceKind !== 'table' || table === undefined || table === null || column === '*') return []
  const found = tables.get(nameOf(table, database))
  if (found === undefined) return []
  const small = column.toLowerCase()
  return [{ urn: found.urn, column: found.columns?.get(small) ?? small }]
}

/** `sales.orders` or `orders`, with the database of the view. */
export function nameOf(written: string, database: string): string {
  const parts = written.split('.')
  const table = parts.at(-1) ?? ''
  return qualified({ catalog: parts.at(-3) ?? null, schema: parts.at(-2) ?? null, table }, database).toLowerCase()
}

const isCopy = ({ transformKind, upstream }: ProjectionFact): boolean =>
  transformKind === 'direct' && upstream.length === 1

function logicOf({ name, upstream: [first], transformKind }: ProjectionFact): string {
  const source = first === undefined ? null : [first.sourceAlias ?? first.table, first.column].join('.')
  return transformKind === 'direct' && source !== null ? `${source} AS ${name}` : `${transformKind} AS ${name}`
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
