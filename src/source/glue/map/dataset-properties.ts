import type { JsonObject } from '../../../core/json.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { GlueTable } from '../record.ts'
import { glueArn } from './arn.ts'
import { storageProperties } from './storage-properties.ts'
import { timestampMillis } from './time.ts'

/** A table's times in milliseconds since the epoch; null where Glue does not tell them. */
export interface TableTimes {
  readonly created: number | null
  readonly updated: number | null
}

export const timesOf = (table: GlueTable): TableTimes => ({
  created: timestampMillis(table.CreateTime),
  updated: timestampMillis(table.UpdateTime)
})

/** Name, description, parameters and the storage descriptor's members (glue.py _get_dataset_properties). */
export function datasetProperties(
  table: GlueTable & { readonly Name: string },
  database: string,
  options: GlueOptions
): JsonObject {
  const { created, updated } = timesOf(table)
  const { Description: description, CatalogId: account } = table
  return {
    customProperties: { ...table.Parameters, ...storageProperties(table.StorageDescriptor ?? {}) },
    name: table.Name,
    ...(account === undefined ? {} : { qualifiedName: glueArn(options, account, database, table.Name) }),
    ...(description === undefined ? {} : { description }),
    ...(created === null ? {} : { created: { time: created } }),
    ...(updated === null ? {} : { lastModified: { time: updated } }),
    tags: []
  }
}
