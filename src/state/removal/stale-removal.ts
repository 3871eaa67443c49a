import { AppError, messageOf } from '../../core/errors.ts'
import { asciiJson } from '../../core/json.ts'
import type { Emit, Failure } from '../../model/event.ts'
import type { Existence, MetadataReader, Page, Stage } from '../../model/ports.ts'
import type { StatefulOptions } from '../../model/recipe.ts'
import type { RunIdentity } from '../../model/run.ts'
import type { EntityType, Outcome, SerialisedWorkUnit } from '../../model/work-unit.ts'
import { type Checkpoint, checkpointAspect, markOf, writingOf } from '../checkpoint/checkpoint.ts'
import { keepState, type LastState, lastState, type StatePlaces } from '../checkpoint/held-state.ts'
import { type EncodedState, encodeUrns, warmUpEncoding } from '../checkpoint/payload.ts'
import { isAnywhere, NOWHERE } from '../scopes.ts'
import type { UrnSpool } from '../urn-spool.ts'
import { type Decision, decide } from './decide.ts'
import type { RunFacts } from './facts.ts'
import { entityTypeOf, type Thing } from './identify.ts'
import { KEPT, otherCatalogue } from './reasons.ts'

export interface StaleRemovalDeps {
  readonly options: StatefulOptions
  readonly places: StatePlaces
  readonly run: RunIdentity
  /** The catalogue that is read: `arn:aws:glue:{region}:{account}:catalog`. */
  readonly catalogue: string
  readonly spool: UrnSpool
  readonly facts: RunFacts
  readonly existence: Existence
  readonly identify: (urn: string) => Thing
  /** The urn of a database's container. */
  readonly containerOf: (database: string) => string
  /** Reads what DataHub holds; null for sinks without a GMS. */
  readonly reader: MetadataReader | null
  readonly dryRun: boolean
  readonly now: () => number
  readonly emit: Emit
}

const PAGE_SIZE = 200

const NOTHING: Decision = {
  remove: [],
  kept: [],
  followed: [],
  missingOnce: [],
  held: NOWHERE,
  counts: null,
  told: []
}

/**
 * Removes from DataHub what is gone from Glue, and keeps what the next run has to know, in this order: everything of the
 * run is delivered, `units` are what is stale, they are delivered too, and `commit` comes last.
 */
export class StaleRemoval {
  readonly #deps: StaleRemovalDeps
  #decision: Decision = NOTHING
  #removing = new Set<string>()
  #mayCommit = true
  #isCopied = false
  #stateOf: string | null = null

  constructor(deps: StaleRemovalDeps) {
    this.#deps = deps
  }

  /** Notes what the run makes. */
  get stage(): Stage {
    return (units) => {
      // Should it fail, the state cannot be kept either, and that is told.
      if (this.#keeps()) warmUpEncoding().catch(() => {})
      return this.#deps.spool.stage(units)
    }
  }

  /** Which state there is, as far as it is known (writingOf): this run's once it is kept, until then the last one's. */
  get stateOf(): string | null {
    return this.#stateOf
  }

  /** Removals, once everything else was delivered. Tells what stays, and why. */
  async *units(): AsyncGenerator<Page<SerialisedWorkUnit>> {
    const { emit, dryRun } = this.#deps
    this.#decision = await this.#decide()
    const { kept, told, remove } = this.#decision
    for (const { severity, failure } of told) emit({ type: 'failed', severity, failure })
    for (const { urn, why } of kept) emit({ type: 'kept', urn, failure: KEPT[why] })
    if (dryRun) for (const urn of remove) emit({ type: 'removed', urn })
    this.#removing = new Set(remove)
    for (let at = 0; at < remove.length; at += PAGE_SIZE) yield remove.slice(at, at + PAGE_SIZE).map(removal)
  }

  /** Takes note of what became of removals among these. */
  note(outcomes: readonly Outcome[]): void {
    if (this.#removing.size === 0) return
    for (const { unit, kind } of outcomes) {
      if (kind === 'written' && this.#removing.has(unit.urn)) this.#deps.emit({ type: 'removed', urn: unit.urn })
    }
  }

  /**
   * Keeps the state, when nothing of the run was lost. What it no longer knows is known to be stored as removed; it may
   * know of things that DataHub has only queued.
   */
  async commit(): Promise<void> {
    const { facts, emit, places } = this.#deps
    if (!this.#keeps() || facts.lost > 0) return
    try {
      const aspect = await this.#aspect()
      if (aspect === null) return
      await keepState(places, aspect, this.#isCopied || isAnywhere(this.#decision.held))
      this.#stateOf = writingOf(aspect)
    } catch (error) {
      const message = `The state of this run could not be kept in ${places.store.shown}: ${messageOf(error)}`
      emit({ type: 'failed', severity: 'failure', failure: { ...NOT_KEPT, message } })
    }
  }

  /** Whether the run's state is to be kept, should all of it be delivered. */
  #keeps(): boolean {
    const { options, dryRun } = this.#deps
    return !dryRun && !options.ignoreNewState && this.#mayCommit
  }

  async #aspect(): Promise<ReturnType<typeof checkpointAspect> | null> {
    const { options, run, spool, emit, now, catalogue } = this.#deps
    const { missingOnce, held } = this.#decision
    const { state, uncounted } = await this.#lists()
    const size = state.payload.length + (uncounted?.payload.length ?? 0)
    if (size > options.maxStateBytes) {
      const message = `The state of ${spool.size} entities has ${size} bytes, more than max_checkpoint_state_size`
      emit({ type: 'failed', severity: 'failure', failure: { ...TOO_LARGE, message } })
      return null
    }
    const about = { pipelineName: run.pipelineName ?? '', runId: run.runId, catalogue, now: now() }
    return checkpointAspect({ ...about, state, uncounted, held, missingOnce: missingOnce.map(markOf) })
  }

  /** What the state lists, and what it lists beside that. */
  async #lists(): Promise<{ readonly state: EncodedState; readonly uncounted: EncodedState | null }> {
    const { spool } = this.#deps
    const { followed, counts } = this.#decision
    if (counts === null) return { state: await encodeUrns(await spool.list(followed)), uncounted: null }
    const state = await encodeUrns(await spool.list(followed, counts))
    return { state, uncounted: await encodeUrns(await spool.list([], (urn) => !counts(urn))) }
  }

  async #decide(): Promise<Decision> {
    const { options, places, catalogue, emit } = this.#deps
    if (options.ignoreOldState) return NOTHING
    let last: LastState | null
    try {
      last = await lastState(places, catalogue)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // Advancing the state now would forget what was removed by nobody.
      this.#mayCommit = false
      emit({ type: 'failed', severity: 'failure', failure: failureOf(error) })
      return NOTHING
    }
    if (last === null) return NOTHING
    const { checkpoint, isCopied } = last
    this.#isCopied = isCopied
    this.#stateOf = checkpoint.writing
    if (checkpoint.catalogue !== null && checkpoint.catalogue !== catalogue) {
      this.#mayCommit = false
      emit({ type: 'failed', severity: 'failure', failure: otherCatalogue(checkpoint.catalogue, catalogue) })
      return NOTHING
    }
    return this.#stale(checkpoint)
  }

  #stale({ urns, uncounted, held, missingOnce }: Checkpoint): Promise<Decision> {
    const { options, facts, existence, identify, spool } = this.#deps
    return decide({
      known: urns,
      uncounted,
      held,
      isSeen: (urn) => spool.has(urn),
      threshold: options.failSafeThreshold,
      facts,
      existence,
      identify,
      databaseOf: this.#databaseNames([...urns, ...uncounted]),
      marks: { has: (urn) => missingOnce.size > 0 && missingOnce.has(markOf(urn)) }
    })
  }

  /** Names of containers: those of the databases that are known by name, or else what DataHub holds of the container. */
  #databaseNames(known: readonly string[]): (container: string) => Promise<string | null> {
    const { facts, identify, containerOf, reader } = this.#deps
    let names: ReadonlyMap<string, string> | null = null
    const collect = (): ReadonlyMap<string, string> => {
      const tables = known.flatMap((urn) => {
        const thing = identify(urn)
        return thing.kind === 'table' ? thing.places.map(({ database }) => database) : []
      })
      return new Map([...new Set([...tables, ...facts.databases])].map((name) => [containerOf(name), name]))
    }
    return async (container) => {
      names ??= collect()
      return names.get(container) ?? (await nameInDatahub(container, reader))
    }
  }
}

function removal(urn: string): SerialisedWorkUnit {
  const entityType = entityTypeOf(urn) as EntityType
  return { urn, entityType, aspectName: 'status', changeType: 'UPSERT', value: asciiJson({ removed: true }) }
}

/** DataHub that cannot be asked knows no name. */
async function nameInDatahub(container: string, reader: MetadataReader | null): Promise<string | null> {
  try {
    const properties = await reader?.aspect(container, 'containerProperties')
    const custom = properties?.customProperties
    const name = typeof custom === 'object' && custom !== null ? Reflect.get(custom, 'database') : undefined
    return typeof name === 'string' ? name : null
  } catch {
    return null
  }
}

const NOT_KEPT = {
  code: 'state-not-kept',
  cure: 'Run it again: everything was written, and the next run removes what is gone by then'
}

const TOO_LARGE = {
  code: 'state-too-large',
  cure: 'Raise `stateful_ingestion.max_checkpoint_state_size`, or split the recipe by database_pattern'
}

const failureOf = (error: AppError): Failure => ({
  code: error.code,
  message: error.message,
  ...(error.cure === undefined ? {} : { cure: error.cure })
})
