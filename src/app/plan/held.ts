import { AppError } from '../../core/errors.ts'
import type { Json } from '../../core/json.ts'
import { holdsAspect } from '../../datahub/holds.ts'
import type { HeldPlan, PlanGap } from '../../model/plan.ts'
import type { MetadataReader, Page } from '../../model/ports.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import type { Comparison, Held } from './comparison.ts'
import { unaskedGap } from './gaps.ts'

/** Entities that DataHub is asked about, at most: some ten thousand requests' worth of aspects. */
export const MOST_ASKED = 20_000
/** Pages whose answers are waited for while the next ones are read. */
const PAGES_AT_ONCE = 4

/** What is added to a series, and does not take the place of anything. */
const SERIES: ReadonlySet<string> = new Set(['operation', 'datasetProfile'])

/**
 * Asks DataHub what it holds of the entities that pass by, an aspect of up to a hundred of them in a request, and compares it
 * with what would be written in its place. A server that fails is not asked any more.
 */
export class HeldAspects {
  readonly #comparison: Comparison
  readonly #reader: MetadataReader
  readonly #since: number
  readonly #underWay = new Set<Promise<void>>()
  /** What is noted of a page waits for the page before: of what is written twice, the last one counts. */
  #last: Promise<void> = Promise.resolve()
  #asked = 0
  #gap: PlanGap | null = null
  /** Told when everything is done: nobody waits for it before. */
  #defect: unknown = null

  /** `since`: moments from here on are those of the run. */
  constructor(comparison: Comparison, reader: MetadataReader, since: number) {
    this.#comparison = comparison
    this.#reader = reader
    this.#since = since
  }

  /** Looks at a page of what the head makes, once the comparison knows of it. */
  async add(page: Page<SerialisedWorkUnit>): Promise<void> {
    if (this.#gap !== null) return
    const wanted = page.filter((unit) => this.#isWanted(unit))
    if (wanted.length === 0) return
    const asking = this.#ask(wanted, this.#last).finally(() => this.#underWay.delete(asking))
    this.#last = asking
    this.#underWay.add(asking)
    if (this.#underWay.size >= PAGES_AT_ONCE) await Promise.race(this.#underWay)
  }

  /** What DataHub holds, or why it did not tell. */
  async finish(): Promise<{ readonly held: HeldPlan | null; readonly unasked: PlanGap | null }> {
    await Promise.all(this.#underWay)
    if (this.#defect !== null) throw this.#defect
    if (this.#gap !== null) return { held: null, unasked: this.#gap }
    return { held: { of: this.#comparison.ownOfHead, ...this.#comparison.heldCounts() }, unasked: null }
  }

  #isWanted(unit: SerialisedWorkUnit): boolean {
    if (SERIES.has(unit.aspectName) || !this.#comparison.isOwn(unit)) return false
    if (this.#comparison.wasAsked(unit.urn)) return true
    if (unit.changeType === 'PATCH' || this.#asked >= MOST_ASKED) return false
    this.#asked += 1
    this.#comparison.ask(unit.urn)
    return true
  }

  async #ask(units: readonly SerialisedWorkUnit[], before: Promise<void>): Promise<void> {
    try {
      const found = await Promise.all(units.map((unit) => this.#compared(unit)))
      await before
      for (const [index, { urn, aspectName }] of units.entries()) {
        this.#comparison.noteHeld(urn, aspectName, found[index] ?? 'nothing')
      }
    } catch (error) {
      if (error instanceof AppError) this.#gap ??= unaskedGap(error)
      else this.#defect ??= error
    }
  }

  async #compared({ urn, aspectName, changeType, value }: SerialisedWorkUnit): Promise<Held> {
    if (changeType === 'PATCH') return 'unknown'
    const held = await this.#reader.aspect(urn, aspectName)
    if (held === null) return 'nothing'
    return holdsAspect(held, JSON.parse(value) as Json, this.#since) ? 'as-made' : 'otherwise'
  }
}
