import { describe, expect, it } from '@jest/globals'
import { DEFAULT_RETRY, pauseBefore, retryAfterMs } from '../../src/core/retry.ts'
import { fc } from '../properties.ts'

const policy = { retries: 3, baseMs: 100, factor: 4, maxMs: 1000, maxRetryAfterMs: 5000 }

describe('pauseBefore', () => {
  it.each([
    [1, 1, null, 100],
    [2, 1, null, 400],
    [3, 1, null, 1000],
    [1, 0.5, null, 50],
    [2, 0, null, 0],
    [4, 1, null, null],
    [4, 1, 0, null],
    [1, 0, 2000, 2000],
    [3, 0.5, 2000, 2050],
    [1, 0, 0, 0],
    [1, 1, 60_000, 5000]
  ])('retry %i, chance %d, asked for %s: %s', (retry, random, asked, pause) => {
    expect(pauseBefore(retry, policy, { random, retryAfterMs: asked })).toBe(pause)
  })

  it('never exceeds its limits, and never comes back earlier than it was asked to', () => {
    const given = fc.record({
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      retryAfterMs: fc.option(fc.nat(200_000))
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: DEFAULT_RETRY.retries }), given, (retry, chance) => {
        const pause = pauseBefore(retry, DEFAULT_RETRY, chance) ?? -1
        const limit = chance.retryAfterMs === null ? DEFAULT_RETRY.maxMs : DEFAULT_RETRY.maxRetryAfterMs
        expect(pause).toBeGreaterThanOrEqual(Math.min(chance.retryAfterMs ?? 0, DEFAULT_RETRY.maxRetryAfterMs))
        expect(pause).toBeLessThanOrEqual(limit)
      })
    )
  })

  it('waits longer than the peer before it gives up, on average', () => {
    const pauses = [1, 2, 3, 4].map((retry) => pauseBefore(retry, DEFAULT_RETRY, { random: 0.5, retryAfterMs: null }))
    expect(pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0)).toBeGreaterThan(28_000)
  })
})

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 10, 23, 12, 0, 0)
  it.each([
    [undefined, null],
    ['', null],
    ['0', 0],
    ['2', 2000],
    [' 120 ', 120_000],
    ['1.5', 1500],
    ['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
    ['Monday, 23-Nov-26 12:00:30 GMT', 30_000],
    ['Mon Nov 23 12:00:30 2026', 30_000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['-1', null],
    ['soon', null],
    ['in 3 seconds', null],
    ['Mon, never', null],
    ['1e9', null]
  ])('%j is %s', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })
})
