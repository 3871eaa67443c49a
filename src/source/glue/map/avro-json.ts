import { createHash } from 'node:crypto'
import type { PythonValue } from '../../../datahub/python-json.ts'
import type { HiveType, PrimitiveType, StructType } from './hive-type.ts'

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
      return { type: 'record', name: structName(type), fields, native_data_type: type.native }
    }
    case 'union':
      return type.members.map(avroJson)
  }
}

/**
 * The peer calls a struct by a uuid of its own in every run, so that its schemas change with each. Here the same type has
 * the same name of that form in every run.
 */
function structName({ native, unionIndex }: StructType): string {
  const id = createHash('md5').update(native).digest('hex')
  return unionIndex === null ? `__struct_${id}` : `__structn_${unionIndex}_${id}`
}

/** The logical type of a primitive as the peer's Avro schema has it. */
export function logicalProps(type: PrimitiveType): Readonly<Record<string, PythonValue>> {
  if (type.logical === undefined) return {}
  if (type.decimal === undefined) return { logicalType: type.logical }
  const [precision, scale] = type.decimal
  return { logicalType: type.logical, precision, scale }
}
