import type { JsonObject } from '../../../core/json.ts'
import { repeated } from '../../../core/repeated-json.ts'
import type { SchemaMetadata, ViewProperties } from '../../../datahub/aspect-types.ts'
import { statusAspect, subTypesAspect } from '../../../datahub/aspects.ts'
import type { Failure } from '../../../model/event.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { TableFacts } from '../facts.ts'
import type { GlueTable } from '../record.ts'
import { columnParameters } from './column-parameters.ts'
import { homeOf } from './container.ts'
import { datasetProperties, timesOf } from './dataset-properties.ts'
import { domainsOf } from './domain.ts'
import { operations } from './operation.ts'
import { ownership } from './ownership.ts'
import { schemaMetadata } from './schema-metadata.ts'
import { tableLineage } from './table-lineage.ts'
import { columnTags, tableTags } from './table-tags.ts'
import { tableUrn } from './table-urn.ts'
import { unitsOf } from './unit.ts'
import { type ViewDefinition, viewDefinition } from './view-definition.ts'

/** A table as work units, and what there is to warn about. */
export interface MappedTable {
  readonly urn: string
  readonly units: WorkUnit[]
  /** null: the table has no schema that is known. */
  readonly schema: SchemaMetadata | null
  /** The SQL of a view, where it can be read; null for everything else. */
  readonly view: ViewDefinition | null
  readonly warnings: readonly Failure[]
}

/** What a table is mapped with. */
export interface TableSetting {
  readonly database: string
  readonly options: GlueOptions
  readonly facts?: TableFacts
}

const TABLE = repeated(subTypesAspect('Table'))
const VIEW = repeated(subTypesAspect('View'))

export const isView = (table: GlueTable): boolean => table.TableType === 'VIRTUAL_VIEW'

/**
 * A table or view of `database` as a dataset, one aspect a work unit (glue.py _gen_table_wu and _extract_record): first
 * what is its own, then what belongs to others. Never throws, whatever the record holds besides its name.
 */
export function mapTable(
  table: GlueTable & { readonly Name: string },
  { database, options, facts = {} }: TableSetting
): MappedTable {
  const name = `${database}.${table.Name}`
  const home = homeOf(database, options)
  const urn = tableUrn(name, table.CatalogId, options)
  const properties = datasetProperties(table, database, options)
  const origins = { database: home.urn, table: urn }
  const own = schemaMetadata(table, name, options, columnTags(facts, origins))
  const schema = own.aspect ?? ofOwner(facts.ownerSchema ?? null, name)
  const view = isView(table) ? viewOf(table) : null
  const lineage = tableLineage(table, { urn, name, properties, schema, options, facts })
  const unit = unitsOf('dataset', urn, name)
  const units: WorkUnit[] = []
  const add = (aspectName: string, aspect: JsonObject | null): void => {
    if (aspect !== null) units.push(unit(aspectName, aspect))
  }
  for (const operation of operations(timesOf(table))) add('operation', operation)
  add('status', statusAspect(false))
  add('datasetProperties', properties)
  add('schemaMetadata', schema)
  add('dataPlatformInstance', home.platformInstance)
  add('ownership', options.extractOwners ? ownership(table.Owner) : null)
  add('globalTags', tableTags(facts, origins))
  add('upstreamLineage', lineage.aspect)
  add('subTypes', view === null ? TABLE : VIEW)
  add('viewProperties', view?.aspect ?? null)
  add('domains', domainsOf(name, options))
  add('container', home.container)
  if (options.columnParameters) units.push(...columnParameters(table, urn, name))
  units.push(...lineage.units)
  const warnings = [...(view?.warnings ?? []), ...own.warnings, ...lineage.warnings]
  const told = warnings.map((warning) => ({ ...warning, resource: name }))
  return { urn, units, schema, view: view?.definition ?? null, warnings: told }
}

/** The schema of the table that a link shows, under the link's own name. */
function ofOwner(schema: JsonObject | null, schemaName: string): SchemaMetadata | null {
  // DataHub's own aspect, or one that this program made: both are what the type says (facts.ts).
  return schema === null ? null : ({ ...schema, schemaName } as unknown as SchemaMetadata)
}

interface View {
  readonly aspect: ViewProperties
  readonly definition: ViewDefinition | null
  readonly warnings: readonly Failure[]
}

/** The view's SQL; a view without one that can be read is shown with an empty definition, and warned about. */
function viewOf(table: GlueTable): View {
  const definition = viewDefinition(table)
  const viewLogic = definition.ok ? definition.value.sql : ''
  return {
    aspect: { materialized: false, viewLogic, viewLanguage: 'SQL' },
    definition: definition.ok ? definition.value : null,
    warnings: definition.ok ? [] : [definition.error]
  }
}
