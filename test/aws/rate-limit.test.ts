import { describe, expect, it } from '@jest/globals'
import { createRateLimit, createRateLimits } from '../../src/aws/rate-limit.ts'
import { FakeTime } from './fake-time.ts'

/** When each of `count` calls that come at once leaves. */
async function departures(limit: { take(): Promise<void> }, clock: FakeTime, count: number): Promise<number[]> {
  const times: number[] = []
  const calls = Array.from({ length: count }, async () => {
    await limit.take()
    times.push(clock.monotonic())
  })
  await clock.runAll()
  await Promise.all(calls)
  return times
}

describe('createRateLimit', () => {
  it('spaces calls evenly, in the order in which they came', async () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, 4)
    expect(await departures(limit, clock, 5)).toEqual([0, 250, 500, 750, 1_000])
  })

  it('saves nothing up while nobody calls', async () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, 10)
    await departures(limit, clock, 1)
    clock.advance(60_000)
    expect(await departures(limit, clock, 3)).toEqual([60_000, 60_100, 60_200])
  })

  it('lets everything pass until AWS throttles, then takes half of the observed rate', async () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, null)
    expect(await departures(limit, clock, 40)).toEqual(Array.from({ length: 40 }, () => 0))
    limit.throttled(clock.monotonic())
    expect(limit.rate()).toBe(20)
    expect(await departures(limit, clock, 3)).toEqual([0, 50, 100])
  })

  it('does not crawl because its very first call was throttled', async () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, null)
    await departures(limit, clock, 1)
    limit.throttled(clock.monotonic())
    expect(limit.rate()).toBe(5)
  })

  it('halves once for all calls that were under way together', () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, 16)
    const startedAt = clock.monotonic()
    clock.advance(80)
    for (let i = 0; i < 8; i += 1) limit.throttled(startedAt)
    const first = limit.rate()
    clock.advance(100)
    limit.throttled(clock.monotonic())
    expect([first, limit.rate()]).toEqual([8, 4])
  })

  it('never goes below one call in two seconds, nor above what was asked for', async () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, 16)
    await departures(limit, clock, 16)
    limit.throttled(clock.monotonic())
    expect(limit.rate()).toBe(8)
    for (let i = 0; i < 20; i += 1) {
      clock.advance(10)
      limit.throttled(clock.monotonic())
    }
    expect(limit.rate()).toBe(0.5)
    for (let i = 0; i < 500; i += 1) {
      clock.advance(1_000)
      limit.succeeded(clock.monotonic())
    }
    expect(limit.rate()).toBe(16)
  })

  it('grows by a tenth a second, and lets go of a limit that nobody asked for', async () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, null)
    await departures(limit, clock, 20)
    limit.throttled(clock.monotonic())
    expect(limit.rate()).toBe(10)
    clock.advance(1_000)
    limit.succeeded(clock.monotonic())
    expect(limit.rate()).toBeCloseTo(11)
    limit.succeeded(clock.monotonic())
    expect(limit.rate()).toBeCloseTo(11)
    for (let i = 0; i < 60; i += 1) {
      clock.advance(1_000)
      limit.succeeded(clock.monotonic())
    }
    expect(limit.rate()).toBeNull()
  })

  it('does not grow by a call that left before the throttle', () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, 4)
    const startedAt = clock.monotonic()
    clock.advance(50)
    limit.throttled(clock.monotonic())
    clock.advance(5_000)
    limit.succeeded(startedAt)
    expect(limit.rate()).toBe(2)
  })

  it('stops waiting when the run is stopped', async () => {
    const clock = new FakeTime()
    const limit = createRateLimit(clock, 1)
    await limit.take()
    const stop = new AbortController()
    const waiting = limit.take(stop.signal)
    stop.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    await expect(limit.take(stop.signal)).rejects.toThrow('stopped')
  })
})

describe('createRateLimits', () => {
  it('gives one limit for each service, account and region', () => {
    const limits = createRateLimits(new FakeTime(), 5)
    const one = limits.for('glue', '111122223333', 'eu-west-1')
    expect(limits.for('glue', '111122223333', 'eu-west-1')).toBe(one)
    expect(limits.for('glue', '111122223333', 'eu-west-2')).not.toBe(one)
    expect(limits.for('glue', '444455556666', 'eu-west-1')).not.toBe(one)
  })
})
