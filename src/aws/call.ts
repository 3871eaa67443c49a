import type { Clock } from '../core/clock.ts'
import { AppError } from '../core/errors.ts'
import { AwsCallError } from '../model/aws-call-error.ts'
import type { Emit } from '../model/event.ts'
import type { RateLimit } from './rate-limit.ts'
import { backoff, type Classification, classify } from './retry.ts'

/** How calls to one AWS service are made. */
export interface CallPolicy {
  /** As IAM writes it, such as `glue`. */
  readonly service: string
  /** `aws_retry_num`: retries after the first attempt. */
  readonly retries: number
  readonly clock: Clock
  readonly emit: Emit
  /** Paces the calls; null: they are few. */
  readonly limit: RateLimit | null
  /** Drops credentials loaded before `startedAt` (clock.monotonic), so that the next attempt gets new ones. */
  readonly renew: ((startedAt: number) => void) | null
}

/**
 * Makes one call to AWS: waits for its turn, tries again what is worth trying again, and renews a session that has run
 * out. Every retry is an event. The SDK's own retries are off: each attempt has to pass the rate limit and be counted.
 * @throws AwsCallError when it failed for good · AppError when the identity itself was lost · the signal's reason
 */
export async function callAws<T>(
  policy: CallPolicy,
  operation: string,
  attempt: () => Promise<T>,
  signal?: AbortSignal
): Promise<T> {
  const tries: Tries = { action: `${policy.service}:${operation}`, retries: 0, renewed: false }
  for (;;) {
    await policy.limit?.take(signal)
    const startedAt = policy.clock.monotonic()
    try {
      const result = await attempt()
      policy.limit?.succeeded(startedAt)
      return result
    } catch (error) {
      signal?.throwIfAborted()
      const wait = waitBeforeRetry(policy, tries, error, startedAt)
      if (wait > 0) await policy.clock.sleep(wait, signal)
    }
  }
}

interface Tries {
  readonly action: string
  retries: number
  renewed: boolean
}

/** Milliseconds until the next attempt. Throws when there is to be none. */
function waitBeforeRetry(policy: CallPolicy, tries: Tries, error: unknown, startedAt: number): number {
  if (error instanceof AppError) throw error
  const failure = classify(error)
  if (failure.kind === 'throttle') policy.limit?.throttled(startedAt)
  let wait = 0
  if (failure.kind === 'expired' && policy.renew !== null && !tries.renewed) {
    tries.renewed = true
    policy.renew(startedAt)
  } else if (worthRetrying(failure, tries.retries, policy.retries)) {
    wait = backoff(tries.retries, policy.clock.random())
  } else {
    throw failed(failure, tries, error)
  }
  tries.retries += 1
  policy.emit({ type: 'retried', service: policy.service, reason: failure.code, after: wait })
  return wait
}

function worthRetrying(failure: Classification, retries: number, allowed: number): boolean {
  if (failure.kind !== 'throttle' && failure.kind !== 'transient') return false
  return retries < Math.min(allowed, failure.retryLimit ?? allowed)
}

function failed(failure: Classification, tries: Tries, cause: unknown): AwsCallError {
  const { kind, code, message, requestId } = failure
  const attempts = tries.retries + 1
  return new AwsCallError({ kind, code, action: tries.action, attempts, message, requestId }, cause)
}
