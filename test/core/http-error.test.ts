import { describe, expect, it } from '@jest/globals'
import { NetworkError, networkError } from '../../src/core/http-error.ts'

const withCode = (code: string, message = 'words'): Error => Object.assign(new Error(message), { code })

describe('networkError', () => {
  it.each([
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['ETIMEDOUT', 'timeout'],
    ['ENOTFOUND', 'unknown-host'],
    ['EAI_AGAIN', 'unknown-host'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted-certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted-certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted-certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted-certificate'],
    ['CERT_HAS_EXPIRED', 'expired-certificate'],
    ['CERT_NOT_YET_VALID', 'expired-certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-host-certificate'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'client-certificate'],
    ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'client-certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls'],
    ['ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'tls'],
    ['EPROTO', 'tls'],
    ['HPE_INVALID_CONSTANT', 'not-http'],
    ['HPE_INVALID_HEADER_TOKEN', 'not-http'],
    ['Z_DATA_ERROR', 'other'],
    ['EWHATEVER', 'other']
  ])('%s is told as %s', (code, reason) => {
    const error = networkError(withCode(code))
    expect(error.reason).toBe(reason)
    expect(error.cause).toBeInstanceOf(Error)
  })

  it('tells nothing of a known error but words', () => {
    const messages = ['ECONNREFUSED', 'CERT_HAS_EXPIRED', 'ERR_SSL_WRONG_VERSION_NUMBER', 'HPE_INVALID_CONSTANT'].map(
      (code) => networkError(withCode(code, `raw ${code}`)).message
    )
    expect(messages.join('\n')).not.toMatch(/raw|[A-Z]{5}/)
  })

  it('tells several attempts by the first', () => {
    const several = new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')])
    expect(networkError(several).reason).toBe('refused')
  })

  it('leaves its own as they are', () => {
    const own = new NetworkError('cancelled', 'the request was cancelled')
    expect(networkError(own)).toBe(own)
  })

  it.each([
    [new Error('Proxy connection ended before receiving CONNECT response'), 'proxy'],
    [new Error('of another kind'), 'other'],
    ['a text', 'other'],
    [null, 'other']
  ])('tells what has no code: %s', (thrown, reason) => {
    expect(networkError(thrown).reason).toBe(reason)
  })
})
