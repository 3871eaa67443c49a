import { describe, expect, it } from '@jest/globals'
import { type Attempt, againOf, isLimited } from '../../../src/app/github/retry.ts'
import type { HttpResponse } from '../../../src/core/http.ts'
import { NetworkError, type NetworkReason } from '../../../src/core/http-error.ts'

const NOW = Date.UTC(2026, 10, 23)
const attempt = (facts: Partial<Attempt> = {}): Attempt => ({
  retry: 1,
  repeatable: true,
  now: NOW,
  random: 0.5,
  ...facts
})
const answer = (status: number, headers: HttpResponse['headers'] = {}, message = ''): HttpResponse => ({
  status,
  headers,
  text: JSON.stringify({ message })
})
const failure = (reason: NetworkReason): NetworkError => new NetworkError(reason, reason)

describe('when a request to GitHub is made again', () => {
  it.each<[string, HttpResponse | NetworkError, Partial<Attempt>, number | null]>([
    ['a good answer', answer(200), {}, null],
    ['a missing permission', answer(403, {}, 'Resource not accessible by integration'), {}, null],
    ['a server error', answer(502), {}, 500],
    ['a server error, third time', answer(502), { retry: 3 }, 8000],
    ['a server error, too often', answer(502), { retry: 4 }, null],
    ['a server error that may have acted', answer(502), { repeatable: false }, null],
    ['retry-after', answer(429, { 'retry-after': '7' }), { repeatable: false }, 7500],
    ['retry-after with 403', answer(403, { 'retry-after': '7' }), {}, 7500],
    ['retry-after of an hour', answer(429, { 'retry-after': '3600' }), {}, null],
    [
      'a limit that ends in 30 s',
      answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 30) }),
      {},
      30_500
    ],
    ['a secondary limit without a header', answer(403, {}, 'You have exceeded a secondary rate limit'), {}, 60_500],
    ['a connection that broke off', failure('reset'), {}, 500],
    ['a connection that broke off after it may have acted', failure('reset'), { repeatable: false }, null],
    ['a connection that was refused', failure('refused'), { repeatable: false }, 500],
    ['a certificate', failure('untrusted-certificate'), {}, null],
    ['a cancellation', failure('cancelled'), {}, null]
  ])('%s', (_, outcome, facts, afterMs) => {
    expect(againOf(outcome, attempt(facts))?.afterMs ?? null).toBe(afterMs)
  })

  it('a limit is told from a missing permission', () => {
    expect(isLimited(answer(403, {}, 'Resource not accessible by integration'))).toBe(false)
    expect(isLimited(answer(403, {}, 'API rate limit exceeded for installation'))).toBe(true)
    expect(isLimited(answer(404))).toBe(false)
  })
})
