import { join, resolve } from 'node:path'
import type { AwsSession } from '../aws/session.ts'
import { openAwsSession } from '../aws/session.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { once } from '../core/once.ts'
import { DomainRegistry } from '../datahub/domain-registry.ts'
import type { Emit } from '../model/event.ts'
import type { KeptValues } from '../model/iam-actions.ts'
import type { Recipe } from '../model/recipe.ts'
import type { DeadLetterReport, Identity, RunReport, SinkReport, Stop } from '../model/report.ts'
import type { IngestRequest } from '../model/request.ts'
import type { RunIdentity } from '../model/run.ts'
import { processed } from '../process/chain.ts'
import { transformStages } from '../process/transform/transformers.ts'
import { ReportFold } from '../report/fold.ts'
import { CANCELLED, stopOf } from '../report/stop.ts'
import { DeadLetters } from '../sink/dead-letters.ts'
import { type OpenSink, openSink } from '../sink/open.ts'
import type { Stamp } from '../sink/stamp.ts'
import { GlueSource } from '../source/glue/source.ts'
import { unlessAborted, withGrace } from './grace.ts'
import type { Invocation } from './invocation.ts'
import { recipeReader } from './load-recipe.ts'
import { keepLosses, letterFileOf } from './losses.ts'
import { makeRunId } from './run-id.ts'
import { settleRecipe } from './settle-recipe.ts'
import { trustOf } from './trust.ts'

/** What a run finds out about itself on its way, for its report. */
interface Progress {
  run: RunIdentity
  identity: Identity | null
  sink: SinkReport | null
  diagnostics: readonly Diagnostic[]
  deadLetters: DeadLetterReport | null
}

/** Runs one recipe from its text to its report. Never rejects: why a run broke off stands in the report. */
export async function runRecipe(file: string, given: Invocation & { readonly index: number }): Promise<RunReport> {
  const { index, ...invocation } = given
  const { request, deps } = invocation
  const fold = new ReportFold()
  const emit: Emit = (event) => {
    fold.add(event)
    deps.onEvent(event)
  }
  const startedAt = deps.clock.now()
  const begun = deps.clock.monotonic()
  const run = { runId: makeRunId(deps.clock), pipelineName: null }
  const progress: Progress = { run, identity: null, sink: null, diagnostics: [], deadLetters: null }
  const stopped = await stopOfRun(
    () => perform(file, { ...invocation, emit, letterFile: letterFileOf(index) }, progress),
    invocation
  )
  return fold.finish({
    ...progress.run,
    recipe: file,
    dryRun: request.dryRun,
    startedAt: new Date(startedAt).toISOString(),
    durationSeconds: Math.round(deps.clock.monotonic() - begun) / 1000,
    identity: progress.identity,
    sink: progress.sink,
    stopped,
    deadLetters: progress.deadLetters,
    diagnostics: progress.diagnostics,
    failOn: request.failOn
  })
}

async function stopOfRun(work: () => Promise<void>, { deps }: Invocation): Promise<Stop | null> {
  try {
    await work()
    return deps.signal.aborted ? CANCELLED : null
  } catch (thrown) {
    const stop = stopOf(thrown, deps.signal)
    if (stop.kind === 'defect' && thrown instanceof Error) deps.logger.debug(thrown.stack ?? thrown.message)
    return stop
  }
}

interface Run extends Invocation {
  readonly emit: Emit
  /** Of what was lost, in the folder of the run's files. */
  readonly letterFile: string
}

async function perform(file: string, run: Run, progress: Progress): Promise<void> {
  const { request, deps, env } = run
  deps.signal.throwIfAborted()
  const read = await recipeReader(file, { env, cwd: deps.cwd, inputs: request, mode: 'ingest' })
  const open = async (known: Recipe, kept?: KeptValues): Promise<AwsSession> => {
    const opening = openAwsSession(await sessionRequest(withInputs(known, request), run, kept))
    return unlessAborted(opening, deps.signal, (late) => late.close())
  }
  const settled = await settleRecipe({ file, read, open, mask: deps.mask, signal: deps.signal })
  const { parsed } = settled
  progress.diagnostics = parsed.ok ? parsed.value.diagnostics : parsed.error
  if (!parsed.ok) return
  const { secrets } = parsed.value
  const recipe = withInputs(parsed.value.recipe, request)
  for (const secret of secrets) deps.mask(secret)
  progress.run = { runId: recipe.runId ?? progress.run.runId, pipelineName: recipe.pipelineName }
  deps.logger.info(`Recipe: ${file}, run ${progress.run.runId}${request.dryRun ? ' (dry run)' : ''}`)
  const session = settled.session ?? (await open(recipe))
  await withGrace(deps.signal, deps.clock, (late) => withEnds(recipe, session, { ...run, late }, progress))
}

/** Opens the other end of the run, moves everything to it, and closes both whatever happens. */
async function withEnds(
  recipe: Recipe,
  session: AwsSession,
  run: Run & { readonly late: AbortSignal },
  progress: Progress
): Promise<void> {
  try {
    progress.identity = session.identity
    const sink = await openSink(recipe.sink, sinkDeps(recipe, run, progress.run))
    try {
      progress.sink = sink.report
      run.deps.logger.info(
        `Sink: ${sink.report.target}${sink.report.version === null ? '' : ` (${sink.report.version})`}`
      )
      await move(recipe, { session, sink }, run, progress)
    } finally {
      sink.close()
    }
  } finally {
    session.close()
  }
}

async function move(
  recipe: Recipe,
  ends: { session: AwsSession; sink: OpenSink },
  run: Run,
  progress: Progress
): Promise<void> {
  const { session, sink } = ends
  const where = { region: session.region, account: session.identity.account, arn: session.identity.arn }
  const { clock, signal, sqlThread } = run.deps
  const deps = {
    client: session.glueClient(),
    lakeFormation: session.lakeFormationClient(),
    s3: once(() => session.s3Client()),
    where,
    datahub: sink.reader,
    search: sink.reader,
    clock,
    signal,
    ...(sqlThread === undefined ? {} : { sqlThread })
  }
  const source = new GlueSource(recipe.source, deps)
  const { source: options, flags } = recipe
  const transformDeps = { datahub: sink.reader, domains: new DomainRegistry(sink.reader), now: clock.now() }
  const transformers = transformStages(recipe.transformers, transformDeps)
  const chain = { source: options, flags, gms: sink.gms, transformers, emit: run.emit }
  const units = processed(source.read(run.emit), chain)
  const letters = lettersOf(recipe, run, progress.run)
  const delivery = sink.sink.deliver(unlessCancelled(units, run.deps.signal), run.emit)
  await keepLosses(delivery, letters, (kept) => {
    progress.deadLetters = kept
  })
}

/** What is this program's own is asked for by inputs, so that a recipe always stays valid for DataHub's own CLI. */
const withInputs = (recipe: Recipe, { columnStatistics }: IngestRequest): Recipe => ({
  ...recipe,
  source: { ...recipe.source, columnStatistics }
})

/** Reading ends quietly when it is cancelled; a sink has to know that this is not the end of the catalogue. */
async function* unlessCancelled<T>(units: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  yield* units
  signal.throwIfAborted()
}

async function sessionRequest(recipe: Recipe, { request, deps, env, limits, emit }: Run, kept?: KeptValues) {
  const { clock, logger, mask, idToken, github } = deps
  return {
    options: recipe.source,
    identity: request.identity,
    env,
    idToken,
    github,
    limits,
    clock,
    logger,
    mask,
    emit,
    ...(kept === undefined ? {} : { kept }),
    ...(await trustOf(recipe.source.aws, env, deps.cwd))
  }
}

function lettersOf(recipe: Recipe, { request, deps, emit, letterFile }: Run, run: RunIdentity): DeadLetters | null {
  if (recipe.sink.type !== 'datahub-rest' || request.dryRun) return null
  const shownPath = join(request.outDir, letterFile)
  const path = resolve(deps.cwd, shownPath)
  return new DeadLetters({ path, shownPath, stamp: stampOf(recipe, run), clock: deps.clock, emit })
}

const stampOf = ({ flags }: Recipe, run: RunIdentity): Stamp => ({
  run,
  setSystemMetadata: flags.setSystemMetadata,
  setPipelineName: flags.setSystemMetadataPipelineName
})

function sinkDeps(recipe: Recipe, { deps, env, request, emit, late }: Run & { late: AbortSignal }, run: RunIdentity) {
  const { cwd, clock, stdout } = deps
  return {
    env,
    cwd,
    clock,
    stdout,
    emit,
    signal: late,
    dryRun: request.dryRun,
    stamp: stampOf(recipe, run)
  }
}
