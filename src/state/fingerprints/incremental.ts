import { AppError, messageOf } from '../../core/errors.ts'
import type { JsonObject } from '../../core/json.ts'
import { sha256 } from '../../datahub/guid.ts'
import type { TableChange } from '../../model/change.ts'
import type { Emit } from '../../model/event.ts'
import type { MetadataReader, Page } from '../../model/ports.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { RunIdentity } from '../../model/run.ts'
import { TOOL } from '../../model/tool.ts'
import type { Outcome, SerialisedWorkUnit } from '../../model/work-unit.ts'
import type { CheckpointStore } from '../checkpoint/store.ts'
import { TIMELESS } from './fingerprint.ts'
import { begunAspect, LEDGER_JOB, type Ledger, ledgerAspect, readLedger } from './ledger.ts'
import { columnChanges } from './schema-change.ts'
import { type Entity, Tracker } from './tracker.ts'

/** Every so-manieth run sends everything: what others have changed in DataHub meanwhile is mended then. */
export const FULL_PASS_EVERY = 24
/** Of more changed tables than this in a run, columns are not compared. */
const MOST_READ = 5_000

export interface IncrementalDeps {
  readonly store: CheckpointStore
  readonly run: RunIdentity
  /** Which state of the pipeline there is (writingOf), before this run is to leave one; null: none. */
  readonly stateOf: string | null
  /** Stands for everything that decides what entities are made of. */
  readonly basis: string
  /** Whether what is as it was is left out: the input `incremental`. */
  readonly skips: boolean
  /** Whether schemas hold moments of the run. */
  readonly stampsSchemas: boolean
  readonly reader: MetadataReader
  readonly dryRun: boolean
  readonly now: () => number
  readonly emit: Emit
}

/** Whether a recipe's transformers put the moment of the run into schemas: terms of columns say when they were added. */
export const stampsSchemas = ({ transformers }: Pick<Recipe, 'transformers'>): boolean =>
  transformers.some(({ kind }) => kind === 'add-field-terms')

/** What recipe, tool and server are, in one text of a fixed length. Secrets in it cannot be found out from it. */
export const basisOf = (recipe: Recipe, server: string, version: string | null): string =>
  sha256(JSON.stringify([recipe.asWritten, recipe.source, recipe.transformers, recipe.flags, TOOL, server, version]))

/** Knows what DataHub has acknowledged: leaves out what is as it was, and tells how tables have changed. */
export class Incremental {
  readonly #deps: IncrementalDeps
  readonly #last: Ledger | null
  readonly #tracker: Tracker
  readonly #isFull: boolean
  #read = 0
  #begun: Promise<void> | null = null

  private constructor(deps: IncrementalDeps, last: Ledger | null) {
    this.#deps = deps
    this.#last = last
    // Where another program has run meanwhile, DataHub may hold what that has made.
    const follows = last !== null && last.stateOf === deps.stateOf
    const fits = follows && last.basis === deps.basis && last.runs + 1 < FULL_PASS_EVERY
    this.#isFull = !(deps.skips && fits)
    this.#tracker = new Tracker({
      known: last?.fingerprints ?? null,
      skips: !this.#isFull,
      since: deps.now(),
      timeless: deps.stampsSchemas ? new Set([...TIMELESS].filter((name) => name !== 'schemaMetadata')) : TIMELESS,
      changed: (entities) => this.#changed(entities),
      emit: deps.emit
    })
  }

  /** Reads what the last run left. What cannot be read makes a run that sends everything. */
  static async open(deps: IncrementalDeps): Promise<Incremental> {
    const last = await lastLedger(deps)
    if (last !== null) deps.emit({ type: 'changes-known' })
    return new Incremental(deps, last)
  }

  through(units: AsyncIterable<Page<SerialisedWorkUnit>>): AsyncIterable<Page<SerialisedWorkUnit>> {
    return this.#tracker.through(units)
  }

  note(outcomes: readonly Outcome[]): void {
    this.#tracker.note(outcomes)
  }

  /** To be called before anything is written that the last run's ledger does not know of, such as a removal. */
  async begin(): Promise<void> {
    if (this.#last === null) return
    this.#begun ??= this.#begin()
    await this.#begun
  }

  /** Keeps what was acknowledged in this run, and in no other. `stateOf`: which state there is by now. */
  async commit(stateOf: string | null): Promise<void> {
    const { dryRun, basis, store, emit } = this.#deps
    if (dryRun) return
    const runs = this.#isFull ? 0 : (this.#last?.runs ?? 0) + 1
    const ledger = { fingerprints: this.#tracker.acknowledged, basis, runs, stateOf }
    try {
      await store.write(LEDGER_JOB, ledgerAspect({ ...ledger, ...this.#about() }))
    } catch (error) {
      const message = `What was written could not be noted in ${store.shown}, so the next run sends everything: ${messageOf(error)}`
      emit({ type: 'failed', severity: 'warning', failure: { code: 'fingerprints-not-kept', message } })
    }
  }

  #about(): { pipelineName: string; runId: string; now: number } {
    const { run, now } = this.#deps
    return { pipelineName: run.pipelineName ?? '', runId: run.runId, now: now() }
  }

  async #changed(entities: readonly Entity[]): Promise<void> {
    if (this.#last === null) return
    await this.begin()
    await Promise.all(entities.map((entity) => this.#tell(entity)))
  }

  /** From here on, should the run never end, nobody knows what was acknowledged last. */
  async #begin(): Promise<void> {
    const { dryRun, store, emit } = this.#deps
    if (dryRun) return
    try {
      await store.write(LEDGER_JOB, begunAspect(this.#about()))
    } catch (error) {
      const message = `${NOT_BEGUN.message} ${store.shown}: ${messageOf(error)}`
      emit({ type: 'failed', severity: 'failure', failure: { ...NOT_BEGUN, message } })
    }
  }

  /** Compares a table with what DataHub holds of it until now. */
  async #tell({ urn, units }: Entity): Promise<void> {
    const { emit } = this.#deps
    const schema = units.find(({ aspectName }) => aspectName === 'schemaMetadata')
    const main = schema ?? units.find(({ aspectName }) => aspectName === 'datasetProperties')
    if (main === undefined || main.entityType !== 'dataset') return
    const nothing = { urn, added: [], removed: [], retyped: [] }
    const before = await this.#before(main)
    if (before === 'unread') emit({ type: 'changed', change: { ...nothing, kind: 'changed' }, isRead: false })
    else if (before === null) emit({ type: 'changed', change: { ...nothing, kind: 'new' }, isRead: true })
    else {
      const columns = schema === undefined ? {} : columnChanges(before, JSON.parse(schema.value) as JsonObject)
      const change: TableChange = { ...nothing, kind: 'changed', ...columns }
      emit({ type: 'changed', change, isRead: true })
    }
  }

  async #before({ urn, aspectName }: SerialisedWorkUnit): Promise<JsonObject | null | 'unread'> {
    this.#read += 1
    if (this.#read > MOST_READ) return 'unread'
    try {
      return await this.#deps.reader.aspect(urn, aspectName)
    } catch (error) {
      if (error instanceof AppError) return 'unread'
      throw error
    }
  }
}

const NOT_BEGUN = {
  code: 'fingerprints-not-kept',
  message: 'That this run writes could not be noted in',
  cure: 'Should this run not come to its end, run it once without `incremental`'
}

async function lastLedger({ store, emit }: IncrementalDeps): Promise<Ledger | null> {
  try {
    return readLedger(await store.read(LEDGER_JOB))
  } catch (error) {
    const message = `What the last run wrote cannot be read from ${store.shown}, so everything is sent: ${messageOf(error)}`
    emit({ type: 'failed', severity: 'warning', failure: { code: 'fingerprints-not-read', message } })
    return null
  }
}
