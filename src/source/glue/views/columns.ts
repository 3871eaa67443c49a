import type { SchemaField } from '../../../datahub/aspect-types.ts'

/** A column that SQL can name. */
export type SqlColumn = readonly [name: string, type: string]

/**
 * The columns of a schema that SQL can name: those at its top, by their names without types (schema_resolver.py
 * _convert_schema_field_list_to_info, utilities/urns/field_paths.py).
 */
export function sqlColumns(fields: readonly Pick<SchemaField, 'fieldPath' | 'nativeDataType'>[]): readonly SqlColumn[] {
  const columns = fields.map(({ fieldPath, nativeDataType }) => [plainPath(fieldPath), nativeDataType] as const)
  return [...new Map(columns.filter(([name]) => name !== '' && !name.includes('.'))).entries()]
}

/** What makes columns of tables that are not named: a star, and clauses that mean all of them. */
const MEANS_ALL = /\*|\bnatural\b|\btable\b|\b(?:un)?pivot\b|\bmatch_recognize\b|\bu&"/iu
const COUNT_ALL = /\(\s*\*\s*\)/gu

/** Whether a query may mean columns that it does not name. */
export const meansAllColumns = (sql: string): boolean => MEANS_ALL.test(sql.replace(COUNT_ALL, '()'))

/**
 * Those columns of a table that a query may mean; one at least, so that the table stays known. The parser looks through
 * every column that it is told of for every column of the query, so that wide tables cost more than long queries.
 */
export function columnsNamedIn(sql: string, columns: readonly SqlColumn[]): readonly SqlColumn[] {
  if (meansAllColumns(sql)) return columns
  const text = sql.toLowerCase()
  // A quote in a name is written twice, or behind a backslash.
  const named = columns.filter(([name]) => text.includes(name.toLowerCase()) || /["`\\]/u.test(name))
  return named.length > 0 ? named : columns.slice(0, 1)
}

function plainPath(path: string): string {
  if (!path.startsWith('[version=2.0]')) return path
  return path
    .split('.')
    .filter((step) => !step.startsWith('[') && !step.endsWith(']'))
    .join('.')
}
