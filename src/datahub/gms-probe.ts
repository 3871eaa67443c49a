import { AppError } from '../core/errors.ts'
import type { HttpResponse } from '../core/http.ts'
import { NetworkError, type NetworkReason } from '../core/http-error.ts'
import type { Emit } from '../model/event.ts'
import { isHtml, messageOf } from './gms-answer.ts'
import type { GmsClient } from './gms-client.ts'
import { type GmsConfig, parseGmsConfig } from './gms-config.ts'

/**
 * Asks the server who it is, before anything is read or written.
 * @throws AppError of kind `cannot-begin` that names what answered, or why nothing did, and the cure.
 */
export async function probeGms(client: Pick<GmsClient, 'config'>, server: string, emit: Emit): Promise<GmsConfig> {
  const response = await ask(client, server, emit)
  const config = response.status === 200 ? parseGmsConfig(response.text) : null
  if (config !== null) return config
  throw refusal(server, response)
}

/** A server's address as it may be shown: without the user and password that it may hold. */
export function shownServer(server: string): string {
  const url = new URL(server)
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

async function ask(client: Pick<GmsClient, 'config'>, server: string, emit: Emit): Promise<HttpResponse> {
  try {
    return await client.config(emit)
  } catch (error) {
    if (error instanceof NetworkError) throw unreachable(server, error)
    throw error
  }
}

const RUNNER_CURE =
  "check the url and its port. A GMS inside a VPC cannot be reached from GitHub's own runners: let the job run on a self-hosted runner in that network (`runs-on:`)"
const SCHEME_CURE = 'check whether `server` should begin with http:// and not https://, or the other way round'

const NETWORK_CURES: Partial<Record<NetworkReason, string>> = {
  'untrusted-certificate':
    'give its authority as `ca_certificate_path` beside its address in the recipe, or in NODE_EXTRA_CA_CERTS',
  'expired-certificate': 'renew the server’s certificate, and check the clock of this machine',
  'wrong-host-certificate': 'use the host name that the certificate is for as `server`',
  'client-certificate': 'give `client_certificate_path` and `client_key_path` beside its address in the recipe',
  tls: SCHEME_CURE,
  'not-http': SCHEME_CURE,
  proxy: 'check HTTPS_PROXY and HTTP_PROXY, and put the host into NO_PROXY if it is reached directly',
  cancelled: 'run it again'
}

function unreachable(server: string, error: NetworkError): AppError {
  return new AppError(`DataHub GMS cannot be reached at ${shownServer(server)}: ${error.message}`, {
    kind: 'cannot-begin',
    code: 'gms-unreachable',
    cure: NETWORK_CURES[error.reason] ?? RUNNER_CURE,
    cause: error
  })
}

interface Refusal {
  readonly code: string
  readonly what: string
  readonly cure: string
}

function refusal(server: string, response: HttpResponse): AppError {
  const { code, what, cure } = explain(server, response)
  return new AppError(`${shownServer(server)} ${what}`, { kind: 'cannot-begin', code, cure })
}

const FRONTEND_CURE =
  "give GMS's own address as `server`: port 8080 by default, or the frontend's address with /api/gms behind it"

function explain(server: string, response: HttpResponse): Refusal {
  const { status, headers } = response
  if (status === 401 || status === 403) {
    return {
      code: 'gms-unauthorized',
      what: `refuses the token, or asks for one: ${messageOf(response)}`,
      cure: 'set the `token` beside its address in the recipe (of the sink’s server, gms-token or DATAHUB_GMS_TOKEN, too) to a personal access token that has not expired'
    }
  }
  if (status >= 300 && status < 400) return redirected(server, status, headers.location)
  if (/plain HTTP request was sent to HTTPS port/i.test(response.text)) {
    return { code: 'gms-not-gms', what: `expects https (status ${status})`, cure: 'let `server` begin with https://' }
  }
  if (status < 500 && status !== 408 && status !== 429) {
    const what = isHtml(response)
      ? `answers with a web page (status ${status})`
      : `is no DataHub GMS (status ${status})`
    return { code: 'gms-not-gms', what, cure: FRONTEND_CURE }
  }
  return {
    code: 'gms-unavailable',
    what: `is not ready: ${messageOf(response)}`,
    cure: 'look at the health and the log of GMS, then run this again'
  }
}

/** Where `/config` has moved tells where GMS has. The query of a redirect may hold secrets, and a login page is no GMS. */
function redirected(server: string, status: number, location: string | undefined): Refusal {
  const asked = `${server}/config`
  const target = location !== undefined && URL.canParse(location, asked) ? new URL(location, asked) : null
  const code = 'gms-redirects'
  if (target === null)
    return { code, what: `redirects (status ${status}), and does not say where`, cure: FRONTEND_CURE }
  const moved = shownServer(target.href)
  const what = `redirects to ${target.origin} (status ${status})`
  if (!moved.endsWith('/config') || shownServer(asked) === moved) return { code, what, cure: FRONTEND_CURE }
  return {
    code,
    what,
    cure: `set \`server\` to ${moved.slice(0, -'/config'.length)}: a redirected write would be lost`
  }
}
