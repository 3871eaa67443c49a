import type { Json, JsonObject } from '../../../src/core/json.ts'
import type { CatalogueDatabase, DatabaseJson, TableJson } from './types.ts'

/** The account that owns generated catalogues. */
export const OWNER_ACCOUNT = '111122223333'

const CREATED = 1_700_000_000

/** A column. `undefined` members are left out of the JSON. */
export function column(Name: string, Type?: string, Comment?: string): JsonObject {
  return { Name, Type, Comment }
}

/** A database with every usual member; `members` replace them, and `undefined` takes one away. */
export function databaseOf(Name: string, members: JsonObject = {}): DatabaseJson {
  return {
    Description: `About ${Name}`,
    LocationUri: `s3://example-lake/${Name}/`,
    Parameters: { team: 'data-platform' },
    CreateTime: CREATED,
    CreateTableDefaultPermissions: [
      { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] }
    ],
    CatalogId: OWNER_ACCOUNT,
    ...members,
    Name
  }
}

/** A storage descriptor for Parquet with these columns; `members` replace what is usual. */
export function storageOf(columns: readonly JsonObject[], members: JsonObject = {}): JsonObject {
  return {
    Columns: columns,
    Location: 's3://example-lake/somewhere/',
    InputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
    OutputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
    Compressed: false,
    NumberOfBuckets: -1,
    SerdeInfo: {
      SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
      Parameters: { 'serialization.format': '1' }
    },
    BucketColumns: [],
    SortColumns: [],
    Parameters: {},
    StoredAsSubDirectories: false,
    ...members
  }
}

/** A table with every usual member; `members` replace them, and `undefined` takes one away. */
export function tableOf(Name: string, members: JsonObject = {}): TableJson {
  return {
    Description: 'A table',
    Owner: 'hadoop',
    CreateTime: CREATED,
    UpdateTime: CREATED + 86_400,
    Retention: 0,
    StorageDescriptor: storageOf([column('id', 'bigint'), column('name', 'string', 'What it is called')]),
    PartitionKeys: [],
    TableType: 'EXTERNAL_TABLE',
    Parameters: { classification: 'parquet', EXTERNAL: 'TRUE' },
    CreatedBy: `arn:aws:sts::${OWNER_ACCOUNT}:assumed-role/etl/session`,
    IsRegisteredWithLakeFormation: false,
    CatalogId: OWNER_ACCOUNT,
    VersionId: '1',
    ...members,
    Name
  }
}

/** A database and its tables; each table's `DatabaseName` is the database's name unless the table says otherwise. */
export function entryOf(database: DatabaseJson, tables: readonly TableJson[]): CatalogueDatabase {
  const own: Json = database.Name
  return { database, tables: tables.map((table) => ({ DatabaseName: own, ...table })) }
}
