import { AppError } from '../core/errors.ts'
import type { HttpResponse } from '../core/http.ts'
import { NetworkError, type NetworkReason } from '../core/http-error.ts'
import type { Emit } from '../model/event.ts'
import { isHtml, messageOf, originOf } from './gms-answer.ts'
import type { GmsClient } from './gms-client.ts'
import { type GmsConfig, parseGmsConfig } from './gms-config.ts'

/**
 * Asks the server who it is, before anything is read or written.
 * @throws AppError of kind `cannot-begin` that names what answered, or why nothing did, and the cure.
 */
export async function probeGms(client: GmsClient, server: string, emit: Emit): Promise<GmsConfig> {
  const response = await ask(client, server, emit)
  const config = response.status === 200 ? parseGmsConfig(response.text) : null
  if (config !== null) return config
  throw refusal(server, response)
}

async function ask(client: GmsClient, server: string, emit: Emit): Promise<HttpResponse> {
  try {
    return await client.config(emit)
  } catch (error) {
    if (error instanceof NetworkError) throw unreachable(server, error)
    throw error
  }
}

const RUNNER_CURE =
  "check the url and its port. A GMS inside a VPC cannot be reached from GitHub's own runners: let the job run on a self-hosted runner in that network (`runs-on:`)"

const NETWORK_CURES: Partial<Record<NetworkReason, string>> = {
  'untrusted-certificate':
    'give its authority as `ca_certificate_path` in the recipe’s sink, or in NODE_EXTRA_CA_CERTS',
  'expired-certificate': 'renew the server’s certificate, and check the clock of this machine',
  'wrong-host-certificate': 'use the host name that the certificate is for as `server`',
  tls: 'check whether `server` should begin with http:// and not https://, or the other way round',
  proxy: 'check HTTPS_PROXY, and put the host into NO_PROXY if it is reached directly'
}

function unreachable(server: string, error: NetworkError): AppError {
  return new AppError(`DataHub GMS cannot be reached at ${server}: ${error.message}`, {
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
  const { code, what, cure } = explain(response)
  return new AppError(`${server} ${what}`, { kind: 'cannot-begin', code, cure })
}

const FRONTEND_CURE =
  "give GMS's own address as `server`: port 8080 by default, or the frontend's address with /api/gms behind it"

function explain(response: HttpResponse): Refusal {
  const { status, headers } = response
  if (status === 401 || status === 403) {
    return {
      code: 'gms-unauthorized',
      what: `refuses the token: ${messageOf(response)}`,
      cure: 'set the sink’s `token` (input gms-token or DATAHUB_GMS_TOKEN) to a personal access token that has not expired'
    }
  }
  if (status >= 300 && status < 400) {
    const origin = originOf(headers.location)
    const cure = `set \`server\` to ${origin}: a redirected write would be lost`
    return { code: 'gms-redirects', what: `redirects to ${origin} (status ${status})`, cure }
  }
  if (isHtml(response) || status === 200 || status === 404) {
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
