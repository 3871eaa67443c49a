import { randomUUID } from 'node:crypto'
import type { Fault } from '../http/faults.ts'
import type { EmulatedRequest, Reply, Service } from '../http/server.ts'
import { type CredentialStore, type Principal, refusal } from './credentials.ts'
import { authenticationError } from './glue-errors.ts'

/** What is in S3. */
export interface S3Options {
  /** `bucket/key` → content. */
  readonly objects?: Readonly<Record<string, string>>
  /** `bucket` or `bucket/key` → tags. */
  readonly tags?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Tags of any bucket and object, for catalogues that name many. */
  tagsOf?(bucket: string, key: string | null): Readonly<Record<string, string>> | null
  /** Buckets that the caller may not use. */
  readonly denied?: readonly string[]
}

class S3Error extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status: number) {
    super(message)
    this.code = code
    this.status = status
  }
}

interface Context {
  readonly options: S3Options
  readonly credentials: CredentialStore
}

/** Whether a request is signed for S3. */
export const isForS3 = (request: EmulatedRequest): boolean =>
  request.headers.authorization?.includes('/s3/aws4_request') === true

/** AWS S3, as far as a job's script and tags go: https://docs.aws.amazon.com/AmazonS3/latest/API/ */
export function s3Service(options: S3Options, credentials: CredentialStore): Service {
  const context = { options, credentials }
  return { label: labelOf, answer: (request) => answer(request, context), failure: faultReply }
}

interface Place {
  readonly bucket: string
  readonly key: string
}

function placeOf({ path }: EmulatedRequest): Place {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? []
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key) }
}

function operationOf(request: EmulatedRequest): string {
  const tagging = request.query.has('tagging')
  if (!tagging) return 'GetObject'
  return placeOf(request).key === '' ? 'GetBucketTagging' : 'GetObjectTagging'
}

/** `GetObject bucket/key`, `GetBucketTagging bucket`. */
function labelOf(request: EmulatedRequest): string {
  const { bucket, key } = placeOf(request)
  return `${operationOf(request)} ${bucket}${key === '' ? '' : `/${key}`}`
}

function answer(request: EmulatedRequest, context: Context): Reply {
  try {
    return answerTo(request, context)
  } catch (error) {
    if (error instanceof S3Error) return errorReply(error)
    throw error
  }
}

function answerTo(request: EmulatedRequest, { options, credentials }: Context): Reply {
  const caller = credentials.authenticate(request)
  if (!caller.ok) throw new S3Error(authenticationError(caller.failure).code, 'The request is not signed well', 403)
  const place = placeOf(request)
  const operation = operationOf(request)
  authorise(caller.principal, operation, place)
  if (options.denied?.includes(place.bucket) === true) throw new S3Error('AccessDenied', 'Access Denied', 403)
  return operation === 'GetObject' ? object(place, options) : tagging(place, options)
}

function authorise(principal: Principal, operation: string, { bucket, key }: Place): void {
  const action = `s3:${operation}`
  const resource = `arn:aws:s3:::${bucket}${operation === 'GetBucketTagging' ? '' : `/${key}`}`
  const reason = refusal(principal, action, resource)
  if (reason === null) return
  const message = `User: ${principal.arn} is not authorized to perform: ${action} on resource: "${resource}" ${reason}`
  throw new S3Error('AccessDenied', message, 403)
}

function object({ bucket, key }: Place, { objects = {} }: S3Options): Reply {
  const name = `${bucket}/${key}`
  const content = Object.hasOwn(objects, name) ? objects[name] : undefined
  if (content !== undefined) return { status: 200, headers: headers('binary/octet-stream'), body: content }
  const isKnown = Object.keys(objects).some((other) => other.startsWith(`${bucket}/`))
  if (isKnown) throw new S3Error('NoSuchKey', 'The specified key does not exist.', 404)
  throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', 404)
}

function tagging({ bucket, key }: Place, options: S3Options): Reply {
  const name = key === '' ? bucket : `${bucket}/${key}`
  const listed = options.tags !== undefined && Object.hasOwn(options.tags, name) ? options.tags[name] : undefined
  const tags = listed ?? options.tagsOf?.(bucket, key === '' ? null : key) ?? null
  if (tags === null && key === '') throw new S3Error('NoSuchTagSet', 'The TagSet does not exist', 404)
  if (tags === null) throw new S3Error('NoSuchKey', 'The specified key does not exist.', 404)
  const set = Object.entries(tags).map(([k, v]) => `<Tag><Key>${escaped(k)}</Key><Value>${escaped(v)}</Value></Tag>`)
  return {
    status: 200,
    headers: headers('application/xml'),
    body: xml(`<Tagging><TagSet>${set.join('')}</TagSet></Tagging>`)
  }
}

const headers = (type: string): Record<string, string> => ({ 'content-type': type, 'x-amz-request-id': randomUUID() })

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${body}`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function errorReply({ code, message, status }: S3Error): Reply {
  const body = xml(`<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`)
  return { status, headers: headers('application/xml'), body }
}

function faultReply(fault: Fault): Reply {
  if (fault.body !== undefined) return { status: fault.status ?? 500, headers: fault.headers ?? {}, body: fault.body }
  const reply = errorReply(
    new S3Error(
      fault.code ?? 'InternalError',
      fault.message ?? 'We encountered an internal error.',
      fault.status ?? 500
    )
  )
  return { ...reply, headers: { ...reply.headers, ...fault.headers } }
}
