import { X509Certificate } from 'node:crypto'
import { type AgentOptions, Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import * as tls from 'node:tls'
import { HttpProxyAgent } from 'http-proxy-agent'
import { HttpsProxyAgent } from 'https-proxy-agent'
import type { Environment } from './environment.ts'
import { AppError, messageOf } from './errors.ts'
import { proxyFor } from './http-proxy.ts'

/** What connections to a server are made with. */
export interface ConnectionOptions {
  readonly env: Environment
  /** A proxy that takes the place of the environment's. */
  readonly proxy?: URL
  /** PEM texts: authorities to trust beside the usual ones, a client certificate and its key. */
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  /** false accepts any certificate. */
  readonly rejectUnauthorized?: boolean
  /** Connections at once to one server. Default 50. */
  readonly maxSockets?: number
}

/** Connections for requests to one host: `httpAgent` for its http urls, `httpsAgent` for https. */
export interface Agents {
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
}

const DEFAULT_MAX_SOCKETS = 50

/**
 * Agents that keep connections alive and know proxies and certificates, for requests to the host of `url`.
 * @throws AppError of kind `input` when the proxy or a certificate cannot be used.
 */
export function agentsFor(url: URL, options: ConnectionOptions): Agents {
  const proxy = options.proxy ?? proxyFor(url, options.env)
  const pool: AgentOptions = { keepAlive: true, maxSockets: options.maxSockets ?? DEFAULT_MAX_SOCKETS }
  const secure = tlsOptions(options)
  if (proxy === null) return { httpAgent: new HttpAgent(pool), httpsAgent: new HttpsAgent({ ...pool, ...secure }) }
  return { httpAgent: new ForwardAgent(proxy, pool), httpsAgent: new TunnelAgent(proxy, pool, secure) }
}

/** Ends its connection attempts when it is destroyed; the package leaves those that hang open, and the process with them. */
class ForwardAgent extends HttpProxyAgent<string> {
  readonly #closing: AbortController

  constructor(proxy: URL, pool: AgentOptions) {
    const closing = new AbortController()
    super(proxy, { ...pool, signal: closing.signal })
    this.#closing = closing
  }

  override destroy(): void {
    this.#closing.abort()
    super.destroy()
  }
}

/** A tunnel through the proxy, in which the certificates are for the server: the package uses them for the proxy alone. */
class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #closing: AbortController

  constructor(proxy: URL, pool: AgentOptions, secure: TlsOptions) {
    const closing = new AbortController()
    super(proxy, { ...pool, ...secure, signal: closing.signal })
    Object.assign(this.options, secure)
    this.#closing = closing
  }

  override destroy(): void {
    this.#closing.abort()
    super.destroy()
  }
}

type TlsOptions = Pick<ConnectionOptions, 'rejectUnauthorized'> & { readonly secureContext?: tls.SecureContext }

function tlsOptions({ ca, cert, key, rejectUnauthorized }: ConnectionOptions): TlsOptions {
  const given = {
    ...(ca === undefined ? {} : { ca: [...usualAuthorities(), ...authoritiesIn(ca)] }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key })
  }
  return {
    // Made once: Node would read all authorities anew for each connection.
    ...(Object.keys(given).length === 0 ? {} : { secureContext: contextOf(given) }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized })
  }
}

/** What Node trusts by itself: NODE_EXTRA_CA_CERTS is among them only where Node can tell (from 22.15). */
const usualAuthorities = (): readonly string[] => tls.getCACertificates?.('default') ?? tls.rootCertificates

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g

/** The certificates of a PEM file. Node would pass over what is none, and then trust nothing more than before. */
function authoritiesIn(pem: string): readonly string[] {
  const found = (pem.match(CERTIFICATE) ?? []).filter(isCertificate)
  if (found.length === 0) throw unusable('the file of authorities holds no certificate')
  return found
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined
  } catch {
    return false
  }
}

function contextOf(given: tls.SecureContextOptions): tls.SecureContext {
  try {
    return tls.createSecureContext(given)
  } catch (error) {
    throw unusable(messageOf(error))
  }
}

const unusable = (why: string): AppError =>
  new AppError(`The certificates for TLS cannot be used: ${why}`, {
    kind: 'input',
    code: 'certificate-invalid',
    cure: 'give each as a PEM file (-----BEGIN CERTIFICATE-----), the key without a passphrase and matching its certificate'
  })
