import { AppError, messageOf } from '../core/errors.ts'
import { codeOf } from '../core/http-error.ts'

/** How the two files of a run's record are called where they were found. */
export interface RecordPlace {
  readonly record: string
  readonly journal: string
}

/** What is there and cannot be gone on with. `goOn`: what else than starting over mends it. */
export function unreadableRecord(why: string, { record, journal }: RecordPlace, goOn = ''): AppError {
  return new AppError(`The record of the DAG run cannot be read: ${why}`, {
    kind: 'input',
    code: 'dag-record',
    cure: `Remove ${record} and ${journal} to start over${goOn}`
  })
}

/**
 * Does what writes to `path`.
 * @throws AppError in place of what the system says when it cannot: a run that cannot be noted is not begun.
 */
export function writing<T>(path: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    // What the system refuses has a code; anything else is a mistake of ours.
    if (error instanceof AppError || codeOf(error) === '') throw error
    throw new AppError(`The record of the DAG run cannot be written to ${path}: ${messageOf(error)}`, {
      kind: 'input',
      code: 'dag-out',
      cure: 'Its folder (--out) has to be one that this program may write to, on a disk with room, and the file no folder',
      cause: error
    })
  }
}
