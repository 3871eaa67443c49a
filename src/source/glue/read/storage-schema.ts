import { AppError } from '../../../core/errors.ts'
import type { SourceContext } from '../context.ts'
import type { TableFacts } from '../facts.ts'
import { datasetProperties } from '../map/dataset-properties.ts'
import { storageUrn } from '../map/storage-lineage.ts'
import { tableUrn } from '../map/table-urn.ts'
import type { NamedTable } from './tables.ts'

/**
 * The schema that DataHub holds of a table's storage: columns that the storage does not have get no lineage to it. Where
 * it holds none, the storage is taken to have the table's own columns.
 */
export async function storageSchema(table: NamedTable, context: SourceContext): Promise<Partial<TableFacts>> {
  const { options, datahub, emit } = context
  const database = table.DatabaseName
  const name = `${database}.${table.Name}`
  const urn = tableUrn(name, table.CatalogId, options)
  const storage = storageUrn(urn, datasetProperties(table, database, options), options)
  if (storage === null || datahub === null) return {}
  try {
    return { storageSchema: await datahub.aspect(storage, 'schemaMetadata') }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const message = `${NOT_HELD.message}: ${error.message}`
    emit({ type: 'failed', severity: 'warning', failure: { ...NOT_HELD, message, resource: name } })
    return {}
  }
}

const NOT_HELD = {
  code: 'storage-schema-not-held',
  message: 'DataHub could not be asked for the schema of a table’s storage, which is taken to be the table’s own',
  cure: 'Check that the token may read metadata, or set include_column_lineage to false'
}
