import {
  type ColumnStatistics,
  GetColumnStatisticsForPartitionCommand,
  GetColumnStatisticsForTableCommand
} from '@aws-sdk/client-glue'
import type { SourceContext } from '../context.ts'
import { recordsOf, textOf } from '../map/record-values.ts'
import { catalogueOf } from '../read/pages.ts'
import type { NamedTable } from '../read/tables.ts'

/** Columns that one call may name (https://docs.aws.amazon.com/glue/latest/webapi/API_GetColumnStatisticsForTable.html). */
const MOST_COLUMNS = 100

/** What Glue has counted of a table's columns, or with `values` of those of one partition. @throws AwsCallError */
export async function columnStatistics(
  table: NamedTable,
  context: SourceContext,
  values: readonly string[] | null = null
): Promise<readonly ColumnStatistics[]> {
  const names = recordsOf(table.StorageDescriptor?.Columns).flatMap(({ Name }) => textOf(Name) ?? [])
  const batches = Array.from({ length: Math.ceil(names.length / MOST_COLUMNS) }, (_, i) =>
    names.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS)
  )
  const answers = await Promise.all(batches.map((batch) => ask(table, batch, context, values)))
  return answers.flat()
}

async function ask(
  { DatabaseName, Name: TableName }: NamedTable,
  columns: readonly string[],
  { client, options, signal }: SourceContext,
  values: readonly string[] | null
): Promise<readonly ColumnStatistics[]> {
  const where = { DatabaseName, TableName, ColumnNames: [...columns], ...catalogueOf(options) }
  const abort = { abortSignal: signal }
  const answer =
    values === null
      ? await client.send(new GetColumnStatisticsForTableCommand(where), abort)
      : await client.send(new GetColumnStatisticsForPartitionCommand({ ...where, PartitionValues: [...values] }), abort)
  return answer.ColumnStatisticsList ?? []
}
