import { createRateLimits } from '../aws/rate-limit.ts'
import { checkTempFolder } from '../core/temp-folder.ts'
import type { RunReport } from '../model/report.ts'
import type { AppDeps, IngestRequest } from '../model/request.ts'
import { dagDiagnostics } from './dag/validate.ts'
import { recipeEnvironment } from './environment.ts'
import { findFiles } from './find-files.ts'
import { runRecipe } from './run-recipe.ts'

/**
 * Runs each recipe in turn and gives one report for each, in their order (model/request.ts App).
 * @throws AppError when there is nothing to run, or no place for what does not fit into memory.
 */
export async function ingest(request: IngestRequest, deps: AppDeps): Promise<readonly RunReport[]> {
  const files = await findFiles(request.recipes, deps.cwd)
  const env = await recipeEnvironment(request, deps.env, deps.cwd)
  await checkTempFolder(deps.env)
  const invocation = { request, deps, env, limits: createRateLimits(deps.clock, request.rateLimit) }
  const reports: RunReport[] = []
  for (const [index, file] of files.entries()) {
    // A folder of recipes may hold the DAG that runs them. Named by itself, it is told to be no recipe.
    if (files.length > 1 && (await dagDiagnostics(file, deps.cwd)) !== null)
      deps.logger.info(`${file} is a DAG, not a recipe`)
    else reports.push(await runRecipe(file, { ...invocation, index }))
  }
  return reports
}
