import type { ColumnChanges } from '../../model/change.ts'
import type { Listing } from '../../model/event.ts'
import type { DatabasePlan, EntityPlan, PlanCounts } from '../../model/plan.ts'
import { addPlanCounts, noPlanCounts } from '../../report/plan-total.ts'
import { byCodeUnit } from '../../report/sample.ts'
import type { Comparison, Fate } from './comparison.ts'

/** Entities that a plan shows of one database, and of all. Counts are exact. */
const MOST_SHOWN = 500
const MOST_OF_ALL = 10_000

/** How far both versions could look. */
export interface Listings {
  readonly base: ReadonlyMap<string, Listing>
  readonly head: ReadonlyMap<string, Listing>
  /** Whether the lists of databases came to their ends. */
  readonly complete: { readonly base: boolean; readonly head: boolean }
  /** Why all that is otherwise may be so, where no pattern says it: such as `platform_instance`. */
  readonly cause: string | null
}

/** What becomes of the entities of a recipe. */
export interface Entities {
  readonly counts: PlanCounts
  readonly databases: readonly DatabasePlan[]
  readonly others: Readonly<Record<string, PlanCounts>>
  readonly aspects: Readonly<Record<string, number>>
}

interface OpenDatabase {
  readonly name: string
  change: DatabasePlan['change']
  counts: PlanCounts
  readonly entities: EntityPlan[]
  readonly shown: { add: number; change: number; remove: number }
}

/** Puts the fates of entities together, by database. What a version could not list counts neither as come nor as gone. */
export async function entitiesOf(comparison: Comparison, listings: Listings): Promise<Entities> {
  const summary = new Summary(comparison, listings)
  for await (const fate of comparison.fates()) summary.add(fate)
  return summary.finish()
}

/** The same with the changes of columns that were found by a second look. */
export function withColumns(
  databases: readonly DatabasePlan[],
  of: (urn: string) => ColumnChanges | null
): DatabasePlan[] {
  return databases.map((database) => ({
    ...database,
    entities: [...database.entities.map((entity) => ({ ...entity, columns: of(entity.urn) }))].sort(worstFirst)
  }))
}

const ADDED: PlanCounts = { toAdd: 1, toChange: 0, toRemove: 0 }
const CHANGED: PlanCounts = { toAdd: 0, toChange: 1, toRemove: 0 }
const REMOVED: PlanCounts = { toAdd: 0, toChange: 0, toRemove: 1 }

const COUNTED = { add: ADDED, change: CHANGED, remove: REMOVED } as const

class Summary {
  readonly #comparison: Comparison
  readonly #listings: Listings
  readonly #databases = new Map<string, OpenDatabase>()
  readonly #others = new Map<string, PlanCounts>()
  readonly #aspects = new Map<string, number>()
  #shown = 0

  constructor(comparison: Comparison, listings: Listings) {
    this.#comparison = comparison
    this.#listings = listings
  }

  add(fate: Fate): void {
    const { change, isOwn, urn } = fate
    if (!isOwn) this.#addOther(urn, change)
    else if (urn.startsWith('urn:li:container:')) this.#addDatabase(fate)
    else if (change !== 'same') this.#addTable(fate)
  }

  finish(): Entities {
    const touched = [...this.#databases.values()].filter(
      ({ name, counts, change }) => change !== 'stays' || sumOf(counts) > 0 || isBroken(this.#listingOf(name))
    )
    const databases = touched
      .sort((a, b) => byCodeUnit(a.name, b.name))
      .map(({ name, change, counts, entities }) => {
        const listing = this.#listingOf(name)
        return { name, change, listing, counts, entities: entities.sort(worstFirst).slice(0, MOST_SHOWN) }
      })
    return {
      counts: databases.map(({ counts }) => counts).reduce(addPlanCounts, noPlanCounts()),
      databases,
      others: Object.fromEntries([...this.#others].sort(([a], [b]) => byCodeUnit(a, b))),
      aspects: Object.fromEntries([...this.#aspects].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b)))
    }
  }

  #addOther(urn: string, change: Fate['change']): void {
    if (change === 'same') return
    const type = urn.split(':', 3)[2] ?? ''
    this.#others.set(type, addPlanCounts(this.#others.get(type) ?? noPlanCounts(), COUNTED[change]))
  }

  #addDatabase(fate: Fate): void {
    const database = this.#database(fate.name)
    const { change, name } = fate
    if (change === 'same') return
    const isKnown = change === 'change' || this.#hasListedAll(change === 'add' ? 'base' : 'head', name)
    if (!isKnown) return
    // Where urns are otherwise altogether, the database goes and comes.
    database.change = database.change === 'stays' ? DATABASE_CHANGES[change] : 'changes'
    this.#tell(database, fate, 'database')
  }

  #addTable(fate: Fate): void {
    const database = this.#database(this.#databaseOf(fate.name))
    const { change } = fate
    if (change === 'add' && !this.#hasListed('base', database.name)) return
    if (change === 'remove' && !this.#hasListed('head', database.name)) return
    this.#tell(database, fate, fate.isView ? 'view' : 'table')
  }

  #tell(database: OpenDatabase, { urn, name, change, aspects }: Fate, kind: EntityPlan['kind']): void {
    if (change === 'same') return
    database.counts = addPlanCounts(database.counts, COUNTED[change])
    for (const aspect of aspects) this.#aspects.set(aspect, (this.#aspects.get(aspect) ?? 0) + 1)
    if (database.shown[change] >= MOST_SHOWN || this.#shown >= MOST_OF_ALL) return
    this.#shown += 1
    database.shown[change] += 1
    const rule = change === 'change' ? null : this.#ruleOf(change, name, database.name)
    database.entities.push({ name, urn, kind, change, rule, aspects, columns: null })
  }

  /** What comes was left out by base, and what goes is left out by head. */
  #ruleOf(change: 'add' | 'remove', name: string, database: string): string | null {
    const rule = this.#comparison.ruleFor(change === 'add' ? 'base' : 'head', name, database)
    return rule ?? this.#listings.cause
  }

  #database(name: string): OpenDatabase {
    const known = this.#databases.get(name)
    if (known !== undefined) return known
    const shown = { add: 0, change: 0, remove: 0 }
    const opened: OpenDatabase = { name, change: 'stays', counts: noPlanCounts(), entities: [], shown }
    this.#databases.set(name, opened)
    return opened
  }

  /** Names of databases may hold dots: the longest one that is known is meant. */
  #databaseOf(table: string): string {
    for (let dot = table.lastIndexOf('.'); dot > 0; dot = table.lastIndexOf('.', dot - 1)) {
      if (this.#databases.has(table.slice(0, dot))) return table.slice(0, dot)
    }
    return table.slice(0, Math.max(0, table.indexOf('.')))
  }

  /** Whether a version would have shown all tables of a database, which it may have left out on purpose. */
  #hasListed(side: 'base' | 'head', database: string): boolean {
    const listing = this.#listings[side].get(database)
    return listing === undefined ? this.#hasListedAll(side, database) : !isBroken(listing)
  }

  #hasListedAll(side: 'base' | 'head', database: string): boolean {
    return this.#listings.complete[side] || this.#comparison.ruleFor(side, database, database) !== null
  }

  #listingOf(database: string): Listing {
    return this.#listings.head.get(database) ?? this.#listings.base.get(database) ?? 'complete'
  }
}

const DATABASE_CHANGES = { add: 'enters', change: 'changes', remove: 'leaves' } as const

const isBroken = (listing: Listing): boolean => listing === 'incomplete' || listing === 'denied'

const sumOf = ({ toAdd, toChange, toRemove }: PlanCounts): number => toAdd + toChange + toRemove

/** What leaves, what breaks readers, what changes otherwise, and what enters; each by name. */
function worstFirst(a: EntityPlan, b: EntityPlan): number {
  return rankOf(a) - rankOf(b) || byCodeUnit(a.name, b.name)
}

function rankOf({ change, columns }: EntityPlan): number {
  if (change === 'remove') return 0
  if (columns !== null && columns.removed.length + columns.retyped.length > 0) return 1
  return change === 'change' ? 2 : 3
}
