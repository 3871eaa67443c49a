import { AppError } from '../core/errors.ts'
import type { Recipe, RestSinkOptions } from '../model/recipe.ts'
import type { AppDeps, RecipeInputs } from '../model/request.ts'
import { parseRecipe } from '../recipe/parse.ts'
import { recipeReader, sinkDefaults } from './load-recipe.ts'

/** What is asked of DataHub alone, and not of AWS. */
export interface TargetInputs extends RecipeInputs {
  /** The recipe whose sink it is; null: the server that the inputs name. */
  readonly recipe: string | null
}

type Deps = Pick<AppDeps, 'env' | 'cwd' | 'mask'>

/**
 * The recipe whose sink is meant; without one, a recipe that says nothing but the server that the inputs name.
 * @throws AppError (input) that says what is wrong with it.
 */
export async function targetOf(command: string, inputs: TargetInputs, { env, cwd, mask }: Deps): Promise<Recipe> {
  const { recipe: file } = inputs
  const parsed =
    file === null
      ? parseRecipe({ file: 'sink.yml', text: NO_RECIPE, env, mode: 'ingest', defaults: sinkDefaults(inputs) })
      : (await recipeReader(file, { env, cwd, inputs, mode: 'ingest' }))(new Map())
  if (parsed.ok && parsed.value.references.length === 0) {
    for (const secret of parsed.value.secrets) mask(secret)
    return parsed.value.recipe
  }
  if (file === null) {
    const cure = 'Set gms-url (GMS_URL or DATAHUB_GMS_URL), and gms-token (DATAHUB_GMS_TOKEN) where GMS asks for one'
    throw new AppError('No server is given to send to', { kind: 'input', code: 'no-gms', cure })
  }
  const [first] = parsed.ok ? [] : parsed.error
  const message =
    first === undefined ? `${file} refers to values in AWS, which ${command} does not read` : first.message
  const place = first === undefined ? file : `${file}:${first.line}:${first.column}`
  const cure = `'datahub-glue validate ${file}' tells all that is wrong`
  throw new AppError(`The sink cannot be taken from ${place}: ${message}`, { kind: 'input', code: 'bad-recipe', cure })
}

/** The same for what can be asked of a server only. @throws AppError (input) as above, or when the sink is none. */
export async function serverOf(
  command: string,
  inputs: TargetInputs,
  deps: Deps
): Promise<{ readonly recipe: Recipe; readonly server: RestSinkOptions }> {
  const recipe = await targetOf(command, inputs, deps)
  if (recipe.sink.type === 'datahub-rest') return { recipe, server: recipe.sink }
  throw new AppError(`${command} asks DataHub, and the sink of ${inputs.recipe ?? 'the recipe'} is none`, {
    kind: 'input',
    code: 'needs-datahub',
    cure: 'give a recipe with the sink datahub-rest, or leave -c out and set GMS_URL'
  })
}

/** A recipe that says nothing of its sink. */
const NO_RECIPE = 'source: { type: glue, config: { aws_region: us-east-1 } }'
