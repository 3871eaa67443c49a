import type { Failure } from '../model/event.ts'
import { type BackoffInput, retryDelaySeconds } from './backoff.ts'
import type { RetryOptions, RetryRule } from './model.ts'

/** A try that failed, and what is known about trying again. */
export interface FailedTry {
  readonly dagId: string
  readonly taskId: string
  /** As Airflow writes it; see `logicalDateText`. */
  readonly logicalDate: string
  /** The try that just failed; the first is 1. */
  readonly tryNumber: number
  /** The last try that may be followed by another; `retries` at first, raised when the task is cleared. */
  readonly maxTries: number
  readonly options: RetryOptions
  readonly failure: Failure
  /** `never` when the task itself says that trying again is of no use (Airflow's AirflowFailException). */
  readonly retry: 'default' | 'never'
  /** Seconds that the task itself asks to wait, such as a Retry-After; not capped and not jittered. */
  readonly delaySeconds?: number
}

/** What becomes of a failed try. */
export type RetryDecision =
  | { readonly kind: 'retry'; readonly delaySeconds: number; readonly reason: string }
  | { readonly kind: 'fail'; readonly reason: string }

/**
 * Whether and when a failed try is made again. No rule and no wish of the task makes more tries than `retries` allows.
 */
export function decideRetry(failed: FailedTry): RetryDecision {
  const rule = ruleFor(failed.options.rules, failed.failure.code)
  if (failed.retry === 'never') return { kind: 'fail', reason: 'a retry would not help' }
  if (rule?.action === 'fail') return { kind: 'fail', reason: `${failed.failure.code} is not retried` }
  if (failed.maxTries === 0) return { kind: 'fail', reason: 'no retries' }
  if (failed.tryNumber > failed.maxTries) return { kind: 'fail', reason: `try ${failed.tryNumber} was the last` }
  const delaySeconds = failed.delaySeconds ?? rule?.delaySeconds ?? retryDelaySeconds(backoffInput(failed))
  return { kind: 'retry', delaySeconds, reason: `try ${failed.tryNumber} failed: ${failed.failure.message}` }
}

const ruleFor = (rules: readonly RetryRule[], code: string): RetryRule | undefined =>
  rules.find((rule) => rule.codes.includes(code))

function backoffInput(failed: FailedTry): BackoffInput {
  const { options } = failed
  return {
    dagId: failed.dagId,
    taskId: failed.taskId,
    logicalDate: failed.logicalDate,
    tryNumber: failed.tryNumber,
    delaySeconds: options.delaySeconds,
    backoff: options.backoff,
    maxDelaySeconds: options.maxDelaySeconds
  }
}
