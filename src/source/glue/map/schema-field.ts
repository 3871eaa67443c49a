import { repeated } from '../../../core/repeated-json.ts'
import type { SchemaField } from '../../../datahub/aspect-types.ts'
import { checkAvro } from './avro-rules.ts'
import type { FieldAttributes } from './field-type.ts'
import { nameAnnotation, walkFields } from './field-walk.ts'
import { looksPrimitive, parseHiveType } from './hive-parser.ts'
import { HiveTypeError } from './hive-type.ts'

/*
 * The fields of a column: one for the column itself and one for every struct member in it, with DataHub's v2 field paths.
 * The peer goes through Avro for this (hive_schema_to_avro.py, extractor/schema_util.py); what comes out is the same.
 */

export interface Column {
  readonly name: string
  readonly type: string
  readonly description: string | undefined
  /** Whether structures in it may be null; the peer says so of columns and not of partition keys. */
  readonly nullable: boolean
}

/**
 * The fields of a column, itself first. A type that cannot be parsed gives one field of unknown type. Tables share columns,
 * and get the same fields for them.
 */
export function schemaFields(column: Column): readonly SchemaField[] {
  const { templates, columns } = knownType(column.type, column.nullable)
  const known = columns.get(column.name)
  if (known !== undefined && known.description === column.description) return again(known)
  const fields = fieldsOf(column, templates)
  keep(columns, column, fields)
  return fields
}

function fieldsOf(column: Column, templates: readonly FieldTemplate[] | null): readonly SchemaField[] {
  if (templates === null || (column.name === '' && !looksPrimitive(column.type))) return [unknownField(column)]
  return templates.map((template, index) => filled(template, column, index === 0 ? column.description : undefined))
}

/** The peer's way out for types it cannot parse. One without a structure gets the column's name twice. */
function unknownField({ name, type, description }: Column): SchemaField {
  return {
    fieldPath: looksPrimitive(type) ? `${name}.${name}` : name,
    nullable: false,
    type: { type: { 'com.linkedin.schema.NullType': {} } },
    nativeDataType: type,
    recursive: false,
    isPartOfKey: false,
    description: description === '' ? undefined : description
  }
}

/** A field of a column whose name is not filled in yet. */
interface FieldTemplate {
  /** The path before and after the column's name. */
  readonly before: string
  readonly after: string
  /** `whole`: as it is. `annotation`: as a step of a path. `none`: it is not in this path. */
  readonly name: 'whole' | 'annotation' | 'none'
  readonly attributes: FieldAttributes
}

/** Member by member: this is done for every column of a catalogue. */
function filled(template: FieldTemplate, column: Column, description: string | undefined): SchemaField {
  const { before, after, name, attributes } = template
  const shown = name === 'none' ? '' : name === 'whole' ? column.name : nameAnnotation(column.name)
  return {
    fieldPath: before + shown + after,
    nullable: attributes.nullable,
    type: attributes.type,
    nativeDataType: attributes.nativeDataType,
    recursive: false,
    isPartOfKey: false,
    description: description === '' ? undefined : description,
    jsonProps: attributes.jsonProps
  }
}

/** Stands for the column's name; nothing before it in a path can hold it. */
const NAME = '\u0000'

/** The fields of any column of this type; null when it cannot be parsed. */
function makeTemplates(type: string, nullable: boolean): readonly FieldTemplate[] | null {
  try {
    const parsed = parseHiveType(type)
    checkAvro(parsed)
    if (looksPrimitive(type)) {
      // Such a column has no name in its paths: the peer appends it to the first one.
      return walkFields(parsed, null, nullable).map(({ path, attributes }, index) =>
        index === 0
          ? { before: `${path}.`, after: '', name: 'whole', attributes }
          : { before: path, after: '', name: 'none', attributes }
      )
    }
    return walkFields(parsed, NAME, nullable).map(({ path, attributes }) => {
      const at = path.indexOf(NAME)
      return { before: path.slice(0, at), after: path.slice(at + NAME.length), name: 'annotation', attributes }
    })
  } catch (error) {
    if (error instanceof HiveTypeError) return null
    throw error
  }
}

/** Catalogues repeat few types many times, and many columns. What is kept of them has a bound, in fields. */
const MAX_KEPT_FIELDS = 50_000

/** A type, with the columns that have it. */
interface KnownType {
  readonly templates: readonly FieldTemplate[] | null
  /** By name, the last one of it. */
  readonly columns: Map<string, KnownColumn>
}

interface KnownColumn {
  readonly description: string | undefined
  readonly fields: readonly SchemaField[]
  /** Whether a second table has it. */
  isShared: boolean
}

const kept = { fields: 0, nullable: new Map<string, KnownType>(), required: new Map<string, KnownType>() }

function knownType(type: string, nullable: boolean): KnownType {
  const types = nullable ? kept.nullable : kept.required
  const found = types.get(type)
  if (found !== undefined) return found
  const made = { templates: makeTemplates(type, nullable), columns: new Map<string, KnownColumn>() }
  makeRoom(made.templates?.length ?? 1)
  types.set(type, made)
  return made
}

function keep(columns: KnownType['columns'], { name, description }: Column, fields: readonly SchemaField[]): void {
  makeRoom(fields.length)
  columns.set(name, { description, fields, isShared: false })
}

function makeRoom(fields: number): void {
  kept.fields += fields
  if (kept.fields <= MAX_KEPT_FIELDS) return
  kept.nullable.clear()
  kept.required.clear()
  kept.fields = fields
}

function again(known: KnownColumn): readonly SchemaField[] {
  if (!known.isShared) for (const field of known.fields) repeated(field)
  known.isShared = true
  return known.fields
}
