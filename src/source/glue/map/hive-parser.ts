import { pythonStrip } from '../../../datahub/python-text.ts'
import { parsePrimitive } from './hive-primitive.ts'
import { type HiveType, HiveTypeError, type MapType, type StructType, type UnionType } from './hive-type.ts'

const COMPLEX = /^(struct|map|array|list|uniontype)/

/** Python's stack lets the peer go this deep into types that only have to be parsed, such as keys of maps. */
const MAX_PARSE_DEPTH = 948

/** Whether the peer takes the column for one without a structure: it goes by the first letters of the type alone. */
export const looksPrimitive = (type: string): boolean => !COMPLEX.test(type)

/** @throws HiveTypeError */
export const parseHiveType = (text: string): HiveType => parseType(text, { depth: 0, unionIndex: null })

/** Where a type stands: how deep, and as which of a union's structs. */
interface Place {
  readonly depth: number
  readonly unionIndex: number | null
}

function parseType(text: string, { depth, unionIndex }: Place): HiveType {
  if (depth > MAX_PARSE_DEPTH) throw new HiveTypeError('nested too deep')
  const below = { depth: depth + 1, unionIndex: null }
  const type = pythonStrip(text)
  if (type.startsWith('array<') || type.startsWith('list<')) {
    return { kind: 'array', native: type, items: parseType(inside(type, type.indexOf('<') + 1), below) }
  }
  if (type.startsWith('map<')) return parseMap(type, below)
  if (type.startsWith('uniontype<')) return parseUnion(inside(type, 'uniontype<'.length), below)
  if (type.startsWith('struct<')) return parseStruct(inside(type, 'struct<'.length), unionIndex, below)
  if (type.includes(':')) return parseStruct(type, unionIndex, below)
  return parsePrimitive(type)
}

/** What stands between the brackets. */
function inside(type: string, start: number): string {
  if (!type.endsWith('>')) throw new HiveTypeError("'>' should be the last character")
  return type.slice(start, -1)
}

function parseMap(type: string, below: Place): MapType {
  const [keyNative, value, ...more] = splitOutsideBrackets(inside(type, 'map<'.length), ',')
  if (keyNative === undefined || value === undefined || more.length > 0) {
    throw new HiveTypeError('a map has a key type and a value type')
  }
  return { kind: 'map', native: type, key: parseType(keyNative, below), keyNative, values: parseType(value, below) }
}

/** Its structs are numbered; only those without a space in front are seen as such. */
function parseUnion(members: string, below: Place): UnionType {
  let structs = 0
  const parse = (part: string): HiveType =>
    parseType(part, part.startsWith('struct<') ? { ...below, unionIndex: structs++ } : below)
  return { kind: 'union', members: splitOutsideBrackets(members, ',').map(parse) }
}

function parseStruct(text: string, unionIndex: number | null, below: Place): StructType {
  const fields = new Map<string, HiveType>()
  for (const part of splitOutsideBrackets(text, ',')) {
    const [name, type, ...more] = splitOutsideBrackets(pythonStrip(part), ':')
    if (name === undefined || type === undefined || more.length > 0) {
      throw new HiveTypeError('a field of a struct is name:type')
    }
    const key = unquoted(pythonStrip(name))
    const parsed = parseType(type, below)
    if (!fields.has(key)) fields.set(key, parsed)
  }
  const members = [...fields].map(([name, type]) => ({ name, type }))
  return { kind: 'struct', native: `struct<${text}>`, unionIndex, fields: members }
}

function unquoted(name: string): string {
  if (!name.startsWith('`')) return name
  if (!name.endsWith('`')) throw new HiveTypeError('a backtick is not closed')
  return name.slice(1, -1)
}

/** What a bracket does to the depth; any closing one closes any opening one. */
const DEPTHS = new Int8Array(128)
for (const opening of '([{<') DEPTHS[opening.charCodeAt(0)] = 1
for (const closing of ')]}>') DEPTHS[closing.charCodeAt(0)] = -1

/** The parts between separators that stand outside all brackets. */
function splitOutsideBrackets(text: string, separator: ',' | ':'): string[] {
  const separates = separator.charCodeAt(0)
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    depth += DEPTHS[unit] ?? 0
    if (depth < 0) throw new HiveTypeError('brackets are not paired')
    if (unit === separates && depth === 0) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  if (start === text.length) throw new HiveTypeError(`'${separator}' cannot be the last character`)
  return [...parts, text.slice(start)]
}
