import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import type { RecipeInputs } from '../model/request.ts'
import { type ParsedRecipe, parseRecipe } from '../recipe/parse.ts'

/** What a recipe is read with. */
export interface RecipeContext {
  readonly env: Environment
  readonly cwd: string
  readonly inputs: RecipeInputs
  readonly mode: 'ingest' | 'validate'
}

/**
 * Reads and validates the recipe in `file`.
 * @throws AppError when the file cannot be read; what is wrong inside is told by the result.
 */
export async function loadRecipe(file: string, context: RecipeContext): Promise<ParsedRecipe> {
  const { env, inputs, mode } = context
  const text = await readText(file, context.cwd)
  const gmsToken = inputs.gmsToken?.reveal() ?? null
  return parseRecipe({ file, text, env, mode, defaults: { gmsUrl: inputs.gmsUrl, gmsToken } })
}

async function readText(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new AppError(`The recipe '${file}' cannot be read: ${messageOf(error)}`, {
      kind: 'input',
      code: 'file-not-readable',
      cure: 'check the path and its permissions',
      cause: error
    })
  }
}
