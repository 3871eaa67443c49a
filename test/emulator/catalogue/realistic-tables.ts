import type { JsonObject } from '../../../src/core/json.ts'
import type { Random } from '../random.ts'
import { textOf } from '../text.ts'
import { COLUMNS } from './realistic-words.ts'
import { column, storageOf, tableOf } from './table.ts'
import type { TableJson } from './types.ts'

const BUCKET = 's3://example-data-lake'

export interface LakeTable {
  readonly database: string
  readonly name: string
  readonly owner: string
  readonly format: 'json' | 'parquet'
  readonly random: Random
}

/** A partitioned table of files, as a crawler or an ETL job registers it. */
export function lakeTable(wanted: LakeTable): TableJson {
  const { database, name, random } = wanted
  const Location = `${BUCKET}/${database}/${name}/`
  return tableOf(name, {
    ...common(random),
    Description: random.chance(0.7) ? `${capital(name)} of ${database}` : undefined,
    Owner: random.chance(0.8) ? wanted.owner : 'hadoop',
    StorageDescriptor: storageOf(someColumns(random), { Location, ...FORMATS[wanted.format] }),
    PartitionKeys: partitionKeys(random),
    Parameters: {
      classification: wanted.format,
      compressionType: random.pick(['none', 'gzip', 'snappy']),
      typeOfData: 'file',
      recordCount: String(random.int(0, 50_000_000)),
      averageRecordSize: String(random.int(40, 900)),
      sizeKey: String(random.int(1_000, 900_000_000_000)),
      objectCount: String(random.int(1, 40_000)),
      CrawlerSchemaDeserializerVersion: '1.0',
      CrawlerSchemaSerializerVersion: '1.0',
      UPDATED_BY_CRAWLER: `crawl-${database}`
    }
  })
}

const FORMATS: Readonly<Record<LakeTable['format'], JsonObject>> = {
  parquet: {},
  json: {
    InputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
    OutputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
    Compressed: true,
    SerdeInfo: {
      Name: 'json',
      SerializationLibrary: 'org.openx.data.jsonserde.JsonSerDe',
      Parameters: { paths: 'id,payload,created_at', 'ignore.malformed.json': 'true' }
    }
  }
}

/** An Iceberg table: the schema with field ids, no partition keys, the metadata file in the parameters. */
export function icebergTable(name: string, database: string, random: Random): TableJson {
  const Location = `${BUCKET}/${database}/${name}`
  const columns = someColumns(random).map((item, i) => ({
    ...item,
    Parameters: {
      'iceberg.field.current': 'true',
      'iceberg.field.id': String(i + 1),
      'iceberg.field.optional': String(i > 0)
    }
  }))
  return tableOf(name, {
    ...common(random),
    Description: undefined,
    Owner: undefined,
    StorageDescriptor: {
      Columns: columns,
      Location,
      AdditionalLocations: [`${Location}/data`, `${Location}/metadata`],
      Compressed: false,
      NumberOfBuckets: 0,
      SortColumns: [],
      StoredAsSubDirectories: false
    },
    PartitionKeys: [],
    Parameters: {
      table_type: 'ICEBERG',
      metadata_location: `${Location}/metadata/00042-1f2e3d4c.metadata.json`,
      previous_metadata_location: `${Location}/metadata/00041-0a1b2c3d.metadata.json`
    }
  })
}

/** A Delta table that keeps its schema in the parameters, as Databricks writes it to Glue. */
export function deltaTable(name: string, database: string, random: Random): TableJson {
  const Location = `${BUCKET}/${database}/${name}`
  const fields = someColumns(random)
    .filter((item) => !textOf(item.Type).startsWith('uniontype'))
    .map((item) => ({ name: item.Name, type: deltaType(textOf(item.Type)), nullable: true, metadata: {} }))
  const schema = JSON.stringify({ type: 'struct', fields })
  const parts = schema.match(/.{1,4000}/gsu) ?? []
  return tableOf(name, {
    ...common(random),
    Owner: 'databricks',
    StorageDescriptor: storageOf([column('col', 'array<string>', 'from deserializer')], {
      Location: `${Location}-__PLACEHOLDER__`,
      InputFormat: 'org.apache.hadoop.mapred.SequenceFileInputFormat',
      OutputFormat: 'org.apache.hadoop.hive.ql.io.HiveSequenceFileOutputFormat',
      SerdeInfo: {
        SerializationLibrary: 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
        Parameters: { path: Location, 'serialization.format': '1' }
      }
    }),
    Parameters: {
      EXTERNAL: 'TRUE',
      'spark.sql.create.version': '3.5.1',
      'spark.sql.partitionProvider': 'catalog',
      'spark.sql.sources.provider': 'delta',
      'spark.sql.sources.schema.numParts': String(parts.length),
      ...Object.fromEntries(parts.map((part, i) => [`spark.sql.sources.schema.part.${i}`, part]))
    }
  })
}

/** Spark's JSON schema wants its own names for types; nested ones are left as text, as older writers do. */
function deltaType(hive: string): string {
  const known: Readonly<Record<string, string>> = { bigint: 'long', int: 'integer', smallint: 'short', tinyint: 'byte' }
  return known[hive] ?? (/^(var)?char|[<]/u.test(hive) ? 'string' : hive)
}

function common(random: Random): JsonObject {
  const created = 1_600_000_000 + random.int(0, 160_000_000)
  const updated = created + random.int(0, 20_000_000)
  return { CreateTime: created, UpdateTime: updated, LastAccessTime: updated, VersionId: String(random.int(0, 400)) }
}

function someColumns(random: Random): readonly JsonObject[] {
  const chosen = COLUMNS.filter((_, i) => i === 0 || random.chance(0.55))
  return chosen.map(([name, type, comment]) => column(name, type, comment))
}

function partitionKeys(random: Random): readonly JsonObject[] {
  switch (random.int(0, 3)) {
    case 0:
      return []
    case 1:
      return [column('year', 'string'), column('month', 'string'), column('day', 'string')]
    case 2:
      return [column('event_date', 'date', 'UTC')]
    default:
      return [column('region', 'string'), column('event_date', 'date')]
  }
}

function capital(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
