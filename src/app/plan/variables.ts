import { isAbsolute, relative, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import type { Environment } from '../../core/environment.ts'
import type { AppDeps, PlanRequest } from '../../model/request.ts'
import { readEnvFile, recipeEnvironment } from '../environment.ts'
import type { Clone } from './changed.ts'

/** The variables that recipes may name. */
export interface Variables {
  readonly env: Environment
  /** Those that the env file as it is now says, whatever the environment has under these names. */
  readonly ownEnv: Environment
  /** Names of all variables there will be; null: nobody says which. */
  readonly declared: readonly string[] | null
  /** Whether what runs here is somebody's proposal, who may not decide where requests go. */
  readonly isPullRequest: boolean
}

/**
 * The variables for both versions. On a pull request an env file of the repository is that of base: it may say what a server
 * is called.
 * @throws AppError when the env file cannot be read.
 */
export async function planVariables(request: PlanRequest, deps: AppDeps, clone: Clone | null): Promise<Variables> {
  const { envFile } = request
  const isPullRequest = eventOf(deps).startsWith('pull_request')
  const ownEnv = await readEnvFile(envFile, deps.cwd)
  const base = isPullRequest && clone !== null ? await baseEnvFile(envFile, deps.cwd, clone) : null
  const env =
    base === null
      ? await recipeEnvironment(request, deps.env, deps.cwd)
      : await recipeEnvironment({ ...request, envFile: null }, { ...base, ...deps.env }, deps.cwd)
  const declared = envFile === null ? null : [...new Set([...Object.keys(env), ...Object.keys(ownEnv)])]
  return { env, ownEnv, declared, isPullRequest }
}

/** The event of a workflow, of which a command in a step of its own is told by its environment only. */
const eventOf = ({ github, env }: AppDeps): string =>
  github?.eventName ?? (env.GITHUB_ACTIONS === 'true' ? (env.GITHUB_EVENT_NAME ?? '') : '')

/** The env file as base has it; null: it is no file of the clone. */
async function baseEnvFile(
  file: string | null,
  cwd: string,
  { git, root, commit }: Clone
): Promise<Environment | null> {
  if (file === null) return null
  const path = relative(root, resolve(cwd, file))
  if (path.startsWith('..') || isAbsolute(path)) return null
  return parseEnv((await git.file(commit, path)) ?? '')
}
