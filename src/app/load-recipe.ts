import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { withoutIgnored } from '../core/ignore.ts'
import { ok } from '../core/result.ts'
import type { RecipeInputs } from '../model/request.ts'
import { IGNORABLE_RULES } from '../model/rules.ts'
import { type ParsedRecipe, parseRecipe } from '../recipe/parse.ts'
import type { SinkDefaults } from '../recipe/read-sink.ts'
import { readText } from './read-text.ts'

/** What a recipe is read with. */
export interface RecipeContext {
  readonly env: Environment
  readonly cwd: string
  readonly inputs: RecipeInputs
  readonly mode: 'ingest' | 'validate'
}

/** Reads a recipe's text by rules, with the values of references to AWS that are known. */
export type RecipeReader = (values: ReadonlyMap<string, string>) => ParsedRecipe

/**
 * Reads and validates the recipe in `file`.
 * @throws AppError when the file cannot be read; what is wrong inside is told by the result.
 */
export async function loadRecipe(file: string, context: RecipeContext): Promise<ParsedRecipe> {
  const read = await recipeReader(file, context)
  return read(new Map())
}

/**
 * The same as often as values become known.
 * @throws AppError when the file cannot be read
 */
export async function recipeReader(file: string, context: RecipeContext): Promise<RecipeReader> {
  const { env, inputs, mode } = context
  const text = await readRecipeText(file, context.cwd)
  const defaults = sinkDefaults(inputs)
  return (values) => {
    const parsed = parseRecipe({ file, text, env, mode, values, defaults })
    if (!parsed.ok) return parsed
    const diagnostics = withoutIgnored({ file, text }, parsed.value.diagnostics, IGNORABLE_RULES)
    return ok({ ...parsed.value, diagnostics })
  }
}

/** What the inputs give a recipe without a sink, or a sink without a token. */
export const sinkDefaults = ({ gmsUrl, gmsToken }: RecipeInputs): SinkDefaults => ({
  gmsUrl,
  gmsToken: gmsToken?.reveal() ?? null
})

/** @throws AppError when the file cannot be read, or is no UTF-8 */
export async function readRecipeText(file: string, cwd: string): Promise<string> {
  try {
    return await readText('recipe', file, cwd)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(`The recipe '${file}' cannot be read: ${messageOf(error)}`, {
      kind: 'input',
      code: 'file-not-readable',
      cure: 'check the path and its permissions',
      cause: error
    })
  }
}
