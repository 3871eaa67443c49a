import type { IngestReport, Report, RunReport } from '../../model/report.ts'
import { htmlCode, prose } from './escape.ts'
import { formatDuration, formatNoun } from './format.ts'
import { bytesOf, cell, details, heading, numberCell, row, table } from './html.ts'
import { renderDoctor } from './markdown-doctor.ts'
import { moreRow, stopBlock } from './markdown-groups.ts'
import { renderRun, shortened } from './markdown-run.ts'
import { renderValidation } from './markdown-validation.ts'
import { DRY_RUN, MARKS, markOf, outcomeOf, problemsOf, problemsOfAll } from './words.ts'

/**
 * GitHub refuses a step summary of more than 1 MiB (docs.github.com, "Workflow commands", step isolation and limits).
 * The rest is room for what other commands of the step append.
 */
export const SUMMARY_LIMIT = 1_000_000

const SEPARATOR = '\n\n'

/**
 * The step summary, in at most `limit` bytes of UTF-8. All of it is HTML blocks, in which Markdown reads nothing, so that
 * one way of escaping serves for every place. Where not even the outcome fits it is empty.
 */
export function renderMarkdown(report: Report, limit: number = SUMMARY_LIMIT): string {
  const parts = partsOf(report, limit)
  const fitting = [parts, parts.slice(0, 1)].map(joined).find((text) => bytesOf(text) <= limit)
  return fitting ?? ''
}

function partsOf(report: Report, limit: number): readonly string[] {
  if (report.kind === 'doctor') return renderDoctor(report, limit)
  return report.kind === 'ingest' ? ingestion(report, limit) : renderValidation(report, limit)
}

const joined = (parts: readonly string[]): string => `${parts.join(SEPARATOR)}\n`

function ingestion(report: IngestReport, limit: number): readonly string[] {
  const head = [`<h2>${MARKS[markOf(report.status, problemsOfAll(report))]} ${prose(outcomeOf(report))}</h2>`]
  if (report.dryRun) head.push(`<blockquote><b>${DRY_RUN}</b></blockquote>`)
  if (report.stopped !== null) head.push(stopBlock(report.stopped))
  if (report.recipes.length > 1) head.push(overview(report.recipes))
  return [...head, ...sections(report.recipes, limit - bytesOf(joined(head)))]
}

/** What says that recipes have no section; its size is set aside. */
const leftOut = (count: number, all: number): string =>
  all === 1
    ? shortened('the outcome')
    : shortened(`the others; ${formatNoun(count, 'recipe has', 'recipes have')} no section`)

/** Recipes share what room there is: each may use an equal part of what those before it have left. */
function sections(runs: readonly RunReport[], room: number): readonly string[] {
  const parts: string[] = []
  let left = room - bytesOf(leftOut(runs.length, runs.length)) - SEPARATOR.length
  runs.forEach((run, i) => {
    const share = Math.floor(left / (runs.length - i)) - SEPARATOR.length
    const part = runs.length === 1 ? renderRun(run, share) : foldedRun(run, share)
    if (part === null) return
    parts.push(part)
    left -= bytesOf(part) + SEPARATOR.length
  })
  return parts.length === runs.length ? parts : [...parts, leftOut(runs.length - parts.length, runs.length)]
}

function foldedRun(run: RunReport, limit: number): string | null {
  const title = `${MARKS[markOf(run.status, problemsOf(run))]} ${htmlCode(run.recipe)}`
  const wrap = (body: string): string => details(title, body, run.status !== 'success')
  const body = renderRun(run, limit - bytesOf(wrap('')))
  return body === null ? null : wrap(body)
}

/** More recipes than this are counted, not listed. */
const OVERVIEW_ROWS = 200

function overview(runs: readonly RunReport[]): string {
  const rows = runs
    .toSorted((a, b) => b.exitCode - a.exitCode)
    .slice(0, OVERVIEW_ROWS)
    .map(overviewRow)
  const head = heading('Recipe', 'Tables', 'Views', 'Aspects', 'Failures', 'Warnings', 'Took')
  return table([head, ...rows, ...moreRow(runs.length - rows.length, 7)])
}

function overviewRow(run: RunReport): string {
  const problems = problemsOf(run)
  return row(
    cell(`${MARKS[markOf(run.status, problems)]} ${htmlCode(run.recipe)}`),
    numberCell(run.counts.tables),
    numberCell(run.counts.views),
    numberCell(run.dryRun ? run.counts.produced : run.counts.written),
    numberCell(problems.failures),
    numberCell(problems.warnings),
    cell(formatDuration(run.durationSeconds))
  )
}
