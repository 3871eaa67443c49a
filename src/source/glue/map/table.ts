import type { ViewProperties } from '../../../datahub/aspect-types.ts'
import { containerAspect, dataPlatformInstanceAspect, statusAspect, subTypesAspect } from '../../../datahub/aspects.ts'
import type { Failure } from '../../../model/event.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'
import type { TableFacts } from '../facts.ts'
import type { GlueTable } from '../record.ts'
import { databaseUrn } from './container.ts'
import { datasetProperties, timesOf } from './dataset-properties.ts'
import { operations } from './operation.ts'
import { ownership } from './ownership.ts'
import { type MappedSchema, schemaMetadata } from './schema-metadata.ts'
import { tableUrn } from './table-urn.ts'
import { unitsOf } from './unit.ts'
import { viewDefinition } from './view-definition.ts'

/** A table as work units, and what there is to warn about. */
export interface MappedTable {
  readonly urn: string

  readonly units: WorkUnit[]
  readonly warnings: readonly Failure[]
}

/** What a table is mapped with. */
export interface TableSetting {
  readonly database: string
  readonly options: GlueOptions
  readonly facts?: TableFacts
}

export const isView = (table: GlueTable): boolean => table.TableType === 'VIRTUAL_VIEW'

/**
 * A table or view of `database` as a dataset, one aspect a work unit, in the peer's order (glue.py _gen_table_wu and
 * _extract_record). Never throws, whatever the record holds besides its name.
 */
export function mapTable(
  table: GlueTable & { readonly Name: string },
  { database, options, facts: _facts = {} }: TableSetting
): MappedTable {
  const { platform, platformInstance } = options
  const name = `${database}.${table.Name}`
  const urn = tableUrn(name, table.CatalogId, options)
  const unit = unitsOf('dataset', urn, name)
  const schema = schemaMetadata(table, name, platform)
  const owners = options.extractOwners ? ownership(table.Owner) : null
  const view = isView(table) ? viewAspect(table) : null
  const units = [
    ...operations(timesOf(table)).map((aspect) => unit('operation', aspect)),
    unit('status', statusAspect(false)),
    unit('datasetProperties', datasetProperties(table, database, options)),
    ...(schema === null ? [] : [unit('schemaMetadata', schema.aspect)]),
    unit('dataPlatformInstance', dataPlatformInstanceAspect(platform, platformInstance)),
    ...(owners === null ? [] : [unit('ownership', owners)]),
    unit('subTypes', subTypesAspect(view === null ? 'Table' : 'View')),
    ...(view === null ? [] : [unit('viewProperties', view.aspect)]),
    unit('container', containerAspect(databaseUrn(database, options)))
  ]
  const warnings = [...(view?.warnings ?? []), ...columnWarnings(schema)]
  return { urn, units, warnings: warnings.map((warning) => ({ ...warning, resource: name })) }
}

/** The view's SQL; a view without one that can be read is shown with an empty definition, and warned about. */
function viewAspect(table: GlueTable): { readonly aspect: ViewProperties; readonly warnings: readonly Failure[] } {
  const definition = viewDefinition(table)
  const viewLogic = definition.ok ? definition.value.sql : ''
  return {
    aspect: { materialized: false, viewLogic, viewLanguage: 'SQL' },
    warnings: definition.ok ? [] : [definition.error]
  }
}

function columnWarnings(schema: MappedSchema | null): readonly Failure[] {
  return schema === null || schema.nameless === 0 ? [] : [NAMELESS_COLUMN]
}

const NAMELESS_COLUMN: Failure = {
  code: 'column-without-name',
  message: 'A column without a name is left out',
  cure: 'Give the column a name in the Glue Data Catalog, or let a crawler read the table again'
}
