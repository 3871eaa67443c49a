import type { SerialisedWorkUnit } from '../model/work-unit.ts'
import { type Stamp, systemMetadataOf } from './stamp.ts'

/**
 * A proposal in the peer's file format (datahub/ingestion/sink/file.py): the aspect as JSON, not as text, and no
 * systemMetadata where the recipe's flags turn it off.
 */
export function recordOf(unit: SerialisedWorkUnit, stamp: Stamp, now: number): object {
  const aspect: unknown = JSON.parse(unit.value)
  const { properties: _client, ...systemMetadata } = systemMetadataOf(stamp, now)
  return {
    entityType: unit.entityType,
    entityUrn: unit.urn,
    changeType: unit.changeType,
    aspectName: unit.aspectName,
    aspect: { json: aspect },
    ...(stamp.setSystemMetadata ? { systemMetadata } : {})
  }
}
