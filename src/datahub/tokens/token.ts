import type { Clock } from '../../core/clock.ts'
import type { Environment } from '../../core/environment.ts'
import { AppError } from '../../core/errors.ts'
import type { Mask } from '../../model/ports.ts'

/** Where the token for GMS comes from, when it is not written down. */
export interface TokenSource {
  /** The token for the next request. @throws AppError (cannot-begin) when it cannot be had. */
  current(): Promise<string>
  /** GMS has refused the token: the next one is a new one. */
  drop(): void
}

export interface TokenDeps {
  readonly env: Environment
  readonly cwd: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly mask: Mask
}

/** A token that was given, and how long it may be used. */
export interface GivenToken {
  readonly token: string
  /** Milliseconds since the epoch; from then on another one is asked for. */
  readonly until: number
}

/** The error of a token that cannot be had. */
export const notHad = (message: string, cause: unknown): AppError =>
  new AppError(message, {
    kind: 'cannot-begin',
    code: 'gms-token-not-had',
    cure: 'check `auth` of the sink, and that this process may reach and read what it names',
    cause
  })
