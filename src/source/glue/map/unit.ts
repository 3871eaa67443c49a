import type { JsonObject } from '../../../core/json.ts'
import type { EntityType, WorkUnit } from '../../../model/work-unit.ts'

/** Makes the work units of one entity. */
export function unitsOf(
  entityType: EntityType,
  urn: string,
  origin: string
): (name: string, aspect: JsonObject) => WorkUnit {
  return (aspectName, aspect) => ({ urn, entityType, aspectName, changeType: 'UPSERT', aspect, origin })
}
