import type { SqlDialect } from '../views/parser.ts'
import type { SqlReader } from '../views/sql-reader.ts'
import { defaultSchema } from './jdbc.ts'
import type { QueryIn } from './steps.ts'

/** The parser's names of the platforms that jobs query. */
const DIALECTS: Readonly<Record<string, SqlDialect>> = {
  postgres: 'postgresql',
  mysql: 'mysql',
  redshift: 'redshift',
  oracle: 'oracle',
  mssql: 'tsql'
}

/**
 * The tables that a query reads, with database and schema, in small letters and in order; null when the query is not
 * understood (glue.py _extract_urns_from_query).
 */
export async function tablesInQuery(
  { platform, database, sql }: QueryIn,
  reader: SqlReader
): Promise<readonly string[] | null> {
  const dialect = Object.hasOwn(DIALECTS, platform) ? DIALECTS[platform] : undefined
  const query = dialect === undefined ? null : await reader.facts(sql, dialect)
  if (query === null) return null
  const names = query.tables.map(({ catalog, schema, table }) =>
    [catalog || database, schema || defaultSchema(platform), table].filter(Boolean).join('.').toLowerCase()
  )
  return [...new Set(names)].sort()
}
