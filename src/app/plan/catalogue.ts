import { AppError } from '../../core/errors.ts'
import type { Emit, Listing } from '../../model/event.ts'
import type { RecipePlan } from '../../model/plan.ts'
import type { GlueOptions } from '../../model/recipe.ts'
import type { FailureGroup } from '../../model/report.ts'
import type { Invocation } from '../invocation.ts'
import { Columns } from './columns.ts'
import { Comparison, type Side } from './comparison.ts'
import { entitiesOf, type Listings, withColumns } from './entities.ts'
import { REMOVED } from './gaps.ts'
import { HeldAspects } from './held.ts'
import { readSide } from './read-side.ts'
import { merged, SideFold } from './side-fold.ts'
import type { OpenSide } from './sides.ts'
import { StaleLook, staleGroup } from './stale.ts'
import { Tape } from './tape.ts'

/** Both versions, ready to be read by. */
export interface OpenSides {
  /** null: there is none, or the head says the same. */
  readonly base: OpenSide | null
  /** null: the recipe is removed. */
  readonly head: OpenSide | null
  /** Whether base says the same as the head, so that one look does for both. */
  readonly isSame: boolean
}

export type CataloguePlan = Pick<
  RecipePlan,
  'identity' | 'counts' | 'databases' | 'others' | 'aspects' | 'held' | 'unasked' | 'stale' | 'failures' | 'warnings'
> & {
  /** Whether AWS refused all of it. */
  readonly isDenied: boolean
}

/** Reads the live catalogue as both versions say, and compares what they make: with each other, and with what DataHub holds. */
export async function planCatalogue(sides: OpenSides, invocation: Invocation): Promise<CataloguePlan> {
  const known = [sides.base, sides.head].filter((side) => side !== null)
  const isTwice = sides.base !== null && sides.head !== null && isOneCatalogue(sides.base, sides.head)
  const tape = isTwice ? await Tape.create() : null
  const comparison = await Comparison.create([...new Set(known.map(({ recipe }) => recipe.source.platform))])
  try {
    return await new Look(sides, invocation, comparison, tape).plan()
  } finally {
    await comparison.dispose()
    await tape?.dispose()
  }
}

const isOneCatalogue = (a: OpenSide, b: OpenSide): boolean =>
  JSON.stringify(a.recipe.source.aws) === JSON.stringify(b.recipe.source.aws)

class Look {
  readonly #sides: OpenSides
  readonly #invocation: Invocation
  readonly #comparison: Comparison
  readonly #tape: Tape | null
  readonly #now: number
  readonly #folds: { readonly base: SideFold; readonly head: SideFold }

  constructor(sides: OpenSides, invocation: Invocation, comparison: Comparison, tape: Tape | null) {
    this.#sides = sides
    this.#invocation = invocation
    this.#comparison = comparison
    this.#tape = tape
    this.#now = invocation.deps.clock.now()
    this.#folds = { base: new SideFold('base', comparison), head: new SideFold('head', comparison) }
  }

  async plan(): Promise<CataloguePlan> {
    const { base, head, isSame } = this.#sides
    const { signal, logger } = this.#invocation.deps
    if (base !== null) {
      logger.info('Reading the catalogue as the base says')
      await this.#read(base, 'base', this.#folds.base.emit)
    }
    if (head !== null) logger.info(`Reading the catalogue as the head says${isSame ? ', and the base' : ''}`)
    const seen = head === null ? NOTHING_SEEN : await this.#readHead(head)
    signal.throwIfAborted()
    const listings = this.#listings()
    const entities = await entitiesOf(this.#comparison, listings)
    const databases = await this.#withColumns(entities.databases)
    const [ofBase, ofHead] = [this.#folds.base.told(), this.#folds.head.told()]
    return {
      ...entities,
      ...seen,
      databases,
      identity: (head ?? base)?.session.identity ?? null,
      failures: merged(ofHead.failures, ofBase.failures),
      warnings: [...merged(ofHead.warnings, ofBase.warnings), ...seen.warnings],
      isDenied: ofHead.isDenied || (head === null && ofBase.isDenied)
    }
  }

  async #read(side: OpenSide, which: Exclude<Side, 'both'>, emit: Emit): Promise<void> {
    const pages = readSide(side, { ...this.#reading(), emit: this.#shown(emit) })
    for await (const page of pages) {
      for (const unit of page) this.#comparison.add(which, unit)
      await this.#comparison.settle()
    }
    this.#invocation.deps.signal.throwIfAborted()
  }

  /** The head's own reading also tells what DataHub holds, and what would be stale. */
  async #readHead(head: OpenSide): Promise<Seen> {
    const { reader } = head.sink
    const opened = await openStale(head, this.#invocation)
    const { look } = opened
    try {
      const held = reader === null ? null : new HeldAspects(this.#comparison, reader, this.#now)
      const emit: Emit = (event) => {
        this.#folds.head.emit(event)
        look?.emit(event)
      }
      const between = look?.stage
      const reading = { ...this.#reading(), emit: this.#shown(emit), ...(between === undefined ? {} : { between }) }
      for await (const page of readSide(head, reading)) {
        for (const unit of page) this.#comparison.add(this.#sides.isSame ? 'both' : 'head', unit)
        emit({ type: 'produced', count: page.length })
        await this.#comparison.settle()
        await held?.add(page)
      }
      this.#invocation.deps.signal.throwIfAborted()
      const told = (await held?.finish()) ?? { held: null, unasked: head.unasked }
      const stale = (await look?.finish()) ?? { stale: null, warnings: [] }
      return { ...told, stale: stale.stale, warnings: [...opened.warnings, ...stale.warnings] }
    } finally {
      await look?.close()
    }
  }

  /** A second look, at those schemas only that the first one has found to be otherwise. */
  async #withColumns(databases: CataloguePlan['databases']): Promise<CataloguePlan['databases']> {
    const { base, head } = this.#sides
    const columns = new Columns(databases.flatMap(({ entities }) => entities))
    if (base === null || head === null || !columns.isNeeded) return databases
    for (const [which, side] of [['base', base] as const, ['head', head] as const]) {
      await seeAll(readSide(side, { ...this.#reading(), emit: () => undefined }), (unit) => columns.add(which, unit))
    }
    return withColumns(databases, (urn) => columns.of(urn))
  }

  #reading() {
    return { deps: this.#invocation.deps, now: this.#now, tape: this.#tape }
  }

  #shown(emit: Emit): Emit {
    return (event) => {
      emit(event)
      this.#invocation.deps.onEvent(event)
    }
  }

  #listings(): Listings {
    const { base, head, isSame } = this.#sides
    const ofHead = this.#folds.head.listings()
    const ofBase = isSame ? ofHead : this.#folds.base.listings()
    const none = { listings: new Map<string, Listing>(), isComplete: true }
    const [left, right] = [base === null && !isSame ? none : ofBase, head === null ? none : ofHead]
    return {
      base: left.listings,
      head: right.listings,
      complete: { base: left.isComplete, head: right.isComplete },
      cause: base === null || head === null ? null : causeOf(base.recipe.source, head.recipe.source)
    }
  }
}

type Seen = Pick<CataloguePlan, 'held' | 'unasked' | 'stale' | 'warnings'>

const NOTHING_SEEN: Seen = { held: null, unasked: REMOVED, stale: null, warnings: [] }

interface OpenedStale {
  readonly look: StaleLook | null
  readonly warnings: readonly FailureGroup[]
}

/** Without a DataHub there is nothing to remove. State that cannot be looked at is no reason to plan nothing. */
async function openStale(head: OpenSide, invocation: Invocation): Promise<OpenedStale> {
  if (head.unasked !== null) return { look: null, warnings: [] }
  try {
    return { look: await StaleLook.open(head, invocation), warnings: [] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { look: null, warnings: [staleGroup(error)] }
  }
}

async function seeAll<T>(pages: AsyncIterable<readonly T[]>, see: (item: T) => boolean): Promise<void> {
  for await (const page of pages) if (page.map(see).includes(true)) return
}

/** The option that makes all urns others, and with them everything new. */
function causeOf(base: GlueOptions, head: GlueOptions): string | null {
  if (base.platform !== head.platform) return 'platform'
  if (base.platformInstance !== head.platformInstance) return 'platform_instance'
  if (base.env !== head.env) return 'env'
  return JSON.stringify(base.catalogInstances) === JSON.stringify(head.catalogInstances)
    ? null
    : 'catalog_to_platform_instance'
}
