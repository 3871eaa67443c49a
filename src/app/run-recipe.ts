import type { AwsSession } from '../aws/session.ts'
import type { Environment } from '../core/environment.ts'
import type { Emit } from '../model/event.ts'
import type { KeptValues } from '../model/iam-actions.ts'
import type { Recipe } from '../model/recipe.ts'
import type { RunReport, Stop } from '../model/report.ts'
import type { IngestRequest } from '../model/request.ts'
import { ReportFold } from '../report/fold.ts'
import { CANCELLED, stopOf } from '../report/stop.ts'
import { deliverRecipe } from './deliver-recipe.ts'
import { withGrace } from './grace.ts'
import type { Invocation } from './invocation.ts'
import { recipeReader } from './load-recipe.ts'
import { letterFileOf } from './losses.ts'
import { openRecipeSession } from './recipe-session.ts'
import type { Progress, Run } from './run.ts'
import { RunHistory } from './run-history.ts'
import { makeRunId } from './run-id.ts'
import { settleRecipe } from './settle-recipe.ts'

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
  const progress: Progress = { run, identity: null, sink: null, diagnostics: [], deadLetters: null, history: null }
  const stopped = await stopOfRun(
    () => perform(file, { ...invocation, emit, letterFile: letterFileOf(index) }, progress),
    invocation
  )
  const end = {
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
  }
  await progress.history?.end(fold.finish(end))
  // Telling it may have failed, which is told too.
  return fold.finish(end)
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

async function perform(file: string, run: Run, progress: Progress): Promise<void> {
  const { request, deps, env } = run
  deps.signal.throwIfAborted()
  const read = await recipeReader(file, { env, cwd: deps.cwd, inputs: request, mode: 'ingest' })
  const open = (known: Recipe, kept?: KeptValues): Promise<AwsSession> =>
    openRecipeSession(withInputs(known, request, env), run, kept)
  const settled = await settleRecipe({ file, read, open, mask: deps.mask, signal: deps.signal })
  const { parsed } = settled
  progress.diagnostics = parsed.ok ? parsed.value.diagnostics : parsed.error
  if (!parsed.ok) return
  const { secrets } = parsed.value
  const recipe = withInputs(parsed.value.recipe, request, env)
  for (const secret of secrets) deps.mask(secret)
  progress.run = { runId: recipe.runId ?? progress.run.runId, pipelineName: recipe.pipelineName }
  progress.history = new RunHistory(recipe, progress.run, run, secrets)
  deps.logger.info(`Recipe: ${file}, run ${progress.run.runId}${request.dryRun ? ' (dry run)' : ''}`)
  const session = async (): Promise<AwsSession> => settled.session ?? (await open(recipe))
  await withGrace(deps.signal, deps.clock, (late) => deliverRecipe(recipe, session, { ...run, late }, progress))
}

/**
 * What is this program's own is asked for by inputs, so that a recipe always stays valid for DataHub's own CLI, and what
 * that takes from its environment is taken from there.
 */
export const withInputs = (recipe: Recipe, { columnStatistics }: IngestRequest, env: Environment): Recipe => ({
  ...recipe,
  source: { ...recipe.source, columnStatistics, lowercaseUrns: env.DATAHUB_DATASET_URN_TO_LOWER === 'true' }
})
