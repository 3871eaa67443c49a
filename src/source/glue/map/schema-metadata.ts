import type { SchemaField, SchemaMetadata } from '../../../datahub/aspect-types.ts'
import { UNKNOWN_STAMP } from '../../../datahub/aspects.ts'
import { platformUrn } from '../../../datahub/urn.ts'
import type { GlueColumn, GlueTable } from '../record.ts'
import { recordsOf, textOf } from './record-values.ts'
import { schemaFields } from './schema-field.ts'

/** What the peer takes a partition key without a type for. */
const UNKNOWN_TYPE = 'unknown'

/** A table's schema, and how many of its columns could not be shown. */
export interface MappedSchema {
  readonly aspect: SchemaMetadata
  readonly nameless: number
}

/**
 * The schema of a table, or null when it has no storage descriptor (glue.py _get_glue_schema_metadata). The peer gives up
 * a table whose descriptor has no columns, or that has a column without a name or type; here the rest of it is shown.
 */
export function schemaMetadata(table: GlueTable, name: string, platform: string): MappedSchema | null {
  const descriptor = table.StorageDescriptor
  if (typeof descriptor !== 'object' || descriptor === null || Object.keys(descriptor).length === 0) return null
  const columns = recordsOf(descriptor.Columns)
  const keys = recordsOf(table.PartitionKeys)
  const fields = [...fieldsOf(columns, true), ...fieldsOf(keys, false)]
  const aspect = {
    schemaName: name,
    platform: platformUrn(platform),
    version: 0,
    created: UNKNOWN_STAMP,
    lastModified: UNKNOWN_STAMP,
    hash: '',
    platformSchema: { 'com.linkedin.schema.MySqlDDL': { tableSchema: '' } },
    fields
  }
  return { aspect, nameless: [...columns, ...keys].filter((column) => textOf(column.Name) === undefined).length }
}

function fieldsOf(columns: readonly GlueColumn[], nullable: boolean): SchemaField[] {
  const fields: SchemaField[] = []
  for (const column of columns) {
    const name = textOf(column.Name)
    if (name === undefined) continue
    const type = textOf(column.Type) ?? UNKNOWN_TYPE
    fields.push(...schemaFields({ name, type, description: textOf(column.Comment), nullable }))
  }
  return fields
}
