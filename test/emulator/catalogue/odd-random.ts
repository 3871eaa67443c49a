import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom } from '../random.ts'
import { column, databaseOf, entryOf, storageOf, tableOf } from './table.ts'
import type { CatalogueDatabase } from './types.ts'

const LETTERS = Array.from('abcxyz019_ABCéß日🚀 .,()-\'"`:<>[]{}%$#')
const LEAVES = [
  'int',
  'string',
  'bigint',
  'double',
  'decimal(10,2)',
  'varchar(20)',
  'timestamp',
  'date',
  'binary',
  'boolean',
  'oddity'
]

/** Tables that the seed makes up: names, nesting and broken types that nobody thought of. Another seed, other tables. */
export function oddRandom(seed: number, count: number): CatalogueDatabase {
  const random = seededRandom(seed)
  return entryOf(
    databaseOf('odd_random'),
    Array.from({ length: count }, (_, i) =>
      tableOf(`${i}_${text(random, 12)}`, {
        Description: random.chance(0.7) ? text(random, 40) : undefined,
        StorageDescriptor: storageOf(columns(random), { Location: text(random, 20) }),
        PartitionKeys: random.chance(0.3) ? columns(random) : [],
        Parameters: Object.fromEntries(
          Array.from({ length: random.int(0, 4) }, () => [text(random, 6), text(random, 10)])
        ),
        CreateTime: random.int(0, 1_700_000_000_000) / 1000,
        UpdateTime: random.int(0, 1_700_000_000_000) / 1000
      })
    )
  )
}

function columns(random: Random): readonly JsonObject[] {
  return Array.from({ length: random.int(0, 8) }, (_, i) =>
    column(
      `${random.chance(0.5) ? `c${i}` : text(random, 8)}`,
      broken(type(random, 4), random),
      random.chance(0.4) ? text(random, 20) : undefined
    )
  )
}

function text(random: Random, longest: number): string {
  return Array.from({ length: random.int(1, longest) }, () => random.pick(LETTERS)).join('')
}

/** A well-formed type, nested `depth` deep at most. */
function type(random: Random, depth: number): string {
  if (depth === 0 || random.chance(0.4)) return random.pick(LEAVES)
  const inner = (): string => type(random, depth - 1)
  switch (random.int(0, 7)) {
    case 0:
    case 1:
      return `array<${inner()}>`
    case 2:
    case 3:
      return `map<${random.pick(LEAVES)},${inner()}>`
    case 4:
      return `uniontype<${Array.from({ length: random.int(1, 3) }, inner).join(',')}>`
    default:
      return `struct<${Array.from({ length: random.int(1, 4) }, (_, i) => `${fieldName(random, i)}:${inner()}`).join(',')}>`
  }
}

function fieldName(random: Random, index: number): string {
  if (random.chance(0.8)) return `f${index}`
  return random.pick(['`a b`', 'a-b', '1a', 'é', 'F', 'f0', 'type', '$x', 'a b'])
}

/** One time in six, a type with a character too many or too few. */
function broken(type: string, random: Random): string {
  if (!random.chance(1 / 6) || type === '') return type
  const at = random.int(0, type.length - 1)
  const added = random.pick(['', '<', '>', ',', ':', '(', ')', ' ', '`'])
  return type.slice(0, at) + added + type.slice(at + 1)
}
