import type { JsonObject } from '../../../core/json.ts'
import { UNKNOWN_STAMP } from '../../../datahub/aspects.ts'
import { platformUrn } from '../../../datahub/urn.ts'
import type { GlueColumn, GlueTable } from '../record.ts'
import { schemaFields } from './schema-field.ts'

/** What Glue leaves open of a type. */
const UNKNOWN_TYPE = 'unknown'

/** The schema of a table, or null when it has no storage descriptor (glue.py _get_glue_schema_metadata). */
export function schemaMetadata(table: GlueTable, name: string, platform: string): JsonObject | null {
  const descriptor = table.StorageDescriptor
  if (descriptor === undefined || Object.keys(descriptor).length === 0) return null
  return {
    schemaName: name,
    platform: platformUrn(platform),
    version: 0,
    created: UNKNOWN_STAMP,
    lastModified: UNKNOWN_STAMP,
    hash: '',
    platformSchema: { 'com.linkedin.schema.MySqlDDL': { tableSchema: '' } },
    fields: [...fieldsOf(descriptor.Columns, true), ...fieldsOf(table.PartitionKeys, false)]
  }
}

/** The fields of all columns. A column without a name is nothing that could be shown. */
function fieldsOf(columns: readonly GlueColumn[] | undefined, nullable: boolean): JsonObject[] {
  return (columns ?? []).flatMap(({ Name: name, Type: type, Comment: description }) =>
    name === undefined ? [] : schemaFields({ name, type: type ?? UNKNOWN_TYPE, description, nullable })
  )
}
