import { describe, expect, it } from '@jest/globals'
import { tablesInQuery } from '../../../../src/source/glue/jobs/query-tables.ts'
import { readerInThisThread } from '../../../../src/source/glue/views/sql-reader.ts'

const reader = readerInThisThread()

/** Each as the peer has it (sqlglot); empty where it finds no table. */
const CASES: readonly (readonly [platform: string, sql: string, ...tables: string[]])[] = [
  ['postgres', 'SELECT * FROM Orders o JOIN s2."Items" i ON o.id = i.id', 'db.public.orders', 'db.s2.items'],
  ['postgres', 'SELECT * FROM staging.orders JOIN prod.orders ON true', 'db.prod.orders', 'db.staging.orders'],
  ['postgres', 'SELECT * FROM orders JOIN prod.orders ON true', 'db.prod.orders', 'db.public.orders'],
  ['postgres', 'WITH orders AS (SELECT * FROM orders) SELECT * FROM orders', 'db.public.orders'],
  [
    'postgres',
    'WITH a AS (SELECT 1 AS x FROM b), b AS (SELECT 1 AS x FROM c) SELECT * FROM a JOIN b ON true',
    'db.public.b',
    'db.public.c'
  ],
  [
    'postgres',
    'WITH RECURSIVE t AS (SELECT 1 AS n FROM seed UNION ALL SELECT n + 1 FROM t) SELECT * FROM t',
    'db.public.seed'
  ],
  ['postgres', 'WITH t AS (SELECT 1 AS x FROM a) SELECT * FROM s.t', 'db.public.a', 'db.s.t'],
  ['postgres', 'SELECT * FROM generate_series(1, 3) g, x', 'db.public.x'],
  ['postgres', 'SELECT (SELECT MAX(id) FROM sub) AS m FROM main', 'db.public.main', 'db.public.sub'],
  ['postgres', 'SELECT * FROM x EXCEPT SELECT * FROM y', 'db.public.x', 'db.public.y'],
  ['postgres', 'SELECT * FROM other.sch.t', 'other.sch.t'],
  ['postgres', 'SELECT 1'],
  ['mysql', 'SELECT * FROM a STRAIGHT_JOIN `B`', 'db.a', 'db.b'],
  ['mysql', 'SELECT "x" AS y FROM t WHERE z = ? LIMIT 1, 2', 'db.t'],
  ['oracle', 'SELECT * FROM a, b WHERE a.id = b.id(+)', 'db.a', 'db.b'],
  ['oracle', 'SELECT level FROM t START WITH a = 1 CONNECT BY PRIOR a = b', 'db.t'],
  ['mssql', 'SELECT TOP 10 * FROM [t x] WITH (NOLOCK)', 'db.dbo.t x'],
  ['mssql', 'SELECT * INTO n FROM t', 'db.dbo.t'],
  ['mssql', 'SELECT * FROM a OUTER APPLY (SELECT TOP 1 * FROM c WHERE c.id = a.id) z', 'db.dbo.a', 'db.dbo.c'],
  ['redshift', 'SELECT a FROM t QUALIFY ROW_NUMBER() OVER (PARTITION BY a) = 1', 'db.public.t']
]

describe('tablesInQuery', () => {
  it.each(CASES)('of %s: %s', async (platform, sql, ...tables) => {
    expect(await tablesInQuery({ platform, database: 'db', sql }, reader)).toEqual(tables)
  })

  it.each([
    ['postgres', 'SELECT FROM WHERE'],
    ['postgres', 'SELECT * FROM {{table}}'],
    ['postgres', `SELECT ${'('.repeat(5_000)}1`],
    ['snowflake', 'SELECT * FROM t'],
    ['constructor', 'SELECT * FROM t']
  ])('of %s is not known: %.40s', async (platform, sql) => {
    expect(await tablesInQuery({ platform, database: 'db', sql }, reader)).toBeNull()
  })
})
