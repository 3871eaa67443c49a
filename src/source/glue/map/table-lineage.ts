import type { JsonObject } from '../../../core/json.ts'
import type { DatasetProperties, SchemaMetadata } from '../../../datahub/aspect-types.ts'
import type { Failure } from '../../../model/event.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { TableFacts } from '../facts.ts'
import type { GlueTable } from '../record.ts'
import { copyOf, upstreamLineage } from './lineage.ts'
import { linkOwner } from './resource-link.ts'
import { storageAsDownstream, storageAsUpstream, storageUrn } from './storage-lineage.ts'

/** A table as far as it is mapped. */
export interface LineageSetting {
  readonly urn: string
  /** `database.table` */
  readonly name: string
  readonly properties: DatasetProperties
  readonly schema: SchemaMetadata | null
  readonly options: GlueOptions
  readonly facts: TableFacts
}

/** Where a table's content comes from. */
export interface TableLineage {
  /** The table's own upstreamLineage; null: it has none. */
  readonly aspect: JsonObject | null
  /** What is said about other datasets. */
  readonly units: readonly WorkUnit[]
  readonly warnings: readonly Failure[]
}

/** The storage of a table and the owner of a resource link, in one aspect (glue.py get_lineage_if_enabled). */
export function tableLineage(table: GlueTable, setting: LineageSetting): TableLineage {
  const { urn, name, properties, schema, options, facts } = setting
  const link = linkOwner(table, urn, options)
  const fromOwner = link.kind === 'owner' ? [copyOf(link.owner.urn)] : []
  const warnings = link.kind === 'unknown' ? [link.failure] : []
  const storage = options.storageLineage === null ? null : storageUrn(urn, properties, options)
  if (storage !== null && options.storageLineage === 'upstream') {
    const stored = { urn, storage, schema, storageFields: fieldPathsOf(facts.storageSchema ?? null) }
    const { upstreams, fields } = storageAsUpstream(stored, options)
    return { aspect: upstreamLineage([...upstreams, ...fromOwner], fields), units: [], warnings }
  }
  if (storage === urn) {
    // An Iceberg table under another platform's name than `glue` is taken for its own storage; a link's owner goes first.
    return { aspect: upstreamLineage(fromOwner.length > 0 ? fromOwner : [copyOf(urn)], []), units: [], warnings }
  }
  const units = storage === null ? [] : [storageAsDownstream(urn, storage, name)]
  return { aspect: upstreamLineage(fromOwner, []), units, warnings }
}

/** The paths in a schemaMetadata of DataHub's. */
function fieldPathsOf(schema: JsonObject | null): readonly string[] | null {
  const fields: unknown = schema?.fields
  if (!Array.isArray(fields)) return null
  return fields.flatMap((field: unknown) => {
    const path: unknown = typeof field === 'object' && field !== null ? Reflect.get(field, 'fieldPath') : undefined
    return typeof path === 'string' ? [path] : []
  })
}
