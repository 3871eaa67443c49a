import type { SchemaField } from '../../../datahub/aspect-types.ts'
import type { SpooledColumn } from './spool.ts'

/**
 * The columns of a schema that SQL can name: those at its top, by their names without types (schema_resolver.py
 * _convert_schema_field_list_to_info, utilities/urns/field_paths.py).
 */
export function sqlColumns(
  fields: readonly Pick<SchemaField, 'fieldPath' | 'nativeDataType'>[]
): readonly SpooledColumn[] {
  const columns = fields.map(({ fieldPath, nativeDataType }) => [plainPath(fieldPath), nativeDataType] as const)
  return [...new Map(columns.filter(([name]) => name !== '' && !name.includes('.'))).entries()]
}

function plainPath(path: string): string {
  if (!path.startsWith('[version=2.0]')) return path
  return path
    .split('.')
    .filter((step) => !step.startsWith('[') && !step.endsWith(']'))
    .join('.')
}
