import { createRateLimits } from '../../aws/rate-limit.ts'
import type { Diagnosis } from '../../model/doctor.ts'
import type { AppDeps, DoctorRequest } from '../../model/request.ts'
import { dagDiagnostics } from '../dag/validate.ts'
import { recipeEnvironment } from '../environment.ts'
import { findFiles } from '../find-files.ts'
import type { Deps } from './deps.ts'
import { diagnose } from './diagnose.ts'

/**
 * Looks at each recipe in turn and gives what was found, in their order (model/request.ts App).
 * @throws AppError when there is no such recipe · the signal's reason
 */
export async function doctor(request: DoctorRequest, deps: AppDeps): Promise<readonly Diagnosis[]> {
  const files = request.recipes.length === 0 ? [null] : await findFiles(request.recipes, deps.cwd)
  const env = await recipeEnvironment(request, deps.env, deps.cwd)
  const { maxAgeSeconds, columnStatistics } = request
  const limits = createRateLimits(deps.clock, null)
  const lent: Deps = { ...deps, env, inputs: request, limits, maxAgeSeconds, columnStatistics }
  const found: Diagnosis[] = []
  for (const file of files) {
    deps.signal.throwIfAborted()
    // A folder of recipes may hold the DAG that runs them. Named by itself, it is told to be no recipe.
    if (file !== null && files.length > 1 && (await dagDiagnostics(file, deps.cwd)) !== null) continue
    found.push(await diagnose(file, lent))
  }
  deps.signal.throwIfAborted()
  return found
}
