import type { Recipe } from '../model/recipe.ts'
import type { RunReport } from '../model/report.ts'
import { deliverRecipe } from './deliver-recipe.ts'
import { withGrace } from './grace.ts'
import type { Invocation } from './invocation.ts'
import { recipeReader } from './load-recipe.ts'
import { letterFileOf } from './losses.ts'
import { openRecipe } from './open-recipe.ts'
import { withOwnOptions } from './own-options.ts'
import { refuseSharedPlaces } from './own-places.ts'
import { reportedRun } from './reported-run.ts'
import type { Progress, Run } from './run.ts'
import { RunHistory } from './run-history.ts'
import { makeRunId } from './run-id.ts'

/** Runs one recipe from its text to its report. Never rejects: why a run broke off stands in the report. */
export function runRecipe(file: string, given: Invocation & { readonly index: number }): Promise<RunReport> {
  const { index, ...invocation } = given
  const { request, deps } = invocation
  const run = { runId: makeRunId(deps.clock), pipelineName: null }
  return reportedRun({ file, run, request, deps }, (emit, progress) =>
    perform(file, { ...invocation, emit, letterFile: letterFileOf(index) }, progress)
  )
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
  try {
    refuseSharedPlaces(recipe, deps.cwd)
    progress.history = new RunHistory(recipe, progress.run, run, secrets)
    deps.logger.info(`Recipe: ${file}, run ${progress.run.runId}${request.dryRun ? ' (dry run)' : ''}`)
    await withGrace(deps.signal, deps.clock, (late) => deliverRecipe(recipe, session, { ...run, late }, progress))
  } finally {
    close()
  }
}
