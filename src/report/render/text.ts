import type { Diagnostic } from '../../core/diagnostic.ts'
import type { IngestReport, Report, RunReport, Stop, ValidateReport } from '../../model/report.ts'
import { visible } from './escape.ts'
import { type Style, styleOf } from './style.ts'
import { doctorLines } from './text-doctor.ts'
import { runBlock } from './text-run.ts'
import { DRY_RUN, type Mark, markOf, outcomeOf, problemsIn } from './words.ts'

export interface TextOptions {
  readonly colour: boolean
}

/** The report for a terminal or a pipe; its last line is the outcome. */
export function renderText(report: Report, { colour }: TextOptions): string {
  const style = styleOf(colour)
  const lines = linesOf(report, style)
  return `${[...lines, outcomeLine(report, style)].join('\n')}\n`
}

function linesOf(report: Report, style: Style): readonly string[] {
  if (report.kind === 'doctor') {
    return [...doctorLines(report, style), ...(report.stopped === null ? [] : stopLines(report.stopped, style))]
  }
  return report.kind === 'ingest' ? ingestion(report, style) : validation(report, style)
}

function ingestion(report: IngestReport, style: Style): readonly string[] {
  const banner = report.dryRun ? [style.bold(DRY_RUN), ''] : []
  const stop = report.stopped === null ? [] : [...stopLines(report.stopped, style), '']
  return [...banner, ...report.recipes.flatMap((run) => [...recipeBlock(run, style), '']), ...stop]
}

function recipeBlock(run: RunReport, style: Style): readonly string[] {
  const stop = run.stopped === null ? [] : stopLines(run.stopped, style)
  return [...runBlock(run, style), ...run.diagnostics.flatMap((d) => diagnosticLines(d, style)), ...stop]
}

function validation(report: ValidateReport, style: Style): readonly string[] {
  const stop = report.stopped === null ? [] : stopLines(report.stopped, style)
  return [...report.diagnostics.flatMap((d) => diagnosticLines(d, style)), ...stop]
}

/** `recipes/glue.yml:4:5: error: message [code]`, the form that editors and terminals make clickable, and the cure below. */
export function diagnosticLines(d: Diagnostic, style: Style): readonly string[] {
  const paint = { error: style.red, warning: style.yellow, notice: style.dim }[d.severity]
  const place = `${visible(d.file)}:${d.line}:${d.column}`
  const line = `${place}: ${paint(`${d.severity}:`)} ${visible(d.message)} ${style.dim(`[${d.code}]`)}`
  return d.cure === undefined ? [line] : [line, ...indented(d.cure)]
}

/** Why it did not come to its end, and what to do. */
export function stopLines(stop: Stop, style: Style): readonly string[] {
  const line = `${style.red('error:')} ${visible(stop.message)} ${style.dim(`[${stop.code}]`)}`
  return stop.cure === undefined ? [line] : [line, ...indented(stop.cure)]
}

/** Foreign text of several lines, set in; each line is made safe by itself. */
export const indented = (text: string): readonly string[] =>
  text.split(/\r?\n/).map((line) => `    ${visible(line)}`.trimEnd())

function outcomeLine(report: Report, style: Style): string {
  const problems = report.kind === 'validate' ? { failures: 0, warnings: 0 } : problemsIn(report)
  const paint: Readonly<Record<Mark, (text: string) => string>> = {
    success: style.green,
    warning: style.yellow,
    failure: style.red,
    cancelled: style.yellow
  }
  return paint[markOf(report.status, problems)](style.bold(visible(outcomeOf(report))))
}
