import { randomBytes, randomUUID } from 'node:crypto'
import { type Clock, systemClock } from '../../../src/core/clock.ts'
import type { JsonObject } from '../../../src/core/json.ts'
import { newSigningKey, publishKey, type SigningKey, signToken, usualSigningKey } from '../aws/jwt.ts'
import type { Fault } from '../http/faults.ts'
import { jsonReply } from '../http/replies.ts'
import type { EmulatedRequest, Reply, RunningServer, ServerOptions } from '../http/server.ts'
import { startServer } from '../http/server.ts'

/** The issuer of GitHub's tokens on github.com. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

export interface OidcOptions extends ServerOptions {
  /** `owner/name`. Default `example/data-platform`. */
  readonly repository?: string
  /** Default `refs/heads/main`. */
  readonly ref?: string
  /**
   * The form of the `sub` claim: `repo:OWNER/NAME:…`, or `repo:OWNER@ID/NAME@ID:…` as new repositories have it.
   * Default `classic`.
   */
  readonly subject?: 'classic' | 'immutable'
  /** Claims that replace or add to the usual ones. */
  readonly claims?: JsonObject
  /** How long tokens are valid. Default 300 seconds. A negative number makes tokens that have expired. */
  readonly lifetimeSeconds?: number
  /** Signs with a key that is not in the published set. */
  readonly signWithUnknownKey?: boolean
}

/** GitHub's OIDC endpoint, as a job with `permissions: id-token: write` sees it. */
export interface OidcServer extends RunningServer {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL`: has a query already, as on GitHub. */
  readonly requestUrl: string
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken: string
  readonly issuer: string
  /** Where the public keys are. */
  readonly jwksUrl: string
  /** Every token given out, in order. */
  readonly tokens: readonly string[]
}

const OWNER_ID = '81234567'
const REPOSITORY_ID = '712345678'

/** Starts the stand-in for GitHub's OIDC endpoint and for the issuer's public pages. */
export async function startOidc(options: OidcOptions = {}): Promise<OidcServer> {
  const key = usualSigningKey()
  const signer = options.signWithUnknownKey === true ? { ...newSigningKey(), keyId: key.keyId } : key
  const state: State = {
    options,
    clock: options.clock ?? systemClock,
    key,
    signer,
    requestToken: randomBytes(24).toString('base64url'),
    tokens: []
  }
  const server = await startServer({ label, answer: (request) => answer(request, state), failure }, options)
  return {
    ...server,
    requestUrl: `${server.url}/idtoken/${randomUUID()}/00000000-0000-0000-0000-000000000000?api-version=2.0`,
    requestToken: state.requestToken,
    issuer: GITHUB_ISSUER,
    jwksUrl: `${server.url}/.well-known/jwks`,
    tokens: state.tokens
  }
}

interface State {
  readonly options: OidcOptions
  readonly clock: Clock
  readonly key: SigningKey
  readonly signer: SigningKey
  readonly requestToken: string
  readonly tokens: string[]
}

function label(request: EmulatedRequest): string {
  return request.path.startsWith('/idtoken/') ? 'idtoken' : request.path.slice(1)
}

function answer(request: EmulatedRequest, state: State): Reply {
  if (request.path.startsWith('/idtoken/')) return giveToken(request, state)
  if (request.path === '/.well-known/jwks')
    return jsonReply(200, { keys: [JSON.parse(JSON.stringify(publishKey(state.key)))] })
  if (request.path === '/.well-known/openid-configuration') return jsonReply(200, configuration())
  return failure({ status: 404, message: 'Not Found' })
}

function giveToken(request: EmulatedRequest, state: State): Reply {
  if (request.headers.authorization?.toLowerCase() !== `bearer ${state.requestToken}`.toLowerCase()) {
    return failure({ status: 401, message: 'Unauthorized' })
  }
  if (request.query.get('api-version') === null) return failure({ status: 400, message: 'Missing api-version' })
  const owner = (state.options.repository ?? DEFAULT_REPOSITORY).split('/')[0] ?? ''
  const audience = request.query.get('audience') ?? `https://github.com/${owner}`
  const token = signToken(state.signer, claimsFor(audience, state))
  state.tokens.push(token)
  return jsonReply(200, { count: token.length, value: token })
}

const DEFAULT_REPOSITORY = 'example/data-platform'

/** The claims that https://docs.github.com/actions/reference/security/oidc lists. */
function claimsFor(aud: string, state: State): JsonObject {
  const { options } = state
  const repository = options.repository ?? DEFAULT_REPOSITORY
  const ref = options.ref ?? 'refs/heads/main'
  const [owner = '', name = ''] = repository.split('/')
  const prefix = options.subject === 'immutable' ? `${owner}@${OWNER_ID}/${name}@${REPOSITORY_ID}` : repository
  const now = Math.floor(state.clock.now() / 1000)
  const workflow = `${repository}/.github/workflows/ingest.yml@${ref}`
  return {
    jti: randomUUID(),
    sub: `repo:${prefix}:ref:${ref}`,
    aud,
    ref,
    ref_type: 'branch',
    ref_protected: 'true',
    sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
    repository,
    repository_id: REPOSITORY_ID,
    repository_owner: owner,
    repository_owner_id: OWNER_ID,
    repository_visibility: 'private',
    run_id: '9876543210',
    run_number: '42',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    actor: 'octocat',
    actor_id: '583231',
    event_name: 'schedule',
    workflow: 'Ingest Glue',
    workflow_ref: workflow,
    workflow_sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
    job_workflow_ref: workflow,
    job_workflow_sha: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
    head_ref: '',
    base_ref: '',
    iss: GITHUB_ISSUER,
    iat: now,
    nbf: now - 600,
    exp: now + (options.lifetimeSeconds ?? 300),
    ...options.claims
  }
}

function configuration(): JsonObject {
  return {
    issuer: GITHUB_ISSUER,
    jwks_uri: `${GITHUB_ISSUER}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid']
  }
}

function failure(fault: Fault): Reply {
  if (fault.body !== undefined) {
    return { status: fault.status ?? 500, headers: { 'content-type': 'text/html', ...fault.headers }, body: fault.body }
  }
  const message = fault.message ?? 'The service is unavailable.'
  return jsonReply(fault.status ?? 503, { $id: '1', message, typeName: 'Exception' }, fault.headers)
}
