import type { JsonObject } from '../../../src/core/json.ts'
import { seededRandom, seedOf } from '../random.ts'
import { column, databaseOf, entryOf, storageOf, tableOf } from './table.ts'
import type { CatalogueDatabase } from './types.ts'

const KEYS = ['pii', 'Data Class', 'a/b', 'a b', 'a_b', 'ü', 'x.y', '日本', '']
const VALUES = ['yes', '', 'a "quoted" one', 'ü', '1', 'line\nbreak']

/** Columns and partition keys with parameters of their own. */
export function oddColumnParameters(seed: number): CatalogueDatabase {
  const random = seededRandom(seedOf('odd_column_parameters', seed))
  const parameters = (): JsonObject =>
    Object.fromEntries(KEYS.filter(() => random.chance(0.3)).map((key) => [key, random.pick(VALUES)]))
  const types = [
    'int',
    'string',
    'struct<a:int,b:string>',
    'array<int>',
    'map<string,int>',
    'decimal(10,2)',
    'nonsense<'
  ]
  const withParameters = (name: string): JsonObject => ({
    ...column(name, random.pick(types)),
    Parameters: parameters()
  })
  return entryOf(
    databaseOf('odd_column_parameters'),
    Array.from({ length: 15 }, (_, i) =>
      tableOf(`table_${i}`, {
        StorageDescriptor: storageOf(['id', 'Name', 'x.y', 'ü', 'a,b'].map(withParameters)),
        PartitionKeys: random.chance(0.5) ? [withParameters('day'), column('hour', 'int')] : []
      })
    )
  )
}
