import type { JsonObject } from '../../../src/core/json.ts'
import { column, databaseOf, entryOf, storageOf, tableOf } from './table.ts'
import type { CatalogueDatabase, TableJson } from './types.ts'

const TEXTS: Readonly<Record<string, string>> = {
  empty: '',
  space: ' ',
  true: 'true',
  False: 'False',
  number: '1',
  float: '1.0',
  none: 'None',
  null: 'null',
  single: "it's",
  double: 'say "hi"',
  both: `it's "both"`,
  backslash: 'C:\\temp\\n',
  newline: 'a\nb\r\nc',
  tab: 'a\tb',
  control: '\u0001\u001f\u007f\u0085',
  'field.delim': '\u0001',
  nbsp: 'a\u00a0b\u00ad',
  zero_width: 'a\u200b\u200d\ufeffb',
  line_separator: 'a\u2028b\u2029',
  latin: 'naïve café',
  cjk: '日本語',
  emoji: '🚀 🧑‍🚀 🇩🇪',
  private_use: '\ue000',
  unassigned: '\u0378',
  combining: 'e\u0301',
  right_to_left: '\u202eabc',
  json: '{"a": [1, "x", null, true]}',
  xml: '<a b="c">&amp;</a>',
  dollar: '$' + '{NOT_A_VARIABLE} $1',
  'key with space': 'x',
  "key's": 'x',
  'key.with.dots': 'x',
  'key/with/slash': 'x',
  ключ: 'значение',
  ['__proto__']: 'x',
  constructor: 'x'
}

/** What can stand in a storage descriptor: its members become custom properties, as Python writes them. */
export function oddStorage(): CatalogueDatabase {
  const columns = [column('id', 'int')]
  const serde = (members: JsonObject): TableJson =>
    tableOf('', { StorageDescriptor: storageOf(columns, { SerdeInfo: members }) })
  return entryOf(databaseOf('odd_storage'), [
    { ...serde({ Parameters: TEXTS }), Name: 'serde_texts' },
    { ...serde({}), Name: 'serde_empty' },
    { ...serde({ Parameters: {} }), Name: 'serde_no_parameters' },
    // The order of members on the wire is not the order of the API's model.
    {
      ...serde({ Parameters: { b: '2', a: '1' }, SerializationLibrary: 'x.Y', Name: 'my serde' }),
      Name: 'serde_order'
    },
    tableOf('parameters_texts', { Parameters: TEXTS }),
    tableOf('parameters_large', {
      Parameters: Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`key_${i}`, `value ${i}`]))
    }),
    tableOf('parameters_long', { Parameters: { long: 'v'.repeat(100_000) } }),
    tableOf('parameters_hide_storage', {
      Parameters: { Location: 'from the parameters', Compressed: 'yes', InputFormat: '' }
    }),
    tableOf('storage_parameters', {
      StorageDescriptor: storageOf(columns, { Parameters: { kept: 'out', classification: 'x' } })
    }),
    tableOf('booleans', {
      StorageDescriptor: storageOf(columns, {
        Compressed: true,
        StoredAsSubDirectories: true,
        NumberOfBuckets: 2_147_483_647
      })
    }),
    tableOf('sorted', { StorageDescriptor: storageOf(columns, sorted()) }),
    tableOf('skewed', { StorageDescriptor: storageOf(columns, { SkewedInfo: skewed() }) }),
    tableOf('skewed_empty', { StorageDescriptor: storageOf(columns, { SkewedInfo: {} }) }),
    tableOf('schema_reference', { StorageDescriptor: storageOf(columns, { SchemaReference: schemaReference() }) }),
    tableOf('locations', {
      StorageDescriptor: storageOf(columns, { AdditionalLocations: ['s3://a/b/', "s3://it's/", ''] })
    }),
    tableOf('no_location', { StorageDescriptor: storageOf(columns, { Location: undefined }) }),
    tableOf('odd_location', {
      StorageDescriptor: storageOf(columns, { Location: 'jdbc:postgresql://host/db?x=1&y=ü' })
    }),
    tableOf('reversed_members', {
      StorageDescriptor: reversed(storageOf(columns, { ...sorted(), SkewedInfo: skewed() }))
    }),
    tableOf('members_of_tomorrow', {
      StorageDescriptor: storageOf(columns, { NotInAnyModelYet: 'x' }),
      AddedByAwsLater: { a: 1 }
    })
  ])
}

function sorted(): JsonObject {
  return {
    NumberOfBuckets: 16,
    BucketColumns: ['id', "it's", 'naïve'],
    SortColumns: [
      { Column: 'id', SortOrder: 1 },
      { SortOrder: 0, Column: 'say "hi"' }
    ]
  }
}

function skewed(): JsonObject {
  return {
    SkewedColumnNames: ['country', "it's"],
    SkewedColumnValues: ['DE', 'ü', '\n'],
    SkewedColumnValueLocationMaps: { DE: 's3://example-lake/de/', "it's": 'x' }
  }
}

function schemaReference(): JsonObject {
  return {
    SchemaId: {
      RegistryName: 'registry',
      SchemaName: 'orders',
      SchemaArn: 'arn:aws:glue:eu-west-1:111122223333:schema/registry/orders'
    },
    SchemaVersionId: '11111111-2222-3333-4444-555555555555',
    SchemaVersionNumber: 3
  }
}

function reversed(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).reverse())
}
