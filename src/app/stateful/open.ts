import type { AwsSession } from '../../aws/session.ts'
import { dataFlowUrn } from '../../datahub/urn.ts'
import { partitionOf } from '../../model/aws-partition.ts'
import type { Emit } from '../../model/event.ts'
import type { GlueOptions, Recipe } from '../../model/recipe.ts'
import type { RunIdentity } from '../../model/run.ts'
import type { OpenSink } from '../../sink/open.ts'
import { databaseUrn } from '../../source/glue/map/container.ts'
import { GlueExistence } from '../../source/glue/read/existence.ts'
import { removalJob } from '../../state/checkpoint/checkpoint.ts'
import { RunFacts } from '../../state/removal/facts.ts'
import { identify } from '../../state/removal/identify.ts'
import { UrnSpool } from '../../state/urn-spool.ts'
import type { Run } from '../run.ts'
import { openStore } from './open-store.ts'
import { StaleRemoval } from './stale-removal.ts'

/** Stateful ingestion within one run. */
export interface Stateful {
  readonly removal: StaleRemoval
  /** Hands on every event, and takes note of what removals depend on. */
  readonly emit: Emit
  close(): Promise<void>
}

/**
 * Prepares what the recipe's `stateful_ingestion` asks for; null: nothing.
 * @throws AppError (cannot-begin) when the place of the state cannot be reached.
 */
export async function openStateful(
  recipe: Recipe,
  { session, sink }: { readonly session: AwsSession; readonly sink: OpenSink },
  run: Run & { readonly late: AbortSignal },
  identity: RunIdentity
): Promise<Stateful | null> {
  const { stateful, source: options } = recipe
  if (stateful === null) return null
  const { env, deps, request, emit } = run
  const { cwd, clock } = deps
  const opened = await openStore(recipe, stateful, { env, cwd, clock, sink, signal: run.late, emit })
  const spool = await UrnSpool.create()
  const facts = new RunFacts()
  const flowUrn = (job: string): string => dataFlowUrn(options.platform, job, options.env)
  const client = session.glueClient()
  const removal = new StaleRemoval({
    options: stateful,
    store: opened.store,
    job: removalJob(options.platform),
    run: identity,
    catalogue: catalogueArn(options, session),
    spool,
    facts,
    existence: new GlueExistence({ client, options, signal: deps.signal, flowUrn }),
    identify: (urn) => identify(urn, { platform: options.platform, instances: instancesOf(options) }),
    containerOf: (database) => databaseUrn(database, options),
    reader: sink.reader,
    dryRun: request.dryRun,
    now: () => clock.now(),
    emit
  })
  const close = async (): Promise<void> => {
    opened.close()
    await spool.dispose()
  }
  const noted: Emit = (event) => {
    facts.add(event)
    emit(event)
  }
  return { removal, emit: noted, close }
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
