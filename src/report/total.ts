import { hasErrors } from '../core/diagnostic.ts'
import type { IngestReport, RunReport, Stop, ToolInfo, ValidateReport } from '../model/report.ts'
import type { FailOn, ValidateResult } from '../model/request.ts'
import { addCounts, noCounts } from './counts.ts'
import { EXIT, STOP_CODE, type Verdict, worstOf } from './exit-code.ts'

/** What an invocation tells about itself beside its recipes' reports. */
export interface About {
  readonly tool: ToolInfo
  readonly dryRun: boolean
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number
  readonly durationMs: number
}

/** The reports of all recipes as one: counts added up, the worst verdict. */
export function totalOf(recipes: readonly RunReport[], stopped: Stop | null, about: About): IngestReport {
  const verdict = worstOf(stopped === null ? recipes : [...recipes, verdictOfStop(stopped)])
  return {
    schema: 1,
    kind: 'ingest',
    tool: about.tool,
    status: verdict.status,
    exitCode: verdict.exitCode,
    dryRun: about.dryRun,
    startedAt: new Date(about.startedAt).toISOString(),
    durationSeconds: Math.round(about.durationMs) / 1000,
    stopped,
    counts: recipes.map((recipe) => recipe.counts).reduce(addCounts, noCounts()),
    recipes
  }
}

/**
 * The report of a validation. A file with an error is a user's mistake (2); with `fail-on: warning` a warning fails
 * too (1). `fail-on: never` changes neither.
 */
export function validationOf(
  result: ValidateResult,
  stopped: Stop | null,
  options: { readonly tool: ToolInfo; readonly failOn: FailOn }
): ValidateReport {
  return {
    schema: 1,
    kind: 'validate',
    tool: options.tool,
    ...validationVerdict(result, stopped, options.failOn),
    stopped,
    files: result.files,
    dags: result.dags,
    diagnostics: result.diagnostics
  }
}

function validationVerdict(result: ValidateResult, stopped: Stop | null, failOn: FailOn): Verdict {
  if (stopped !== null) return verdictOfStop(stopped)
  if (hasErrors(result.diagnostics)) return { status: 'failure', exitCode: EXIT.input }
  const warned = result.diagnostics.some((diagnostic) => diagnostic.severity === 'warning')
  if (warned && failOn === 'warning') return { status: 'failure', exitCode: EXIT.lost }
  return { status: 'success', exitCode: EXIT.done }
}

/** The verdict on what did not come to its end. */
export const verdictOfStop = (stop: Stop): Verdict => ({
  status: stop.kind === 'cancelled' ? 'cancelled' : 'failure',
  exitCode: STOP_CODE[stop.kind]
})
