import { HashIndex } from '../../datahub/hash-index.ts'
import { hashOf } from '../../datahub/urn-set.ts'
import type { FilterRule } from '../../model/event.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { Cells } from './cells.ts'
import { type EntityName, EntityNames } from './entity-names.ts'

/** Which version of a recipe makes something; `both`: they are the same. */
export type Side = 'base' | 'head' | 'both'

const BITS = { base: 1, head: 2, both: 3 } as const
const OWN = 4
const VIEW = 8
const ASKED = 16
const HELD = 32

/** DataHub's model has some hundred aspects. */
const MOST_NAMES = 1024

/** How DataHub holds an aspect; `unknown`: it is changed where it is, and cannot be compared. */
export type Held = 'as-made' | 'otherwise' | 'nothing' | 'unknown'

/** What becomes of an entity, and what is otherwise of it. */
export interface Fate extends EntityName {
  readonly change: 'add' | 'change' | 'remove' | 'same'
  /** Whether it is a database, table or view of the recipe. */
  readonly isOwn: boolean
  readonly isView: boolean
  readonly aspects: readonly string[]
}

/**
 * What two versions of a recipe make, entity by entity and aspect by aspect. In memory is a hash of each urn and of each
 * aspect; names are on disk.
 */
export class Comparison {
  readonly #platforms: readonly string[]
  readonly #urns = new HashIndex()
  readonly #cells = new Cells()
  readonly #names: EntityNames
  readonly #filtered = { base: new Map<number, FilterRule>(), head: new Map<number, FilterRule>() }
  readonly #filteredNames = new HashIndex()
  /** Aspects that DataHub holds otherwise: the number of the entity, and that of the aspect's name. */
  readonly #otherwise = new Set<number>()
  #flags = new Uint8Array(1024)
  #last = { urn: '', index: -1 }

  private constructor(platforms: readonly string[], names: EntityNames) {
    this.#platforms = platforms.map((platform) => `urn:li:dataset:(urn:li:dataPlatform:${platform},`)
    this.#names = names
  }

  /** `platforms`: those that the recipe's own datasets are shown under. */
  static async create(platforms: readonly string[]): Promise<Comparison> {
    return new Comparison(platforms, await EntityNames.create())
  }

  /** Entities of the recipe's own that the head makes. */
  get ownOfHead(): number {
    return this.#count((flags) => (flags & OWN) !== 0 && (flags & BITS.head) !== 0)
  }

  /** Notes what a version makes. */
  add(side: Side, unit: SerialisedWorkUnit): void {
    const index = this.#indexOf(unit)
    const flags = this.#flags[index] ?? 0
    this.#flags[index] = flags | BITS[side] | (unit.aspectName === 'viewProperties' ? VIEW : 0)
    const hash = hashOf(unit.changeType === 'PATCH' ? `PATCH ${unit.value}` : unit.value)
    if (side !== 'head') this.#cells.add(index, unit.aspectName, 'base', hash)
    if (side !== 'base') this.#cells.add(index, unit.aspectName, 'head', hash)
  }

  /** To be waited for now and then: names go to disk. */
  settle(): Promise<void> {
    return this.#names.settle()
  }

  /** Notes by which rule a version leaves out a database or table. */
  leaveOut(side: Exclude<Side, 'both'>, name: string, rule: FilterRule): void {
    this.#filtered[side].set(this.#filteredNames.add(...hashOf(name)), rule)
  }

  /** The rule by which a version leaves out a table, itself or with its database; null: none does. */
  ruleFor(side: Exclude<Side, 'both'>, name: string, database: string): FilterRule | null {
    const rules = [name, database].map((one) => this.#filteredNames.find(...hashOf(one)))
    const found = rules.flatMap((number) => (number === null ? [] : [this.#filtered[side].get(number)]))
    return found.find((rule) => rule !== undefined) ?? null
  }

  /** Whether a unit is of an entity of the recipe's own. */
  isOwn({ entityType, urn, origin }: SerialisedWorkUnit): boolean {
    if (origin === undefined) return false
    return entityType === 'container' || (entityType === 'dataset' && this.#platforms.some((it) => urn.startsWith(it)))
  }

  /** Notes that DataHub is asked about an entity. */
  ask(urn: string): void {
    this.#mark(urn, ASKED)
  }

  wasAsked(urn: string): boolean {
    const index = this.#urns.find(...hashOf(urn))
    return index !== null && ((this.#flags[index] ?? 0) & ASKED) !== 0
  }

  /** Notes how DataHub holds an aspect; of an aspect that is made twice the last one counts. */
  noteHeld(urn: string, aspectName: string, held: Held): void {
    if (held === 'as-made' || held === 'otherwise') this.#mark(urn, HELD)
    const key = (this.#urns.find(...hashOf(urn)) ?? 0) * MOST_NAMES + this.#cells.numberOf(aspectName)
    if (held === 'as-made' || held === 'unknown') this.#otherwise.delete(key)
    else this.#otherwise.add(key)
  }

  /** What DataHub said of the entities that it was asked about. */
  heldCounts(): {
    readonly asked: number
    readonly toAdd: number
    readonly toChange: number
    readonly unchanged: number
  } {
    const asked = this.#count((flags) => (flags & ASKED) !== 0)
    const toAdd = this.#count((flags) => (flags & ASKED) !== 0 && (flags & HELD) === 0)
    const changed = new Set([...this.#otherwise].map((key) => Math.floor(key / MOST_NAMES)))
    const toChange = [...changed].filter((index) => ((this.#flags[index] ?? 0) & HELD) !== 0).length
    return { asked, toAdd, toChange, unchanged: asked - toAdd - toChange }
  }

  /** Every entity, in the order in which they came first. */
  async *fates(): AsyncGenerator<Fate> {
    let index = 0
    for await (const name of this.#names.all()) {
      const flags = this.#flags[index] ?? 0
      const aspects = (flags & BITS.both) === BITS.both ? this.#cells.otherwise(index) : []
      yield {
        ...name,
        change: changeOf(flags, aspects.length),
        isOwn: (flags & OWN) !== 0,
        isView: (flags & VIEW) !== 0,
        aspects
      }
      index += 1
    }
  }

  /** Takes the files away. */
  dispose(): Promise<void> {
    return this.#names.dispose()
  }

  #indexOf(unit: SerialisedWorkUnit): number {
    if (unit.urn === this.#last.urn) return this.#last.index
    const index = this.#urns.add(...hashOf(unit.urn))
    if (index === this.#names.size) {
      this.#names.add(unit.urn, unit.origin ?? '')
      if (index >= this.#flags.length) this.#grow()
      this.#flags[index] = this.isOwn(unit) ? OWN : 0
    }
    this.#last = { urn: unit.urn, index }
    return index
  }

  #grow(): void {
    const flags = new Uint8Array(this.#flags.length * 2)
    flags.set(this.#flags)
    this.#flags = flags
  }

  #mark(urn: string, flag: number): void {
    const index = this.#urns.find(...hashOf(urn))
    if (index !== null) this.#flags[index] = (this.#flags[index] ?? 0) | flag
  }

  #count(fits: (flags: number) => boolean): number {
    return this.#flags.subarray(0, this.#urns.size).reduce((sum, flags) => sum + (fits(flags) ? 1 : 0), 0)
  }
}

function changeOf(flags: number, otherwise: number): Fate['change'] {
  if ((flags & BITS.both) === BITS.both) return otherwise > 0 ? 'change' : 'same'
  return (flags & BITS.head) === 0 ? 'remove' : 'add'
}
