import type { Page } from '../model/ports.ts'
import type { WorkUnit } from '../model/work-unit.ts'

/**
 * One step between source and sink: work units in, work units out, in order. All aspects of one entity come one after the
 * other; what a source adds to an entity later, such as the lineage of a view, is a visit of its own.
 */
export interface Processor {
  process(page: Page<WorkUnit>): Page<WorkUnit>
  /** What is left when the source has ended, in pages, so that never all of it is in memory. */
  end(): Iterable<Page<WorkUnit>>
}

/** A processor that looks at one work unit at a time and holds nothing back. */
export const eachUnit = (change: (unit: WorkUnit) => WorkUnit): Processor => ({
  process: (page) => page.map(change),
  end: () => []
})

/** What a processor wants to know of an entity's aspects while they pass by. */
export interface Visitor<Visit> {
  /** At the first of them. */
  begin(unit: WorkUnit): Visit
  /** At each of them, the first included. */
  note(visit: Visit, unit: WorkUnit): void
  /** Behind the last of them: what to add there. */
  leave(visit: Visit): Page<WorkUnit>
}

/** A processor that adds work units behind those of each entity. */
export function eachEntity<Visit>(visitor: Visitor<Visit>): Processor {
  let open: { readonly urn: string; readonly visit: Visit } | null = null
  return {
    process: (page) => {
      const out: WorkUnit[] = []
      for (const unit of page) {
        if (open !== null && open.urn !== unit.urn) {
          out.push(...visitor.leave(open.visit))
          open = null
        }
        open ??= { urn: unit.urn, visit: visitor.begin(unit) }
        visitor.note(open.visit, unit)
        out.push(unit)
      }
      return out
    },
    end: () => {
      const rest = open === null ? [] : visitor.leave(open.visit)
      open = null
      return [rest]
    }
  }
}

const PAGE_SIZE = 200

/** A long list in pages. */
export function* inPages<T>(items: Iterable<T>): Generator<Page<T>> {
  let page: T[] = []
  for (const item of items) {
    page.push(item)
    if (page.length === PAGE_SIZE) {
      yield page
      page = []
    }
  }
  if (page.length > 0) yield page
}
