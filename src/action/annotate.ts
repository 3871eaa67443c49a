import type { Report } from '../model/report.ts'
import { annotationsOf } from '../report/annotations.ts'
import { outcomeOf } from '../report/render/words.ts'
import type { Place, Runner } from './runner.ts'

/**
 * Annotates the run with what the report says, within GitHub's limits. A step that fails has at least one error that
 * says so, even when it fails for its warnings.
 */
export function annotate(report: Report, runner: Pick<Runner, 'error' | 'warning' | 'notice'>): void {
  const annotations = annotationsOf(report)
  if (report.exitCode !== 0 && !annotations.some((annotation) => annotation.level === 'error')) {
    runner.error(outcomeOf(report), {})
  }
  for (const { level, title, message, place } of annotations) {
    const where: Place = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column }
    runner[level](message, { title, ...where })
  }
}
