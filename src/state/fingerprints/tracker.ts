import { HashSet } from '../../datahub/hash-set.ts'
import { UrnSet } from '../../datahub/urn-set.ts'
import type { Emit } from '../../model/event.ts'
import type { Page } from '../../model/ports.ts'
import type { Outcome, SerialisedWorkUnit } from '../../model/work-unit.ts'
import { type Fingerprint, fingerprintOf } from './fingerprint.ts'

/** All that is written of one entity in one go. */
export interface Entity {
  readonly urn: string
  readonly units: readonly SerialisedWorkUnit[]
}

export interface TrackerDeps {
  /** What was last acknowledged; null: nothing is known. */
  readonly known: HashSet | null
  /** Whether what is as it was is left out. */
  readonly skips: boolean
  /** The moments from here on are the run's own; milliseconds since the epoch. */
  readonly since: number
  /** Aspects that hold none of them. */
  readonly timeless?: ReadonlySet<string>
  /** Called before what has changed is sent. */
  readonly changed: (entities: readonly Entity[]) => Promise<void>
  readonly emit: Emit
}

interface Pending {
  readonly fingerprint: Fingerprint
  /** Work units whose fate is not known. */
  left: number
  isWhole: boolean
}

/**
 * Tells entities that are as they were from those that have changed, and takes note of what DataHub acknowledges. What is
 * remembered: a hash of every entity, of the urns that are sent beside others that are not, and the work units under way.
 *
 * What comes later of an entity that is sent is sent too, as it was or not: it may be a PATCH of what is written anew.
 */
export class Tracker {
  readonly #deps: TrackerDeps
  readonly #acknowledged = new HashSet()
  readonly #pending = new Map<SerialisedWorkUnit, Pending>()
  readonly #sent = new UrnSet()

  constructor(deps: TrackerDeps) {
    this.#deps = deps
  }

  /** Fingerprints of the entities that DataHub holds as this run made them. */
  get acknowledged(): HashSet {
    return this.#acknowledged
  }

  /** Hands on what is to be sent. What is left out counts as produced and as unchanged. */
  async *through(units: AsyncIterable<Page<SerialisedWorkUnit>>): AsyncGenerator<Page<SerialisedWorkUnit>> {
    let open: SerialisedWorkUnit[] = []
    for await (const page of units) {
      const entities: SerialisedWorkUnit[][] = []
      for (const unit of page) {
        if (open.length > 0 && open[0]?.urn !== unit.urn) {
          entities.push(open)
          open = []
        }
        open.push(unit)
      }
      const out = await this.#sort(entities)
      if (out.length > 0) yield out
    }
    const rest = await this.#sort(open.length === 0 ? [] : [open])
    if (rest.length > 0) yield rest
  }

  /** Takes note of the fate of work units. */
  note(outcomes: readonly Outcome[]): void {
    for (const { unit, kind } of outcomes) {
      const pending = this.#pending.get(unit)
      if (pending === undefined) continue
      this.#pending.delete(unit)
      pending.left -= 1
      pending.isWhole &&= kind === 'written'
      if (pending.left === 0 && pending.isWhole) this.#acknowledged.add(...pending.fingerprint)
    }
  }

  async #sort(entities: readonly SerialisedWorkUnit[][]): Promise<SerialisedWorkUnit[]> {
    const { known, skips, since, timeless, changed, emit } = this.#deps
    const out: SerialisedWorkUnit[] = []
    const news: Entity[] = []
    let skipped = 0
    for (const units of entities) {
      const urn = units[0]?.urn ?? ''
      const fingerprint = fingerprintOf(units, since, timeless)
      const isKnown = known?.has(...fingerprint) === true
      if (isKnown && skips && !this.#sent.has(urn)) {
        skipped += units.length
        this.#acknowledged.add(...fingerprint)
        continue
      }
      if (skips) this.#sent.add(urn)
      if (!isKnown) news.push({ urn, units })
      const pending = { fingerprint, left: units.length, isWhole: true }
      for (const unit of units) this.#pending.set(unit, pending)
      out.push(...units)
    }
    if (skipped > 0) {
      emit({ type: 'produced', count: skipped })
      emit({ type: 'delivered', kind: 'unchanged', count: skipped })
    }
    if (news.length > 0) await changed(news)
    return out
  }
}
