import { pythonStr } from '../../../datahub/python-str.ts'
import type { GlueStorageDescriptor } from '../record.ts'

/*
 * The members of a storage descriptor become custom properties, structures as the text of a Python dict. That text shows
 * the order of members in AWS's service model (StorageDescriptor of the Glue API), whatever the order on the wire, and
 * leaves out what the model does not know.
 */

type Shape = 'plain' | 'map' | readonly [Shape] | { readonly [member: string]: Shape }

/** `[shape]` is a list; Columns and Parameters have places of their own and are not among the properties. */
const STORAGE_DESCRIPTOR = {
  Location: 'plain',
  AdditionalLocations: ['plain'],
  InputFormat: 'plain',
  OutputFormat: 'plain',
  Compressed: 'plain',
  NumberOfBuckets: 'plain',
  SerdeInfo: { Name: 'plain', SerializationLibrary: 'plain', Parameters: 'map' },
  BucketColumns: ['plain'],
  SortColumns: [{ Column: 'plain', SortOrder: 'plain' }],
  SkewedInfo: { SkewedColumnNames: ['plain'], SkewedColumnValues: ['plain'], SkewedColumnValueLocationMaps: 'map' },
  StoredAsSubDirectories: 'plain',
  SchemaReference: {
    SchemaId: { SchemaArn: 'plain', SchemaName: 'plain', RegistryName: 'plain' },
    SchemaVersionId: 'plain',
    SchemaVersionNumber: 'plain'
  }
} as const satisfies Readonly<Record<string, Shape>>

/** The custom properties that a storage descriptor gives. */
export function storageProperties(descriptor: GlueStorageDescriptor | undefined): Readonly<Record<string, string>> {
  if (typeof descriptor !== 'object' || descriptor === null) return {}
  const properties: Record<string, string> = {}
  for (const [name, shape] of Object.entries<Shape>(STORAGE_DESCRIPTOR)) {
    const value = descriptor[name]
    if (value !== undefined && value !== null) properties[name] = pythonStr(shaped(value, shape))
  }
  return properties
}

function shaped(value: unknown, shape: Shape): unknown {
  if (shape === 'plain' || shape === 'map') return value
  if (isListShape(shape)) return Array.isArray(value) ? value.map((item) => shaped(item, shape[0])) : value
  return typeof value === 'object' && value !== null ? ordered(value, shape) : value
}

/** The members that the model knows and that are there, in its order. */
function ordered(value: object, shape: { readonly [member: string]: Shape }): Readonly<Record<string, unknown>> {
  const members: Record<string, unknown> = {}
  for (const name in shape) {
    const inner = shape[name]
    const member: unknown = Reflect.get(value, name)
    if (inner !== undefined && member !== undefined && member !== null) members[name] = shaped(member, inner)
  }
  return members
}

const isListShape = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)
