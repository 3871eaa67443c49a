import type { AwsSession } from '../../aws/session.ts'
import { AppError } from '../../core/errors.ts'
import { dataFlowUrn } from '../../datahub/urn.ts'
import { partitionOf } from '../../model/aws-partition.ts'
import type { Emit } from '../../model/event.ts'
import type { GlueOptions, Recipe, StatefulOptions } from '../../model/recipe.ts'
import type { RunIdentity } from '../../model/run.ts'
import type { OpenSink } from '../../sink/open.ts'
import { databaseUrn } from '../../source/glue/map/container.ts'
import { GlueExistence } from '../../source/glue/read/existence.ts'
import { removalJob } from '../../state/checkpoint/checkpoint.ts'
import type { CheckpointStore } from '../../state/checkpoint/store.ts'
import { RunFacts } from '../../state/removal/facts.ts'
import { identify } from '../../state/removal/identify.ts'
import { UrnSpool } from '../../state/urn-spool.ts'
import type { Run } from '../run.ts'
import { basisOf, Incremental } from './incremental.ts'
import { openStore } from './open-store.ts'
import { StaleRemoval } from './stale-removal.ts'

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
  const { env, deps, request, emit } = run
  if (request.incremental) checkIncremental(recipe)
  const options = recipe.stateful ?? (request.incremental ? sinksOwn(recipe) : null)
  if (options === null) return null
  const { cwd, clock } = deps
  const opened = await openStore(recipe, options, {
    env,
    cwd,
    clock,
    mask: deps.mask,
    sink: ends.sink,
    signal: run.late,
    emit
  })
  try {
    const facts = new RunFacts()
    const noted: Emit = (event) => {
      facts.add(event)
      emit(event)
    }
    const incremental = await openIncremental(recipe, ends, run, { identity, store: opened.store, emit: noted })
    if (recipe.stateful === null) return { removal: null, incremental, emit: noted, close: async () => opened.close() }
    const spool = await UrnSpool.create()
    const own = { ...identity, options: recipe.stateful, store: opened.store, spool, facts }
    const close = async (): Promise<void> => {
      opened.close()
      await spool.dispose()
    }
    return { removal: removalOf(recipe, ends, run, own), incremental, emit: noted, close }
  } catch (error) {
    opened.close()
    throw error
  }
}

interface OfRemoval extends RunIdentity {
  readonly options: StatefulOptions
  readonly store: CheckpointStore
  readonly spool: UrnSpool
  readonly facts: RunFacts
}

function removalOf(recipe: Recipe, { session, sink }: Ends, run: RunToEnd, own: OfRemoval): StaleRemoval {
  const { source: options } = recipe
  const { deps, request, emit } = run
  const flowUrn = (job: string): string => dataFlowUrn(options.platform, job, options.env)
  return new StaleRemoval({
    options: own.options,
    store: own.store,
    spool: own.spool,
    facts: own.facts,
    job: removalJob(options.platform),
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

/** Only a server that stores before it answers acknowledges anything that could be relied on. */
async function openIncremental(
  recipe: Recipe,
  { sink }: Ends,
  { request, deps }: RunToEnd,
  own: { readonly identity: RunIdentity; readonly store: CheckpointStore; readonly emit: Emit }
): Promise<Incremental | null> {
  if (sink.reader === null || recipe.sink.type !== 'datahub-rest' || recipe.sink.mode === 'async') return null
  return Incremental.open({
    store: own.store,
    run: own.identity,
    basis: basisOf(recipe, recipe.sink.server, sink.gms?.version ?? null),
    skips: request.incremental,
    reader: sink.reader,
    dryRun: request.dryRun,
    now: () => deps.clock.now(),
    emit: own.emit
  })
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

/** Where it is noted what was written, when the recipe keeps no state: the server that is written to. */
function sinksOwn({ sink }: Recipe): StatefulOptions | null {
  if (sink.type !== 'datahub-rest') return null
  const provider = { type: 'datahub', connection: sink } as const
  return { provider, failSafeThreshold: 100, ignoreOldState: true, ignoreNewState: true, maxStateBytes: 0 }
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
