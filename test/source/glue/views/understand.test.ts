import { beforeAll, describe, expect, it } from '@jest/globals'
import { columnsNamedIn, type SqlColumn } from '../../../../src/source/glue/views/columns.ts'
import { loadParser, type SqlParser } from '../../../../src/source/glue/views/parser.ts'
import { columnsWith, factsOf, type QueryColumns } from '../../../../src/source/glue/views/query-facts.ts'
import { columnLineage, type FoundTable, isCertain } from '../../../../src/source/glue/views/view-lineage.ts'
import { fc } from '../../../properties.ts'
import { runs } from '../../../runs.ts'
import { query, TABLES } from './random-sql.ts'

let parser: SqlParser

beforeAll(async () => {
  parser = await loadParser()
})

const spooled = (columns: readonly string[]): readonly SqlColumn[] => columns.map((name) => [name, 'string'])

const FOUND: ReadonlyMap<string, FoundTable> = new Map(
  Object.entries(TABLES).map(([name, columns]) => [
    `sales.${name}`,
    { urn: `urn:${name}`, columns: new Map(columns.map((column) => [column.toLowerCase(), column])) }
  ])
)

function schemaOf(columnsOf: (columns: readonly SqlColumn[]) => readonly SqlColumn[]) {
  const tables = Object.entries(TABLES).map(([name, columns]) => ({
    name,
    schema: 'sales',
    columns: columnsOf(spooled(columns)).map(([column, type]) => ({ name: column.toLowerCase(), type }))
  }))
  return { tables, strict: false }
}

const ALL = schemaOf((columns) => columns)
const DIALECTS = ['trino', 'spark'] as const

/** Tables' columns tell whether `one` is a column or the column before it. */
const LATERAL_ALIAS =
  'WITH w AS (SELECT name two FROM people) SELECT count(z.id) AS one, one four FROM w JOIN sales.orders AS z ON w.id = z.id'

describe('what is left out of the analysis of a query', () => {
  it('makes no difference to the tables', () => {
    fc.assert(
      fc.property(query, fc.constantFrom(...DIALECTS), (sql, dialect) => {
        const read = new Set(parser.read(sql, dialect)?.tables.map(({ table }) => table))
        const listed = parser.analyse(sql, dialect, null)?.baseTables ?? []
        for (const { table, name } of listed) expect(read).toContain(table ?? name)
      }),
      { numRuns: runs(80, 250) }
    )
  })

  it('makes no difference to lineage: columns that the query does not name', () => {
    fc.assert(
      fc.property(query, fc.constantFrom(...DIALECTS), (sql, dialect) => {
        const few = schemaOf((columns) => columnsNamedIn(sql, columns))
        expect(lineageOf(columnsWith(few, sql, dialect, parser))).toEqual(
          lineageOf(columnsWith(ALL, sql, dialect, parser))
        )
      }),
      { numRuns: runs(80, 250) }
    )
  })

  it('makes no difference to lineage: all columns, where the analysis is certain without', () => {
    let certain = 0
    fc.assert(
      fc.property(query, fc.constantFrom(...DIALECTS), (sql, dialect) => {
        const alone = factsOf(sql, dialect, parser)?.columns ?? null
        if (alone === null || !isCertain(alone, FOUND, 'sales')) return
        certain += 1
        expect(lineageOf(alone)).toEqual(lineageOf(columnsWith(ALL, sql, dialect, parser)))
      }),
      { numRuns: runs(200, 700), examples: [[LATERAL_ALIAS, 'trino']] }
    )
    expect(certain).toBeGreaterThan(runs(5, 30))
  })
})

const lineageOf = (columns: QueryColumns | null) =>
  columns === null ? null : columnLineage({ columns, database: 'sales', tables: FOUND })
