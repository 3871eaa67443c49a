import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom, seedOf } from '../random.ts'
import { column, databaseOf, entryOf, storageOf, tableOf } from './table.ts'
import type { CatalogueDatabase, TableJson } from './types.ts'

/** What a crawler or Spark leaves in the descriptor of a Delta table. */
const STAND_IN = storageOf([column('col', 'array<string>')])

const delta = (name: string, schema: string, parameters: JsonObject = {}, parts = 1): TableJson => {
  const size = Math.ceil(schema.length / parts)
  const pieces = Array.from({ length: parts }, (_, i) => [
    `spark.sql.sources.schema.part.${i}`,
    schema.slice(i * size, (i + 1) * size)
  ])
  const own = { 'spark.sql.sources.provider': 'delta', 'spark.sql.sources.schema.numParts': String(parts) }
  return tableOf(name, {
    StorageDescriptor: STAND_IN,
    Parameters: { ...own, ...Object.fromEntries(pieces), ...parameters }
  })
}

const schemaOf = (...fields: readonly object[]): string => JSON.stringify({ type: 'struct', fields })
const field = (name: string, type: unknown, more: object = {}): object => ({
  name,
  type,
  nullable: true,
  metadata: {},
  ...more
})

/** Delta tables whose schema Spark keeps in their parameters, well and badly. */
export function oddDelta(seed: number): CatalogueDatabase {
  const random = seededRandom(seedOf('odd_delta', seed))
  const struct = {
    type: 'struct',
    fields: [field('a', 'integer'), field('b', { type: 'array', elementType: 'double', containsNull: true })]
  }
  const one = schemaOf(field('id', 'long', { nullable: false }), field('name', 'string', { description: 'Its name' }))
  return entryOf(databaseOf('odd_delta'), [
    delta('plain', one),
    delta('in_parts', one, {}, 4),
    delta('nested', schemaOf(field('s', struct), field('l', { type: 'array', elementType: struct }))),
    delta(
      'maps',
      schemaOf(field('m', { type: 'map', keyType: 'string', valueType: 'long' }), field('x', 'decimal(10,2)'))
    ),
    delta('empty', schemaOf()),
    delta('no_json', 'not json'),
    delta('no_fields', '{"type":"struct"}'),
    delta('fields_no_list', '{"fields": 5}'),
    delta('nameless', '{"fields":[{"type":"string"}]}'),
    delta('typeless', '{"fields":[{"name":"a"},{"name":"b","type":null}]}'),
    delta('typeless_default', '{"fields":[{"name":"a"}]}'),
    delta(
      'odd_types',
      schemaOf(field('a', 'void'), field('b', 'interval day'), field('c', ''), field('d', { type: 'udt' }))
    ),
    delta(
      'odd_nullable',
      schemaOf(
        field('a', struct, { nullable: 0 }),
        field('b', struct, { nullable: 'no' }),
        field('c', struct, { nullable: null })
      )
    ),
    delta('part_missing', one, { 'spark.sql.sources.schema.numParts': '3' }),
    delta('no_parts', one, { 'spark.sql.sources.schema.numParts': '0' }),
    delta('spaced_parts', one, { 'spark.sql.sources.schema.numParts': ' 1 ' }),
    delta('other_provider', one, { 'spark.sql.sources.provider': 'parquet' }),
    { ...delta('with_columns', one), StorageDescriptor: storageOf([column('id', 'bigint'), column('name', 'string')]) },
    { ...delta('partitioned', one), PartitionKeys: [column('day', 'date')] },
    ...Array.from({ length: 12 }, (_, i) => delta(`random_${i}`, randomSchema(random), {}, random.int(1, 3)))
  ])
}

function randomSchema(random: Random): string {
  const fields = Array.from({ length: random.int(0, 6) }, (_, i) =>
    field(
      `${random.pick(['id', 'Name', 'x.y', 'ü', 'a b'])}_${i}`,
      randomType(random, 3),
      random.chance(0.3) ? { nullable: false } : {}
    )
  )
  return schemaOf(...fields)
}

function randomType(random: Random, depth: number): unknown {
  const kind = depth === 0 ? 'plain' : random.pick(['plain', 'plain', 'array', 'struct', 'map'])
  if (kind === 'array') return { type: 'array', elementType: randomType(random, depth - 1), containsNull: true }
  if (kind === 'map') return { type: 'map', keyType: 'string', valueType: randomType(random, depth - 1) }
  if (kind === 'struct') {
    const fields = Array.from({ length: random.int(0, 3) }, (_, i) => field(`f${i}`, randomType(random, depth - 1)))
    return { type: 'struct', fields }
  }
  return random.pick(['string', 'long', 'integer', 'timestamp', 'decimal(38,18)', 'binary', 'boolean', 'date', 'float'])
}
