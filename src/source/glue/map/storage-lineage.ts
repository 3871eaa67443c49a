import type { JsonObject } from '../../../core/json.ts'
import type { DatasetProperties, SchemaMetadata } from '../../../datahub/aspect-types.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import { copyOf, fieldLineage } from './lineage.ts'
import { s3DatasetUrn } from './s3-location.ts'

/** The dataset that a table is stored in: its Iceberg table, or a place in S3; null for anything else. */
export function storageUrn(
  urn: string,
  { customProperties }: Pick<DatasetProperties, 'customProperties'>,
  { env }: Pick<GlueOptions, 'env'>
): string | null {
  if (customProperties.table_type === 'ICEBERG') {
    return urn.replaceAll('urn:li:dataPlatform:glue', 'urn:li:dataPlatform:iceberg')
  }
  const location = customProperties.Location
  return location === undefined ? null : s3DatasetUrn(location, env)
}

/** A table and its storage. */
export interface StoredTable {
  readonly urn: string
  readonly storage: string
  readonly schema: SchemaMetadata | null
  /** Paths of the fields that DataHub knows of the storage; null where it knows none. */
  readonly storageFields: readonly string[] | null
}

/** The storage as an upstream of its table (glue.py get_lineage_if_enabled). */
export function storageAsUpstream(
  { urn, storage, schema, storageFields }: StoredTable,
  { columnLineage }: Pick<GlueOptions, 'columnLineage'>
): { readonly upstreams: readonly JsonObject[]; readonly fields: readonly JsonObject[] } {
  // A path that comes twice is shown once (process/field-paths.ts), and so is its lineage.
  const fields = [...new Set(schema?.fields.map(({ fieldPath }) => fieldPath))].filter((path) => path !== '')
  const upstream = { urn: storage, fields: storageFields ?? fields }
  return {
    upstreams: [copyOf(storage)],
    fields: columnLineage ? fieldLineage({ urn, fields }, upstream) : []
  }
}

/** The storage as a downstream: the edge belongs to the storage's own dataset. */
export function storageAsDownstream(urn: string, storage: string, origin: string): WorkUnit {
  const aspect = { upstreams: [copyOf(urn)] }
  return { urn: storage, entityType: 'dataset', aspectName: 'upstreamLineage', changeType: 'UPSERT', aspect, origin }
}
