import type { Packed } from './pack.ts'
import type { Settled } from './settle.ts'

/**
 * Keeps a bounded number of requests under way. A request that holds a urn of another one under way waits for it, so that
 * the aspects of one urn arrive in the order in which they were made.
 */
export class Dispatcher {
  readonly #limit: number
  readonly #settle: (batch: readonly Packed[]) => Promise<Settled>
  readonly #underWay = new Set<Promise<void>>()
  /** For each urn under way, the last request that holds it. */
  readonly #byUrn = new Map<string, Promise<void>>()
  #settled: Settled[] = []

  /** @param settle must not reject: nobody may be waiting when it does */
  constructor(limit: number, settle: (batch: readonly Packed[]) => Promise<Settled>) {
    this.#limit = limit
    this.#settle = settle
  }

  /** Starts a request as soon as there is room for it and nothing before it has to be waited for. */
  async start(batch: readonly Packed[]): Promise<void> {
    const urns = new Set(batch.map(({ unit }) => unit.urn))
    while (this.#underWay.size >= this.#limit) await Promise.race(this.#underWay)
    for (const urn of urns) {
      const before = this.#byUrn.get(urn)
      if (before !== undefined) await before
    }
    const running: Promise<void> = this.#run(batch).then(() => this.#end(running, urns))
    this.#underWay.add(running)
    for (const urn of urns) this.#byUrn.set(urn, running)
  }

  /** Waits until every request under way that holds one of these urns is settled. */
  async answered(batch: readonly Packed[]): Promise<void> {
    for (const { unit } of batch) await this.#byUrn.get(unit.urn)
  }

  /** What has been settled since the last call. */
  take(): readonly Settled[] {
    const settled = this.#settled
    this.#settled = []
    return settled
  }

  /** Waits until one more request is settled; false when none is under way. */
  async next(): Promise<boolean> {
    if (this.#underWay.size === 0) return false
    await Promise.race(this.#underWay)
    return true
  }

  /** Waits until no request is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.#underWay)
  }

  async #run(batch: readonly Packed[]): Promise<void> {
    // The list is looked up only now: take() may have replaced it in the meantime.
    const settled = await this.#settle(batch)
    this.#settled.push(settled)
  }

  #end(request: Promise<void>, urns: ReadonlySet<string>): void {
    this.#underWay.delete(request)
    for (const urn of urns) if (this.#byUrn.get(urn) === request) this.#byUrn.delete(urn)
  }
}
