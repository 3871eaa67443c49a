import type { ProjectionFact, QueryAnalysis, Schema } from '@polyglot-sql/sdk'
import { meansAllColumns } from './columns.ts'
import type { ReadQuery, SelectedColumn, SqlDialect, SqlParser } from './parser.ts'
import type { NamedInSql } from './tables.ts'

/** What a query says of itself: plain values, which travel between threads and to disk. */
export interface QueryFacts {
  /** The tables that it reads, as it names them. */
  readonly tables: readonly NamedInSql[]
  /** The query laid out for people. */
  readonly statement: string
  /** Its columns, as far as they can be told without those of its tables; null: they cannot. */
  readonly columns: QueryColumns | null
}

/** The columns of a query, in order, and what they are made of. */
export interface QueryColumns {
  readonly projections: readonly Projection[]
  readonly relations: readonly Relation[]
  /** How they are written; null where they cannot be had one by one. */
  readonly selected: readonly SelectedColumn[] | null
}

export type Projection = Pick<ProjectionFact, 'isStar' | 'transformKind' | 'upstream'> & {
  readonly name: string | undefined
}

export interface Relation {
  readonly name: string
  readonly alias: string | null
  readonly table: string | null
}

/** Reads a query; null when it is not understood. */
export function factsOf(sql: string, dialect: SqlDialect, parser: SqlParser): QueryFacts | null {
  const query = parser.read(sql, dialect)
  if (query === null) return null
  const needsTables = meansAllColumns(sql) || query.usesLateralAlias()
  const analysis = needsTables ? null : parser.analyse(sql, dialect, null)
  return {
    tables: query.tables,
    statement: parser.format(sql, dialect),
    columns: analysis === null ? null : columnsOf(query, analysis)
  }
}

/** Reads the columns of a query, with those of its tables; null when it is not understood. */
export function columnsWith(schema: Schema, sql: string, dialect: SqlDialect, parser: SqlParser): QueryColumns | null {
  const query = parser.read(sql, dialect)
  const analysis = parser.analyse(sql, dialect, schema)
  return query === null || analysis === null ? null : columnsOf(query, analysis)
}

/** A column without a table is the only table's, where there is one. */
function columnsOf(query: ReadQuery, { projections, relations }: QueryAnalysis): QueryColumns {
  const [only, ...others] = relations
  const table = others.length > 0 || only === undefined ? null : (only.alias ?? only.table ?? only.name)
  return {
    projections: projections.map(({ name, isStar, transformKind, upstream }) => {
      return { name, isStar, transformKind, upstream }
    }),
    relations: relations.map(({ name, alias, table: named }) => ({ name, alias: alias ?? null, table: named ?? null })),
    selected: query.selected(table)
  }
}
