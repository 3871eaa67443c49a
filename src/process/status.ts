import { statusAspect } from '../datahub/aspects.ts'
import type { GmsConfig } from '../datahub/gms-config.ts'
import { isAtLeast } from '../datahub/gms-config.ts'
import type { EntityType, WorkUnit } from '../model/work-unit.ts'
import type { Processor } from './processor.ts'

/** Entities that can be removed, and so have a status (the peer's AutoStatusAspect). */
const WITH_STATUS: ReadonlySet<EntityType> = new Set([
  'dataset',
  'container',
  'dataFlow',
  'dataJob',
  'tag',
  'schemaField',
  'structuredProperty',
  'platformResource',
  'query'
])

/** From these versions on, a status is added without overwriting what else the aspect holds. */
const PATCHES_STATUS = { core: [1, 7, 0], managed: [2, 1, 0] }

/**
 * Gives a status to every entity that comes without one, so that a removed one comes back. Remembers the urns that still
 * lack one: a few at a time, since an entity's aspects come together.
 */
export function autoStatus(gms: GmsConfig | null): Processor {
  const lacking = new Map<string, EntityType>()
  const settled = new Set<string>()
  const patches = gms !== null && isAtLeast(gms, PATCHES_STATUS)
  return {
    process: (page) => {
      for (const unit of page) note(unit, lacking, settled)
      return page
    },
    end: () => [...lacking].sort(([a], [b]) => (a < b ? -1 : 1)).map(([urn, type]) => statusUnit(urn, type, patches))
  }
}

/** `settled` holds the entity seen last, whose further aspects must not make it lack a status again. */
function note(unit: WorkUnit, lacking: Map<string, EntityType>, settled: Set<string>): void {
  if (!WITH_STATUS.has(unit.entityType)) return
  if (unit.aspectName === 'status') {
    lacking.delete(unit.urn)
    settled.clear()
    settled.add(unit.urn)
  } else if (!settled.has(unit.urn)) lacking.set(unit.urn, unit.entityType)
}

function statusUnit(urn: string, entityType: EntityType, patches: boolean): WorkUnit {
  const base = { urn, entityType, aspectName: 'status' } as const
  if (!patches) return { ...base, changeType: 'UPSERT', aspect: statusAspect(false) }
  return { ...base, changeType: 'PATCH', aspect: [{ op: 'add', path: '/removed', value: false }] }
}
