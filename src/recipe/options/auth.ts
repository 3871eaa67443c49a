import { type ConfigMap, entryOf, isOpen } from '../../core/config/node.ts'
import { type Options, option, optionsSchema, readOptions, required } from '../../core/config/option.ts'
import {
  anyMapping,
  INVALID,
  type Invalid,
  mismatch,
  orNull,
  type ReadContext,
  secretText,
  type Type,
  text
} from '../../core/config/types.ts'
import { quoted } from '../../core/quote.ts'
import { suggest } from '../../core/suggest.ts'
import type { AuthOptions } from '../../model/recipe.ts'
import { typedSchema } from './typed-schema.ts'

const AUTH = {
  type: required(text, 'The kind of token provider: static, pat, k8s_oidc, azure_entra or oidc_client_credentials.'),
  config: option(orNull(anyMapping), null, 'The options of the token provider.')
} as const

const STATIC = { token: required(secretText, 'The token, as a variable.') } as const

const PAT = {
  token: option(orNull(secretText), null, 'The token, as a variable.'),
  token_file: option(orNull(text), null, 'The file that holds the token; it is read for every request.')
} as const

/** What EKS mounts (ingestion/auth/k8s_projected.py). */
const K8S_FILE = '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'

const K8S = {
  token_file: option(text, K8S_FILE, 'The projected token of the service account.'),
  audience: option(orNull(text), null, 'No meaning here: for whom the token was made.')
} as const

const OIDC = {
  token_endpoint: required(text, 'The address that gives tokens.'),
  client_id: required(text, 'The id of the client.'),
  client_secret: required(secretText, 'The secret of the client, as a variable.'),
  scope: option(orNull(text), null, 'Scopes, with spaces between them.'),
  audience: option(orNull(text), null, 'For whom the token is, where the provider asks.')
} as const

const AZURE = {
  tenant_id: required(text, 'The id of the Entra tenant.'),
  client_id: required(text, 'The id of the registered application.'),
  scope: required(text, 'The scope of the token, such as api://<application>/.default.'),
  client_secret: option(orNull(secretText), null, 'The secret of the client, as a variable; else a workload identity.')
} as const

const TABLES = {
  static: STATIC,
  pat: PAT,
  k8s_oidc: K8S,
  azure_entra: AZURE,
  oidc_client_credentials: OIDC
} as const satisfies Readonly<Record<string, Options>>

/** Of somebody at a browser (`datahub init --oauth`), whose file it renews: nothing for a run that nobody watches. */
const SESSION = 'oauth_session'

const WHERE = { where: 'auth.config', unknown: 'error' } as const

/** `auth`: where the token comes from (ingestion/auth/*.py, emitter/token_provider.py). */
export const auth: Type<AuthOptions | null> = {
  name: 'a mapping with `type` and `config`',
  schema: {
    anyOf: [
      typedSchema(
        AUTH,
        Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, optionsSchema(table)])),
        {
          others: true
        }
      ),
      { type: 'null' }
    ]
  },
  read(node, context) {
    if (node.kind === 'scalar' && node.type === 'null') return null
    if (node.kind !== 'map') return mismatch(node, this.name, context)
    const values = readOptions(node, AUTH, { where: 'auth', unknown: 'error' }, context)
    if (values === INVALID) return INVALID
    const given = entryOf(node, 'config')?.value
    const config = given?.kind === 'map' ? given : { kind: 'map' as const, at: node.at, entries: [] }
    if (isOpen(entryOf(node, 'type')?.value ?? node)) return null
    const read = Object.hasOwn(READERS, values.type) ? READERS[values.type] : undefined
    return read === undefined ? unknown(values.type, node, context) : read(config, context)
  }
}

type Reader = (config: ConfigMap, context: ReadContext) => AuthOptions | Invalid

const READERS: Readonly<Record<string, Reader>> = {
  static(config, context) {
    const values = readOptions(config, STATIC, WHERE, context)
    return values === INVALID ? INVALID : { type: 'token', token: values.token }
  },
  pat(config, context) {
    const values = readOptions(config, PAT, WHERE, context)
    if (values === INVALID) return INVALID
    const { token, token_file: path } = values
    if (token !== null && path === null) return { type: 'token', token }
    if (path !== null && token === null) return { type: 'file', path }
    const message = token === null ? 'the token provider pat has no token' : 'pat has a token and a token_file'
    context.tell(config.at, 'error', { code: 'conflicting-keys', message, cure: 'give it a token or a token_file' })
    return INVALID
  },
  k8s_oidc(config, context) {
    const values = readOptions(config, K8S, WHERE, context)
    return values === INVALID ? INVALID : { type: 'file', path: values.token_file }
  },
  azure_entra(config, context) {
    const values = readOptions(config, AZURE, WHERE, context)
    if (values === INVALID) return INVALID
    const { tenant_id: tenantId, client_id: clientId, scope, client_secret: clientSecret } = values
    const place = entryOf(config, 'tenant_id')?.value ?? config
    // It becomes a part of an address.
    if (isOpen(place) || /^[a-z0-9.-]+$/iu.test(tenantId)) {
      return { type: 'azure', tenantId, clientId, scope, clientSecret: clientSecret === '' ? null : clientSecret }
    }
    const message = `${quoted(tenantId)} is no id of a tenant`
    context.tell(place.at, 'error', {
      code: 'bad-value',
      message,
      cure: 'it is made of letters, digits, dots and hyphens'
    })
    return INVALID
  },
  oidc_client_credentials(config, context) {
    const values = readOptions(config, OIDC, WHERE, context)
    if (values === INVALID) return INVALID
    const { token_endpoint: endpoint, client_id: clientId, client_secret: clientSecret, scope, audience } = values
    const place = entryOf(config, 'token_endpoint')?.value ?? config
    if (isOpen(place) || (/^https?:\/\//iu.test(endpoint) && URL.canParse(endpoint))) {
      return { type: 'oidc', endpoint, clientId, clientSecret, scope, audience }
    }
    const message = `${quoted(endpoint)} is no http address`
    context.tell(place.at, 'error', { code: 'bad-server', message, cure: 'write it as https://host/token' })
    return INVALID
  }
}

function unknown(type: string, node: ConfigMap, context: ReadContext): Invalid {
  const at = entryOf(node, 'type')?.value.at ?? node.at
  const types = `use one of ${Object.keys(TABLES).join(', ')}`
  if (type === SESSION) {
    const message = `the token provider ${SESSION} is not supported: it renews the login of somebody at a browser`
    context.tell(at, 'error', { code: 'not-supported-yet', message, cure: types })
    return INVALID
  }
  const near = suggest(type, Object.keys(TABLES))
  const message = `there is no token provider ${quoted(type)}`
  context.tell(at, 'error', { code: 'unknown-auth', message, cure: near === null ? types : `did you mean '${near}'?` })
  return INVALID
}
