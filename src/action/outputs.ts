import type { Counts, Report } from '../model/report.ts'
import { noCounts } from '../report/counts.ts'
import { problemsIn } from '../report/render/words.ts'
import type { OutputName } from './definition.ts'

/** The outputs that only a plan has, where there is none. */
export const NO_PLAN = { 'to-add': '', 'to-change': '', 'to-remove': '', 'plan-path': '' } as const

/** The value of every output. A validation reads no tables; its mistakes are its failures. */
export function outputsOf(report: Report, reportPath: string): Readonly<Record<OutputName, string>> {
  const counts: Counts = report.kind === 'ingest' ? report.counts : noCounts()
  const problems = problemsIn(report)
  return {
    status: report.status,
    'run-id': report.kind === 'ingest' ? report.recipes.map((recipe) => recipe.runId).join('\n') : '',
    tables: String(counts.tables),
    views: String(counts.views),
    'aspects-written': String(counts.written),
    'aspects-unchanged': String(counts.unchanged),
    removed: String(counts.removed),
    warnings: String(problems.warnings),
    failures: String(problems.failures),
    ...NO_PLAN,
    'report-path': reportPath
  }
}
