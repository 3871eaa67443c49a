import type { JsonObject } from '../core/json.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import { contentOf } from './content.ts'
import { eachEntity, inPages, type Processor } from './processor.ts'

interface Visit {
  readonly unit: WorkUnit
  hasLastModified: boolean
  /** The time of its last operation, in milliseconds since the epoch; null without one. */
  operated: number | null
}

/** More work units than a request to GMS holds (sink/rest/pack.ts). */
const DISTANCE = 200

/**
 * Gives a dataset whose properties name no last modification the time of its last operation, as a PATCH (the peer's
 * AutoPatchLastModified). The peer does it at the end of the run, which keeps every such urn until then. Here a PATCH comes
 * as soon as so much else has come that it cannot be in one request with the properties it changes: a GMS that applies
 * the patches of a request to what it held before would lose them. So at most the datasets of that distance are kept.
 */
export function autoLastModified(): Processor {
  const waiting: { readonly patch: WorkUnit; readonly due: number }[] = []
  let passed = 0
  const visits = eachEntity<Visit>({
    begin: (unit) => ({ unit, hasLastModified: false, operated: null }),
    note: (visit, unit) => {
      passed += 1
      note(visit, unit)
    },
    leave: (visit) => {
      const patch = patchFor(visit)
      if (patch !== null) waiting.push({ patch, due: passed + DISTANCE })
      return []
    }
  })
  return {
    process: (page) => {
      const due = waiting.findIndex((held) => held.due > passed)
      const ready = waiting.splice(0, due === -1 ? waiting.length : due)
      return [...ready.map((held) => held.patch), ...visits.process(page)]
    },
    end: () => {
      visits.end()
      return inPages(waiting.splice(0).map((held) => held.patch))
    }
  }
}

function note(visit: Visit, unit: WorkUnit): void {
  if (unit.entityType !== 'dataset') return
  if (unit.aspectName === 'datasetProperties') visit.hasLastModified ||= setsLastModified(unit)
  const time = unit.aspectName === 'operation' ? contentOf(unit)?.lastUpdatedTimestamp : undefined
  if (typeof time === 'number') visit.operated = Math.max(visit.operated ?? time, time)
}

function setsLastModified(unit: WorkUnit): boolean {
  const content = contentOf(unit)
  if (content !== null) return content.lastModified !== undefined && content.lastModified !== null
  return Array.isArray(unit.aspect) && unit.aspect.some((operation: JsonObject) => operation.path === '/lastModified')
}

/** Nothing for the epoch itself: the peer takes its zero for no time. */
function patchFor({ unit: { urn, entityType, origin }, hasLastModified, operated }: Visit): WorkUnit | null {
  if (hasLastModified || operated === null || operated === 0) return null
  const aspect = [{ op: 'add', path: '/lastModified', value: { time: operated } }]
  const unit = { urn, entityType, aspectName: 'datasetProperties', changeType: 'PATCH', aspect } as const
  return origin === undefined ? unit : { ...unit, origin }
}
