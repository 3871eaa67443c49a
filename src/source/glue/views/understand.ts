import type { Schema } from '@polyglot-sql/sdk'
import type { GlueOptions } from '../../../model/recipe.ts'
import { columnsNamedIn, type SqlColumn } from './columns.ts'
import type { QueryColumns } from './query-facts.ts'
import type { Schemas } from './schemas.ts'
import type { SpooledView } from './spool.ts'
import type { SqlReader } from './sql-reader.ts'
import { candidateUrns, qualified } from './tables.ts'
import { columnLineage, type FoundTable, isCertain } from './view-lineage.ts'
import type { UnderstoodView } from './view-units.ts'

/** The tables that a view reads, by name, with their database; none twice. */
export function tablesOf({ facts, database }: SpooledView): readonly string[] {
  const names = facts.tables.map((table) => qualified(table, database))
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}

export interface UnderstandDeps {
  readonly reader: SqlReader
  readonly options: GlueOptions
}

/** What a view's columns come from, with the columns of its tables as far as they are known. */
export async function understand(
  view: SpooledView,
  schemas: Schemas,
  { reader, options }: UnderstandDeps
): Promise<UnderstoodView> {
  const known = knownOf(view, schemas, options)
  const tables = [...known.tables.values()]
  const columns = await columnsOf(view, known, reader)
  const held = tables.filter((table) => table.columns !== null).length
  return {
    view,
    statement: view.facts.statement,
    upstreams: [...new Set(tables.map(({ urn }) => urn))].filter((urn) => urn !== view.urn).sort(),
    columns: columns === null ? [] : lineageOf(view, columns, known.tables),
    confidence: held === tables.length ? 0.9 : 0.2 + (0.3 * held) / tables.length
  }
}

interface Known {
  readonly tables: ReadonlyMap<string, FoundTable>
  readonly schema: Schema
}

/** Most queries say of each column whose it is, and need not be analysed again with the columns of their tables. */
async function columnsOf(view: SpooledView, known: Known, reader: SqlReader): Promise<QueryColumns | null> {
  const { facts, database, sql, dialect } = view
  if (facts.columns !== null && isCertain(facts.columns, known.tables, database)) return facts.columns
  return reader.columns(known.schema, sql, dialect)
}

function lineageOf({ urn, database }: SpooledView, columns: QueryColumns, tables: Known['tables']) {
  const lineage = columnLineage({ columns, database, tables })
  return lineage.map((column) => ({
    ...column,
    upstreams: column.upstreams.filter((upstream) => upstream.urn !== urn)
  }))
}

function knownOf(view: SpooledView, schemas: Schemas, options: GlueOptions): Known {
  const tables = new Map<string, FoundTable>()
  const schema: Schema = { tables: [], strict: false }
  for (const name of tablesOf(view)) {
    const candidates = candidateUrns(name, options)
    const urn = candidates.find((candidate) => schemas.has(candidate)) ?? candidates.at(-1) ?? ''
    const columns = schemas.get(urn) ?? null
    tables.set(name.toLowerCase(), { urn, columns: columns === null ? null : byLowerCase(columns) })
    if (columns !== null) schema.tables.push(tableSchema(name, columnsNamedIn(view.sql, columns)))
  }
  return { tables, schema }
}

const byLowerCase = (columns: readonly SqlColumn[]): ReadonlyMap<string, string> =>
  new Map(columns.map(([name]) => [name.toLowerCase(), name]))

function tableSchema(name: string, columns: readonly SqlColumn[]): Schema['tables'][number] {
  const parts = name.split('.')
  return {
    name: parts.at(-1) ?? '',
    schema: parts.slice(0, -1).join('.'),
    columns: columns.map(([column, type]) => ({ name: column.toLowerCase(), type }))
  }
}
