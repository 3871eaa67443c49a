import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom, seedOf } from '../random.ts'
import { oddDelta } from './odd-delta.ts'
import { column, databaseOf, entryOf, OWNER_ACCOUNT, storageOf, tableOf } from './table.ts'
import type { Catalogue, CatalogueDatabase, TableJson } from './types.ts'

/** An account that shares its tables, and one that shares none with us. */
export const SHARING_ACCOUNT = '444455556666'
const SILENT_ACCOUNT = '999900001111'

/** Tables of the sharing account, by what there is to learn of them. */
const SHARED = [
  'orders',
  'customers',
  'nested',
  'no_storage',
  'no_columns',
  'partitioned',
  'delta',
  'broken_delta',
  'ü'
]

const TYPES = ['bigint', 'string', 'struct<a:int,b:array<string>>', 'map<string,int>', 'decimal(10,2)', 'oddity']

/** What the sharing account has: its links lead here, by GetTable with its `CatalogId`. */
export function oddOwners(seed: number): Catalogue {
  const random = seededRandom(seedOf('odd_owners_of_links', seed))
  const [delta, broken] = ['nested', 'no_json'].map((name) => deltaNamed(name, seed))
  const columns = (): readonly JsonObject[] =>
    Array.from({ length: random.int(1, 5) }, (_, i) => column(`c${i}`, random.pick(TYPES), `Column ${i}`))
  const owned = (name: string, members: JsonObject = {}): TableJson =>
    tableOf(name, { CatalogId: SHARING_ACCOUNT, StorageDescriptor: storageOf(columns()), ...members })
  return [
    entryOf(databaseOf('shared', { CatalogId: SHARING_ACCOUNT }), [
      ...['orders', 'customers', 'nested', 'ü'].map((name) => owned(name)),
      owned('no_storage', { StorageDescriptor: undefined }),
      owned('no_columns', { StorageDescriptor: storageOf([]) }),
      owned('partitioned', { PartitionKeys: [column('day', 'date'), column('hour', 'int')] }),
      { ...delta, ...{ CatalogId: SHARING_ACCOUNT }, Name: 'delta' },
      { ...broken, ...{ CatalogId: SHARING_ACCOUNT }, Name: 'broken_delta' }
    ])
  ]
}

function deltaNamed(name: string, seed: number): TableJson {
  const found = [...oddDelta(seed).tables].find((table) => table.Name === name)
  if (found === undefined) throw new Error(`there is no Delta table called ${name}`)
  const { DatabaseName: _other, ...table } = found
  return table
}

/** Links to tables and to databases, to what there is and what there is not, with and without members. */
export function oddSharing(seed: number): readonly CatalogueDatabase[] {
  const random = seededRandom(seedOf('odd_sharing', seed))
  return [
    entryOf(databaseOf('odd_sharing'), tableLinks(random)),
    behind('odd_sharing_database', { CatalogId: SHARING_ACCOUNT, DatabaseName: 'shared' }, random),
    behind('odd_sharing_no_account', { DatabaseName: 'shared' }, random),
    behind('odd_sharing_no_name', { CatalogId: SHARING_ACCOUNT }, random),
    behind('odd_sharing_empty', {}, random),
    behind('odd_sharing_own', { CatalogId: OWNER_ACCOUNT, DatabaseName: 'odd_sharing' }, random),
    behind('odd_sharing_silent', { CatalogId: SILENT_ACCOUNT, DatabaseName: 'shared', Region: 'us-east-1' }, random)
  ]
}

function tableLinks(random: Random): readonly TableJson[] {
  const link = (name: string, TargetTable: JsonObject, members: JsonObject = {}): TableJson =>
    tableOf(name, { StorageDescriptor: undefined, PartitionKeys: undefined, TargetTable, ...members })
  const shared = (Name: string): JsonObject => ({ CatalogId: SHARING_ACCOUNT, DatabaseName: 'shared', Name })
  const withColumns = { StorageDescriptor: storageOf([column('own', 'int')]), Parameters: { table_type: 'ICEBERG' } }
  return [
    ...SHARED.map((name) => link(`link_${name}`, shared(name))),
    link('same_owner_again', shared('orders')),
    link('with_columns', shared('orders'), withColumns),
    link('with_partition_keys', shared('orders'), { PartitionKeys: [column('day', 'date')] }),
    link('empty_descriptor', shared('orders'), { StorageDescriptor: {} }),
    link('broken_delta_of_its_own', shared('orders'), deltaMembers()),
    link('dropped', shared('dropped')),
    link('database_dropped', { ...shared('orders'), DatabaseName: 'dropped' }),
    link('account_denied', { ...shared('orders'), CatalogId: SILENT_ACCOUNT }),
    link('account_malformed', { ...shared('orders'), CatalogId: 'awsdatacatalog' }),
    link('name_empty', shared('')),
    link('account_empty', { ...shared('orders'), CatalogId: '' }),
    link('view_of_theirs', shared('orders'), { TableType: 'VIRTUAL_VIEW', ViewOriginalText: 'SELECT 1' }),
    ...Array.from({ length: 6 }, (_, i) =>
      link(`random_${i}`, random.pick([shared('orders'), shared(random.pick(SHARED)), {}]))
    )
  ]
}

/** What makes a Delta table whose schema cannot be read. */
function deltaMembers(): JsonObject {
  const { StorageDescriptor, Parameters } = deltaNamed('no_json', 1)
  return { StorageDescriptor, Parameters }
}

/** A database that is a link: Glue lists the tables of the owner under the owner's names. */
function behind(name: string, TargetDatabase: JsonObject, random: Random): CatalogueDatabase {
  const shared = { CatalogId: SHARING_ACCOUNT, DatabaseName: 'shared' }
  // Without a target it is no link, and its tables would be the very ones that links lead to.
  const owner = { ...shared, ...(Object.keys(TargetDatabase).length === 0 ? { DatabaseName: name } : {}) }
  const link = databaseOf(name, { TargetDatabase, ...(random.chance(0.3) ? { CatalogId: undefined } : {}) })
  return entryOf(link, [
    ...SHARED.filter(() => random.chance(0.6)).map((table) => tableOf(table, owner)),
    tableOf('without_schema', { ...owner, StorageDescriptor: undefined }),
    tableOf('a_link_itself', { ...owner, StorageDescriptor: undefined, TargetTable: { ...shared, Name: 'orders' } })
  ])
}
