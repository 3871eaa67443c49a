import type { Json, JsonObject } from '../core/json.ts'
import { pointer } from '../core/json-pointer.ts'
import { contentOf } from './content.ts'
import { eachUnit, type Processor } from './processor.ts'

/** Members that are set one by one, in the order of the peer's patch builder, before and after the custom properties. */
const BEFORE = ['name', 'description', 'created', 'lastModified', 'qualifiedName'] as const
const AFTER = ['externalUrl'] as const

/**
 * `incremental_properties`: what a dataset's properties say is added to what DataHub holds, as a PATCH, so that properties
 * of other programs stay (the peer's AutoIncrementalProperties). A property that is gone from Glue stays as well, and
 * members that the peer's builder does not know (`tags`, `uri`) are not carried.
 */
export const incrementalProperties = (): Processor =>
  eachUnit((unit) => {
    const content = unit.aspectName === 'datasetProperties' ? contentOf(unit) : null
    return content === null ? unit : { ...unit, changeType: 'PATCH', aspect: operations(content) }
  })

function operations(properties: JsonObject): readonly Json[] {
  // Whatever is no mapping has no members to add.
  const custom = Object.entries(Object(properties.customProperties) as JsonObject)
  return [
    ...BEFORE.flatMap((name) => setting(`/${name}`, properties[name])),
    ...custom.flatMap(([key, value]) => setting(`/customProperties/${pointer(key)}`, value)),
    ...AFTER.flatMap((name) => setting(`/${name}`, properties[name]))
  ]
}

const setting = (path: string, value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : [{ op: 'add', path, value }]
