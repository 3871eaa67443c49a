import { type PythonValue, pythonJson } from '../datahub/python-json.ts'
import type { SerialisedWorkUnit } from '../model/work-unit.ts'
import { contentTypeOf } from './content-type.ts'
import { type Stamp, systemMetadataOf } from './stamp.ts'

/**
 * A proposal in the peer's file format (datahub/ingestion/sink/file.py): the aspect as JSON, not as text, and no
 * systemMetadata where the recipe's flags turn it off. `nestsText`: the old form, where the aspect is a text of its own,
 * written as Python's json.dumps does.
 */
export function recordOf(unit: SerialisedWorkUnit, stamp: Stamp, now: number, nestsText = false): object {
  const aspect = JSON.parse(unit.value) as PythonValue
  const { properties: _client, ...systemMetadata } = systemMetadataOf(stamp, now)
  return {
    entityType: unit.entityType,
    entityUrn: unit.urn,
    changeType: unit.changeType,
    aspectName: unit.aspectName,
    aspect: nestsText ? { value: pythonJson(aspect), contentType: contentTypeOf(unit) } : { json: aspect },
    ...(stamp.setSystemMetadata ? { systemMetadata } : {})
  }
}
