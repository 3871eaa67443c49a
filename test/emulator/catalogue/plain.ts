import { seededRandom, seedOf } from '../random.ts'
import type { Catalogue, DatabaseJson, TableJson } from './types.ts'
import { prestoView } from './view.ts'

export interface PlainOptions {
  readonly tables: number
  readonly columns: number
  /** How many databases the tables are spread over. Default 10. */
  readonly databases?: number
  readonly seed?: number
  readonly account?: string
  /** Every so-manieth table is a view of Athena over the two tables before it. Absent: none. */
  readonly viewEvery?: number
}

const TYPES = [
  'string',
  'bigint',
  'int',
  'double',
  'boolean',
  'timestamp',
  'date',
  'decimal(18,4)',
  'varchar(64)',
  'float'
]
const EPOCH = 1_700_000_000

/** A catalogue of like tables, as many as wanted, for measuring. Tables are made while they are walked through. */
export function plainCatalogue(options: PlainOptions): Catalogue {
  const count = Math.max(1, Math.min(options.databases ?? 10, options.tables))
  return Array.from({ length: count }, (_, index) => {
    const name = `db_${String(index).padStart(3, '0')}`
    const from = Math.floor((options.tables * index) / count)
    const to = Math.floor((options.tables * (index + 1)) / count)
    return {
      database: databaseOf(name, options),
      tables: { [Symbol.iterator]: () => tablesOf(name, from, to, options) }
    }
  })
}

function databaseOf(Name: string, options: PlainOptions): DatabaseJson {
  return {
    Name,
    Description: `Tables of ${Name}`,
    LocationUri: `s3://example-lake/${Name}/`,
    CreateTime: EPOCH,
    CatalogId: options.account ?? '111122223333'
  }
}

function* tablesOf(database: string, from: number, to: number, options: PlainOptions): Generator<TableJson> {
  for (let number = from; number < to; number++) {
    const isView = options.viewEvery !== undefined && number % options.viewEvery === options.viewEvery - 1
    yield isView && number - from >= 2 ? viewOf(database, number, options) : tableOf(database, number, options)
  }
}

const nameOf = (number: number): string => `table_${String(number).padStart(6, '0')}`

/** A join of two tables, some columns of which are renamed, summed up or chosen by a condition. */
function viewOf(DatabaseName: string, number: number, options: PlainOptions): TableJson {
  const columns = ['column_0', 'other', 'total', 'kind'].map((Name) => ({ Name, Type: 'string' }))
  const [one, two] = [nameOf(number - 1), nameOf(number - 2)]
  const sql = `WITH recent AS (SELECT column_0, column_1, column_2 FROM "${DatabaseName}"."${two}" WHERE day > '2024-01-01')
SELECT a.column_0, b.column_1 AS other, sum(a.column_3) AS total, CASE WHEN b.column_2 IS NULL THEN 'none' ELSE 'some' END AS kind
FROM ${DatabaseName}.${one} a LEFT JOIN recent b ON a.column_0 = b.column_0 GROUP BY 1, 2, 4`
  const CatalogId = options.account ?? '111122223333'
  return prestoView(nameOf(number), sql, columns, { DatabaseName, CatalogId })
}

function tableOf(DatabaseName: string, number: number, options: PlainOptions): TableJson {
  const random = seededRandom(seedOf(`${DatabaseName}.${number}`, options.seed ?? 1))
  const Name = nameOf(number)
  const Location = `s3://example-lake/${DatabaseName}/${Name}/`
  const created = EPOCH + random.int(0, 50_000_000)
  return {
    Name,
    DatabaseName,
    Description: `Table number ${number}`,
    Owner: 'hadoop',
    CreateTime: created,
    UpdateTime: created + random.int(1, 10_000_000),
    LastAccessTime: created,
    Retention: 0,
    StorageDescriptor: {
      Columns: Array.from({ length: options.columns }, (_, column) => ({
        Name: `column_${column}`,
        Type: random.pick(TYPES),
        Comment: `What column ${column} holds`
      })),
      Location,
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
      StoredAsSubDirectories: false
    },
    PartitionKeys: [{ Name: 'day', Type: 'string' }],
    TableType: 'EXTERNAL_TABLE',
    Parameters: { classification: 'parquet', EXTERNAL: 'TRUE', recordCount: String(random.int(0, 1_000_000)) },
    CreatedBy: `arn:aws:sts::${options.account ?? '111122223333'}:assumed-role/etl/session`,
    IsRegisteredWithLakeFormation: false,
    CatalogId: options.account ?? '111122223333',
    VersionId: '1'
  }
}
