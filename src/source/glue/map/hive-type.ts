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
