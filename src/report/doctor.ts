import type { CheckCounts, CheckStatus, Diagnosis, DoctorReport } from '../model/doctor.ts'
import type { Stop, ToolInfo } from '../model/report.ts'
import type { FailOn } from '../model/request.ts'
import { EXIT, STOP_CODE, type Verdict } from './exit-code.ts'
import { type Invocation, outcomeOf } from './outcome.ts'

export interface AboutDoctor {
  readonly tool: ToolInfo
  readonly failOn: FailOn
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number
  readonly durationMs: number
}

/** The report of `doctor`, whatever becomes of it. Never rejects. */
export async function reportDoctor(
  look: () => Promise<readonly Diagnosis[]>,
  failOn: FailOn,
  invocation: Invocation
): Promise<DoctorReport> {
  const { tool, clock } = invocation
  const startedAt = clock.now()
  const begun = clock.monotonic()
  const ended = await outcomeOf(look, invocation)
  const durationMs = clock.monotonic() - begun
  return doctorReportOf(ended.value ?? [], ended.stopped, { tool, failOn, startedAt, durationMs })
}

/** What was found, as one report. */
export function doctorReportOf(recipes: readonly Diagnosis[], stopped: Stop | null, about: AboutDoctor): DoctorReport {
  const { tool, failOn, startedAt, durationMs } = about
  return {
    schema: 1,
    kind: 'doctor',
    tool,
    ...verdictOf(recipes, stopped, failOn),
    startedAt: new Date(startedAt).toISOString(),
    durationSeconds: Math.round(durationMs) / 1000,
    stopped,
    counts: countChecks(recipes),
    recipes
  }
}

/**
 * 2 when a recipe or an input is wrong, else 1 when a check failed: to find out that AWS or GMS cannot be reached is what
 * this command is for, so that it is no 3. `fail-on` decides about 1 alone.
 */
function verdictOf(recipes: readonly Diagnosis[], stopped: Stop | null, failOn: FailOn): Verdict {
  if (stopped !== null) {
    const status = stopped.kind === 'cancelled' ? 'cancelled' : 'failure'
    return { status, exitCode: STOP_CODE[stopped.kind] }
  }
  const checks = recipes.flatMap((recipe) => recipe.checks)
  if (checks.some(({ status, isInput }) => status === 'failed' && isInput)) {
    return { status: 'failure', exitCode: EXIT.input }
  }
  const { failed, warnings } = countChecks(recipes)
  if (failed === 0 && (warnings === 0 || failOn !== 'warning')) return { status: 'success', exitCode: EXIT.done }
  return { status: 'failure', exitCode: failOn === 'never' ? EXIT.done : EXIT.lost }
}

/** How many checks ended how. */
export function countChecks(recipes: readonly Pick<Diagnosis, 'checks'>[]): CheckCounts {
  const count = (status: CheckStatus): number =>
    recipes.reduce((sum, { checks }) => sum + checks.filter((check) => check.status === status).length, 0)
  return { ok: count('ok'), failed: count('failed'), warnings: count('warning'), notTested: count('not-tested') }
}
