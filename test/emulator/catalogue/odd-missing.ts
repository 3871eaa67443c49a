import { column, databaseOf, entryOf, storageOf, tableOf } from './table.ts'
import type { CatalogueDatabase, TableJson } from './types.ts'

const TIMES: readonly number[] = [
  0, 0.001, 1, 999_999_999.999, 1_234_567_890.123, 1_400_000_000.29, 1_600_000_000.001, 1_650_000_000.999,
  1_700_000_000.57, 1_700_000_000.0005, 1_712_345_678.9, 4_102_444_800
]

/** Members that are not there, are null or are empty, and times of every kind. */
export function oddMissing(): CatalogueDatabase {
  const members = [
    'Description',
    'Owner',
    'CreateTime',
    'UpdateTime',
    'PartitionKeys',
    'TableType',
    'Parameters',
    'StorageDescriptor',
    'Retention',
    'VersionId',
    'CatalogId'
  ] as const
  const without = (name: string): TableJson => tableOf(`no_${name}`, { [name]: undefined })
  const withNull = (name: string): TableJson => tableOf(`null_${name}`, { [name]: null })
  return entryOf(databaseOf('odd_missing'), [
    ...members.map(without),
    ...members.filter((name) => name !== 'CatalogId').map(withNull),
    tableOf('no_times', { CreateTime: undefined, UpdateTime: undefined }),
    tableOf('same_times', { CreateTime: 1_700_000_000, UpdateTime: 1_700_000_000 }),
    tableOf('updated_before_created', { CreateTime: 1_700_000_000, UpdateTime: 1_600_000_000 }),
    onlyName(),
    tableOf('empty_storage', { StorageDescriptor: {} }),
    tableOf('empty_description', { Description: '' }),
    tableOf('empty_parameters', { Parameters: {} }),
    tableOf('null_comment', { StorageDescriptor: storageOf([{ Name: 'id', Type: 'int', Comment: null }]) }),
    tableOf('null_storage_members', {
      StorageDescriptor: storageOf([column('id', 'int')], { Location: null, SerdeInfo: null, BucketColumns: null })
    }),
    tableOf('other_account', { CatalogId: '444455556666' }),
    tableOf('not_an_account', { CatalogId: 's3tablescatalog/bucket' }),
    tableOf('descriptions', {
      Description: 'Line one\nLine two\t<script>alert(1)</script> | **bold** 🚀 \u202e `code`'
    }),
    tableOf('long_description', { Description: 'd'.repeat(20_000) }),
    ...TIMES.map((time, i) =>
      tableOf(`time_${String(i).padStart(2, '0')}`, { CreateTime: time, UpdateTime: TIMES[TIMES.length - 1 - i] })
    )
  ])
}

/** A table of which nothing is told but its name and its place. */
function onlyName(): TableJson {
  return tableOf('only_name', {
    Description: undefined,
    Owner: undefined,
    CreateTime: undefined,
    UpdateTime: undefined,
    Retention: undefined,
    StorageDescriptor: undefined,
    PartitionKeys: undefined,
    TableType: undefined,
    Parameters: undefined,
    CreatedBy: undefined,
    IsRegisteredWithLakeFormation: undefined,
    VersionId: undefined
  })
}

const OWNERS = [
  '',
  'hadoop',
  'with space',
  'UPPER',
  'etl@example.com',
  'domain\\user',
  'arn:aws:iam::111122223333:user/etl',
  'ünïcode',
  '所有者',
  '🚀',
  'a,b',
  '(x)',
  'per%cent',
  'urn:li:corpuser:etl',
  'urn:li:corpGroup:platform',
  "it's",
  '"quoted"',
  'a/b',
  '  '
]

/** Owners of every form. */
export function oddOwners(): CatalogueDatabase {
  return entryOf(
    databaseOf('odd_owners'),
    OWNERS.map((Owner, i) => tableOf(`owner_${String(i).padStart(2, '0')}`, { Owner }))
  )
}

/** Databases whose names and members are odd, each with one table. */
export function oddDatabases(): readonly CatalogueDatabase[] {
  const one = (entry: CatalogueDatabase['database']): CatalogueDatabase => entryOf(entry, [tableOf('t')])
  return [
    one(databaseOf('ODD Upper And Space')),
    one(databaseOf('odd.with.dots')),
    one(databaseOf('odd-日本語-🚀')),
    one(databaseOf('odd,comma(paren)')),
    one(databaseOf('odd\'quote"double')),
    one(databaseOf('odd_no_description', { Description: undefined })),
    one(databaseOf('odd_empty_description', { Description: '' })),
    one(databaseOf('odd_no_location', { LocationUri: undefined })),
    one(databaseOf('odd_empty_location', { LocationUri: '' })),
    one(databaseOf('odd_no_parameters', { Parameters: undefined })),
    one(
      databaseOf('odd_parameters', {
        Parameters: { LocationUri: 'hidden', CreateTime: 'hidden', ключ: "it's", empty: '' }
      })
    ),
    one(databaseOf('odd_no_time', { CreateTime: undefined })),
    one(databaseOf('odd_time', { CreateTime: 1_400_000_000.987 })),
    one(databaseOf('odd_time_zero', { CreateTime: 0 })),
    one(databaseOf('odd_no_catalog_id', { CatalogId: undefined })),
    one(
      databaseOf('odd_only_name', {
        Description: undefined,
        LocationUri: undefined,
        Parameters: undefined,
        CreateTime: undefined,
        CatalogId: undefined,
        CreateTableDefaultPermissions: undefined
      })
    ),
    one(databaseOf('odd_empty_target', { TargetDatabase: {} })),
    one(databaseOf('odd_federated', { FederatedDatabase: { Identifier: 'x', ConnectionName: 'y' } })),
    entryOf(databaseOf('odd_empty'), [])
  ]
}
