import type { Clock } from '../core/clock.ts'

/** Paces calls. One for all clients of a service in one account and region, because AWS counts them together. */
export interface RateLimit {
  /** Waits for this call's turn. Calls leave in the order in which they came. */
  take(signal?: AbortSignal): Promise<void>
  /** A call that left at `startedAt` (clock.monotonic) came back well. */
  succeeded(startedAt: number): void
  /** A call that left at `startedAt` was throttled: halves the rate, once for all calls that were under way together. */
  throttled(startedAt: number): void
  /** Calls a second at present; null while there is no limit. */
  rate(): number | null
}

/** However hard AWS throttles, a call every two seconds is tried. */
const SLOWEST = 0.5
/** What a run is taken to have asked for a second when it is throttled before it has asked for that much. */
const MODEST = 10
/** After a throttle the rate grows by a tenth a second: back where it was after some seven seconds. */
const RECOVERY_A_SECOND = 0.1
/** Without a limit of its own, a rate this high no longer holds anything back. */
const FREE = 1_000
const WINDOW_MS = 1_000

/**
 * A limit of `perSecond` calls, evenly spaced; null: none until AWS throttles for the first time. AWS publishes no
 * figures for Glue's quotas, which differ by account and are shared with Athena and EMR; what limits an unthrottled run
 * is the number of databases listed side by side. The first throttled call tells that there is a limit: from then on half
 * of the rate observed is used, which grows slowly and is halved again with every further throttle, as TCP finds its share.
 */
export function createRateLimit(clock: Clock, perSecond: number | null): RateLimit {
  let rate = perSecond
  let nextTurn = Number.NEGATIVE_INFINITY
  let slowedAt = Number.NEGATIVE_INFINITY
  let grownAt = Number.NEGATIVE_INFINITY
  const recent: number[] = []

  const observed = (now: number): number => {
    while (recent.length > 0 && (recent[0] ?? 0) <= now - WINDOW_MS) recent.shift()
    return recent.length
  }

  return {
    async take(signal) {
      signal?.throwIfAborted()
      const now = clock.monotonic()
      const turn = rate === null ? now : Math.max(now, nextTurn)
      nextTurn = rate === null ? now : turn + 1_000 / rate
      if (turn > now) await clock.sleep(turn - now, signal)
      recent.push(clock.monotonic())
      observed(clock.monotonic())
    },
    succeeded(startedAt) {
      const now = clock.monotonic()
      if (rate === null || startedAt < slowedAt) return
      const seconds = Math.max(0, now - Math.max(grownAt, slowedAt)) / 1_000
      grownAt = now
      rate = Math.min(perSecond ?? FREE, rate * (1 + RECOVERY_A_SECOND * seconds))
      if (perSecond === null && rate >= FREE) rate = null
    },
    throttled(startedAt) {
      if (startedAt < slowedAt) return
      const now = clock.monotonic()
      const before = rate ?? Math.max(MODEST, observed(now))
      slowedAt = now
      grownAt = now
      rate = Math.max(Math.min(SLOWEST, perSecond ?? SLOWEST), before / 2)
    },
    rate: () => rate
  }
}

/** The limits of a process: every session in the same account and region gets the same one. */
export interface RateLimits {
  for(service: string, account: string, region: string): RateLimit
}

/** @param perSecond the input `rate-limit`; null: as fast as AWS lets us */
export function createRateLimits(clock: Clock, perSecond: number | null): RateLimits {
  const limits = new Map<string, RateLimit>()
  return {
    for(service, account, region) {
      const key = [service, account, region].join(' ')
      const limit = limits.get(key) ?? createRateLimit(clock, perSecond)
      limits.set(key, limit)
      return limit
    }
  }
}
