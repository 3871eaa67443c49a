import { join, resolve } from 'node:path'
import type { AwsSession } from '../aws/session.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { once } from '../core/once.ts'
import { DomainRegistry } from '../datahub/domain-registry.ts'
import type { Emit } from '../model/event.ts'
import type { Recipe } from '../model/recipe.ts'
import type { DeadLetterReport, Identity, SinkReport } from '../model/report.ts'
import type { RunIdentity } from '../model/run.ts'
import { processed } from '../process/chain.ts'
import { transformStages } from '../process/transform/transformers.ts'
import { DeadLetters } from '../sink/dead-letters.ts'
import { type OpenSink, openSink } from '../sink/open.ts'
import type { Stamp } from '../sink/stamp.ts'
import { GlueSource } from '../source/glue/source.ts'
import type { Invocation } from './invocation.ts'
import { keepLosses } from './losses.ts'

/** What a run finds out about itself on its way, for its report. */
export interface Progress {
  run: RunIdentity
  identity: Identity | null
  sink: SinkReport | null
  diagnostics: readonly Diagnostic[]
  deadLetters: DeadLetterReport | null
}

/** One recipe's run. */
export interface Run extends Invocation {
  readonly emit: Emit
  /** Of what was lost, in the folder of the run's files. */
  readonly letterFile: string
}

/** Opens the other end of the run, moves everything to it, and closes both whatever happens. */
export async function deliverRecipe(
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

/** Reading ends quietly when it is cancelled; a sink has to know that this is not the end of the catalogue. */
async function* unlessCancelled<T>(units: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  yield* units
  signal.throwIfAborted()
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
