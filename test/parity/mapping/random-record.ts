import type { Json, JsonObject } from '../../../src/core/json.ts'
import type { Random } from '../../emulator/random.ts'
import { asDelta } from './random-delta.ts'
import { randomName, randomText, randomTexts } from './random-text.ts'
import { randomType } from './random-type.ts'

type Make = (random: Random) => Json

/** The given members, each there with its probability. */
function members(random: Random, makers: Readonly<Record<string, readonly [number, Make]>>): JsonObject {
  const present = Object.entries(makers).filter(([, [probability]]) => random.chance(probability))
  return Object.fromEntries(present.map(([name, [, make]]) => [name, make(random)]))
}

/** Times of every kind: whole, fractional, long ago, far away. */
export function randomTime(random: Random): number {
  switch (random.int(0, 5)) {
    case 0:
      return random.int(0, 2_000_000_000)
    case 1:
      return random.int(0, 2_000_000_000_000) / 1000
    case 2:
      return random.next() * 2_000_000_000
    case 3:
      return random.pick([0, 0.001, -1, -0.5, -1.2345, -62_135_596_800, 253_402_300_799, 1_700_000_000.57, 1e9, 0.0004])
    case 4:
      return random.int(-62_135_596_800, 253_402_300_799)
    default:
      return random.int(-62_135_596_800_000, 253_402_300_799_000) / 1000
  }
}

const owner: Make = (random) =>
  random.chance(0.2)
    ? random.pick(['', ' ', 'urn:li:corpuser:x', 'urn:li:corpGroup:y,z', 'urn:li:corpgroup:z', 'a,(b)', 'hadoop'])
    : randomName(random, 12)

const column = (random: Random): JsonObject => ({
  Name: random.chance(0.02) ? '' : random.chance(0.15) ? random.pick(['a', 'b', 'x.b']) : randomText(random, 10),
  ...members(random, {
    Comment: [0.4, (r) => (r.chance(0.1) ? '' : randomText(r, 20))],
    Parameters: [0.1, (r) => randomTexts(r, 2)]
  })
})

const columns = (random: Random, most: number): JsonObject[] =>
  Array.from({ length: random.int(0, most) }, () => ({ ...column(random), Type: randomType(random) }))

const partitionKeys: Make = (random) =>
  columns(random, 3).map((key) => (random.chance(0.1) ? { ...key, Type: null } : key))

const texts: Make = (random) => Array.from({ length: random.int(0, 3) }, () => randomText(random, 8))
const map: Make = (random) => randomTexts(random, 4)
const text: Make = (random) => (random.chance(0.05) ? '' : randomText(random, 20))

const STORAGE: Readonly<Record<string, readonly [number, Make]>> = {
  // In another order than the API's model.
  SchemaReference: [
    0.2,
    (r) => members(r, { SchemaVersionNumber: [0.7, () => 3], SchemaVersionId: [0.5, text], SchemaId: [0.5, schemaId] })
  ],
  SerdeInfo: [0.7, (r) => members(r, { Parameters: [0.7, map], Name: [0.5, text], SerializationLibrary: [0.7, text] })],
  Location: [0.8, (r) => (r.chance(0.6) ? location(r) : text(r))],
  AdditionalLocations: [0.2, texts],
  InputFormat: [0.7, text],
  OutputFormat: [0.7, text],
  Compressed: [0.7, (r) => r.chance(0.5)],
  NumberOfBuckets: [0.7, (r) => r.int(-1, 2_147_483_647)],
  BucketColumns: [0.3, texts],
  SortColumns: [
    0.3,
    (r) => Array.from({ length: r.int(0, 2) }, () => ({ SortOrder: r.int(0, 1), Column: randomText(r, 6) }))
  ],
  SkewedInfo: [
    0.2,
    (r) =>
      members(r, {
        SkewedColumnValueLocationMaps: [0.7, map],
        SkewedColumnValues: [0.7, texts],
        SkewedColumnNames: [0.7, texts]
      })
  ],
  StoredAsSubDirectories: [0.3, (r) => r.chance(0.5)],
  Parameters: [0.3, map],
  NotInTheModel: [0.05, text]
}

const schemaId: Make = (r) => members(r, { RegistryName: [0.7, text], SchemaName: [0.7, text], SchemaArn: [0.7, text] })

/** A place in S3 or somewhere else. */
const location: Make = (random) => {
  const scheme = random.pick(['s3://', 's3://', 's3n://', 's3a://', 'S3://', 's3:/', 'hdfs://', ' s3://'])
  const steps = Array.from({ length: random.int(0, 3) }, () => randomName(random, 8))
  return `${scheme}${steps.join('/')}${random.pick(['', '', '/', '//', '.parquet', '/a.csv'])}`
}

const storage: Make = (random) =>
  random.chance(0.05) ? {} : { ...members(random, STORAGE), Columns: columns(random, 12) }

/** A view's text: plain SQL, an envelope of Presto, or one that is broken. */
const viewText: Make = (random) => {
  const payload = random.pick([
    JSON.stringify({ originalSql: randomText(random, 40), columns: [] }),
    JSON.stringify({ originalSql: '' }),
    JSON.stringify({ originalSql: 5 }),
    JSON.stringify([1]),
    '{}',
    'not json',
    `\ufeff${JSON.stringify({ originalSql: 'SELECT 1' })}`
  ])
  const encoded = Buffer.from(payload).toString('base64')
  const at = random.int(0, encoded.length)
  return random.pick([
    randomText(random, 40),
    '',
    `/* Presto View: ${encoded} */`,
    `/* Presto View: ${encoded} */`,
    `/* Presto View: ${encoded}`,
    `/* Presto View: ${encoded.slice(0, -1)} */`,
    `/* Presto View: ${encoded.slice(0, at)}${random.pick(['=', '==', ' ', '-', '\n', 'A', '*/', ' */', 'é'])}${encoded.slice(at)} */`,
    `/* Presto View: ${encoded} */ and more */`,
    '/* Presto View */',
    ` /* Presto View: ${encoded} */`
  ])
}

/** What a resource link points at. */
const target: Make = (random) =>
  members(random, {
    CatalogId: [0.9, (r) => r.pick(['123456789012', '444455556666', '444455556666', '999900001111', ''])],
    DatabaseName: [0.9, (r) => randomName(r, 8)],
    Name: [0.9, (r) => (r.chance(0.1) ? '' : randomName(r, 8))]
  })

/** A table as Glue's JSON protocol has it. What the peer needs to map it is always there. */
export function randomTable(random: Random, database: string, index: number): JsonObject {
  return random.chance(0.1) ? asDelta(random, plainTable(random, database, index)) : plainTable(random, database, index)
}

function plainTable(random: Random, database: string, index: number): JsonObject {
  return {
    Name: random.chance(0.5) ? `t${index}` : `${index}${randomName(random, 12)}`,
    DatabaseName: database,
    CatalogId: random.chance(0.9) ? '123456789012' : randomText(random, 8),
    ...members(random, {
      Description: [0.5, text],
      Owner: [0.6, owner],
      CreateTime: [0.7, randomTime],
      UpdateTime: [0.6, randomTime],
      TableType: [
        0.8,
        (r) => r.pick(['EXTERNAL_TABLE', 'MANAGED_TABLE', 'VIRTUAL_VIEW', 'VIRTUAL_VIEW', 'virtual_view', ''])
      ],
      Parameters: [0.6, (r) => (r.chance(0.1) ? { table_type: 'ICEBERG' } : map(r))],
      StorageDescriptor: [0.9, storage],
      TargetTable: [0.1, target],
      PartitionKeys: [0.4, partitionKeys],
      ViewOriginalText: [0.5, viewText],
      ViewExpandedText: [0.5, viewText],
      Retention: [0.5, () => 0],
      Location: [0.05, text]
    })
  }
}

/** A database as Glue's JSON protocol has it. */
export function randomDatabase(random: Random, index: number): JsonObject & { readonly Name: string } {
  return {
    Name: `${index}${randomName(random, 10)}`,
    ...members(random, {
      Description: [0.5, text],
      LocationUri: [0.5, text],
      Parameters: [0.5, map],
      CreateTime: [0.6, randomTime],
      CatalogId: [0.8, () => '123456789012']
    })
  }
}
