import { UrnSet } from '../../datahub/urn-set.ts'
import { inBoth, isAnywhere, NOWHERE, type Scopes } from '../scopes.ts'
import { PASSING_TYPES } from '../urn-spool.ts'
import type { RunFacts } from './facts.ts'
import { entityTypeOf, type Thing } from './identify.ts'

export interface BaseInput {
  readonly facts: RunFacts
  readonly identify: (urn: string) => Thing
  /** Urns of the last state that its successor's shares are counted by. */
  readonly known: readonly string[]
  /** The other urns of the last state: what had come since the threshold held up a removal. */
  readonly uncounted: readonly string[]
  /** Where it did so. */
  readonly held: Scopes
  /** Whether the last complete run did not see an entity either, and kept it: the threshold has let it through by then. */
  readonly marks: { has(urn: string): boolean }
  /** Percent; 100: no limit. */
  readonly threshold: number
}

/** So many of so many. */
export interface Share {
  readonly missing: number
  readonly known: number
}

/**
 * What shares are counted by. Where the threshold has held something up, that is what there was before: if what comes later
 * were counted too, the same loss would be less of a share with every run, until it went.
 */
export class Base {
  /** Where the threshold has held removals up, and still does whatever this run could find out. */
  readonly held: Scopes
  readonly #input: BaseInput
  readonly #urns: readonly string[]
  /** Urns of the last state that have come since, or were let through before. */
  readonly #others: UrnSet
  #size: number | null = null
  #tables: ReadonlyMap<string, readonly string[]> | null = null

  private constructor(input: BaseInput, urns: readonly string[], others: readonly string[], held: Scopes) {
    this.#input = input
    this.#urns = urns
    this.#others = setOf(others)
    this.held = held
  }

  /**
   * `missing`: urns of the last state that this run did not see, whatever the reason. What had come since counts as soon as
   * no more than the threshold is missing of what was there before.
   */
  static of(input: BaseInput, missing: readonly string[]): Base {
    const { known, uncounted, marks } = input
    const last = new Base(input, known, uncounted, NOWHERE)
    const held = isAnywhere(input.held) ? inBoth(input.held, last.over(missing)) : NOWHERE
    const isSettled = (urn: string): boolean => !last.#isIn(held, urn)
    const settled = uncounted.filter(isSettled)
    const others = [...uncounted.filter((urn) => !isSettled(urn)), ...missing.filter((urn) => marks.has(urn))]
    return new Base(input, settled.length === 0 ? known : [...known, ...settled], others, held)
  }

  share(missing: readonly string[]): Share {
    this.#size ??= this.#counted(this.#urns).filter((urn) => !PASSING_TYPES.has(entityTypeOf(urn))).length
    return { missing: this.#counted(missing).length, known: this.#size }
  }

  /** The same of the tables of one database, all of which count where it had no other ones. */
  shareOf(database: string, missing: readonly string[]): Share {
    this.#tables ??= this.byDatabase(this.#counted(this.#urns))
    const known = this.#tables.get(database)?.length ?? 0
    const all = { missing: missing.length, known: missing.length }
    return known === 0 ? all : { missing: this.#counted(missing).length, known }
  }

  /** By the peer's very arithmetic (entity_removal_state.py), which rounds otherwise than others would: 3 of 10 are more than 30 %. */
  isOver({ missing, known }: Share): boolean {
    const { threshold } = this.#input
    return threshold < 100 && known > 0 && (1 - (known - missing) / known) * 100 > threshold
  }

  /** The scopes of which too much is among these. */
  over(missing: readonly string[]): Scopes {
    const databases = [...this.byDatabase(missing)].filter(([name, tables]) => this.isOver(this.shareOf(name, tables)))
    return { all: this.isOver(this.share(missing)), databases: new Set(databases.map(([name]) => name)) }
  }

  /** The tables among these. */
  byDatabase(urns: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const tables = new Map<string, string[]>()
    for (const urn of urns) {
      const database = this.databaseOf(urn)
      if (database === null) continue
      const others = tables.get(database)
      if (others === undefined) tables.set(database, [urn])
      else others.push(urn)
    }
    return tables
  }

  /** The database of a table, when it was listed or is held. Of names that may mean several, the one without an instance. */
  databaseOf(urn: string): string | null {
    const { identify, facts, held } = this.#input
    const thing = identify(urn)
    if (thing.kind !== 'table') return null
    const isKnown = (database: string): boolean => facts.listingOf(database) !== null || held.databases.has(database)
    return thing.places.findLast(({ database }) => isKnown(database))?.database ?? null
  }

  /** What the next run's shares are counted by, of all that it will know, when removals are held up there; null: everything. */
  next(held: Scopes): ((urn: string) => boolean) | null {
    if (!isAnywhere(held)) return null
    const urns = setOf(this.#urns)
    return (urn) => urns.has(urn) || !this.#isIn(held, urn)
  }

  #counted(urns: readonly string[]): readonly string[] {
    return this.#others.size === 0 ? urns : urns.filter((urn) => !this.#others.has(urn))
  }

  #isIn({ all, databases }: Scopes, urn: string): boolean {
    return all || (databases.size > 0 && databases.has(this.databaseOf(urn) ?? ''))
  }
}

function setOf(urns: readonly string[]): UrnSet {
  const set = new UrnSet()
  for (const urn of urns) set.add(urn)
  return set
}
