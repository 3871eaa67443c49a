import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import type { RecipeInputs } from '../model/request.ts'

/** Variables that stand for one thing, in the order in which an input's default looks at them. */
const GROUPS = {
  region: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
  role: ['AWS_ROLE'],
  gmsUrl: ['GMS_URL', 'DATAHUB_GMS_URL']
} as const

/**
 * The variables a recipe may name. A variable of the process wins over the env file, as with `node --env-file`; an input
 * that was given wins over both, and one that only stands for its default fills what is open.
 * @throws AppError when the env file cannot be read.
 */
export async function recipeEnvironment(inputs: RecipeInputs, env: Environment, cwd: string): Promise<Environment> {
  const named: Record<string, string | undefined> = { ...(await readEnvFile(inputs.envFile, cwd)), ...env }
  fill(named, GROUPS.region, inputs.identity.region)
  fill(named, GROUPS.role, inputs.identity.roleToAssume)
  fill(named, GROUPS.gmsUrl, inputs.gmsUrl)
  return named
}

/** Gives `names` the value of an input. A value that no variable explains was written by the user, and wins. */
function fill(named: Record<string, string | undefined>, names: readonly string[], value: string | null): void {
  if (value === null) return
  const ambient = names.map((name) => named[name]).find((present) => present !== undefined && present !== '')
  for (const name of names) {
    if (value !== ambient || named[name] === undefined || named[name] === '') named[name] = value
  }
}

async function readEnvFile(file: string | null, cwd: string): Promise<Environment> {
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
