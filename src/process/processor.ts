import type { Page } from '../model/ports.ts'
import type { WorkUnit } from '../model/work-unit.ts'

/**
 * One step between source and sink: work units in, work units out, in order. It may hold some back until it has seen
 * more; `end` gives what is left when the source has ended.
 */
export interface Processor {
  process(page: Page<WorkUnit>): Page<WorkUnit>
  end(): Page<WorkUnit>
}

/** A processor that looks at one work unit at a time and holds nothing back. */
export const eachUnit = (change: (unit: WorkUnit) => WorkUnit): Processor => ({
  process: (page) => page.map(change),
  end: () => []
})
