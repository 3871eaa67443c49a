/** When a failed request is tried again. */
export interface RetryPolicy {
  /** Retries after the first attempt. */
  readonly retries: number
  /** Longest first pause, in milliseconds. */
  readonly baseMs: number
  /** How many times longer each pause may be than the one before. */
  readonly factor: number
  /** Longest pause. A server that asks for more (Retry-After) is obeyed up to `maxRetryAfterMs`. */
  readonly maxMs: number
  readonly maxRetryAfterMs: number
}

/**
 * Pauses of up to 1, 4, 16 and 60 seconds: with four retries 40 seconds on average, so that a restart of the server is
 * outlived (the peer waits 28 seconds). Retry-After up to two minutes.
 */
export const DEFAULT_RETRY: RetryPolicy = {
  retries: 4,
  baseMs: 1_000,
  factor: 4,
  maxMs: 60_000,
  maxRetryAfterMs: 120_000
}

/**
 * How many milliseconds to wait before retry number `retry` (from 1), or null when there are no more. Full jitter
 * (`random` in [0, 1)) keeps many clients from coming back at the same moment
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/); what the server asked for is a minimum.
 */
export function pauseBefore(
  retry: number,
  policy: RetryPolicy,
  given: { readonly random: number; readonly retryAfterMs: number | null }
): number | null {
  if (retry > policy.retries) return null
  const ceiling = Math.min(policy.maxMs, policy.baseMs * policy.factor ** (retry - 1))
  if (given.retryAfterMs === null) return Math.round(ceiling * given.random)
  return Math.min(policy.maxRetryAfterMs, given.retryAfterMs + Math.round(policy.baseMs * given.random))
}

/** The three forms of a date that HTTP knows begin with the day's name (RFC 9110, 5.6.7); only one tells its zone always. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /

/** A Retry-After header, seconds or an HTTP date, in milliseconds from `now`; null when absent or unreadable. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000)
  if (!HTTP_DATE.test(text)) return null
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
