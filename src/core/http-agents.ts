import { type AgentOptions, Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { rootCertificates } from 'node:tls'
import { HttpProxyAgent } from 'http-proxy-agent'
import { HttpsProxyAgent } from 'https-proxy-agent'
import type { Environment } from './environment.ts'
import { proxyFor } from './http-proxy.ts'

/** What connections to a server are made with. */
export interface ConnectionOptions {
  readonly env: Environment
  /** A proxy that takes the place of the environment's. */
  readonly proxy?: URL
  /** PEM texts: an authority to trust beside the usual ones, a client certificate and its key. */
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  /** false accepts any certificate. */
  readonly rejectUnauthorized?: boolean
  /** Connections at once to one server. Default 50. */
  readonly maxSockets?: number
}

const DEFAULT_MAX_SOCKETS = 50

/**
 * Agents that keep connections alive and know proxies and certificates, for requests to the host of `url`.
 * `httpAgent` is for http urls, `httpsAgent` for https.
 */
export function agentsFor(url: URL, options: ConnectionOptions): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  const proxy = options.proxy ?? proxyFor(url, options.env)
  const pool: AgentOptions = { keepAlive: true, maxSockets: options.maxSockets ?? DEFAULT_MAX_SOCKETS }
  const tls = tlsOptions(options)
  if (proxy === null) return { httpAgent: new HttpAgent(pool), httpsAgent: new HttpsAgent({ ...pool, ...tls }) }
  return {
    httpAgent: new HttpProxyAgent(proxy, pool),
    httpsAgent: new HttpsProxyAgent(proxy, { ...pool, ...tls })
  }
}

function tlsOptions(options: ConnectionOptions): object {
  const { ca, cert, key, rejectUnauthorized } = options
  return {
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized })
  }
}
