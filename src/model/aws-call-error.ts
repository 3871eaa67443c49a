/**
 * What a failed call to AWS means for the caller.
 * - `throttle`: too many requests · `transient`: the same call may succeed later · `denied`: a permission is missing
 * - `not-found`: the resource does not exist · `expired`: the session's credentials have run out
 */
export type AwsErrorKind = 'throttle' | 'transient' | 'denied' | 'not-found' | 'expired' | 'other'

export interface AwsCallFailure {
  readonly kind: AwsErrorKind
  /** AWS's error code without the suffix `Exception`, such as `AccessDenied`; for network errors Node's, such as `ECONNRESET`. */
  readonly code: string
  /** The IAM action that was asked for, such as `glue:GetTables`. */
  readonly action: string
  /** How many times it was tried. */
  readonly attempts: number
  /** AWS's own message; may name principals and resources, never a secret. */
  readonly message: string
  readonly requestId: string | null
}

/** A call to AWS that failed for good: retries are used up, or would not help. Made by aws/call.ts. */
export class AwsCallError extends Error {
  readonly kind: AwsErrorKind
  readonly code: string
  readonly action: string
  readonly attempts: number
  readonly requestId: string | null

  constructor(failure: AwsCallFailure, cause: unknown) {
    super(failure.message, { cause })
    this.name = 'AwsCallError'
    this.kind = failure.kind
    this.code = failure.code
    this.action = failure.action
    this.attempts = failure.attempts
    this.requestId = failure.requestId
  }
}
