import type { Environment } from '../core/environment.ts'
import { AppError } from '../core/errors.ts'
import { suggest } from '../core/suggest.ts'
import { GMS_URL_VARIABLES, gmsUrlFault } from '../model/gms-url.ts'
import type { IdentityOptions } from '../model/identity-options.ts'
import type { RecipeInputs } from '../model/request.ts'
import { Secret } from '../model/secret.ts'
import { type Arguments, usageError } from './arguments.ts'

/** The variables fill what a recipe leaves open, as the action's inputs do. @throws AppError for one that is wrong. */
export function inputsOf(args: Arguments, env: Environment): RecipeInputs {
  const token = firstOf(env, ['DATAHUB_GMS_TOKEN'])
  return {
    envFile: single(args, 'env-file'),
    identity: identityOf(args, env),
    gmsUrl: gmsUrlOf(env),
    gmsToken: token === null ? null : new Secret(token)
  }
}

function gmsUrlOf(env: Environment): string | null {
  const [variable, address] = firstSet(env, GMS_URL_VARIABLES) ?? []
  if (variable === undefined || address === undefined) return null
  const fault = gmsUrlFault(address, 'DATAHUB_GMS_TOKEN')
  if (fault === null) return address
  throw new AppError(`The variable ${variable} is no address of GMS: ${fault.message}`, {
    kind: 'input',
    code: 'bad-gms-url',
    cure: `Set ${variable} anew, or unset it: ${fault.cure}`
  })
}

/** A terminal has no OIDC token: the SDK's default credential chain is where identity begins. */
function identityOf(args: Arguments, env: Environment): IdentityOptions {
  return {
    roleToAssume: null,
    region: firstOf(env, ['AWS_REGION', 'AWS_DEFAULT_REGION']),
    roleSessionName: 'datahub-glue-ingestion',
    roleDurationSeconds: 3600,
    audience: 'sts.amazonaws.com',
    allowedAccountIds: [],
    leastPrivilege: !args.options.has('no-least-privilege'),
    inlineSessionPolicy: null,
    managedSessionPolicies: []
  }
}

const firstOf = (env: Environment, names: readonly string[]): string | null => firstSet(env, names)?.[1] ?? null

/** The first of the variables that is set to anything, and its value. */
const firstSet = (env: Environment, names: readonly string[]): readonly [name: string, value: string] | undefined =>
  names.map((name) => [name, (env[name] ?? '').trim()] as const).find(([, value]) => value !== '')

/** The last value of an option; null: it is not given. */
export const single = (args: Arguments, option: string): string | null => args.options.get(option)?.at(-1) ?? null

/** One of a few words; the first is the default. */
export function choiceOf<T extends string>(args: Arguments, option: string, words: readonly [T, ...T[]]): T {
  const text = single(args, option)
  if (text === null) return words[0]
  const found = words.find((word) => word === text)
  if (found !== undefined) return found
  const near = suggest(text, words)
  const hint = near === null ? `write ${words.join(', ')}` : `did you mean '${near}'?`
  throw usageError(args.command.name, `The option '--${option}' does not know '${text}'; ${hint}`)
}
