/** An answer's head, as the SDK's HTTP handler gives it. */
export interface AnswerHead {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
}

/** A stream of bytes as text. */
export function bodyText(body: unknown): Promise<string> {
  if (!isReadable(body)) return Promise.resolve('')
  const chunks: Uint8Array[] = []
  // By events: an iterator over the stream costs a third of the whole call.
  return new Promise((resolve, reject) => {
    body.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    body.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    body.on('error', reject)
    body.on('aborted', () => reject(brokenOff()))
  })
}

/** A connection that ended in the middle of the answer: worth another try. */
function brokenOff(): Error {
  return Object.assign(new Error('the answer broke off'), { code: 'ECONNRESET' })
}

interface ReadableBody {
  on(event: string, listener: (value: never) => void): unknown
}

const isReadable = (body: unknown): body is ReadableBody =>
  typeof body === 'object' && body !== null && 'on' in body && typeof body.on === 'function'

/** As the SDK's exceptions are made. */
export interface ServiceError extends Error {
  readonly $metadata: {
    readonly httpStatusCode: number
    readonly requestId: string | undefined
    /** The machine's clock was wrong; the next attempt is signed with AWS's time. */
    clockSkewCorrected?: boolean
  }
}

/**
 * The error of a REST-JSON service in the form of the SDK's exceptions, for aws/retry.ts: its code is in a header or in
 * the body, with a namespace before it or a URL behind it (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 * #operation-error-serialization).
 */
export function serviceError(head: AnswerHead, text: string): ServiceError {
  const body = parsed(text)
  const code = head.headers['x-amzn-errortype'] ?? textOf(body, '__type') ?? textOf(body, 'code')
  const name = code === undefined ? null : (code.split(':')[0] ?? '').replace(/^.*#/u, '')
  const message = textOf(body, 'message') ?? textOf(body, 'Message') ?? ''
  const $metadata = { httpStatusCode: head.statusCode, requestId: head.headers['x-amzn-requestid'] }
  // Without a code and without JSON it is not the service that speaks.
  return Object.assign(new Error(message), {
    name: name ?? (body === null ? 'SyntaxError' : 'UnknownError'),
    $metadata
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textOf(body: unknown, member: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, member) : undefined
  return typeof value === 'string' ? value : undefined
}
