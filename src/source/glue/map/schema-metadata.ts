import type { GlobalTags, SchemaField, SchemaMetadata } from '../../../datahub/aspect-types.ts'
import { UNKNOWN_STAMP } from '../../../datahub/aspects.ts'
import { platformUrn } from '../../../datahub/urn.ts'
import type { Failure } from '../../../model/event.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { GlueColumn, GlueTable } from '../record.ts'
import { deltaColumns, isDeltaSchema } from './delta-schema.ts'
import { recordsOf, textOf } from './record-values.ts'
import { type Column, schemaFields } from './schema-field.ts'

/** What the peer takes a partition key without a type for. */
const UNKNOWN_TYPE = 'unknown'

/** A table's schema, null when nothing is known of it, and what there is to warn about. */
export interface MappedSchema {
  readonly aspect: SchemaMetadata | null
  readonly warnings: readonly Failure[]
}

/** What is known of a column besides its record: the tags of its field. */
export type ColumnTags = (column: string) => GlobalTags | null

/**
 * The schema of a table, or null when it has no storage descriptor (glue.py _get_schema_metadata). The peer gives up a
 * table whose descriptor has no columns, or that has a column without a name or type; here the rest of it is shown.
 */
export function schemaMetadata(
  table: GlueTable,
  name: string,
  { platform, deltaSchema }: Pick<GlueOptions, 'platform' | 'deltaSchema'>,
  tagsOf: ColumnTags = () => null
): MappedSchema {
  const descriptor = table.StorageDescriptor
  if (typeof descriptor !== 'object' || descriptor === null || Object.keys(descriptor).length === 0) {
    return { aspect: null, warnings: [] }
  }
  if (deltaSchema && isDeltaSchema(table)) {
    const columns = deltaColumns(table)
    if (!columns.ok) return { aspect: null, warnings: [columns.error] }
    return { aspect: aspectOf(columns.value, { name, platform, tagsOf }), warnings: [] }
  }
  const [columns, keys] = [recordsOf(descriptor.Columns), recordsOf(table.PartitionKeys)]
  const named: Column[] = []
  for (const column of columns) addColumn(column, true, named)
  for (const key of keys) addColumn(key, false, named)
  const nameless = named.length < columns.length + keys.length
  return { aspect: aspectOf(named, { name, platform, tagsOf }), warnings: nameless ? [NAMELESS_COLUMN] : [] }
}

interface SchemaSetting {
  readonly name: string
  readonly platform: string
  readonly tagsOf: ColumnTags
}

function aspectOf(columns: readonly Column[], { name, platform, tagsOf }: SchemaSetting): SchemaMetadata {
  const fields: SchemaField[] = []
  for (const column of columns) {
    const globalTags = tagsOf(column.name)
    fields.push(...(globalTags === null ? schemaFields(column) : taggedFields(column, globalTags)))
  }
  return {
    schemaName: name,
    platform: platformUrn(platform),
    version: 0,
    created: UNKNOWN_STAMP,
    lastModified: UNKNOWN_STAMP,
    hash: '',
    platformSchema: { 'com.linkedin.schema.MySqlDDL': { tableSchema: '' } },
    fields
  }
}

/** The fields of a column whose own one has tags. */
const taggedFields = (column: Column, globalTags: GlobalTags): readonly SchemaField[] =>
  schemaFields(column).map((field, index) => (index === 0 ? { ...field, globalTags } : field))

/** Adds a column, unless it has no name. */
function addColumn(column: GlueColumn, nullable: boolean, columns: Column[]): void {
  const name = textOf(column.Name)
  if (name === undefined) return
  columns.push({ name, type: textOf(column.Type) ?? UNKNOWN_TYPE, description: textOf(column.Comment), nullable })
}

const NAMELESS_COLUMN: Failure = {
  code: 'column-without-name',
  message: 'A column without a name is left out',
  cure: 'Give the column a name in the Glue Data Catalog, or let a crawler read the table again'
}
