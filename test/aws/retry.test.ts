import { describe, expect, it } from '@jest/globals'
import { backoff, classify } from '../../src/aws/retry.ts'

/** An error as the SDK throws it. */
function awsError(name: string, status?: number, message = 'No luck.', more: object = {}): Error {
  const error = new Error(message)
  error.name = name
  return Object.assign(error, { $metadata: { httpStatusCode: status, requestId: 'r-1', ...more } })
}

function nodeError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 10.0.0.1:443`), { code })
}

describe('classify', () => {
  it.each([
    [awsError('ThrottlingException', 400), 'throttle', 'Throttling'],
    [awsError('Throttling', 400), 'throttle', 'Throttling'],
    [awsError('TooManyRequestsException', 429), 'throttle', 'TooManyRequests'],
    [awsError('SomethingNew', 429), 'throttle', 'SomethingNew'],
    [awsError('InvalidInputException', 400, 'Rate exceeded'), 'throttle', 'InvalidInput'],
    [awsError('InternalServiceException', 500), 'transient', 'InternalService'],
    [awsError('OperationTimeoutException', 400), 'transient', 'OperationTimeout'],
    [awsError('SomethingNew', 503), 'transient', 'SomethingNew'],
    [awsError('IDPCommunicationErrorException', 400), 'transient', 'IDPCommunicationError'],
    [
      awsError('SignatureDoesNotMatch', 403, 'Signature expired', { clockSkewCorrected: true }),
      'transient',
      'SignatureDoesNotMatch'
    ],
    [awsError('SyntaxError', 200, "Unexpected token '<'"), 'transient', 'UnreadableAnswer'],
    [awsError('SyntaxError', 502, "Unexpected token '<'"), 'transient', 'UnreadableAnswer'],
    [awsError('SyntaxError', 403, "Unexpected token '<'"), 'other', 'UnreadableAnswer'],
    [awsError('AccessDeniedException', 400), 'denied', 'AccessDenied'],
    [awsError('AccessDenied', 403), 'denied', 'AccessDenied'],
    [awsError('GlueEncryptionException', 400), 'denied', 'GlueEncryption'],
    [awsError('New', 403, 'User: x is not authorized to perform: glue:GetTables'), 'denied', 'New'],
    [awsError('New', 403), 'other', 'New'],
    [awsError('EntityNotFoundException', 400), 'not-found', 'EntityNotFound'],
    [awsError('ExpiredTokenException', 400), 'expired', 'ExpiredToken'],
    [awsError('ExpiredToken', 403), 'expired', 'ExpiredToken'],
    [awsError('UnrecognizedClientException', 400), 'other', 'UnrecognizedClient'],
    [awsError('InvalidInputException', 400), 'other', 'InvalidInput'],
    [nodeError('ECONNRESET'), 'transient', 'ECONNRESET'],
    [nodeError('EAI_AGAIN'), 'transient', 'EAI_AGAIN'],
    [Object.assign(nodeError('ECONNRESET'), { name: 'TimeoutError' }), 'transient', 'ECONNRESET'],
    [
      awsError('TimeoutError', undefined, 'the request socket did not establish a connection'),
      'transient',
      'ETIMEDOUT'
    ],
    [new AggregateError([nodeError('ECONNREFUSED'), nodeError('ENETUNREACH')]), 'transient', 'ECONNREFUSED'],
    [new Error('fetch failed', { cause: nodeError('EPIPE') }), 'transient', 'EPIPE'],
    [nodeError('CERT_HAS_EXPIRED'), 'other', 'CERT_HAS_EXPIRED'],
    [nodeError('SELF_SIGNED_CERT_IN_CHAIN'), 'other', 'SELF_SIGNED_CERT_IN_CHAIN'],
    [nodeError('ENOENT'), 'other', 'Error'],
    [new TypeError('x is not a function'), 'other', 'TypeError'],
    ['a string', 'other', 'Error'],
    [undefined, 'other', 'Error']
  ])('%s: %s, %s', (error, kind, code) => {
    expect(classify(error)).toMatchObject({ kind, code })
  })

  it('tries a host that does not exist only once more', () => {
    expect(classify(nodeError('ENOTFOUND'))).toMatchObject({ kind: 'transient', code: 'ENOTFOUND', retryLimit: 1 })
    expect(classify(nodeError('ECONNRESET')).retryLimit).toBeNull()
  })

  it('leaves out the hints for programmers, and keeps the request id', () => {
    const error = awsError('InternalFailure', 500, 'Broken.\n  Deserialization error: to see the raw response, …')
    expect(classify(error)).toMatchObject({ message: 'Broken.', requestId: 'r-1', status: 500 })
  })

  it('does not follow causes in a circle', () => {
    const error = new Error('round')
    error.cause = error
    expect(classify(error)).toMatchObject({ kind: 'other' })
  })
})

describe('backoff', () => {
  it.each([
    [0, 1_000],
    [1, 2_000],
    [4, 16_000],
    [5, 20_000],
    [60, 20_000]
  ])('after %d retries waits up to %d ms', (retries, longest) => {
    expect(backoff(retries, 0)).toBe(0)
    expect(backoff(retries, 0.5)).toBe(longest / 2)
    expect(backoff(retries, 0.999_999_9)).toBe(longest)
  })
})
