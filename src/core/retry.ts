/** When a failed request is tried again. */
export interface RetryPolicy {
  /** Retries after the first attempt. */
  readonly retries: number
  /** Longest first pause, in milliseconds; it doubles with every retry. */
  readonly baseMs: number
  /** Longest pause. A server that asks for more (Retry-After) is obeyed up to `maxRetryAfterMs`. */
  readonly maxMs: number
  readonly maxRetryAfterMs: number
}

/** Pauses of up to 0.5, 1, 2, 4 … 30 seconds; Retry-After up to two minutes. */
export const DEFAULT_RETRY: RetryPolicy = { retries: 4, baseMs: 500, maxMs: 30_000, maxRetryAfterMs: 120_000 }

/**
 * How many milliseconds to wait before retry number `retry` (from 1), or null when there are no more. Full jitter
 * (`random` in [0, 1)) keeps many clients from coming back at the same moment; what the server asked for is a minimum.
 */
export function pauseBefore(
  retry: number,
  policy: RetryPolicy,
  given: { readonly random: number; readonly retryAfterMs: number | null }
): number | null {
  if (retry > policy.retries) return null
  const ceiling = Math.min(policy.maxMs, policy.baseMs * 2 ** (retry - 1))
  const jittered = Math.round(ceiling * given.random)
  if (given.retryAfterMs === null) return jittered
  return Math.min(policy.maxRetryAfterMs, given.retryAfterMs + Math.round(policy.baseMs * given.random))
}

/** A Retry-After header, seconds or an HTTP date, in milliseconds from `now`; null when absent or unreadable. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  const text = header.trim()
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000)
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
