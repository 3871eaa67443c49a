import { statusAspect } from '../datahub/aspects.ts'
import type { GmsConfig } from '../datahub/gms-config.ts'
import { knowsLifecycle } from '../datahub/status-support.ts'
import { UrnSet } from '../datahub/urn-set.ts'
import type { EntityType, WorkUnit } from '../model/work-unit.ts'
import { eachEntity, type Processor } from './processor.ts'

/** Entities that can be removed, and so have a status (`status` among the aspects of their entity registry entry). */
const WITH_STATUS: ReadonlySet<EntityType> = new Set([
  'dataset',
  'container',
  'dataFlow',
  'dataJob',
  'tag',
  'glossaryTerm',
  'schemaField',
  'structuredProperty',
  'platformResource',
  'query'
])

interface Visit {
  readonly unit: WorkUnit
  hasStatus: boolean
}

/**
 * Gives a status to every entity that comes without one, so that a removed one comes back (the peer's AutoStatusAspect,
 * which does it at the end; here it stands behind the entity's other aspects). Remembers a hash of every urn.
 */
export function autoStatus(gms: GmsConfig | null): Processor {
  const settled = new UrnSet()
  // A status that holds more must not be overwritten.
  const patches = gms !== null && knowsLifecycle(gms)
  return eachEntity<Visit>({
    begin: (unit) => ({ unit, hasStatus: false }),
    note: (visit, unit) => {
      if (unit.aspectName === 'status') visit.hasStatus = true
    },
    leave: ({ unit, hasStatus }) => {
      // The peer writes definitions of properties past its processors, where there is a GMS to write them to.
      const isDefinition = unit.entityType === 'structuredProperty' && gms !== null
      const lacks = !hasStatus && WITH_STATUS.has(unit.entityType) && !isDefinition && !settled.has(unit.urn)
      settled.add(unit.urn)
      return lacks ? [statusUnit(unit, patches)] : []
    }
  })
}

function statusUnit({ urn, entityType, origin }: WorkUnit, patches: boolean): WorkUnit {
  const base = { urn, entityType, aspectName: 'status', ...(origin === undefined ? {} : { origin }) } as const
  if (!patches) return { ...base, changeType: 'UPSERT', aspect: statusAspect(false) }
  return { ...base, changeType: 'PATCH', aspect: [{ op: 'add', path: '/removed', value: false }] }
}
