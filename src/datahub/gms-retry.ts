import type { HttpResponse } from '../core/http.ts'
import { NetworkError, type NetworkReason } from '../core/http-error.ts'
import type { RetryPolicy } from '../core/retry.ts'
import { answerOf } from './gms-answer.ts'

/**
 * What a request is for.
 * - `probe`: before anything has begun, when it is better to say soon that nobody is there
 * - `write`: worth much waiting
 * - `read`: what is written depends on it
 * - `once`: whose failure by GMS itself is an answer: a write that looks for the record that GMS chokes on, a rollback
 */
export type Purpose = 'probe' | 'read' | 'write' | 'once'

export interface RetryRules {
  readonly policy: RetryPolicy
  /** The recipe's `retry_status_codes`. */
  readonly statuses: ReadonlySet<number>
}

/** Statuses that are always worth another attempt, beside the recipe's own list. */
const ALWAYS_RETRIED: ReadonlySet<number> = new Set([408, 429])
const TOO_MANY_REQUESTS = 429
/** The peer gives a server that asks for patience twice as many retries (rest_emitter.py). */
const PATIENCE = 2
/** Nobody there: an address that is wrong stays wrong. */
const PROBE_RETRIES = 2

/** Certificates and cancellations do not mend themselves. */
const RETRIED_REASONS: ReadonlySet<NetworkReason> = new Set<NetworkReason>([
  'refused',
  'reset',
  'timeout',
  'unknown-host',
  'unreachable',
  'proxy',
  'other'
])

/** Why an attempt is made again and with which pauses, or null when its outcome stands. */
export function retryOf(
  attempt: HttpResponse | NetworkError,
  purpose: Purpose,
  { policy, statuses }: RetryRules
): { readonly reason: string; readonly policy: RetryPolicy } | null {
  if (attempt instanceof NetworkError) {
    if (!RETRIED_REASONS.has(attempt.reason)) return null
    const retries = Math.min(policy.retries, PROBE_RETRIES)
    return { reason: attempt.message, policy: purpose === 'probe' ? { ...brisk(policy), retries } : policy }
  }
  const { status } = attempt
  if (!statuses.has(status) && !ALWAYS_RETRIED.has(status)) return null
  const reason = `status ${status}`
  if (status === TOO_MANY_REQUESTS) return { reason, policy: { ...policy, retries: policy.retries * PATIENCE } }
  if (answerOf(attempt).kind !== 'faulty') return { reason, policy }
  return purpose === 'once' ? null : { reason, policy: brisk(policy) }
}

/** An error of GMS's own passes in seconds (a lock, a slow index) or not at all (a record that it chokes on). */
const brisk = (policy: RetryPolicy): RetryPolicy => ({
  ...policy,
  baseMs: Math.min(policy.baseMs, 500),
  factor: Math.min(policy.factor, 2)
})
