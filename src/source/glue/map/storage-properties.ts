import { pythonStr } from '../../../datahub/python-str.ts'
import type { GlueStorageDescriptor } from '../record.ts'

/*
 * The members of a storage descriptor become custom properties, structures as the text of a Python dict. That text shows
 * the order of members in AWS's service model (StorageDescriptor of the Glue API), whatever the order on the wire, and
 * leaves out what the model does not know.
 */

type Shape = 'plain' | 'map' | { readonly list: Shape } | Structure

/** Members in their order: as a list, since this is gone through for every table. */
interface Structure {
  readonly members: readonly (readonly [name: string, shape: Shape])[]
}

const structure = (members: Readonly<Record<string, Shape>>): Structure => ({ members: Object.entries(members) })
const PLAIN_LIST = { list: 'plain' } as const

/** Columns and Parameters have places of their own and are not among the properties. */
const STORAGE_DESCRIPTOR = structure({
  Location: 'plain',
  AdditionalLocations: PLAIN_LIST,
  InputFormat: 'plain',
  OutputFormat: 'plain',
  Compressed: 'plain',
  NumberOfBuckets: 'plain',
  SerdeInfo: structure({ Name: 'plain', SerializationLibrary: 'plain', Parameters: 'map' }),
  BucketColumns: PLAIN_LIST,
  SortColumns: { list: structure({ Column: 'plain', SortOrder: 'plain' }) },
  SkewedInfo: structure({
    SkewedColumnNames: PLAIN_LIST,
    SkewedColumnValues: PLAIN_LIST,
    SkewedColumnValueLocationMaps: 'map'
  }),
  StoredAsSubDirectories: 'plain',
  SchemaReference: structure({
    SchemaId: structure({ SchemaArn: 'plain', SchemaName: 'plain', RegistryName: 'plain' }),
    SchemaVersionId: 'plain',
    SchemaVersionNumber: 'plain'
  })
})

/** The custom properties that a storage descriptor gives. */
export function storageProperties(descriptor: GlueStorageDescriptor | undefined): Readonly<Record<string, string>> {
  if (typeof descriptor !== 'object' || descriptor === null) return {}
  const properties: Record<string, string> = {}
  for (const [name, shape] of STORAGE_DESCRIPTOR.members) {
    const value = descriptor[name]
    if (value !== undefined && value !== null) properties[name] = pythonStr(shaped(value, shape))
  }
  return properties
}

function shaped(value: unknown, shape: Shape): unknown {
  if (shape === 'plain' || shape === 'map') return value
  if ('list' in shape) return Array.isArray(value) ? value.map((item) => shaped(item, shape.list)) : value
  return typeof value === 'object' && value !== null ? ordered(value, shape) : value
}

/** The members that the model knows and that are there, in its order. */
function ordered(value: object, { members }: Structure): Readonly<Record<string, unknown>> {
  const known: Record<string, unknown> = {}
  for (const [name, shape] of members) {
    const member: unknown = Reflect.get(value, name)
    if (member !== undefined && member !== null) known[name] = shaped(member, shape)
  }
  return known
}
