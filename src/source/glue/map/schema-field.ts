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

/** The fields of a column, itself first. A type that cannot be parsed gives one field of unknown type. */
export function schemaFields(column: Column): SchemaField[] {
  const templates = templatesOf(column.type, column.nullable)
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

/** Catalogues repeat few types many times. What is kept of them has a bound, in fields. */
const MAX_KEPT_FIELDS = 50_000

const kept = {
  fields: 0,
  nullable: new Map<string, readonly FieldTemplate[] | null>(),
  required: new Map<string, readonly FieldTemplate[] | null>()
}

function templatesOf(type: string, nullable: boolean): readonly FieldTemplate[] | null {
  const known = nullable ? kept.nullable : kept.required
  const found = known.get(type)
  if (found !== undefined) return found
  const made = makeTemplates(type, nullable)
  kept.fields += made?.length ?? 1
  if (kept.fields > MAX_KEPT_FIELDS) {
    kept.nullable.clear()
    kept.required.clear()
    kept.fields = made?.length ?? 1
  }
  known.set(type, made)
  return made
}
