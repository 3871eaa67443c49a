import type { AwsErrorKind } from '../model/aws-call-error.ts'

/** What a thrown error says about itself. */
export interface Classification {
  readonly kind: AwsErrorKind
  /** AWS's error code without `Exception`, or Node's code of a network error. */
  readonly code: string
  readonly message: string
  readonly status: number | null
  readonly requestId: string | null
  /** Retries beyond which it is hopeless; null: as many as the recipe allows. */
  readonly retryLimit: number | null
}

/** Codes of AWS services, without the suffix `Exception`. */
const CODES: readonly (readonly [AwsErrorKind, readonly string[]])[] = [
  [
    'throttle',
    [
      'Throttling',
      'Throttled',
      'TooManyRequests',
      'RequestLimitExceeded',
      'RequestThrottled',
      'BandwidthLimitExceeded',
      'LimitExceeded',
      'ProvisionedThroughputExceeded',
      'PriorRequestNotComplete',
      'SlowDown',
      'EC2Throttled'
    ]
  ],
  [
    'transient',
    [
      'InternalService',
      'InternalServer',
      'InternalServerError',
      'InternalFailure',
      'InternalError',
      'ServiceUnavailable',
      'Unavailable',
      'OperationTimeout',
      'RequestTimeout',
      'Timeout',
      'IDPCommunicationError',
      'FederationSourceRetryable',
      'TransactionInProgress'
    ]
  ],
  [
    'denied',
    [
      'AccessDenied',
      'UnauthorizedOperation',
      'Unauthorized',
      'AuthorizationError',
      'Forbidden',
      'PermissionTypeMismatch',
      // Glue's word for a key of the catalogue that may not be used.
      'GlueEncryption'
    ]
  ],
  ['not-found', ['EntityNotFound', 'ResourceNotFound', 'NoSuchEntity', 'NoSuchKey', 'NoSuchBucket', 'NotFound']],
  ['expired', ['ExpiredToken', 'TokenRefreshRequired', 'ExpiredCredentials']],
  [
    'other',
    [
      'IncompleteSignature',
      'InvalidClientTokenId',
      'InvalidSignature',
      'MissingAuthenticationToken',
      'RequestExpired',
      'SignatureDoesNotMatch',
      'UnrecognizedClient'
    ]
  ]
]
const BY_CODE = new Map(CODES.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const)))

/** Errors of the network and the resolver, by Node's codes. */
const NETWORK_CODE =
  /^(ECONN(RESET|REFUSED|ABORTED)|E(HOST|NET)(UNREACH|DOWN)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL|EPROTO|ERR_STREAM_PREMATURE_CLOSE|ERR_SSL_[A-Z_]+|HPE_[A-Z_]+)$/u
/** What the SDK calls answers that it cannot read: HTML pages, mostly. */
const UNREADABLE: ReadonlySet<string> = new Set(['SyntaxError', 'Unknown', 'UnknownError'])
/** The code of an answer that is not AWS's: a proxy, a captive portal, a wrong endpoint. */
export const UNREADABLE_ANSWER = 'UnreadableAnswer'

/** TLS that cannot be agreed on now cannot be in a second. */
const CERTIFICATE_CODE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ALTNAME|^ERR_SSL_|^EPROTO$/u
/** A name that does not exist may be a hiccup of the resolver, once. */
const NAME_RETRIES = 1

/** Says what a thrown error means for the caller. Pure: looks only at the error. */
export function classify(thrown: unknown): Classification {
  const error = facts(thrown)
  const unreadable = error.network === null && isUnreadable(error)
  const about = {
    code: error.network ?? (unreadable ? UNREADABLE_ANSWER : withoutSuffix(error.name)),
    message: unreadable
      ? `${error.status === null ? '' : `HTTP ${error.status}, `}a body that AWS would not send`
      : error.message,
    status: error.status,
    requestId: error.requestId
  }
  if (error.network === 'ENOTFOUND') return { ...about, kind: 'transient', retryLimit: NAME_RETRIES }
  return { ...about, kind: kindOf(error, about.code), retryLimit: null }
}

/** The SDK's credential providers say the latter of an answer without credentials. */
function isUnreadable(error: Facts): boolean {
  return UNREADABLE.has(error.name) || error.message.startsWith('Invalid response from STS')
}

function kindOf(error: Facts, code: string): AwsErrorKind {
  if (error.network !== null) return CERTIFICATE_CODE.test(error.network) ? 'other' : 'transient'
  if (error.clockSkewCorrected) return 'transient'
  const known = BY_CODE.get(code)
  if (known !== undefined) return known
  if (error.status === 429 || /rate exceeded|throttl/iu.test(error.message)) return 'throttle'
  if (error.status !== null && error.status >= 500) return 'transient'
  // A good status with something else than JSON: the page of some proxy, or cut off on the way.
  if (code === UNREADABLE_ANSWER && error.status === 200) return 'transient'
  if (/not authorized to perform/iu.test(error.message)) return 'denied'
  return 'other'
}

interface Facts {
  readonly name: string
  readonly message: string
  readonly network: string | null
  readonly status: number | null
  readonly requestId: string | null
  readonly clockSkewCorrected: boolean
}

/** Errors are told by their members and not by `instanceof`: some come from Node's own realm. */
function facts(thrown: unknown): Facts {
  const error = membersOf(thrown)
  const metadata = membersOf(error.get('$metadata'))
  const status = metadata.get('httpStatusCode')
  const requestId = metadata.get('requestId')
  return {
    name: textOf(error.get('name'), 'Error'),
    message: firstLine(textOf(error.get('message'), String(thrown))),
    network: networkCode(error),
    status: typeof status === 'number' ? status : null,
    requestId: typeof requestId === 'string' ? requestId : null,
    clockSkewCorrected: metadata.get('clockSkewCorrected') === true
  }
}

const MEMBERS = [
  'name',
  'message',
  'code',
  'cause',
  'errors',
  '$metadata',
  'httpStatusCode',
  'requestId',
  'clockSkewCorrected'
]

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(MEMBERS.map((name) => [name, Reflect.get(value, name)]))
}

const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

const DEEPEST_CAUSE = 5

/** The network error's code of an error or of what caused it: Node gathers several addresses in an AggregateError. */
function networkCode(error: ReadonlyMap<string, unknown>, depth = 0): string | null {
  const code = error.get('code')
  if (typeof code === 'string' && (NETWORK_CODE.test(code) || CERTIFICATE_CODE.test(code))) return code
  if (error.get('name') === 'TimeoutError') return 'ETIMEDOUT'
  const errors = error.get('errors')
  const inner = membersOf(Array.isArray(errors) ? errors[0] : error.get('cause'))
  return inner.size === 0 || depth === DEEPEST_CAUSE ? null : networkCode(inner, depth + 1)
}

/** The SDK adds hints for programmers below the first line. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? ''
}

/** `AccessDeniedException` and `AccessDenied` are one thing: services differ in how they write codes. */
function withoutSuffix(code: string): string {
  return code.replace(/Exception$/u, '')
}

const LONGEST_WAIT_MS = 20_000
const FIRST_WAIT_MS = 500

/**
 * Milliseconds to wait before a retry: exponential, with full jitter, 20 seconds at most
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
 * @param retries how many times it was retried already
 * @param chance a number in [0, 1)
 */
export function backoff(retries: number, chance: number): number {
  return Math.round(chance * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (retries + 1)))
}
