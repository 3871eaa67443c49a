import type { DatasetProperties, TimeStamp } from '../../../datahub/aspect-types.ts'
import type { GlueOptions } from '../../../model/recipe.ts'
import type { GlueTable } from '../record.ts'
import { glueArn } from './arn.ts'
import { millisOf, textOf, textsOf } from './record-values.ts'
import { storageProperties } from './storage-properties.ts'

/** A table's times in milliseconds since the epoch; null where Glue does not tell them. */
export interface TableTimes {
  readonly created: number | null
  readonly updated: number | null
}

export const timesOf = (table: GlueTable): TableTimes => ({
  created: millisOf(table.CreateTime),
  updated: millisOf(table.UpdateTime)
})

/**
 * Name, description, parameters and the storage descriptor's members (glue.py _get_dataset_properties). The peer gives up
 * a table without CatalogId; here the recipe's account takes its place, as it does for databases, or there is no ARN.
 */
export function datasetProperties(
  table: GlueTable & { readonly Name: string },
  database: string,
  options: GlueOptions
): DatasetProperties {
  const { created, updated } = timesOf(table)
  const account = textOf(table.CatalogId) ?? options.catalogId
  return {
    customProperties: { ...textsOf(table.Parameters), ...storageProperties(table.StorageDescriptor) },
    name: table.Name,
    description: textOf(table.Description),
    qualifiedName: account === null ? undefined : glueArn(options, account, database, table.Name),
    created: stampOf(created),
    lastModified: stampOf(updated),
    tags: []
  }
}

const stampOf = (time: number | null): TimeStamp | undefined => (time === null ? undefined : { time })
