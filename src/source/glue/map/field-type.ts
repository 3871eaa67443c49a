import type { Json, JsonObject } from '../../../core/json.ts'
import type { SchemaField } from '../../../datahub/aspect-types.ts'
import { type PythonValue, pythonJson } from '../../../datahub/python-json.ts'
import { avroJson, logicalProps } from './avro-json.ts'
import type { HiveType } from './hive-type.ts'

/** What a schema field says about its type; the rest of it is its path and its description. */
export type FieldAttributes = Pick<SchemaField, 'nullable' | 'type' | 'nativeDataType' | 'jsonProps'>

/**
 * The attributes of a field of this type. A union has no native type of its own and takes `unionName`.
 * Structures are nullable when `nullable` says so, primitives always (the peer's `_nullable` of every primitive).
 */
export function fieldAttributes(type: HiveType, nullable: boolean, unionName: string): FieldAttributes {
  const actual = optionOf(type) ?? type
  const props = propsOf(actual)
  return {
    nullable: isNullable(type, nullable),
    type: { type: dataType(actual) },
    nativeDataType: actual.kind === 'union' ? unionName : actual.native,
    jsonProps: Object.keys(props).length === 0 ? undefined : pythonJson(props)
  }
}

/** Of a union of two with one unknown type, the other one: Avro's way to say "optional". */
export function optionOf(type: HiveType): Exclude<HiveType, { kind: 'union' }> | null {
  if (type.kind !== 'union' || type.members.length !== 2) return null
  const [first, second] = type.members
  const chosen = isNull(first) ? second : isNull(second) ? first : undefined
  return chosen === undefined || chosen.kind === 'union' ? null : chosen
}

const isNull = (type: HiveType | undefined): boolean => type?.kind === 'primitive' && type.avro === 'null'

function isNullable(type: HiveType, structures: boolean): boolean {
  if (type.kind === 'primitive') return true
  return type.kind === 'union' ? type.members.some((member) => isNullable(member, structures)) : structures
}

function propsOf(type: HiveType): Readonly<Record<string, PythonValue>> {
  if (type.kind === 'primitive') return logicalProps(type)
  if (type.kind === 'map') return { key_type: avroJson(type.key), key_native_data_type: type.keyNative }
  return {}
}

const PRIMITIVE_CLASSES = {
  null: 'NullType',
  boolean: 'BooleanType',
  string: 'StringType',
  bytes: 'BytesType',
  int: 'NumberType',
  long: 'NumberType',
  float: 'NumberType',
  double: 'NumberType'
} as const

const LOGICAL_CLASSES = { decimal: 'NumberType', date: 'DateType', 'timestamp-millis': 'TimeType' } as const

/** DataHub's type of a field, as the union that GMS reads. */
function dataType(type: HiveType): JsonObject {
  switch (type.kind) {
    case 'primitive':
      return schemaType(type.logical === undefined ? PRIMITIVE_CLASSES[type.avro] : LOGICAL_CLASSES[type.logical])
    case 'array':
      return schemaType('ArrayType', { nestedType: [nestedName(type.items)] })
    case 'map':
      return schemaType('MapType', { keyType: 'string', valueType: nestedName(type.values) })
    case 'struct':
      return schemaType('RecordType')
    case 'union':
      return schemaType('UnionType')
  }
}

const schemaType = (name: string, content: Readonly<Record<string, Json>> = {}): JsonObject => ({
  [`com.linkedin.schema.${name}`]: content
})

function nestedName(type: HiveType): string {
  if (type.kind === 'primitive') return type.logical ?? type.avro
  return type.kind === 'struct' ? 'record' : type.kind
}
