import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { EmulatedRequest } from '../http/server.ts'

/** What the `Authorization` header of a signed request says (AWS Signature Version 4). */
export interface Signature {
  readonly accessKeyId: string
  /** `YYYYMMDD` */
  readonly date: string
  readonly region: string
  readonly service: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** `X-Amz-Security-Token`, present for the credentials of a role session. */
  readonly sessionToken: string | null
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/

/** Reads the signature of `request`; null when there is none or it is malformed. */
export function signatureOf(request: EmulatedRequest): Signature | null {
  const match = AUTHORIZATION.exec(request.headers.authorization ?? '')
  if (match === null) return null
  const [, accessKeyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] = match
  const token = request.headers['x-amz-security-token']
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: signedHeaders.split(';'),
    signature,
    sessionToken: typeof token === 'string' ? token : null
  }
}

/** Whether `signature` was made over `request` with `secret`: the whole of SigV4, as AWS checks it. */
export function isSignedBy(request: EmulatedRequest, signature: Signature, secret: string): boolean {
  const scope = `${signature.date}/${signature.region}/${signature.service}/aws4_request`
  const text = ['AWS4-HMAC-SHA256', header(request, 'x-amz-date'), scope, sha256(canonical(request, signature))].join(
    '\n'
  )
  const key = [signature.date, signature.region, signature.service, 'aws4_request'].reduce<Buffer>(
    (parent, part) => createHmac('sha256', parent).update(part).digest(),
    Buffer.from(`AWS4${secret}`)
  )
  const expected = createHmac('sha256', key).update(text).digest()
  return timingSafeEqual(expected, Buffer.from(signature.signature, 'hex'))
}

function canonical(request: EmulatedRequest, signature: Signature): string {
  const query = [...request.query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const headers = signature.signedHeaders.map((name) => `${name}:${header(request, name)}\n`).join('')
  return [request.method, request.path, query, headers, signature.signedHeaders.join(';'), sha256(request.body)].join(
    '\n'
  )
}

function header(request: EmulatedRequest, name: string): string {
  const value = request.headers[name]
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replace(/ +/g, ' ')
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}
