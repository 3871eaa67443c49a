import { createRateLimits } from '../aws/rate-limit.ts'
import type { RunReport } from '../model/report.ts'
import type { AppDeps, IngestRequest } from '../model/request.ts'
import { recipeEnvironment } from './environment.ts'
import { findFiles } from './find-files.ts'
import { runRecipe } from './run-recipe.ts'

/**
 * Runs each recipe in turn and gives one report for each, in their order (model/request.ts App).
 * @throws AppError when there is nothing to run.
 */
export async function ingest(request: IngestRequest, deps: AppDeps): Promise<readonly RunReport[]> {
  const files = await findFiles(request.recipes, deps.cwd)
  const env = await recipeEnvironment(request, deps.env, deps.cwd)
  const invocation = { request, deps, env, limits: createRateLimits(deps.clock, request.rateLimit) }
  const reports: RunReport[] = []
  for (const file of files) reports.push(await runRecipe(file, invocation))
  return reports
}
