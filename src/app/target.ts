import { createRateLimits } from '../aws/rate-limit.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import { AppError } from '../core/errors.ts'
import type { Result } from '../core/result.ts'
import type { Emit } from '../model/event.ts'
import type { Recipe, RestSinkOptions } from '../model/recipe.ts'
import type { AppDeps, RecipeInputs } from '../model/request.ts'
import { parseRecipe, type ReadRecipe } from '../recipe/parse.ts'
import type { Reference } from '../recipe/references.ts'
import { type RecipeReader, recipeReader, sinkDefaults } from './load-recipe.ts'
import { wrongRecipe } from './wrong-recipe.ts'

/** What is asked of DataHub alone. */
export interface TargetInputs extends RecipeInputs {
  /** The recipe whose sink it is; null: the server that the inputs name. */
  readonly recipe: string | null
}

/** What is known of the recipe whose sink is meant: the sink, and what its command goes by. */
export type Target = Pick<Recipe, 'sink' | 'flags' | 'pipelineName' | 'asWritten'> & {
  readonly source: Pick<Recipe['source'], 'platformInstance'>
}

/** Where the values stand that a command goes by. What AWS keeps elsewhere in the recipe is not read. */
const GOES_BY = {
  mcps: ['sink', 'flags', 'pipeline_name'],
  runs: ['sink', 'pipeline_name', 'source.config.platform_instance'],
  rollback: ['sink', 'pipeline_name'],
  restore: ['sink', 'pipeline_name']
} as const

/** A command that is about what DataHub holds or gets, and reads no catalogue. */
export type TargetCommand = keyof typeof GOES_BY

/** What a target is found with. */
export interface TargetDeps {
  readonly deps: AppDeps
  /** The variables that recipes may name. */
  readonly env: Environment
  readonly emit: Emit
}

/**
 * The recipe whose sink is meant; without one, a recipe that says nothing but the server that the inputs name. Values of it
 * that AWS keeps are read with the recipe's own identity.
 * @throws AppError (input) that says what is wrong with it, (cannot-begin) when AWS cannot be asked.
 */
export async function targetOf(command: TargetCommand, inputs: TargetInputs, lent: TargetDeps): Promise<Target> {
  const { recipe: file } = inputs
  const { deps, env } = lent
  if (file === null) return serverOfInputs(inputs, lent)
  const read = await recipeReader(file, { env, cwd: deps.cwd, inputs, mode: 'ingest' })
  const parsed = await settled(file, { read, needs: needsOf(command), inputs }, lent)
  if (!parsed.ok) throw wrongRecipe('The sink cannot be taken from', file, parsed.error)
  return known(parsed.value, deps)
}

/** The same for what can be asked of a server only. @throws AppError (input) as above, or when the sink is none. */
export async function serverOf(
  command: TargetCommand,
  inputs: TargetInputs,
  lent: TargetDeps
): Promise<{ readonly recipe: Target; readonly server: RestSinkOptions }> {
  const recipe = await targetOf(command, inputs, lent)
  if (recipe.sink.type === 'datahub-rest') return { recipe, server: recipe.sink }
  throw new AppError(`${command} asks DataHub, and the sink of ${inputs.recipe ?? 'the recipe'} is none`, {
    kind: 'input',
    code: 'needs-datahub',
    cure: 'give a recipe with the sink datahub-rest, or leave -c out and set GMS_URL'
  })
}

function serverOfInputs(inputs: TargetInputs, { deps, env }: TargetDeps): Target {
  const parsed = parseRecipe({ file: 'sink.yml', text: NO_RECIPE, env, mode: 'ingest', defaults: sinkDefaults(inputs) })
  if (parsed.ok) return known(parsed.value, deps)
  const cure = 'Set gms-url (GMS_URL or DATAHUB_GMS_URL), and gms-token (DATAHUB_GMS_TOKEN) where GMS asks for one'
  throw new AppError('No server is given to send to', { kind: 'input', code: 'no-gms', cure })
}

/** A recipe that says nothing of its sink. */
const NO_RECIPE = 'source: { type: glue, config: { aws_region: us-east-1 } }'

type Known = Pick<ReadRecipe, 'recipe' | 'secrets'>

function known({ recipe, secrets }: Known, { mask }: AppDeps): Target {
  for (const secret of secrets) mask(secret)
  return recipe
}

const needsOf =
  (command: TargetCommand) =>
  ({ path }: Reference): boolean =>
    GOES_BY[command].some((place) => `${path.join('.')}.`.startsWith(`${place}.`))

interface Reading {
  readonly read: RecipeReader
  readonly needs: (reference: Reference) => boolean
  readonly inputs: TargetInputs
}

/** What reaches AWS is loaded only for a recipe that needs it. */
async function settled(
  file: string,
  { read, needs, inputs }: Reading,
  { deps, env, emit }: TargetDeps
): Promise<Result<Known, readonly Diagnostic[]>> {
  const parsed = read(new Map())
  if (!parsed.ok || !parsed.value.references.some(needs)) return parsed
  const { openRecipe } = await import('./open-recipe.ts')
  const setting = { request: inputs, deps, env, limits: createRateLimits(deps.clock, null), emit }
  try {
    const opened = await openRecipe({ file, read, setting, needs })
    if (opened.ok) opened.value.close()
    return opened
  } catch (error) {
    throw unasked(file, error)
  }
}

/** Whoever asks DataHub alone does not expect to be told of AWS. */
function unasked(file: string, error: unknown): unknown {
  // What is wrong with a single value names it.
  if (!(error instanceof AppError) || error.code.startsWith('reference-')) return error
  const { kind, code, message, cure } = error
  const about = { kind, code, ...(cure === undefined ? {} : { cure }), cause: error }
  return new AppError(`${file} takes values from AWS, which cannot be asked: ${message}`, about)
}
