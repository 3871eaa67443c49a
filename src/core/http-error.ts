import { messageOf } from './errors.ts'

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
  | 'client-certificate'
  | 'tls'
  | 'not-http'
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

type Meaning = readonly [NetworkReason, string]

const UNKNOWN_AUTHORITY: Meaning = ['untrusted-certificate', 'its certificate is signed by an unknown authority']
const REFUSED_CERTIFICATE: Meaning = [
  'client-certificate',
  'it does not accept the client certificate, or asks for one'
]

/** Node's and OpenSSL's codes (https://nodejs.org/api/errors.html, https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ECONNREFUSED: ['refused', 'the connection was refused'],
  ECONNRESET: ['reset', 'the connection was reset'],
  EPIPE: ['reset', 'the connection was closed'],
  ECONNABORTED: ['reset', 'the connection was aborted'],
  ETIMEDOUT: ['timeout', 'connecting took too long'],
  ENOTFOUND: ['unknown-host', 'the host name is not known'],
  EAI_AGAIN: ['unknown-host', 'the host name could not be looked up'],
  EHOSTUNREACH: ['unreachable', 'there is no route to the host'],
  ENETUNREACH: ['unreachable', 'there is no route to the network'],
  EADDRNOTAVAIL: ['unreachable', 'there is no address to connect from'],
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: ['untrusted-certificate', 'its certificate is self-signed'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
  CERT_SIGNATURE_FAILURE: UNKNOWN_AUTHORITY,
  INVALID_CA: UNKNOWN_AUTHORITY,
  CERT_HAS_EXPIRED: ['expired-certificate', 'its certificate has expired'],
  CERT_NOT_YET_VALID: ['expired-certificate', 'its certificate is not valid yet'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['wrong-host-certificate', 'its certificate is for another host'],
  HOSTNAME_MISMATCH: ['wrong-host-certificate', 'its certificate is for another host'],
  EPROTO: ['tls', 'it does not speak TLS as expected']
}

/** Families of codes, by how they begin; OpenSSL names the alert that the server sent. */
const FAMILIES: readonly (readonly [RegExp, Meaning])[] = [
  [/^ERR_SSL_.*CERTIFICATE/, REFUSED_CERTIFICATE],
  [/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST)/, ['tls', 'it does not speak TLS on this port']],
  [/^ERR_SSL_/, ['tls', 'it and this program have no TLS version or cipher in common']],
  [/^ERR_TLS_/, ['tls', 'the TLS connection failed']],
  [/^HPE_/, ['not-http', 'what answers does not speak HTTP on this port']],
  [/^Z_/, ['other', 'the answer is not compressed as it says']]
]

/** Says in words what Node's error about a request means. */
export function networkError(error: unknown): NetworkError {
  if (error instanceof NetworkError) return error
  const code = codeOf(error)
  const known = MEANINGS[code] ?? FAMILIES.find(([begin]) => begin.test(code))?.[1]
  if (known !== undefined) return new NetworkError(known[0], known[1], error)
  const message = messageOf(error)
  // Without a code it comes from the connection to a proxy, which broke off while the tunnel was made.
  if (/\bproxy\b/i.test(message)) return new NetworkError('proxy', `the proxy failed: ${message}`, error)
  return new NetworkError('other', code === '' ? message : `${message} (${code})`, error)
}

/** Node's error code, or ''; of several errors (one an address tried) the first one's. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
