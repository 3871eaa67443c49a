import type { Emit } from '../model/event.ts'
import type { Recipe } from '../model/recipe.ts'
import type { RunReport, Stop } from '../model/report.ts'
import { ReportFold } from '../report/fold.ts'
import { CANCELLED, stopOf } from '../report/stop.ts'
import { deliverRecipe } from './deliver-recipe.ts'
import { withGrace } from './grace.ts'
import type { Invocation } from './invocation.ts'
import { recipeReader } from './load-recipe.ts'
import { letterFileOf } from './losses.ts'
import { openRecipe } from './open-recipe.ts'
import { withOwnOptions } from './own-options.ts'
import type { Progress, Run } from './run.ts'
import { RunHistory } from './run-history.ts'
import { makeRunId } from './run-id.ts'

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
  const complete = (recipe: Recipe): Recipe => withOwnOptions(recipe, request, env)
  const opened = await openRecipe({ file, read, setting: run, complete })
  progress.diagnostics = opened.ok ? opened.value.diagnostics : opened.error
  if (!opened.ok) return
  const { recipe, secrets, session, close } = opened.value
  progress.run = { runId: recipe.runId ?? progress.run.runId, pipelineName: recipe.pipelineName }
  progress.history = new RunHistory(recipe, progress.run, run, secrets)
  deps.logger.info(`Recipe: ${file}, run ${progress.run.runId}${request.dryRun ? ' (dry run)' : ''}`)
  try {
    await withGrace(deps.signal, deps.clock, (late) => deliverRecipe(recipe, session, { ...run, late }, progress))
  } finally {
    close()
  }
}
