import { UrnSet } from '../../datahub/urn-set.ts'
import type { Event, Listing } from '../../model/event.ts'

/** What a run has seen of the catalogue, and what became of its work units, as far as removals depend on it. */
export class RunFacts {
  readonly #listings = new Map<string, Listing>()
  readonly #leftOut = new Set<string>()
  /** Hashes of what a failure or warning was told of: a catalogue's worth of names would not fit. */
  readonly #troubled = new UrnSet()
  #databasesListed = false
  #jobsListed = false
  #produced = 0
  #lost = 0
  #databases = 0

  /** Never throws. */
  add(event: Event): void {
    switch (event.type) {
      case 'databases-listed':
        this.#databasesListed = event.complete
        this.#databases = event.count
        return
      case 'jobs-listed':
        this.#jobsListed = event.complete
        return
      case 'listing-ended':
        this.#listings.set(event.database, event.listing)
        return
      case 'filtered':
        if (event.kind === 'database') this.#leftOut.add(event.name)
        return
      case 'failed':
        if (event.failure.resource !== undefined) this.#troubled.add(event.failure.resource)
        return
      case 'produced':
        this.#produced += event.count
        return
      case 'delivered':
        if (event.kind === 'rejected' || event.kind === 'undelivered') this.#lost += event.count
        return
      default:
        return
    }
  }

  /** Whether every database of the catalogue was listed, and there was at least one. */
  get databasesComplete(): boolean {
    return this.#databasesListed && this.#databases > 0
  }

  get jobsComplete(): boolean {
    return this.#jobsListed
  }

  get producedNothing(): boolean {
    return this.#produced === 0
  }

  /** Work units that were refused or could not be sent. */
  get lost(): number {
    return this.#lost
  }

  /** How far the listing of a database came; null: it was not listed. */
  listingOf(database: string): Listing | null {
    return this.#listings.get(database) ?? null
  }

  /** Whether a database is in the catalogue, and a rule of the recipe keeps it out. */
  isLeftOut(database: string): boolean {
    return this.#leftOut.has(database)
  }

  /** Databases of the catalogue, with those that are left out. */
  get databases(): readonly string[] {
    return [...this.#listings.keys(), ...this.#leftOut]
  }

  /** Whether anything was told to have gone wrong with a resource. */
  isTroubled(resource: string): boolean {
    return this.#troubled.has(resource)
  }
}
