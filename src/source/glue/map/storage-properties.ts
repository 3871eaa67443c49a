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
  const members = Object.entries(ordered(descriptor, STORAGE_DESCRIPTOR))
  return Object.fromEntries(members.map(([name, value]) => [name, pythonStr(value)]))
}

/** The members that the model knows and that are there, in its order. */
function ordered(value: object, shape: { readonly [member: string]: Shape }): Readonly<Record<string, unknown>> {
  const given = new Map<string, unknown>(Object.entries(value))
  const members = Object.entries(shape).flatMap(([name, inner]) => {
    const member = given.get(name)
    return member === undefined || member === null ? [] : [[name, shaped(member, inner)] as const]
  })
  return Object.fromEntries(members)
}

function shaped(value: unknown, shape: Shape): unknown {
  if (shape === 'plain' || shape === 'map') return value
  if (isListShape(shape)) return Array.isArray(value) ? value.map((item) => shaped(item, shape[0])) : value
  return typeof value === 'object' && value !== null ? ordered(value, shape) : value
}

const isListShape = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)
