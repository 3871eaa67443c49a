import { AppError, messageOf } from '../core/errors.ts'
import type { Logger } from '../model/ports.ts'
import type { Stop } from '../model/report.ts'

/** What is said when the user or the runner stopped a run. */
export const CANCELLED: Stop = {
  kind: 'cancelled',
  code: 'cancelled',
  message: 'The run was stopped before its end; what is counted as written stays written'
}

/**
 * What was thrown, as the reason why a run stopped: an AppError speaks for itself, and anything else is a defect of this
 * program. Once `signal` is aborted, whatever was thrown came of that.
 */
export function stopOf(thrown: unknown, signal?: AbortSignal): Stop {
  if (signal?.aborted === true) return CANCELLED
  if (thrown instanceof AppError) {
    const { kind, code, message, cure } = thrown
    return { kind, code, message, ...(cure === undefined ? {} : { cure }) }
  }
  return {
    kind: 'defect',
    code: 'unexpected-error',
    message: messageOf(thrown),
    cure: 'This is a defect of this program: report it with the lines above, which log-level: debug makes more of'
  }
}

/** The same; where a defect is, stands in the log. */
export function loggedStop(
  thrown: unknown,
  { signal, logger }: { readonly signal: AbortSignal; readonly logger: Logger }
): Stop {
  const stop = stopOf(thrown, signal)
  if (stop.kind === 'defect' && thrown instanceof Error) logger.debug(thrown.stack ?? thrown.message)
  return stop
}
