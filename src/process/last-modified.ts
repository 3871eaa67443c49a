import type { JsonObject } from '../core/json.ts'
import type { Page } from '../model/ports.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import type { Processor } from './processor.ts'

/** What is known of the dataset whose aspects are passing by. */
interface Seen {
  readonly urn: string
  readonly origin: string | undefined
  hasLastModified: boolean
  /** The time of its last operation, in milliseconds since the epoch. */
  operated: number | null
}

/**
 * Gives a dataset whose properties name no last modification the time of its last operation (the peer's
 * AutoPatchLastModified), right behind its other aspects: only one dataset is remembered at a time.
 */
export function autoLastModified(): Processor {
  let seen: Seen | null = null
  const leave = (): Page<WorkUnit> => {
    const patch = seen === null ? null : patchFor(seen)
    seen = null
    return patch === null ? [] : [patch]
  }
  const pass = (unit: WorkUnit): Page<WorkUnit> => {
    const before = seen !== null && seen.urn !== unit.urn ? leave() : []
    if (unit.entityType === 'dataset') {
      seen ??= { urn: unit.urn, origin: unit.origin, hasLastModified: false, operated: null }
      note(unit, seen)
    }
    return [...before, unit]
  }
  return { process: (page) => page.flatMap(pass), end: leave }
}

function note(unit: WorkUnit, seen: Seen): void {
  if (unit.aspectName === 'datasetProperties') seen.hasLastModified ||= setsLastModified(unit)
  if (unit.aspectName === 'operation' && 'lastUpdatedTimestamp' in unit.aspect) {
    const time = unit.aspect.lastUpdatedTimestamp
    if (typeof time === 'number') seen.operated = Math.max(seen.operated ?? time, time)
  }
}

function setsLastModified({ aspect }: WorkUnit): boolean {
  if ('lastModified' in aspect) return aspect.lastModified !== undefined && aspect.lastModified !== null
  return Array.isArray(aspect) && aspect.some((operation: JsonObject) => operation.path === '/lastModified')
}

function patchFor({ urn, origin, hasLastModified, operated }: Seen): WorkUnit | null {
  if (hasLastModified || operated === null) return null
  const aspect = [{ op: 'add', path: '/lastModified', value: { time: operated } }]
  const unit = { urn, entityType: 'dataset', aspectName: 'datasetProperties', changeType: 'PATCH', aspect } as const
  return origin === undefined ? unit : { ...unit, origin }
}
