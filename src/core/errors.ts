/**
 * Who has to act on an error, which decides the exit status (see report/exit-code.ts).
 * - `input`: what the user wrote is wrong (exit 2)
 * - `cannot-begin`: the run could not start or had to be stopped: identity, GMS, whole catalogue denied (exit 3)
 */
export type ErrorKind = 'input' | 'cannot-begin'

export interface AppErrorDetails {
  readonly kind: ErrorKind
  /** Stable identifier in kebab-case, such as `gms-unreachable`. */
  readonly code: string
  /** How to mend it. May span several lines (a snippet to paste). Never contains a secret. */
  readonly cure?: string
  readonly cause?: unknown
}

/**
 * An error that a user can act on: one line that says what is wrong and, in `cure`, how to mend it.
 * It is shown without a stack trace. Every other error is a defect of this program.
 */
export class AppError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly cure: string | undefined

  constructor(message: string, details: AppErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'AppError'
    this.kind = details.kind
    this.code = details.code
    this.cure = details.cure
  }
}

/** The message of anything that was thrown, without a stack trace. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message === '' ? thrown.name : thrown.message
  return String(thrown)
}
