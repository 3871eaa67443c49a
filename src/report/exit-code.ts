import { hasErrors } from '../core/diagnostic.ts'
import type { RunReport, RunStatus, Stop } from '../model/report.ts'
import type { FailOn } from '../model/request.ts'

/** How something ended, for people and for shells. */
export interface Verdict {
  readonly status: RunStatus
  readonly exitCode: number
}

/** Exit statuses. They are part of the interface: README.md lists them. */
export const EXIT = {
  /** Done. */
  done: 0,
  /** It began, and anything was lost or failed (or warned, with `fail-on: warning`). */
  lost: 1,
  /** What the user wrote is wrong. */
  input: 2,
  /** It could not begin, or had to be stopped: identity, GMS, the whole catalogue denied. */
  cannotBegin: 3
} as const

type Facts = Pick<RunReport, 'stopped' | 'diagnostics' | 'failures' | 'warnings' | 'databases' | 'counts'>

/**
 * The verdict on one recipe's run: a pure function of what it reports.
 *
 * `fail-on` decides about runs that came to their end, and about nothing else: a run that was cancelled or that broke on
 * a defect is not made green by `never`. With `never` the status still says `failure`; only the exit status is 0.
 */
export function verdictOf(run: Facts, failOn: FailOn): Verdict {
  const stop = stopCode(run)
  if (stop !== EXIT.done) return { status: run.stopped?.kind === 'cancelled' ? 'cancelled' : 'failure', exitCode: stop }
  const lost = hasLost(run)
  const warned = failOn === 'warning' && hasWarned(run)
  if (!lost && !warned) return { status: 'success', exitCode: EXIT.done }
  return { status: 'failure', exitCode: failOn === 'never' ? EXIT.done : EXIT.lost }
}

/** The verdict on several runs: the worst of theirs. A cancelled one outweighs a failed one. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce<Verdict>(
    (worst, next) => ({
      status: RANK[next.status] > RANK[worst.status] ? next.status : worst.status,
      exitCode: Math.max(worst.exitCode, next.exitCode)
    }),
    { status: 'success', exitCode: EXIT.done }
  )
}

const RANK: Readonly<Record<RunStatus, number>> = { success: 0, failure: 1, cancelled: 2 }

/** The exit status that a stop of each kind has. */
export const STOP_CODE: Readonly<Record<Stop['kind'], number>> = {
  input: EXIT.input,
  'cannot-begin': EXIT.cannotBegin,
  cancelled: EXIT.lost,
  defect: EXIT.lost
}

function stopCode(run: Facts): number {
  if (hasErrors(run.diagnostics)) return EXIT.input
  if (run.stopped !== null) return STOP_CODE[run.stopped.kind]
  return isWholeCatalogueDenied(run) ? EXIT.cannotBegin : EXIT.done
}

const isWholeCatalogueDenied = ({ databases }: Facts): boolean =>
  databases.length > 0 && databases.every((database) => database.listing === 'denied')

const hasLost = (run: Facts): boolean =>
  run.failures.length > 0 ||
  run.counts.rejected + run.counts.undelivered > 0 ||
  run.databases.some(({ listing }) => listing === 'incomplete' || listing === 'denied')

const hasWarned = (run: Facts): boolean =>
  run.warnings.length > 0 || run.diagnostics.some((diagnostic) => diagnostic.severity === 'warning')
