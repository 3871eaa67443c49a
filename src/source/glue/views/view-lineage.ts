import type { SelectedColumn } from './parser.ts'
import type { Projection, QueryColumns, Relation } from './query-facts.ts'
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

/** What there is to know about a view's query. */
export interface AnalysedView {
  readonly columns: QueryColumns
  readonly database: string
  /** By name, in lower case, with the database. */
  readonly tables: ReadonlyMap<string, FoundTable>
}

/** The columns of a query, with what they come from. Those that cannot be named are left out. */
export function columnLineage(view: AnalysedView): readonly ColumnLineage[] {
  const { columns, database, tables } = view
  const { projections, relations, selected } = columns
  // With a star there are more columns than expressions.
  const inStep = selected !== null && selected.length === projections.length
  return projections.flatMap((projection, index): readonly ColumnLineage[] => {
    const written = inStep ? (selected[index] ?? null) : null
    const field = written === null ? null : fieldOf(written, relations)
    const name = isUnnamed(projection) && field !== null ? field.field : projection.name
    if (projection.isStar || !name || name === '*' || name.startsWith('_col_')) return []
    const found = projection.upstream
      .flatMap((reference) => upstreamOf(reference, database, tables))
      .map((upstream) => (field === null ? upstream : { ...upstream, column: `${upstream.column}.${field.field}` }))
    const unique = new Map(found.map((upstream) => [`${upstream.urn} ${upstream.column}`, upstream]))
    const upstreams = [...unique.values()].sort((a, b) => order(a.urn, b.urn) || order(a.column, b.column))
    const copy = field === null && isCopy(projection)
    return [{ column: name.toLowerCase(), upstreams, isCopy: copy, logic: written?.sql || logicOf(projection) }]
  })
}

/**
 * Whether an analysis without the columns of the tables says what one with them would say, too. It gives columns without a
 * name that of the next one that has one, so that no name may come twice.
 */
export function isCertain(
  { projections }: QueryColumns,
  tables: ReadonlyMap<string, FoundTable>,
  database: string
): boolean {
  const isKnown = (reference: Reference): boolean =>
    reference.confidence === 'resolved' && !reference.unqualified && upstreamOf(reference, database, tables).length > 0
  const names = new Set(projections.map(({ name }) => name?.toLowerCase()))
  return (
    names.size === projections.length &&
    projections.every((projection) => !isUnnamed(projection) && projection.upstream.every(isKnown))
  )
}

const isUnnamed = ({ name }: Projection): boolean => !name || name.startsWith('_col_')

/** `s.a`, where `s` is no table: a field of a struct. */
function fieldOf({ field }: SelectedColumn, relations: readonly Relation[]): SelectedColumn['field'] {
  if (field === null) return null
  const struct = field.struct.toLowerCase()
  const isTable = relations.some(({ name, alias, table }) =>
    [alias, table, name].some((known) => known?.toLowerCase() === struct)
  )
  return isTable ? null : field
}

type Reference = Projection['upstream'][number]

function upstreamOf(
  { table, column, sourceKind }: Reference,
  database: string,
  tables: ReadonlyMap<string, FoundTable>
): readonly { readonly urn: string; readonly column: string }[] {
  if (sourceKind !== 'table' || table === undefined || table === null || column === '*') return []
  const found = tables.get(nameOf(table, database))
  if (found === undefined) return []
  const small = column.toLowerCase()
  if (found.columns === null) return [{ urn: found.urn, column: small }]
  // A column that the table does not have is a mistake of the view's, or of another dialect.
  const known = found.columns.get(small)
  return known === undefined ? [] : [{ urn: found.urn, column: known }]
}

/** `sales.orders` or `orders`, with the database of the view. */
export function nameOf(written: string, database: string): string {
  const parts = written.split('.')
  const table = parts.at(-1) ?? ''
  return qualified({ catalog: parts.at(-3) ?? null, schema: parts.at(-2) ?? null, table }, database).toLowerCase()
}

const isCopy = ({ transformKind, upstream }: Projection): boolean => transformKind === 'direct' && upstream.length === 1

function logicOf({ name, upstream: [first], transformKind }: Projection): string {
  const source = first === undefined ? null : [first.sourceAlias ?? first.table, first.column].join('.')
  return transformKind === 'direct' && source !== null ? `${source} AS ${name}` : `${transformKind} AS ${name}`
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
