import type { HttpResponse } from '../../core/http.ts'
import { NetworkError, type NetworkReason } from '../../core/http-error.ts'
import { pauseBefore, type RetryPolicy, retryAfterMs } from '../../core/retry.ts'

/** Pauses of up to 1, 4 and 16 seconds; what GitHub asks for is waited for up to two minutes. */
export const GITHUB_RETRY: RetryPolicy = {
  retries: 3,
  baseMs: 1_000,
  factor: 4,
  maxMs: 16_000,
  maxRetryAfterMs: 120_000
}

/** "If … none of the headers is there, wait for at least one minute" (docs.github.com, rate limits for the REST API). */
const WITHOUT_HEADER_MS = 60_000

/** What may pass. Certificates and cancellations do not mend themselves. */
const PASSING: ReadonlySet<NetworkReason> = new Set<NetworkReason>(['reset', 'timeout', 'other', ...notSent()])

/** Reasons by which the request has not reached GitHub. */
function notSent(): readonly NetworkReason[] {
  return ['refused', 'unknown-host', 'unreachable', 'proxy']
}

const NOT_SENT: ReadonlySet<NetworkReason> = new Set(notSent())

/** Which attempt it is, and what it may do. */
export interface Attempt {
  /** The number of the retry that would follow, from 1. */
  readonly retry: number
  /** Whether doing it twice is as good as doing it once. */
  readonly repeatable: boolean
  /** Milliseconds since the epoch. */
  readonly now: number
  /** In [0, 1). */
  readonly random: number
}

/** Why an attempt is made again. */
export interface Again {
  readonly reason: string
  /** Milliseconds to wait before. */
  readonly afterMs: number
}

/**
 * Whether and when an attempt is made again; null: its outcome stands. A limit that was hit is waited for whatever the
 * request, because GitHub has not acted on it; anything that leaves open whether it has only when it may be repeated.
 */
export function againOf(outcome: HttpResponse | NetworkError, attempt: Attempt, policy = GITHUB_RETRY): Again | null {
  const { retry, repeatable, random } = attempt
  const after = (reason: string, wait: number | null): Again | null => {
    if (wait !== null && wait > policy.maxRetryAfterMs) return null
    const afterMs = pauseBefore(retry, policy, { random, retryAfterMs: wait })
    return afterMs === null ? null : { reason, afterMs }
  }
  if (outcome instanceof NetworkError) {
    const again = repeatable ? PASSING : NOT_SENT
    return again.has(outcome.reason) ? after(outcome.message, null) : null
  }
  if (isLimited(outcome)) return after(`a rate limit (${outcome.status})`, limitMs(outcome, attempt.now))
  return outcome.status >= 500 && repeatable ? after(`status ${outcome.status}`, null) : null
}

/** A rate limit, primary or secondary, and no missing permission, which has the same status. */
export function isLimited({ status, headers, text }: HttpResponse): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /secondary rate limit|rate limit exceeded/i.test(text)
  )
}

/** Milliseconds until a limit is over. */
function limitMs({ headers }: HttpResponse, now: number): number {
  const asked = retryAfterMs(headers['retry-after'], now)
  if (asked !== null) return asked
  const reset = Number(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0) return Math.max(0, reset * 1000 - now)
  return WITHOUT_HEADER_MS
}
