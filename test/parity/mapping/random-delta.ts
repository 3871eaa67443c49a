import type { Json, JsonObject } from '../../../src/core/json.ts'
import type { Random } from '../../emulator/random.ts'
import { randomName, randomText } from './random-text.ts'
import { randomType } from './random-type.ts'

/** The same table as Spark leaves a Delta one: no columns to speak of, and the schema in parts in the parameters. */
export function asDelta(random: Random, table: JsonObject): JsonObject {
  const count = random.int(1, 4)
  const parts = partsOf(random.chance(0.8) ? schemaOf(random) : brokenSchema(random), count)
  const said = random.chance(0.1) ? random.pick(['0', '-1', ' 2 ', '+1', '1_0', '٣', '٣_1', '00', '99']) : String(count)
  return {
    ...table,
    Parameters: {
      'spark.sql.sources.provider': random.chance(0.9) ? 'delta' : 'parquet',
      ...(random.chance(0.95) ? { 'spark.sql.sources.schema.numParts': said } : {}),
      ...Object.fromEntries(parts.map((part, index) => [`spark.sql.sources.schema.part.${index}`, part]))
    },
    StorageDescriptor: {
      Location: `s3://bucket/${randomName(random, 8)}`,
      Columns: random.chance(0.9)
        ? [{ Name: 'col', Type: 'array<string>' }]
        : random.pick([[], [{ Name: 'col', Type: 'array<int>' }], [{ Name: 'id', Type: 'int' }]])
    }
  }
}

/** Whole characters in each part, as Spark cuts them. */
function partsOf(text: string, count: number): string[] {
  const characters = Array.from(text)
  const size = Math.ceil(characters.length / count)
  return Array.from({ length: count }, (_, index) => characters.slice(index * size, (index + 1) * size).join(''))
}

const schemaOf = (random: Random): string =>
  JSON.stringify({ type: 'struct', fields: Array.from({ length: random.int(0, 5) }, () => fieldOf(random)) })

function fieldOf(random: Random): JsonObject {
  return {
    name: random.chance(0.9) ? randomText(random, 8) : random.pick(['', 'a.b', 'x:y']),
    ...(random.chance(0.97) ? { type: deltaType(random, random.int(0, 3)) } : {}),
    ...(random.chance(0.8) ? { nullable: random.chance(0.5) } : {}),
    ...(random.chance(0.1) ? { nullable: random.pick<Json>([0, 1, '', 'no', null, [], {}, [0]]) } : {}),
    ...(random.chance(0.2) ? { description: random.pick<Json>(['', 'Its ü', null]) } : {}),
    metadata: {}
  }
}

function deltaType(random: Random, depth: number): Json {
  if (random.chance(0.03)) return random.pick<Json>([null, 5, [], true, {}, { type: 'array' }, { type: 'udt' }])
  if (depth === 0) return random.chance(0.1) ? randomType(random) : random.pick(PLAIN)
  switch (random.int(0, 3)) {
    case 0:
      return { type: 'array', elementType: deltaType(random, depth - 1), containsNull: true }
    case 1:
      return { type: 'map', keyType: 'string', valueType: deltaType(random, depth - 1) }
    default:
      return { type: 'struct', fields: Array.from({ length: random.int(0, 3) }, () => innerField(random, depth)) }
  }
}

/** Names of struct members are put into a text that is parsed again, whatever is in them. */
function innerField(random: Random, depth: number): JsonObject {
  const name = random.chance(0.9)
    ? random.pick(['a', 'b', 'Name', 'ü', 'x_1'])
    : random.pick<Json>(['a b', 'x:y', 'p,q', '', ',', 1, true, null, '<'])
  return { ...(random.chance(0.95) ? { name } : {}), type: deltaType(random, depth - 1), nullable: true }
}

const PLAIN = [
  ...['string', 'long', 'integer', 'short', 'byte', 'double', 'float', 'boolean', 'binary', 'date', 'timestamp'],
  ...[
    'timestamp_ntz',
    'decimal(10,2)',
    'decimal(38,18)',
    'varchar(20)',
    'void',
    'interval day to second',
    'variant',
    ''
  ]
]

/** What Spark would not have written. */
const brokenSchema = (random: Random): string =>
  random.pick([
    ...['', 'null', '5', '[]', '"text"', '{}', '{"fields":null}', '{"fields":5}', '{"fields":""}', '{"fields":{}}'],
    ...['{"fields":{"a":1}}', '{"fields":"ab"}', '{"fields":[5]}', '{"fields":[null]}', '{"fields":[{}]}'],
    ...['{"fields":[{"name":5,"type":"int"}]}', '{"fields":[{"name":null}]}', '{"fields":[{"name":"a","type":[]}]}'],
    ...[
      '{"fields":[]} ',
      '\ufeff{"fields":[]}',
      '{"fields":[],}',
      "{'fields':[]}",
      '{"fields":[]}x',
      '{"fields":[NaN]}'
    ],
    ...['{"fields":[],"x":NaN}', '{"fields":[],"x":-Infinity}', '{"fields":[],"fields":[{"name":"a","type":"int"}]}'],
    ...['{"fields":[{"name":"a\\u0000","type":"int"}]}'],
    schemaOf(random).slice(0, -random.int(1, 5))
  ])
