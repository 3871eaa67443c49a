import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto'
import type { AwsCredentials } from './refreshing-credentials.ts'

/** What is signed: a POST without a query. */
export interface SignableRequest {
  readonly host: string
  readonly path: string
  readonly contentType: string
  readonly body: string
  readonly time: Date
}

const ALGORITHM = 'AWS4-HMAC-SHA256'

interface SigningKey {
  readonly day: string
  readonly credentials: AwsCredentials
  readonly key: KeyObject
}

/**
 * Signs requests to one service in one region with AWS Signature Version 4, for the calls that a run makes by the
 * thousand: the SDK's signer spends five times as much on keys as on the signature. A test holds that both sign alike.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export class RequestSigner {
  readonly #service: string
  readonly #region: string
  /** The key of a day, which is the same for all requests until the credentials are renewed. */
  #kept: SigningKey | null = null

  constructor(service: string, region: string) {
    this.#service = service
    this.#region = region
  }

  /** The headers to send. */
  sign(request: SignableRequest, credentials: AwsCredentials): Record<string, string> {
    const time = request.time.toISOString().replace(/[-:]|\.\d{3}/g, '')
    const day = time.slice(0, 8)
    const token = credentials.sessionToken
    const headers: Record<string, string> = {
      'content-type': request.contentType,
      host: request.host,
      'x-amz-date': time,
      ...(token === undefined ? {} : { 'x-amz-security-token': token })
    }
    const names = Object.keys(headers).join(';')
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`)
    const canonical = `POST\n${canonicalPath(request.path)}\n\n${lines.join('')}\n${names}\n${sha256(request.body)}`
    const scope = `${day}/${this.#region}/${this.#service}/aws4_request`
    const text = `${ALGORITHM}\n${time}\n${scope}\n${sha256(canonical)}`
    const signature = createHmac('sha256', this.#keyOf(day, credentials)).update(text).digest('hex')
    const credential = `${credentials.accessKeyId}/${scope}`
    return {
      ...headers,
      authorization: `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`
    }
  }

  #keyOf(day: string, credentials: AwsCredentials): KeyObject {
    const kept = this.#kept
    if (kept !== null && kept.day === day && kept.credentials === credentials) return kept.key
    const parts = [day, this.#region, this.#service, 'aws4_request']
    const secret = parts.reduce<Buffer>(hmac, Buffer.from(`AWS4${credentials.secretAccessKey}`))
    const key = createSecretKey(secret)
    this.#kept = { day, credentials, key }
    return key
  }
}

const hmac = (key: Buffer, part: string): Buffer => createHmac('sha256', key).update(part).digest()

const sha256 = (text: string): string => hash('sha256', text)

/** Each step of the path percent-encoded once more. */
const canonicalPath = (path: string): string => path.split('/').map(encoded).join('/')

const encoded = (step: string): string =>
  encodeURIComponent(step).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
