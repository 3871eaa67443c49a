import { createRateLimits } from '../../aws/rate-limit.ts'
import { openAwsSession } from '../../aws/session.ts'
import { AppError } from '../../core/errors.ts'
import type { Failure } from '../../model/event.ts'
import type { AppDeps, DagRequest } from '../../model/request.ts'
import { listDatabases } from '../../source/glue/read/databases.ts'
import { recipeEnvironment } from '../environment.ts'
import { loadRecipe } from '../load-recipe.ts'

/**
 * The names of the databases that a recipe reads: listed as the recipe would, with its identity and its patterns.
 * @throws AppError when the recipe is wrong, or the list cannot be had whole.
 */
export async function databasesOf(file: string, request: DagRequest, deps: AppDeps): Promise<readonly string[]> {
  const { clock, logger, mask, idToken, github, signal } = deps
  const env = await recipeEnvironment(request, deps.env, deps.cwd)
  const parsed = await loadRecipe(file, { env, cwd: deps.cwd, inputs: request, mode: 'ingest' })
  if (!parsed.ok) {
    const [first] = parsed.error
    const message = `expand: the recipe ${file} is wrong: ${first?.message ?? ''}`
    throw new AppError(message, { kind: 'input', code: 'bad-recipe', cure: `datahub-glue validate ${file} tells all` })
  }
  for (const secret of parsed.value.secrets) mask(secret)
  const { source: options } = parsed.value.recipe
  const limits = createRateLimits(clock, request.rateLimit)
  const problems: Failure[] = []
  const session = await openAwsSession({
    options,
    identity: request.identity,
    env,
    idToken,
    github,
    limits,
    clock,
    logger,
    mask,
    emit: () => undefined
  })
  try {
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
    session.close()
  }
}
