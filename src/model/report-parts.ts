import type { ErrorKind } from '../core/errors.ts'
import type { Failure } from './event.ts'

/* What the reports of all commands are made of. */

/** How a run ended. `success` may still hold warnings. */
export type RunStatus = 'success' | 'failure' | 'cancelled'

/** The AWS identity that a run acted as, proven by GetCallerIdentity. */
export interface Identity {
  readonly account: string
  readonly arn: string
  readonly region: string
  /** Where the credentials came from. */
  readonly source: 'github-oidc' | 'default-chain' | 'recipe-keys' | 'recipe-profile'
  /** The roles assumed, first to last. */
  readonly roles: readonly string[]
}

/** Equal failures counted together: `count` is exact, `resources` is a sample. */
export interface FailureGroup extends Omit<Failure, 'resource'> {
  readonly count: number
  readonly resources: readonly string[]
}

/** What made a report. */
export interface ToolInfo {
  readonly name: string
  readonly version: string
}

/**
 * Why a run did not come to its end.
 * - `input`, `cannot-begin`: as core/errors.ts · `cancelled`: the user or the runner stopped it
 * - `defect`: an error that this program did not foresee
 */
export interface Stop {
  readonly kind: ErrorKind | 'cancelled' | 'defect'
  /** Stable identifier in kebab-case. */
  readonly code: string
  readonly message: string
  /** May span several lines (a snippet to paste). */
  readonly cure?: string
}
