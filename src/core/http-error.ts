/** Why no answer came, in words that tell who has to act. */
export type NetworkReason =
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'unknown-host'
  | 'unreachable'
  | 'untrusted-certificate'
  | 'expired-certificate'
  | 'wrong-host-certificate'
  | 'tls'
  | 'proxy'
  | 'cancelled'
  | 'other'

/** A request that got no answer. Its message names the reason and never a header or a body. */
export class NetworkError extends Error {
  readonly reason: NetworkReason

  constructor(reason: NetworkReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'NetworkError'
    this.reason = reason
  }
}

const REASONS: Readonly<Record<string, readonly [NetworkReason, string]>> = {
  ECONNREFUSED: ['refused', 'the connection was refused'],
  ECONNRESET: ['reset', 'the connection was reset'],
  EPIPE: ['reset', 'the connection was closed'],
  ECONNABORTED: ['reset', 'the connection was aborted'],
  ETIMEDOUT: ['timeout', 'connecting took too long'],
  ENOTFOUND: ['unknown-host', 'the host name is not known'],
  EAI_AGAIN: ['unknown-host', 'the host name could not be looked up'],
  EHOSTUNREACH: ['unreachable', 'there is no route to the host'],
  ENETUNREACH: ['unreachable', 'there is no route to the network'],
  SELF_SIGNED_CERT_IN_CHAIN: ['untrusted-certificate', 'its certificate is signed by an unknown authority'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['untrusted-certificate', 'its certificate is self-signed'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['untrusted-certificate', 'its certificate is signed by an unknown authority'],
  UNABLE_TO_GET_ISSUER_CERT: ['untrusted-certificate', 'its certificate is signed by an unknown authority'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['untrusted-certificate', 'its certificate is signed by an unknown authority'],
  CERT_HAS_EXPIRED: ['expired-certificate', 'its certificate has expired'],
  CERT_NOT_YET_VALID: ['expired-certificate', 'its certificate is not valid yet'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['wrong-host-certificate', 'its certificate is for another host'],
  EPROTO: ['tls', 'the server does not speak TLS as expected']
}

/** Says in words what Node's error about a request means. */
export function networkError(error: unknown): NetworkError {
  if (error instanceof NetworkError) return error
  const code = codeOf(error)
  const known = REASONS[code]
  if (known !== undefined) return new NetworkError(known[0], known[1], error)
  const message = error instanceof Error ? error.message : String(error)
  if (/proxy/i.test(message)) return new NetworkError('proxy', `the proxy failed: ${message}`, error)
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return new NetworkError('tls', message, error)
  return new NetworkError('other', code === '' ? message : `${message} (${code})`, error)
}

/** Node's error code; of several errors (one an address tried) the first one's. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
