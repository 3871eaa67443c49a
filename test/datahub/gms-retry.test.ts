import { describe, expect, it } from '@jest/globals'
import type { HttpResponse } from '../../src/core/http.ts'
import { NetworkError, type NetworkReason } from '../../src/core/http-error.ts'
import { DEFAULT_RETRY } from '../../src/core/retry.ts'
import { type Purpose, retryOf } from '../../src/datahub/gms-retry.ts'

const PURPOSES: readonly Purpose[] = ['probe', 'write', 'once']
const rules = { policy: DEFAULT_RETRY, statuses: new Set([429, 500, 502, 503, 504]) }
const status = (code: number, text = ''): HttpResponse => ({ status: code, headers: {}, text })
const network = (reason: NetworkReason): NetworkError => new NetworkError(reason, 'words')

/** How often each kind of request is tried again. */
const retries = (attempt: HttpResponse | NetworkError): readonly number[] =>
  PURPOSES.map((purpose) => retryOf(attempt, purpose, rules)?.policy.retries ?? 0)

describe('retryOf', () => {
  it.each([
    [200, [0, 0, 0]],
    [302, [0, 0, 0]],
    [400, [0, 0, 0]],
    [401, [0, 0, 0]],
    [403, [0, 0, 0]],
    [404, [0, 0, 0]],
    [408, [4, 4, 4]],
    [413, [0, 0, 0]],
    [422, [0, 0, 0]],
    [429, [8, 8, 8]],
    [500, [4, 4, 4]],
    [501, [0, 0, 0]],
    [502, [4, 4, 4]],
    [503, [4, 4, 4]],
    [504, [4, 4, 4]]
  ])('status %i', (code, expected) => {
    expect(retries(status(code))).toEqual(expected)
  })

  it.each<[NetworkReason, readonly number[]]>([
    ['refused', [2, 4, 4]],
    ['reset', [2, 4, 4]],
    ['timeout', [2, 4, 4]],
    ['unknown-host', [2, 4, 4]],
    ['unreachable', [2, 4, 4]],
    ['proxy', [2, 4, 4]],
    ['other', [2, 4, 4]],
    ['cancelled', [0, 0, 0]],
    ['untrusted-certificate', [0, 0, 0]],
    ['expired-certificate', [0, 0, 0]],
    ['wrong-host-certificate', [0, 0, 0]],
    ['client-certificate', [0, 0, 0]],
    ['tls', [0, 0, 0]],
    ['not-http', [0, 0, 0]]
  ])('no answer: %s', (reason, expected) => {
    expect(retries(network(reason))).toEqual(expected)
  })

  it('does not wait long for what GMS itself says, and not at all in search of the record that it is about', () => {
    const fault = status(500, '{"message":"NullPointerException"}')
    expect(retries(fault)).toEqual([4, 4, 0])
    expect(retryOf(fault, 'write', rules)?.policy).toMatchObject({ baseMs: 500, factor: 2 })
    expect(retryOf(status(503), 'write', rules)?.policy).toEqual(DEFAULT_RETRY)
  })

  it('heeds the recipe’s list, and tells what it was', () => {
    const own = { ...rules, statuses: new Set([404]) }
    expect(retryOf(status(404), 'write', own)?.reason).toBe('status 404')
    expect(retryOf(status(503), 'write', own)).toBeNull()
    expect(retryOf(status(429), 'write', own)?.reason).toBe('status 429')
    expect(retryOf(network('reset'), 'write', own)?.reason).toBe('words')
  })

  it('never tries again where the recipe says so', () => {
    const none = { ...rules, policy: { ...DEFAULT_RETRY, retries: 0 } }
    const attempts = [status(503), status(429), network('reset')]
    for (const attempt of attempts) expect(retryOf(attempt, 'probe', none)?.policy.retries).toBe(0)
  })
})
