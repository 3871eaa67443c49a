import { randomUUID } from 'node:crypto'
import type { Fault } from '../http/faults.ts'
import type { Reply } from '../http/server.ts'
import type { AuthenticationFailure } from './credentials.ts'

/** An error as Glue words it. */
export class GlueError extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** Headers of every answer of Glue. */
export function glueHeaders(): Record<string, string> {
  return { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() }
}

/** Glue's own exceptions spell the member `Message`, those of the AWS front door `message`. */
const FRONT_DOOR = new Set([
  'ExpiredTokenException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'ThrottlingException',
  'UnknownOperationException',
  'ServiceUnavailableException'
])

/** The JSON answer for an error. */
export function glueErrorReply(error: GlueError): Reply {
  const member = FRONT_DOOR.has(error.code) ? 'message' : 'Message'
  const body = JSON.stringify({ __type: error.code, ...(error.message === '' ? {} : { [member]: error.message }) })
  return { status: error.status, headers: glueHeaders(), body }
}

/** A fault in Glue's words. */
export function glueFault(fault: Fault): Reply {
  if (fault.body !== undefined) {
    return { status: fault.status ?? 500, headers: { 'content-type': 'text/html', ...fault.headers }, body: fault.body }
  }
  const code = fault.code ?? 'InternalServiceException'
  const known = KNOWN_FAULTS[code]
  const reply = glueErrorReply(
    new GlueError(code, fault.message ?? known?.message ?? 'The request failed.', fault.status ?? known?.status ?? 400)
  )
  return { ...reply, headers: { ...reply.headers, ...fault.headers } }
}

const KNOWN_FAULTS: Readonly<Record<string, { readonly message: string; readonly status: number }>> = {
  ThrottlingException: { message: 'Rate exceeded', status: 400 },
  ResourceNumberLimitExceededException: { message: 'Resource number limit exceeded.', status: 400 },
  OperationTimeoutException: { message: 'The operation timed out.', status: 400 },
  InternalServiceException: { message: 'An internal service error occurred.', status: 500 },
  ServiceUnavailableException: { message: 'Service is unavailable. Please try again.', status: 503 },
  ExpiredTokenException: { message: 'The security token included in the request is expired', status: 400 },
  GlueEncryptionException: { message: 'Access Denied: the KMS key of the catalog cannot be used.', status: 400 },
  AccessDeniedException: {
    message: 'Insufficient Lake Formation permission(s): Required Describe on the resource',
    status: 400
  }
}

/** What the front door says about credentials. */
export function authenticationError(failure: AuthenticationFailure): GlueError {
  switch (failure) {
    case 'missing':
      return new GlueError('MissingAuthenticationTokenException', 'Missing Authentication Token')
    case 'unknown-key':
      return new GlueError('UnrecognizedClientException', 'The security token included in the request is invalid.')
    case 'expired':
      return new GlueError('ExpiredTokenException', 'The security token included in the request is expired')
    case 'bad-signature':
      return new GlueError(
        'InvalidSignatureException',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
      )
  }
}
