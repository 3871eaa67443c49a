import type { JsonObject } from '../../../src/core/json.ts'
import { storageOf, tableOf } from './table.ts'
import type { TableJson } from './types.ts'

/** A view as Athena and Presto write it: the SQL and the columns as base64-encoded JSON in a comment. */
export function prestoView(
  Name: string,
  originalSql: string,
  columns: readonly JsonObject[],
  members: JsonObject = {}
): TableJson {
  const definition = {
    originalSql,
    catalog: 'awsdatacatalog',
    columns: columns.map((column) => ({ name: column.Name, type: column.Type === 'string' ? 'varchar' : column.Type }))
  }
  return tableOf(Name, {
    Description: undefined,
    TableType: 'VIRTUAL_VIEW',
    StorageDescriptor: viewStorage(columns),
    ViewOriginalText: `/* Presto View: ${Buffer.from(JSON.stringify(definition)).toString('base64')} */`,
    ViewExpandedText: '/* Presto View */',
    Parameters: { presto_view: 'true', comment: 'Presto View' },
    ...members
  })
}

/** A view as Spark writes it: plain SQL, and its properties in the parameters. */
export function sparkView(
  Name: string,
  sql: string,
  columns: readonly JsonObject[],
  members: JsonObject = {}
): TableJson {
  return tableOf(Name, {
    TableType: 'VIRTUAL_VIEW',
    StorageDescriptor: viewStorage(columns),
    ViewOriginalText: sql,
    ViewExpandedText: sql,
    Parameters: {
      'spark.sql.create.version': '3.5.1',
      'view.catalogAndNamespace.numParts': '2',
      'view.catalogAndNamespace.part.0': 'spark_catalog',
      'view.catalogAndNamespace.part.1': 'default',
      'view.query.out.numCols': String(columns.length)
    },
    ...members
  })
}

function viewStorage(columns: readonly JsonObject[]): JsonObject {
  return storageOf(columns, {
    Location: '',
    InputFormat: undefined,
    OutputFormat: undefined,
    NumberOfBuckets: 0,
    SerdeInfo: {}
  })
}
