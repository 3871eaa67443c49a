import type { Random } from '../../emulator/random.ts'
import { randomText } from './random-text.ts'

const LEAVES = [
  'string',
  'int',
  'integer',
  'double',
  'double precision',
  'binary',
  'boolean',
  'float',
  'tinyint',
  'smallint',
  'bigint',
  'varchar',
  'char',
  'long',
  'bytes',
  'bool',
  'decimal',
  'numeric',
  'bignumeric',
  'bigdecimal',
  'float64',
  'int64',
  'byteint',
  'date',
  'timestamp',
  'datetime',
  'decimal(10,2)',
  'decimal( 38 , 018 )',
  'decimal(5)',
  'decimal(0,0)',
  'decimal(2,9)',
  'decimal(99999999999999999999,3)',
  'numeric(3,1)x',
  'decimal(٣,١)',
  'varchar(20)',
  'char( 3 )',
  'varchar(x)',
  'timestamp with time zone',
  'timestamp(3)',
  'interval',
  'INT',
  'String',
  'geometry',
  'unknown',
  'null',
  'void',
  ''
]

const TOKENS = [
  ...['struct<', 'array<', 'list<', 'map<', 'uniontype<', 'struct', 'array', 'map', '>', '>>', '<', ',', ':', '(', ')'],
  ...['[', ']', '{', '}', '`', ' ', '\t', '\n', '\u00a0', '\u001c', '\u0085', '\ufeff', '\u3000', '.', '"', '\\', "'"],
  ...['int', 'string', 'date', 'decimal(10,2)', 'a', 'b', 'a:int', 'x y', '__struct_', '__structn_1_2', '\u0000', '🚀']
]

const NAMES = [
  'a',
  'b',
  'c',
  'A',
  'a',
  '`a b`',
  '`x`',
  '``',
  '`',
  'é',
  '日本',
  '🚀',
  'a.b',
  '.',
  'x.',
  '$x',
  'type',
  '1'
]
const ODD_NAMES = [
  '__struct_',
  '__struct_x',
  '__structn_',
  '__structn_7',
  '__structn_7_x',
  'null',
  'record',
  ' a ',
  '"q"',
  '[type=int]'
]

/** A Hive type as somebody could have written it: mostly well-formed, often odd, sometimes mere tokens. */
export function randomType(random: Random): string {
  if (random.chance(0.1)) return tokens(random)
  const type = nested(random, random.int(0, 5))
  return random.chance(0.12) ? mutated(random, type) : type
}

function tokens(random: Random): string {
  return Array.from({ length: random.int(0, 12) }, () => random.pick(TOKENS)).join('')
}

function nested(random: Random, depth: number): string {
  if (depth === 0 || random.chance(0.25)) return random.pick(LEAVES)
  const inner = (): string => space(random) + nested(random, depth - 1) + space(random)
  switch (random.int(0, 8)) {
    case 0:
    case 1:
      return `array<${inner()}>`
    case 2:
      return `list<${inner()}>`
    case 3:
    case 4:
      return `map<${inner()},${inner()}>`
    case 5:
      return `uniontype<${Array.from({ length: random.int(1, 4) }, inner).join(',')}>`
    default:
      return `struct<${Array.from({ length: random.int(1, 4) }, () => `${space(random)}${fieldName(random)}${space(random)}:${inner()}`).join(',')}>`
  }
}

function fieldName(random: Random): string {
  if (random.chance(0.7)) return random.pick(NAMES)
  return random.chance(0.5) ? random.pick(ODD_NAMES) : randomText(random, 6)
}

const space = (random: Random): string =>
  random.chance(0.03) ? random.pick([' ', '\t', '\u00a0', '\u001f', '\ufeff']) : ''

/** With a character or token gone, doubled or put in. */
function mutated(random: Random, type: string): string {
  const at = random.int(0, type.length)
  switch (random.int(0, 3)) {
    case 0:
      return type.slice(0, at) + type.slice(at + 1)
    case 1:
      return type.slice(0, at) + random.pick(TOKENS) + type.slice(at)
    case 2:
      return random.pick([' ', '\n', '\ufeff', 'x']) + type
    default:
      return type + random.pick([' ', '>', '<', ',', ':', 'x'])
  }
}
