import { asciiJson, type Json, type JsonObject } from '../../src/core/json.ts'
import type { Emit, Event, Failure } from '../../src/model/event.ts'
import type { Page, Sink } from '../../src/model/ports.ts'
import type { Outcome, OutcomeKind, SerialisedWorkUnit } from '../../src/model/work-unit.ts'
import type { Stamp } from '../../src/sink/stamp.ts'

export const STAMP: Stamp = {
  run: { runId: 'glue-2026_11_23-04_17_09-x7k2pq', pipelineName: 'nightly' },
  setSystemMetadata: true,
  setPipelineName: true
}

export const urnOf = (name: string | number): string => `urn:li:dataset:(urn:li:dataPlatform:glue,sales.t${name},PROD)`

/** A work unit on table `name`: what `datasetProperties` holds, unless told otherwise. */
export function unitOf(
  name: string | number,
  aspect: JsonObject | readonly Json[] = { customProperties: {} },
  more: Partial<SerialisedWorkUnit> = {}
): SerialisedWorkUnit {
  const value = asciiJson(aspect)
  return {
    urn: urnOf(name),
    entityType: 'dataset',
    aspectName: 'datasetProperties',
    changeType: 'UPSERT',
    value,
    ...more
  }
}

export const unitsOf = (count: number): readonly SerialisedWorkUnit[] =>
  Array.from({ length: count }, (_, index) => unitOf(index))

/** Pages of `size` work units. `pulled` grows as they are asked for. */
export class Pages implements AsyncIterable<Page<SerialisedWorkUnit>> {
  pulled = 0
  closed = false
  readonly #units: readonly SerialisedWorkUnit[]
  readonly #size: number
  readonly #end: Error | null

  /** @param end what is thrown after the last page */
  constructor(units: readonly SerialisedWorkUnit[], size = 100, end: Error | null = null) {
    this.#units = units
    this.#size = size
    this.#end = end
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Page<SerialisedWorkUnit>> {
    try {
      for (let at = 0; at < this.#units.length; at += this.#size) {
        this.pulled += 1
        yield this.#units.slice(at, at + this.#size)
      }
      if (this.#end !== null) throw this.#end
    } finally {
      this.closed = true
    }
  }
}

/** What a delivery gave out and said. */
export interface Delivered {
  readonly outcomes: readonly Outcome[]
  readonly events: readonly Event[]
  /** What it threw; undefined: it came to its end. */
  readonly thrown: unknown
}

/** Keeps events. */
export function keepingEvents(): { readonly events: Event[]; readonly emit: Emit } {
  const events: Event[] = []
  return { events, emit: (event) => void events.push(event) }
}

/** Lets a sink deliver everything. */
export async function deliver(sink: Sink, units: AsyncIterable<Page<SerialisedWorkUnit>>): Promise<Delivered> {
  const { events, emit } = keepingEvents()
  const outcomes: Outcome[] = []
  let thrown: unknown
  try {
    for await (const page of sink.deliver(units, emit)) outcomes.push(...page)
  } catch (error) {
    thrown = error
  }
  return { outcomes, events, thrown }
}

/** How many work units events say were produced, and what became of them. */
export function countsOf(events: readonly Event[]): Readonly<Partial<Record<OutcomeKind | 'produced', number>>> {
  const counts: Partial<Record<OutcomeKind | 'produced', number>> = {}
  for (const event of events) {
    if (event.type === 'produced') counts.produced = (counts.produced ?? 0) + event.count
    if (event.type === 'delivered') counts[event.kind] = (counts[event.kind] ?? 0) + event.count
  }
  return counts
}

export const failuresIn = (events: readonly Event[]): readonly Failure[] =>
  events.flatMap((event) => (event.type === 'failed' ? [event.failure] : []))
