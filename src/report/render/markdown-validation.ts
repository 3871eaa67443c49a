import type { ValidateReport } from '../../model/report.ts'
import { htmlCode, prose } from './escape.ts'
import { formatCount } from './format.ts'
import { bytesOf, details } from './html.ts'
import { diagnosticTable, stopBlock } from './markdown-groups.ts'
import { countOf, MARKS, markOf, outcomeOf } from './words.ts'

/** Diagnostics listed at each step of shortening. */
const STEPS = [1000, 200, 50, 5]

/** Files listed by name. */
const MAX_FILES = 200

/** Room for what stands between the parts. */
const SLACK = 100

/** The summary of a validation, as parts of at most `limit` bytes together; the first is the outcome. */
export function renderValidation(report: ValidateReport, limit: number): readonly string[] {
  const { diagnostics, status, stopped } = report
  const counts = { failures: countOf(diagnostics, 'error'), warnings: countOf(diagnostics, 'warning') }
  const head = [`<h2>${MARKS[markOf(status, counts)]} ${prose(outcomeOf(report))}</h2>`]
  if (stopped !== null) head.push(stopBlock(stopped))
  const tables =
    diagnostics.length === 0 ? [[]] : STEPS.map((groups) => [diagnosticTable(diagnostics, { groups, samples: 1 })])
  const steps = [
    ...tables.map((table) => [...head, ...table, ...fileList(report.files)]),
    [...head, ...(tables.at(-1) ?? [])]
  ]
  return steps.find((parts) => bytesOf(parts.join('')) + SLACK <= limit) ?? head
}

function fileList(files: readonly string[]): readonly string[] {
  if (files.length === 0) return []
  const more = files.length > MAX_FILES ? ['…'] : []
  const names = [...files.slice(0, MAX_FILES).map(htmlCode), ...more]
  return [details(`Files (${formatCount(files.length)})`, `<p>${names.join('<br>')}</p>`)]
}
