import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { GMS_URL_VARIABLES } from '../model/gms-url.ts'
import type { RecipeInputs } from '../model/request.ts'

/** Variables that stand for one thing, in the order in which an input's default looks at them. */
export const VARIABLES_OF = {
  region: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
  role: ['AWS_ROLE'],
  gmsUrl: GMS_URL_VARIABLES
} as const

/** The inputs that fill them (action/definition.ts), in steps of workflows as in tasks of DAGs. */
export const FILLED_BY_INPUTS: Readonly<Record<string, readonly string[]>> = {
  'aws-region': VARIABLES_OF.region,
  'role-to-assume': VARIABLES_OF.role,
  'gms-url': VARIABLES_OF.gmsUrl
}

/**
 * The variables a recipe may name. A variable of the process wins over the env file, as with `node --env-file`; an input
 * that was given wins over both, and one that only stands for its default fills what is open.
 * @throws AppError when the env file cannot be read.
 */
export async function recipeEnvironment(inputs: RecipeInputs, env: Environment, cwd: string): Promise<Environment> {
  const named: Record<string, string | undefined> = { ...(await readEnvFile(inputs.envFile, cwd)), ...env }
  const fill = (names: readonly string[], value: string | null): void => {
    if (value === null) return
    const isGiven = value !== defaultOf(names, env)
    for (const name of names) if (isGiven || (named[name] ?? '') === '') named[name] = value
  }
  fill(VARIABLES_OF.region, inputs.identity.region)
  fill(VARIABLES_OF.role, inputs.identity.roleToAssume)
  fill(VARIABLES_OF.gmsUrl, inputs.gmsUrl)
  return named
}

/** What an input is when it is not given: the first variable of the process that says something. */
const defaultOf = (names: readonly string[], env: Environment): string | undefined =>
  names.map((name) => (env[name] ?? '').trim()).find((value) => value !== '')

/**
 * The variables of an env file; of none there are none.
 * @throws AppError when it cannot be read.
 */
export async function readEnvFile(file: string | null, cwd: string): Promise<Environment> {
  if (file === null) return {}
  try {
    return parseEnv(await readFile(resolve(cwd, file), 'utf8'))
  } catch (error) {
    throw new AppError(`The env file '${file}' cannot be read: ${messageOf(error)}`, {
      kind: 'input',
      code: 'env-file',
      cure: 'give the path of a file of NAME=value lines, relative to the working directory',
      cause: error
    })
  }
}
