import {
  GetColumnStatisticsForPartitionCommand,
  GetColumnStatisticsForTableCommand,
  GetDatabaseCommand,
  GetDatabasesCommand,
  GetPartitionsCommand,
  GetTableCommand,
  GetTablesCommand
} from '@aws-sdk/client-glue'
import { recordsOf, textOf } from '../map/record-values.ts'
import type { GlueDatabase, GlueTable } from '../record.ts'
import type { NamedDatabase } from './databases.ts'
import { catalogueOf } from './pages.ts'
import { databaseVerdict } from './selection.ts'
import type { NamedTable } from './tables.ts'
import { type Found, LIST_OF_ALL, type Trial, type TrialContext, tried, untried } from './trial.ts'

/** Databases that are looked at for one that the recipe wants, and those of them that are looked at for a table. */
const DATABASES = 25
const DATABASES_FOR_A_TABLE = 3

/** Tries what reading the catalogue needs, and what its tables' partitions and statistics need where they are read. */
export async function tryCatalogue(
  context: TrialContext
): Promise<{ readonly trials: readonly Trial[]; readonly found: Found }> {
  const { options } = context
  const listed = await tryDatabases(context)
  const [database] = listed.databases
  const tables = await tryTables(context, listed.databases)
  const { table } = tables
  const trials = [
    listed.trial,
    await tryDatabase(context, database),
    tables.trial,
    await tryTable(context, table),
    ...(options.profiling !== null || options.columnStatistics ? await tryPartitions(context, table) : [])
  ]
  return { trials, found: { database: tables.database ?? database ?? null, table } }
}

const isNamed = (database: GlueDatabase): database is NamedDatabase => (database.Name ?? '') !== ''

/** Those that the recipe wants come first: others may well be hidden from it. */
async function tryDatabases({ client, options, signal }: TrialContext) {
  const command = new GetDatabasesCommand({ ...catalogueOf(options), MaxResults: DATABASES })
  const { trial, answer } = await tried(
    LIST_OF_ALL,
    'the catalogue',
    () => client.send(command, { abortSignal: signal }),
    ({ DatabaseList = [] }) =>
      DatabaseList.length === 0 ? { empty: 'it shows no database' } : `it shows ${namesOf(DatabaseList)}`
  )
  // The SDK's types allow members that are undefined, where its answers leave them out.
  const all = ((answer?.DatabaseList ?? []) as readonly GlueDatabase[]).filter(isNamed)
  const wanted = all.filter((one) => databaseVerdict(options, one, one.Name) === 'keep')
  return { trial, databases: wanted.length > 0 ? wanted : all }
}

function namesOf(list: readonly { readonly Name?: string | undefined }[]): string {
  const names = list.slice(0, 3).map(({ Name = '' }) => Name)
  return `${names.join(', ')}${list.length > names.length ? ' and others' : ''}`
}

async function tryDatabase({ client, options, signal }: TrialContext, database: NamedDatabase | undefined) {
  const action = 'glue:GetDatabase'
  if (database === undefined) return untried(action, 'no database is seen to try it on')
  const command = new GetDatabaseCommand({ ...catalogueOf(options), Name: database.Name })
  const call = () => client.send(command, { abortSignal: signal })
  return (await tried(action, database.Name, call, () => `tried on ${database.Name}`)).trial
}

/** Tables of the first databases, until one has any: an empty database says nothing about what is hidden in others. */
async function tryTables(
  { client, options, signal }: TrialContext,
  databases: readonly NamedDatabase[]
): Promise<{ readonly trial: Trial; readonly database: NamedDatabase | null; readonly table: NamedTable | null }> {
  const action = 'glue:GetTables'
  const looked: string[] = []
  let last: Trial = untried(action, 'no database is seen to try it on')
  for (const database of databases.slice(0, DATABASES_FOR_A_TABLE)) {
    looked.push(database.Name)
    const command = new GetTablesCommand({ ...catalogueOf(options), DatabaseName: database.Name, MaxResults: 1 })
    const { trial, answer } = await tried(
      action,
      database.Name,
      () => client.send(command, { abortSignal: signal }),
      ({ TableList = [] }) =>
        TableList.length === 0 ? { empty: `it shows no table in ${looked.join(', ')}` } : `tried on ${database.Name}`
    )
    last = trial
    // As above.
    const [table] = (answer?.TableList ?? []) as unknown as readonly GlueTable[]
    const { Name = '', DatabaseName = database.Name } = table ?? {}
    if (table !== undefined && Name !== '') return { trial, database, table: { ...table, Name, DatabaseName } }
    if (trial.outcome === 'refused') break
  }
  return { trial: last, database: null, table: null }
}

async function tryTable({ client, options, signal }: TrialContext, table: NamedTable | null): Promise<Trial> {
  const action = 'glue:GetTable'
  if (table === null) return untried(action, NO_TABLE)
  const { DatabaseName, Name } = table
  const command = new GetTableCommand({ ...catalogueOf(options), DatabaseName, Name })
  const resource = `${DatabaseName}.${Name}`
  return (
    await tried(
      action,
      resource,
      () => client.send(command, { abortSignal: signal }),
      () => `tried on ${resource}`
    )
  ).trial
}

export const NO_TABLE = 'no table is seen to try it on'

async function tryPartitions(context: TrialContext, table: NamedTable | null): Promise<readonly Trial[]> {
  const { client, options, signal } = context
  const actions = [
    'glue:GetPartitions',
    ...(options.columnStatistics ? ['glue:GetColumnStatisticsForTable', 'glue:GetColumnStatisticsForPartition'] : [])
  ]
  if (table === null) return actions.map((action) => untried(action, NO_TABLE))
  const where = { ...catalogueOf(options), DatabaseName: table.DatabaseName, TableName: table.Name }
  const resource = `${table.DatabaseName}.${table.Name}`
  const { trial, answer } = await tried(
    'glue:GetPartitions',
    resource,
    () => client.send(new GetPartitionsCommand({ ...where, MaxResults: 1 }), { abortSignal: signal }),
    () => `tried on ${resource}`
  )
  if (!options.columnStatistics) return [trial]
  return [trial, ...(await tryStatistics(context, { table, where, values: answer?.Partitions?.[0]?.Values ?? null }))]
}

interface StatisticsOf {
  readonly table: NamedTable
  readonly where: { readonly CatalogId?: string; readonly DatabaseName: string; readonly TableName: string }
  /** Of a partition; null: the table has none. */
  readonly values: readonly string[] | null
}

async function tryStatistics({ client, signal }: TrialContext, { table, where, values }: StatisticsOf) {
  const [ofTable, ofPartition] = ['glue:GetColumnStatisticsForTable', 'glue:GetColumnStatisticsForPartition']
  const resource = `${table.DatabaseName}.${table.Name}`
  const [column] = recordsOf(table.StorageDescriptor?.Columns).flatMap(({ Name }) => textOf(Name) ?? [])
  if (column === undefined) {
    return [ofTable, ofPartition].map((action) => untried(action, `${resource} has no columns to try it on`))
  }
  const asked = { ...where, ColumnNames: [column] }
  const say = (): string => `tried on ${resource}`
  const whole = await tried(
    ofTable,
    resource,
    () => client.send(new GetColumnStatisticsForTableCommand(asked), { abortSignal: signal }),
    say
  )
  if (values === null) return [whole.trial, untried(ofPartition, `${resource} has no partition to try it on`)]
  const command = new GetColumnStatisticsForPartitionCommand({ ...asked, PartitionValues: [...values] })
  const part = await tried(ofPartition, resource, () => client.send(command, { abortSignal: signal }), say)
  return [whole.trial, part.trial]
}
