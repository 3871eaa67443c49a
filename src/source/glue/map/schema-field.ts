import type { SchemaField } from '../../../datahub/aspect-types.ts'
import { type FieldTemplate, makeTemplates } from './field-templates.ts'
import { nameAnnotation } from './field-walk.ts'
import { looksPrimitive } from './hive-parser.ts'
import { KnownColumns, type KnownType } from './known-columns.ts'

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

/** Those of all catalogues: what a column's fields are depends on nothing else. */
const known = new KnownColumns(makeTemplates)

/**
 * The fields of a column, itself first. A type that cannot be parsed gives one field of unknown type. Tables that have a
 * column in common get the same fields for it.
 */
export function schemaFields(column: Column): readonly SchemaField[] {
  const type = known.type(column.type, column.nullable)
  const found = known.fields(type, column)
  if (found !== null) return found
  const fields = fieldsOf(column, type)
  known.keep(type, column, fields)
  return fields
}

function fieldsOf(column: Column, { templates }: KnownType): readonly SchemaField[] {
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

/** Member by member: this is done for every column that is not known. */
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
