import { GetPartitionsCommand } from '@aws-sdk/client-glue'
import { pythonRepr } from '../../../datahub/python-str.ts'
import type { SourceContext } from '../context.ts'
import { recordsOf, textOf } from '../map/record-values.ts'
import { catalogueOf, pagesOf } from '../read/pages.ts'
import type { NamedTable } from '../read/tables.ts'
import type { GlueColumn, GlueTable } from '../record.ts'

/** A partition of a table, as GetPartitions returns it. */
export interface GluePartition {
  readonly Values?: readonly string[]
  readonly Parameters?: Readonly<Record<string, string>>
  readonly StorageDescriptor?: { readonly Columns?: readonly GlueColumn[] }
}

/** The first of a table's partition keys, by which the peer names partitions; null for a table without any. */
export function partitionKey(table: GlueTable): string | null {
  const [key] = recordsOf(table.PartitionKeys)
  return key === undefined ? null : (textOf(key.Name) ?? null)
}

/** A partition as the peer prints and matches it: `{'day': '2024-01-01'}`, by the first key alone. */
export const partitionSpec = (key: string, { Values: [value] = [] }: GluePartition): string | null =>
  value === undefined ? null : pythonRepr({ [key]: value })

/** All partitions of a table, page by page (the peer reads the first page). @throws AwsCallError */
export function partitionPages(
  { DatabaseName, Name: TableName }: NamedTable,
  { client, options, signal }: SourceContext
): AsyncGenerator<readonly GluePartition[]> {
  return pagesOf('glue:GetPartitions', async (position) => {
    const command = new GetPartitionsCommand({ DatabaseName, TableName, ...catalogueOf(options), ...position })
    const answer = await client.send(command, { abortSignal: signal })
    // The SDK's types allow members that are undefined, where its answers leave them out.
    return { items: (answer.Partitions ?? []) as readonly GluePartition[], token: answer.NextToken }
  })
}
