import type { ConfigMap } from '../core/config/node.ts'
import { INVALID, type Invalid, type ReadContext } from '../core/config/types.ts'
import type { Position } from '../core/diagnostic.ts'
import type { Environment } from '../core/environment.ts'
import type { AuthOptions } from '../model/recipe.ts'
import { auth } from './options/auth.ts'

/** The variable of each option of a token provider, and whether it has to be set. */
type Variables = Readonly<Record<string, readonly [name: string, isRequired?: 'required']>>

const FILE = { token_file: ['DATAHUB_AUTH_TOKEN_FILE'] } as const satisfies Variables

/** ingestion/auth/env.py. */
const PROVIDERS: Readonly<Record<string, Variables>> = {
  pat: FILE,
  k8s_oidc: { ...FILE, audience: ['DATAHUB_AUTH_AUDIENCE'] },
  azure_entra: {
    tenant_id: ['DATAHUB_AUTH_AZURE_TENANT_ID', 'required'],
    client_id: ['DATAHUB_AUTH_AZURE_CLIENT_ID', 'required'],
    scope: ['DATAHUB_AUTH_AZURE_SCOPE', 'required'],
    client_secret: ['DATAHUB_AUTH_AZURE_CLIENT_SECRET']
  },
  oidc_client_credentials: {
    token_endpoint: ['DATAHUB_AUTH_TOKEN_ENDPOINT', 'required'],
    client_id: ['DATAHUB_AUTH_CLIENT_ID', 'required'],
    client_secret: ['DATAHUB_AUTH_CLIENT_SECRET', 'required'],
    scope: ['DATAHUB_AUTH_SCOPE'],
    audience: ['DATAHUB_AUTH_AUDIENCE']
  }
}

const KIND = 'DATAHUB_AUTH_TYPE'

/** Whether the environment says where tokens come from. */
export const hasEnvironmentAuth = (env: Environment): boolean => (env[KIND] ?? '') !== ''

/** The secrets of a token provider that stand in the environment. */
export function environmentSecrets(env: Environment): readonly string[] {
  if (!hasEnvironmentAuth(env)) return []
  const names = Object.values(PROVIDERS).flatMap(({ client_secret: secret }) => secret?.[0] ?? [])
  return names.flatMap((name) => env[name] ?? []).filter((value) => value !== '')
}

/**
 * The token provider that `DATAHUB_AUTH_TYPE` and its variables describe, told at `at` where they do not; null: `pat`
 * without a file, whose token is DATAHUB_GMS_TOKEN.
 */
export function environmentAuth(
  env: Environment,
  { at, hasToken }: { readonly at: Position; readonly hasToken: boolean },
  context: ReadContext
): AuthOptions | Invalid | null {
  const type = env[KIND] ?? ''
  const variables = Object.hasOwn(PROVIDERS, type) ? PROVIDERS[type] : undefined
  if (variables === undefined) {
    const message = `${KIND} is none of the token providers that variables describe`
    context.tell(at, 'error', { code: 'unknown-auth', message, cure: `set it to ${Object.keys(PROVIDERS).join(', ')}` })
    return INVALID
  }
  const given = Object.entries(variables).flatMap(([option, [name]]) => {
    const value = env[name] ?? ''
    return value === '' ? [] : [{ option, value }]
  })
  if (type === 'pat' && given.length === 0 && hasToken) return null
  const missing = type === 'pat' && given.length === 0 ? [PAT] : missingAmong(variables, env)
  if (missing.length > 0) {
    const told = { code: 'missing-variable', message: `${KIND} is ${type}, which lacks ${missing.join(', ')}` }
    context.tell(at, 'error', { ...told, cure: `set it, or unset ${KIND}` })
    return INVALID
  }
  return auth.read(nodeOf(type, given, at), context)
}

const PAT = 'DATAHUB_AUTH_TOKEN_FILE or DATAHUB_GMS_TOKEN'

const missingAmong = (variables: Variables, env: Environment): readonly string[] =>
  Object.values(variables).flatMap(([name, isRequired]) =>
    isRequired !== undefined && (env[name] ?? '') === '' ? [name] : []
  )

/** As if it were written in the recipe, so that the rules of recipes hold for it. */
function nodeOf(
  type: string,
  given: readonly { readonly option: string; readonly value: string }[],
  at: Position
): ConfigMap {
  const textOf = (value: string) => ({ kind: 'scalar', type: 'string', value, at }) as const
  const entries = given.map(({ option, value }) => ({ key: textOf(option), value: textOf(value) }))
  return {
    kind: 'map',
    at,
    entries: [
      { key: textOf('type'), value: textOf(type) },
      { key: textOf('config'), value: { kind: 'map', at, entries } }
    ]
  }
}
