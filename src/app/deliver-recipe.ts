import { join, resolve } from 'node:path'
import type { AwsSession } from '../aws/session.ts'
import { once } from '../core/once.ts'
import { DomainRegistry } from '../datahub/domain-registry.ts'
import { RecentReader } from '../datahub/recent-reader.ts'
import type { Emit } from '../model/event.ts'
import type { Page } from '../model/ports.ts'
import type { Recipe } from '../model/recipe.ts'
import type { RunIdentity } from '../model/run.ts'
import type { Outcome, SerialisedWorkUnit } from '../model/work-unit.ts'
import { type ChainOptions, processed } from '../process/chain.ts'
import { transformStages } from '../process/transform/transformers.ts'
import { DeadLetters } from '../sink/dead-letters.ts'
import { type OpenSink, openSink, type SinkDeps, startWriter } from '../sink/open.ts'
import type { Stamp } from '../sink/stamp.ts'
import type { GlueSourceDeps } from '../source/glue/context.ts'
import { GlueSource } from '../source/glue/source.ts'
import { keepLosses } from './losses.ts'
import { type OpenDatahub, openDatahub } from './open-datahub.ts'
import type { Progress, Run } from './run.ts'
import type { RunHistory } from './run-history.ts'
import { openStateful, type Stateful } from './stateful/open.ts'

/** Opens both ends of the run and moves everything from the one to the other. The sink is closed whatever happens. */
export async function deliverRecipe(
  recipe: Recipe,
  openSession: () => Promise<AwsSession>,
  run: Run & { readonly late: AbortSignal },
  progress: Progress
): Promise<void> {
  const deps = sinkDeps(recipe, run, progress.run)
  const { thread } = run.deps
  const writer = thread === undefined ? null : startWriter(recipe.sink, deps, thread)
  try {
    const session = await openSession()
    await deliverTo(recipe, session, run, { progress, deps: writer === null ? deps : { ...deps, writer } })
  } finally {
    writer?.close()
  }
}

async function deliverTo(
  recipe: Recipe,
  session: AwsSession,
  run: Run & { readonly late: AbortSignal },
  { progress, deps }: { readonly progress: Progress; readonly deps: SinkDeps }
): Promise<void> {
  progress.identity = session.identity
  const sink = await openSink(recipe.sink, deps)
  try {
    progress.sink = sink.report
    const { target, version } = sink.report
    run.deps.logger.info(`Sink: ${target}${version === null ? '' : ` (${version})`}`)
    const datahub = await openDatahub(recipe, sink, deps)
    try {
      await progress.history?.begin()
      await move(recipe, { session, sink, datahub }, run, progress)
    } finally {
      datahub.close()
    }
  } finally {
    sink.close()
  }
}

async function move(
  recipe: Recipe,
  ends: { session: AwsSession; sink: OpenSink; datahub: OpenDatahub },
  run: Run & { readonly late: AbortSignal },
  progress: Progress
): Promise<void> {
  const { session, sink, datahub } = ends
  const stateful = await openStateful(recipe, ends, run, progress.run)
  try {
    const emit = stateful?.emit ?? run.emit
    const source = new GlueSource(recipe.source, sourceDeps(session, datahub, run))
    const between = stateful?.removal?.stage
    const chain = { ...chainOf(recipe, ends, run), ...(between === undefined ? {} : { between }), emit }
    const made = unlessCancelled(processed(source.read(emit), chain), run.deps.signal)
    const units = stateful?.incremental?.through(made) ?? made
    const letters = lettersOf(recipe, run, progress.run)
    await keepLosses(delivered(units, sink, stateful, { emit, history: progress.history }), letters, (kept) => {
      progress.deadLetters = kept
    })
    await stateful?.removal?.commit()
    await stateful?.incremental?.commit(stateful.removal?.stateOf ?? null)
  } finally {
    await stateful?.close()
  }
}

/**
 * Everything that the run makes, and then what is stale. A server has taken the one before the other is decided, and has
 * stored the other before it leaves the state; of a file both are parts, and it is whole or not at all.
 */
async function* delivered(
  units: AsyncIterable<Page<SerialisedWorkUnit>>,
  { sink, storing, client }: OpenSink,
  stateful: Stateful | null,
  { emit, history }: { readonly emit: Emit; readonly history: RunHistory | null }
): AsyncGenerator<Page<Outcome>> {
  const told = { stateful, history }
  const stale = stateful === null ? null : removals(stateful)
  const isWhole = stale === null || client === null
  yield* noted(sink.deliver(stale !== null && isWhole ? joined(units, stale) : units, emit), told)
  if (!isWhole) yield* noted(storing.deliver(stale, emit), told)
}

/** Tells everyone who has to know what became of work units. */
async function* noted(
  delivery: AsyncIterable<Page<Outcome>>,
  { stateful, history }: { readonly stateful: Stateful | null; readonly history: RunHistory | null }
): AsyncGenerator<Page<Outcome>> {
  for await (const outcomes of delivery) {
    stateful?.removal?.note(outcomes)
    stateful?.incremental?.note(outcomes)
    history?.written.add(outcomes)
    yield outcomes
  }
}

/** What is removed is no longer as the last run left it, even should this one never end. */
function removals({ removal, incremental }: Stateful): AsyncIterable<Page<SerialisedWorkUnit>> | null {
  if (removal === null) return null
  async function* begun(units: AsyncIterable<Page<SerialisedWorkUnit>>): AsyncGenerator<Page<SerialisedWorkUnit>> {
    for await (const page of units) {
      await incremental?.begin()
      yield page
    }
  }
  return begun(removal.units())
}

async function* joined<T>(...parts: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  for (const part of parts) yield* part
}

function sourceDeps(session: AwsSession, { reader }: OpenDatahub, run: Run): GlueSourceDeps {
  const where = { region: session.region, account: session.identity.account, arn: session.identity.arn }
  const { clock, signal, thread } = run.deps
  return {
    client: session.glueClient(),
    lakeFormation: session.lakeFormationClient(),
    s3: once(() => session.s3Client()),
    where,
    datahub: reader,
    search: reader,
    clock,
    signal,
    ...(thread === undefined ? {} : { sqlThread: thread })
  }
}

function chainOf(
  recipe: Recipe,
  { sink, datahub }: { readonly sink: OpenSink; readonly datahub: OpenDatahub },
  { deps }: Run
): Omit<ChainOptions, 'between' | 'emit'> {
  const reader = datahub.reader === null ? null : new RecentReader(datahub.reader)
  const transformDeps = { datahub: reader, domains: new DomainRegistry(reader), now: deps.clock.now() }
  const transformers = transformStages(recipe.transformers, transformDeps)
  return { source: recipe.source, flags: recipe.flags, gms: sink.gms, transformers }
}

/** Reading ends quietly when it is cancelled; a sink has to know that this is not the end of the catalogue. */
async function* unlessCancelled<T>(units: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  yield* units
  signal.throwIfAborted()
}

function lettersOf(recipe: Recipe, { request, deps, emit, letterFile }: Run, run: RunIdentity): DeadLetters | null {
  if (recipe.sink.type !== 'datahub-rest' || request.dryRun) return null
  const shownPath = recipe.failureLog ?? join(request.outDir, letterFile)
  const path = resolve(deps.cwd, shownPath)
  return new DeadLetters({ path, shownPath, stamp: stampOf(recipe, run), clock: deps.clock, emit })
}

const stampOf = ({ flags }: Recipe, run: RunIdentity): Stamp => ({
  run,
  setSystemMetadata: flags.setSystemMetadata,
  setPipelineName: flags.setSystemMetadataPipelineName
})

function sinkDeps(
  recipe: Recipe,
  { deps, env, request, emit, late }: Run & { late: AbortSignal },
  run: RunIdentity
): SinkDeps {
  const { cwd, clock, stdout, mask } = deps
  return {
    env,
    cwd,
    clock,
    stdout,
    mask,
    emit,
    signal: late,
    dryRun: request.dryRun,
    stamp: stampOf(recipe, run)
  }
}
