import { createRateLimits } from '../../aws/rate-limit.ts'
import { AppError } from '../../core/errors.ts'
import type { Failure } from '../../model/event.ts'
import type { Recipe } from '../../model/recipe.ts'
import type { AppDeps, DagRequest } from '../../model/request.ts'
import { listDatabases } from '../../source/glue/read/databases.ts'
import { recipeEnvironment } from '../environment.ts'
import { recipeReader } from '../load-recipe.ts'
import { openRecipe } from '../open-recipe.ts'
import { withOwnOptions } from '../own-options.ts'
import { wrongRecipe } from '../wrong-recipe.ts'

/**
 * The names of the databases that a recipe reads: listed as the recipe would, with its identity and its patterns.
 * @throws AppError when the recipe is wrong, or the list cannot be had whole.
 */
export async function databasesOf(file: string, request: DagRequest, deps: AppDeps): Promise<readonly string[]> {
  const { clock, signal } = deps
  const env = await recipeEnvironment(request, deps.env, deps.cwd)
  const setting = { request, deps, env, limits: createRateLimits(clock, request.rateLimit), emit: () => undefined }
  const complete = (recipe: Recipe): Recipe => withOwnOptions(recipe, request, env)
  const read = await recipeReader(file, { env, cwd: deps.cwd, inputs: request, mode: 'ingest' })
  const opened = await openRecipe({ file, read, setting, complete })
  if (!opened.ok) throw wrongRecipe('expand: no databases can be taken from', file, opened.error)
  const { source: options } = opened.value.recipe
  const problems: Failure[] = []
  try {
    const session = await opened.value.session()
    const where = { region: session.region, account: session.identity.account, arn: session.identity.arn }
    const emit: Parameters<typeof listDatabases>[0]['emit'] = (event) => {
      if (event.type === 'failed' && event.severity === 'failure') problems.push(event.failure)
    }
    const names: string[] = []
    const list = listDatabases({ client: session.glueClient(), options, where, emit, signal })
    for await (const { Name } of list) names.push(Name)
    const [problem] = problems
    if (problem === undefined) return names
    const { code, message, cure } = problem
    throw new AppError(`expand: ${message}`, { kind: 'cannot-begin', code, ...(cure === undefined ? {} : { cure }) })
  } finally {
    opened.value.close()
  }
}
