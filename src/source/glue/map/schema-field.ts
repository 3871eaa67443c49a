import type { JsonObject } from '../../../core/json.ts'
import { type FieldAttributes, fieldAttributes, optionOf } from './field-type.ts'
import {
  type HiveType,
  HiveTypeError,
  looksPrimitive,
  parseHiveType,
  type StructType,
  type UnionType
} from './hive-type.ts'

/*
 * The fields of a column: one for the column itself and one for every struct member in it, with DataHub's v2 field paths.
 * The peer goes through Avro for this (hive_schema_to_avro.py, extractor/schema_util.py); what comes out is the same.
 */

const VERSION = '[version=2.0]'
/** Stands for the column's name in a field path until it is known; no type string holds it. */
const NAME = '\u0000'
const MAX_KNOWN_TYPES = 20_000

/** A field of a column whose name is not filled in yet. */
interface FieldTemplate {
  /** The path before and after the column's name. */
  readonly before: string
  readonly after: string
  readonly attributes: FieldAttributes
}

/** What columns of the same type have in common. */
type Templates = readonly FieldTemplate[] | 'unparsable'

const known = { nullable: new Map<string, Templates>(), required: new Map<string, Templates>() }

export interface Column {
  readonly name: string
  readonly type: string
  readonly description: string | undefined
  /** Whether structures in it may be null; the peer says so of columns and not of partition keys. */
  readonly nullable: boolean
}

/** The fields of a column, itself first. A type that cannot be parsed gives one field of unknown type. */
export function schemaFields(column: Column): JsonObject[] {
  const templates = templatesOf(column.type, column.nullable)
  const fields =
    templates === 'unparsable' || (column.name === '' && !looksPrimitive(column.type))
      ? [unknownField(column)]
      : filled(templates, column)
  if (column.description !== undefined && column.description !== '' && fields[0] !== undefined) {
    fields[0] = { ...fields[0], description: column.description }
  }
  return fields
}

function filled(templates: readonly FieldTemplate[], { name, type }: Column): JsonObject[] {
  const primitive = looksPrimitive(type)
  const shown = primitive ? name : nameAnnotation(name)
  return templates.map(({ before, after, attributes }, index) => ({
    ...attributes,
    fieldPath: primitive && index > 0 ? before : before + shown + after
  }))
}

/** The peer's way out for types it cannot parse. A primitive one gets its name twice. */
function unknownField({ name, type }: Column): JsonObject {
  return {
    fieldPath: looksPrimitive(type) ? `${name}.${name}` : name,
    nullable: false,
    type: { type: { 'com.linkedin.schema.NullType': {} } },
    nativeDataType: type,
    recursive: false,
    isPartOfKey: false
  }
}

function templatesOf(type: string, nullable: boolean): Templates {
  const cache = nullable ? known.nullable : known.required
  const cached = cache.get(type)
  if (cached !== undefined) return cached
  if (cache.size >= MAX_KNOWN_TYPES) cache.clear()
  const templates = makeTemplates(type, nullable)
  cache.set(type, templates)
  return templates
}

function makeTemplates(type: string, nullable: boolean): Templates {
  try {
    const parsed = parseHiveType(type)
    check(parsed)
    const walk = new Walk(nullable)
    if (looksPrimitive(type)) walk.type(parsed, VERSION, null)
    else walk.type(parsed, `${VERSION}.[type=struct]`, { name: NAME, type: parsed })
    const [first, ...rest] = walk.fields
    // A column that does not look like a structure has no name in its path: the peer appends it to the first field.
    if (first !== undefined && looksPrimitive(type)) return [{ ...first, before: `${first.before}.` }, ...rest]
    return walk.fields
  } catch (error) {
    if (error instanceof HiveTypeError || error instanceof RangeError) return 'unparsable'
    throw error
  }
}

/** Avro's rules, wherever fields come from: a field has a name; a union holds no other one, and no kind twice. */
function check(type: HiveType): void {
  if (type.kind === 'array') check(type.items)
  if (type.kind === 'map') check(type.values)
  if (type.kind === 'struct') {
    if (type.fields.some(({ name }) => name === '')) throw new HiveTypeError('a field needs a name')
    for (const field of type.fields) check(field.type)
  }
  if (type.kind === 'union') checkUnion(type)
}

/** Structs are told apart by their names, so there may be several in a union. */
function checkUnion({ members }: UnionType): void {
  for (const member of members) check(member)
  const kinds = members.map((member) => (member.kind === 'primitive' ? member.avro : member.kind))
  const single = kinds.filter((kind) => kind !== 'struct')
  if (kinds.includes('union')) throw new HiveTypeError('a union in a union')
  if (new Set(single).size < single.length) throw new HiveTypeError('a kind twice in a union')
}

/** The field whose type is being walked; it is emitted at every primitive, struct and union on the way down. */
interface OpenField {
  readonly name: string
  readonly type: HiveType
}

class Walk {
  readonly fields: FieldTemplate[] = []
  readonly #nullable: boolean

  constructor(nullable: boolean) {
    this.#nullable = nullable
  }

  /** Emits what a type has to say at `path`; `field` is the innermost field around it, null at the top of a column. */
  type(type: HiveType, path: string, field: OpenField | null): void {
    switch (type.kind) {
      case 'primitive':
        this.#emit(type, `${path}.[type=${type.avro}]`, field, path)
        break
      case 'array':
        this.type(type.items, `${path}.[type=array]`, field)
        break
      case 'map':
        this.type(type.values, `${path}.[type=map]`, field)
        break
      case 'struct':
        this.#struct(type, path, field)
        break
      case 'union':
        this.#union(type, path, field)
    }
  }

  #struct(type: StructType, path: string, field: OpenField | null): void {
    const inside = `${path}.[type=struct${type.unionIndex ?? ''}]`
    if (field !== null) this.#emit(type, inside, field, path)
    const below = field === null ? inside : `${inside}.${nameAnnotation(field.name)}`
    for (const child of type.fields) this.type(child.type, below, child)
  }

  #union(type: UnionType, path: string, field: OpenField | null): void {
    const option = optionOf(type)
    if (option?.kind === 'primitive') {
      this.#emit(type, `${path}.[type=${option.avro}]`, field, path)
    } else if (option !== null) {
      this.type(option, path, field)
    } else {
      const inside = `${path}.[type=union]`
      this.#emit(type, inside, field, path)
      const shown = type.members.filter((member) => member.kind !== 'primitive' || member.avro !== 'null')
      for (const member of shown) this.type(member, inside, field)
    }
  }

  /**
   * Without a field around it, a type speaks for itself. A union has no native type: it gets the name of the step before
   * the last one, which without a field is the last of `outer`.
   */
  #emit(type: HiveType, path: string, field: OpenField | null, outer: string): void {
    const attributes = fieldAttributes(field?.type ?? type, this.#nullable, lastOf(field === null ? outer : path))
    const whole = field === null ? path : `${path}.${nameAnnotation(field.name)}`
    const [before = '', after = ''] = whole.split(NAME)
    this.fields.push({ before, after, attributes })
  }
}

/** The last step of a path; a type's name where the step is one. */
function lastOf(path: string): string {
  const step = path.slice(path.lastIndexOf('.[') + 1)
  return /^\[type=(.*)\]$/.exec(step)?.[1] ?? step
}

/** A name as a step of a field path: without what looks like a namespace; names of the peer's own structs are hidden. */
function nameAnnotation(name: string): string {
  const plain = name.slice(name.lastIndexOf('.') + 1)
  if (plain.startsWith('__struct_')) return 'struct'
  if (plain.startsWith('__structn_')) return `struct${plain.split('_')[3] ?? ''}`
  return plain
}
