import { seededRandom, seedOf } from '../random.ts'
import { column, databaseOf, entryOf, storageOf, tableOf } from './table.ts'
import type { CatalogueDatabase, TableJson } from './types.ts'

const LOCATIONS = [
  ...['s3://bucket/key', 's3://bucket/key/', 's3://bucket/key//', 's3://bucket', 's3://bucket/', 's3://', 's3:///key'],
  ...['s3n://bucket/a b/c', 's3a://bucket/ü/日本', 'S3://bucket/upper', 's3://bucket/a,b(c)', 's3://b/a.parquet'],
  ...['hdfs://namenode/x', 'abfss://c@a.dfs.core.windows.net/x', 'file:/tmp/x', '', ' s3://bucket/space', '/plain']
]

const TYPES = [
  'int',
  'string',
  'struct<a:int,b:struct<c:string>>',
  'array<struct<a:int>>',
  'map<string,int>',
  'uniontype<int,string>'
]

/** Tables stored in all kinds of places, and Iceberg tables. */
export function oddLineage(seed: number): CatalogueDatabase {
  const random = seededRandom(seedOf('odd_lineage', seed))
  const columns = () => ['id', 'Name', 'a.b', 'ü', 'id'].map((name) => column(name, random.pick(TYPES)))
  const stored = (name: string, Location: string | undefined, Parameters: Record<string, string> = {}): TableJson =>
    tableOf(name, { StorageDescriptor: storageOf(columns(), { Location }), Parameters })
  return entryOf(databaseOf('odd_lineage'), [
    ...LOCATIONS.map((location, index) => stored(`at_${index}`, location)),
    stored('nowhere', undefined),
    stored('location_in_parameters', undefined, { Location: 's3://bucket/from/parameters' }),
    stored('iceberg', 's3://bucket/iceberg', {
      table_type: 'ICEBERG',
      metadata_location: 's3://bucket/iceberg/m.json'
    }),
    stored('iceberg_lower', 's3://bucket/iceberg', { table_type: 'iceberg' }),
    tableOf('no_columns', { StorageDescriptor: storageOf([]) }),
    tableOf('no_storage', { StorageDescriptor: undefined, Parameters: { table_type: 'ICEBERG' } })
  ])
}
