import type { PythonValue } from './python-json.ts'

/*
 * Hive's type strings, read as the peer reads them (datahub/utilities/hive_schema_to_avro.py): into Avro-like types that
 * keep the native text. What the peer cannot parse throws HiveTypeError here, and becomes a field of unknown type.
 */

export type Primitive = 'null' | 'boolean' | 'string' | 'bytes' | 'int' | 'long' | 'float' | 'double'

export interface PrimitiveType {
  readonly kind: 'primitive'
  readonly avro: Primitive
  readonly native: string
  readonly logical?: 'decimal' | 'date' | 'timestamp-millis'
  /** Precision and scale; a type string may hold more digits than a number can. */
  readonly decimal?: readonly [bigint, bigint]
}

export interface ArrayType {
  readonly kind: 'array'
  readonly native: string
  readonly items: HiveType
}

export interface MapType {
  readonly kind: 'map'
  readonly native: string
  readonly key: HiveType
  readonly keyNative: string
  readonly values: HiveType
}

export interface StructType {
  readonly kind: 'struct'
  readonly native: string
  /** Its number among the structs of a union; null outside of one. */
  readonly unionIndex: number | null
  readonly fields: readonly { readonly name: string; readonly type: HiveType }[]
}

export interface UnionType {
  readonly kind: 'union'
  readonly members: readonly HiveType[]
}

export type HiveType = PrimitiveType | ArrayType | MapType | StructType | UnionType

/** A type string that cannot be parsed. */
export class HiveTypeError extends Error {}

const PRIMITIVES = new Map<string, Primitive>(
  Object.entries({
    string: 'string',
    int: 'int',
    integer: 'int',
    double: 'double',
    'double precision': 'double',
    binary: 'string',
    boolean: 'boolean',
    float: 'float',
    tinyint: 'int',
    smallint: 'int',
    bigint: 'long',
    varchar: 'string',
    char: 'string',
    long: 'long',
    bytes: 'bytes'
  })
)

/** Types of other engines that turn up in Glue. */
const FOREIGN = new Map<string, Primitive>(
  Object.entries({
    bool: 'boolean',
    bignumeric: 'long',
    bigdecimal: 'double',
    float64: 'double',
    int64: 'long',
    byteint: 'int'
  })
)

const COMPLEX = /^(struct|map|array|list|uniontype)/
const FIXED_STRING = /^(?:var)?char\(\s*\d+\s*\)/
const FIXED_DECIMAL = /^(?:decimal|numeric)(?:\(\s*(\d+)\s*,\s*(\d+)\s*\))?/
/** What Python's str.strip takes away; JavaScript's trim knows U+FEFF too and not U+001C to U+001F and U+0085. */
const SPACE = '[[\\s\\u001c-\\u001f\\u0085]--[\\ufeff]]'
const OUTER_SPACE = new RegExp(`^${SPACE}+|${SPACE}+$`, 'gv')

/** Whether the peer takes the column for one without a structure: it goes by the first letters of the type alone. */
export const looksPrimitive = (type: string): boolean => !COMPLEX.test(type)

/** @throws HiveTypeError */
export function parseHiveType(text: string, unionIndex: number | null = null): HiveType {
  const type = text.replace(OUTER_SPACE, '')
  if (type.startsWith('array<') || type.startsWith('list<')) {
    return { kind: 'array', native: type, items: parseHiveType(inside(type, type.indexOf('<') + 1)) }
  }
  if (type.startsWith('map<')) return parseMap(type)
  if (type.startsWith('uniontype<')) return parseUnion(inside(type, 'uniontype<'.length))
  if (type.startsWith('struct<')) return parseStruct(inside(type, 'struct<'.length), unionIndex)
  if (type.includes(':')) return parseStruct(type, unionIndex)
  return parsePrimitive(type)
}

/** What stands between the brackets. */
function inside(type: string, start: number): string {
  if (!type.endsWith('>')) throw new HiveTypeError("'>' should be the last character")
  return type.slice(start, -1)
}

function parseMap(type: string): MapType {
  const [keyNative, value, ...more] = splitOutsideBrackets(inside(type, 'map<'.length), ',')
  if (keyNative === undefined || value === undefined || more.length > 0) {
    throw new HiveTypeError('a map has a key type and a value type')
  }
  return { kind: 'map', native: type, key: parseHiveType(keyNative), keyNative, values: parseHiveType(value) }
}

function parseUnion(members: string): UnionType {
  let structs = 0
  const parse = (part: string): HiveType =>
    part.startsWith('struct<') ? parseHiveType(part, structs++) : parseHiveType(part)
  return { kind: 'union', members: splitOutsideBrackets(members, ',').map(parse) }
}

function parseStruct(text: string, unionIndex: number | null): StructType {
  const fields = new Map<string, HiveType>()
  for (const part of splitOutsideBrackets(text, ',')) {
    const [name, type, ...more] = splitOutsideBrackets(part.replace(OUTER_SPACE, ''), ':')
    if (name === undefined || type === undefined || more.length > 0) {
      throw new HiveTypeError('a field of a struct is name:type')
    }
    const key = unquoted(name.replace(OUTER_SPACE, ''))
    const parsed = parseHiveType(type)
    if (!fields.has(key)) fields.set(key, parsed)
  }
  return {
    kind: 'struct',
    native: `struct<${text}>`,
    unionIndex,
    fields: [...fields].map(([name, type]) => ({ name, type }))
  }
}

function unquoted(name: string): string {
  if (!name.startsWith('`')) return name
  if (!name.endsWith('`')) throw new HiveTypeError('a backtick is not closed')
  return name.slice(1, -1)
}

function parsePrimitive(native: string): PrimitiveType {
  const known = PRIMITIVES.get(native)
  if (known !== undefined) return { kind: 'primitive', avro: known, native }
  if (FIXED_STRING.test(native)) return { kind: 'primitive', avro: 'string', native }
  const decimal = FIXED_DECIMAL.exec(native)
  if (decimal !== null) return decimalType(native, decimal[1], decimal[2])
  if (native === 'date') return { kind: 'primitive', avro: 'int', logical: 'date', native }
  if (native === 'timestamp' || native === 'datetime') {
    return { kind: 'primitive', avro: 'int', logical: 'timestamp-millis', native }
  }
  return { kind: 'primitive', avro: FOREIGN.get(native) ?? 'null', native }
}

function decimalType(native: string, precision: string | undefined, scale: string | undefined): PrimitiveType {
  const type = { kind: 'primitive', avro: 'bytes', logical: 'decimal', native } as const
  if (precision === undefined || scale === undefined) return type
  return { ...type, decimal: [BigInt(precision), BigInt(scale)] }
}

const CLOSING = new Map(Object.entries({ '(': ')', '[': ']', '{': '}', '<': '>' }))
const CLOSERS = new Set(CLOSING.values())

/** The parts between separators that stand outside all brackets. Any closing bracket closes any opening one. */
function splitOutsideBrackets(text: string, separator: string): string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    if (CLOSING.has(character)) depth += 1
    else if (CLOSERS.has(character)) {
      if (depth === 0) throw new HiveTypeError('brackets are not paired')
      depth -= 1
    } else if (character === separator && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  if (start === text.length) throw new HiveTypeError(`'${separator}' cannot be the last character`)
  return [...parts, text.slice(start)]
}

/** The type as the peer's Avro schema has it in JSON; it becomes visible as the `key_type` of maps. */
export function avroJson(type: HiveType): PythonValue {
  switch (type.kind) {
    case 'primitive':
      return { type: type.avro, ...logicalProps(type), native_data_type: type.native, _nullable: true }
    case 'array':
      return { type: 'array', items: avroJson(type.items), native_data_type: type.native }
    case 'map':
      return {
        type: 'map',
        values: avroJson(type.values),
        native_data_type: type.native,
        key_type: avroJson(type.key),
        key_native_data_type: type.keyNative
      }
    case 'struct': {
      const fields = type.fields.map((field) => ({ name: field.name, type: avroJson(field.type) }))
      return { type: 'record', name: '__struct_', fields, native_data_type: type.native }
    }
    case 'union':
      return type.members.map(avroJson)
  }
}

/** The logical type of a primitive as the peer's Avro schema has it. */
export function logicalProps(type: PrimitiveType): Readonly<Record<string, PythonValue>> {
  if (type.logical === undefined) return {}
  if (type.decimal === undefined) return { logicalType: type.logical }
  const [precision, scale] = type.decimal
  return { logicalType: type.logical, precision, scale }
}
