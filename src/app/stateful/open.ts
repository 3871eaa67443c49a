import type { AwsSession } from '../../aws/session.ts'
import { AppError } from '../../core/errors.ts'
import { isObject } from '../../core/json.ts'
import { shownServer } from '../../datahub/gms-probe.ts'
import { dataFlowUrn } from '../../datahub/urn.ts'
import { partitionOf } from '../../model/aws-partition.ts'
import type { Emit } from '../../model/event.ts'
import type { GlueOptions, Recipe, RestSinkOptions, SinkOptions, StatefulOptions } from '../../model/recipe.ts'
import type { IngestRequest } from '../../model/request.ts'
import type { RunIdentity } from '../../model/run.ts'
import type { OpenSink } from '../../sink/open.ts'
import { databaseUrn } from '../../source/glue/map/container.ts'
import { GlueExistence } from '../../source/glue/read/existence.ts'
import { removalJob, writingOf } from '../../state/checkpoint/checkpoint.ts'
import type { StatePlaces } from '../../state/checkpoint/held-state.ts'
import type { CheckpointStore } from '../../state/checkpoint/store.ts'
import { basisOf, Incremental, stampsSchemas } from '../../state/fingerprints/incremental.ts'
import { leaveUntracked } from '../../state/fingerprints/untracked.ts'
import { RunFacts } from '../../state/removal/facts.ts'
import { identify } from '../../state/removal/identify.ts'
import { StaleRemoval } from '../../state/removal/stale-removal.ts'
import { LEFT_OUT_WITH_GMS, PASSING_TYPES, UrnSpool } from '../../state/urn-spool.ts'
import type { OpenDatahub } from '../open-datahub.ts'
import type { Run } from '../run.ts'
import { incapable, openStore, type StoreDeps, sinksStore } from './open-store.ts'

/** What one run has to do with those before and after it. */
export interface Stateful {
  /** null: nothing is removed. */
  readonly removal: StaleRemoval | null
  /** null: it is not known what DataHub has acknowledged. */
  readonly incremental: Incremental | null
  /** Hands on every event, and takes note of what removals depend on. */
  readonly emit: Emit
  close(): Promise<void>
}

interface Ends {
  readonly session: AwsSession
  readonly sink: OpenSink
  readonly datahub: OpenDatahub
}

/** A run, and the signal that follows its own after a moment of grace. */
export type RunToEnd = Run & { readonly late: AbortSignal }

/**
 * Prepares what the recipe's `stateful_ingestion` and the input `incremental` ask for; null: nothing.
 * @throws AppError (cannot-begin) when the place of the state cannot be reached; (input) when `incremental` cannot work.
 */
export async function openStateful(
  recipe: Recipe,
  ends: Ends,
  run: RunToEnd,
  identity: RunIdentity
): Promise<Stateful | null> {
  const { request, emit, deps } = run
  if (request.incremental) checkIncremental(recipe)
  const storeDeps = storeDepsOf(run, ends)
  const ledger = ledgerStore(recipe, request.incremental, storeDeps)
  if (ledger !== null && !isNoted(recipe, request) && !request.dryRun) {
    await leaveUntracked({ store: ledger, run: identity, now: deps.clock.now(), emit })
  }
  if (recipe.stateful === null && !request.incremental) return null
  const opened = recipe.stateful === null ? null : await openStore(recipe, recipe.stateful, storeDeps)
  try {
    const facts = new RunFacts()
    const noted: Emit = (event) => {
      facts.add(event)
      emit(event)
    }
    const state = opened?.store ?? null
    const own = { identity, store: ledger ?? state, state, emit: noted }
    const incremental = await openIncremental(recipe, ends, run, own)
    if (recipe.stateful === null || opened === null) return { removal: null, incremental, emit: noted, close: nothing }
    const spool = await UrnSpool.create(ends.sink.gms === null ? PASSING_TYPES : LEFT_OUT_WITH_GMS)
    const places = { store: opened.store, copies: opened.copies, job: removalJob(recipe.source.platform) }
    const ofRemoval = { ...identity, options: recipe.stateful, places, spool, facts }
    const close = async (): Promise<void> => {
      opened.close()
      await spool.dispose()
    }
    return { removal: removalOf(recipe, ends, run, ofRemoval), incremental, emit: noted, close }
  } catch (error) {
    opened?.close()
    throw error
  }
}

/** Whether a run notes what it writes, to leave it out or to tell what has changed. */
const isNoted = ({ stateful, sink }: Recipe, { incremental }: Pick<IngestRequest, 'incremental'>): boolean =>
  isAcknowledged(sink) && (incremental || stateful !== null)

/** Only a server that stores before it answers acknowledges anything that could be relied on. */
const isAcknowledged = (sink: SinkOptions): sink is RestSinkOptions =>
  sink.type === 'datahub-rest' && sink.mode === 'sync'

const nothing = async (): Promise<void> => {}

function storeDepsOf({ env, deps, emit, late }: RunToEnd, { sink, datahub }: Ends): StoreDeps {
  const { cwd, clock, mask } = deps
  return { env, cwd, clock, mask, sink, datahub, signal: late, emit }
}

/** @throws AppError (cannot-begin) when there has to be one, and the server keeps none. */
function ledgerStore(recipe: Recipe, isNeeded: boolean, deps: StoreDeps): CheckpointStore | null {
  const store = sinksStore(recipe, deps)
  if (store === null && isNeeded && recipe.sink.type === 'datahub-rest')
    throw incapable(shownServer(recipe.sink.server))
  return store
}

interface OfRemoval extends RunIdentity {
  readonly options: StatefulOptions
  readonly places: StatePlaces
  readonly spool: UrnSpool
  readonly facts: RunFacts
}

function removalOf(recipe: Recipe, { session, sink }: Ends, run: RunToEnd, own: OfRemoval): StaleRemoval {
  const { source: options } = recipe
  const { deps, request, emit } = run
  const flowUrn = (job: string): string => dataFlowUrn(options.platform, job, options.env)
  return new StaleRemoval({
    options: own.options,
    places: own.places,
    spool: own.spool,
    facts: own.facts,
    run: { runId: own.runId, pipelineName: own.pipelineName },
    catalogue: catalogueArn(options, session),
    existence: new GlueExistence({ client: session.glueClient(), options, signal: deps.signal, flowUrn }),
    identify: (urn) => identify(urn, { platform: options.platform, instances: instancesOf(options) }),
    containerOf: (database) => databaseUrn(database, options),
    reader: sink.reader,
    dryRun: request.dryRun,
    now: () => deps.clock.now(),
    emit
  })
}

interface OfIncremental {
  readonly identity: RunIdentity
  /** Where it is noted what was acknowledged: beside the state only where the sink's server keeps nothing; null: it is not. */
  readonly store: CheckpointStore | null
  /** Where the pipeline's state is; null: it has none. */
  readonly state: CheckpointStore | null
  readonly emit: Emit
}

async function openIncremental(
  recipe: Recipe,
  { sink }: Ends,
  { request, deps }: RunToEnd,
  { identity, store, state, emit }: OfIncremental
): Promise<Incremental | null> {
  if (sink.reader === null || store === null || !isAcknowledged(recipe.sink)) return null
  return Incremental.open({
    store,
    run: identity,
    // What leaves nothing out does not have to know.
    stateOf: state === null || !request.incremental ? null : await lastWriting(state, recipe.source.platform),
    basis: basisOf(recipe, recipe.sink.server, sink.gms?.version ?? null),
    skips: request.incremental,
    stampsSchemas: stampsSchemas(recipe),
    reader: sink.reader,
    dryRun: request.dryRun,
    now: () => deps.clock.now(),
    emit
  })
}

/** What tells the pipeline's state from earlier ones; where there is one that cannot be read, nothing that anybody knows. */
async function lastWriting(store: CheckpointStore, platform: string): Promise<string | null> {
  try {
    const aspect = await store.read(removalJob(platform))
    if (aspect === null) return null
    return isObject(aspect) ? writingOf(aspect) : ''
  } catch {
    return ''
  }
}

/** @throws AppError (input) that says what is missing. */
function checkIncremental({ pipelineName, sink }: Recipe): void {
  const missing =
    pipelineName === null
      ? 'a pipeline_name in the recipe, under which it is noted what was written'
      : sink.type !== 'datahub-rest'
        ? 'the sink datahub-rest: every other one is written as a whole'
        : sink.mode === 'async'
          ? 'mode SYNC of the sink: in the others DataHub acknowledges nothing'
          : null
  if (missing === null) return
  throw new AppError(`incremental needs ${missing}`, {
    kind: 'input',
    code: 'incremental-not-possible',
    cure: 'change the recipe, or leave incremental off'
  })
}

/** Platform instances that the recipe gives to tables. */
function instancesOf({ platformInstance, catalogInstances }: GlueOptions): readonly string[] {
  const all = [platformInstance, ...Object.values(catalogInstances).map((place) => place.platformInstance)]
  return [...new Set(all.filter((instance) => instance !== null && instance !== ''))] as readonly string[]
}

function catalogueArn({ catalogId }: GlueOptions, { region, identity }: AwsSession): string {
  const account = catalogId === null || catalogId === '' ? identity.account : catalogId
  return `arn:${partitionOf(region).id}:glue:${region}:${account}:catalog`
}
