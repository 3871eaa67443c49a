import type { Check, CheckStatus, Diagnosis, DoctorReport } from '../../model/doctor.ts'
import {
  checksOf,
  doctorOutcome,
  doctorProblems,
  FAMILIES,
  INGESTER_TITLES,
  ingesterCells,
  labelOf,
  STATUS_WORDS,
  subjectOf
} from './doctor-words.ts'
import { htmlCode, htmlLines, htmlText, prose } from './escape.ts'
import { formatNoun } from './format.ts'
import { bytesOf, cell, details, heading, row, table } from './html.ts'
import { moreRow, stopBlock } from './markdown-groups.ts'
import { shortened } from './markdown-run.ts'
import { MARKS, markOf } from './words.ts'

/** How statuses are drawn. */
const STATUS_MARKS: Readonly<Record<CheckStatus, string>> = {
  ok: MARKS.success,
  failed: MARKS.failure,
  warning: MARKS.warning,
  'not-tested': '➖'
}

/** Ingesters that are listed. */
const MOST_INGESTERS = 50

/** The summary, as parts of at most `limit` bytes together; the first is the outcome. */
export function renderDoctor(report: DoctorReport, limit: number): readonly string[] {
  const head = [`<h2>${MARKS[markOf(report.status, doctorProblems(report))]} ${prose(doctorOutcome(report))}</h2>`]
  if (report.stopped !== null) head.push(stopBlock(report.stopped))
  const full = [...head, ...report.recipes.flatMap((diagnosis) => section(diagnosis, true))]
  const short = [
    ...head,
    ...report.recipes.flatMap((diagnosis) => section(diagnosis, false)),
    shortened('what is wrong')
  ]
  return [full, short].find((parts) => bytesOf(parts.join('\n\n')) + 1 <= limit) ?? head
}

/** What is wrong first, with its cure; everything else folded away below. */
function section(diagnosis: Diagnosis, isFull: boolean): readonly string[] {
  const wrong = diagnosis.checks.filter(({ status }) => status === 'failed' || status === 'warning')
  return [
    `<h3>${htmlCode(subjectOf(diagnosis))}</h3>`,
    ...(wrong.length === 0 ? [] : [checkTable('To be mended', wrong)]),
    ...answer(diagnosis),
    ...ingesterTable(diagnosis),
    ...(isFull ? FAMILIES.flatMap(([family, title]) => familyPart(title, checksOf(diagnosis, family))) : [])
  ]
}

/** What people come for, where it is not among what is to be mended. */
function answer({ checks }: Diagnosis): readonly string[] {
  const check = checks.find(({ id, status }) => id === 'glue-freshness' && (status === 'ok' || status === 'not-tested'))
  if (check === undefined) return []
  const lines = [`${STATUS_MARKS[check.status]} <b>${prose(labelOf(check.title))}</b> ${prose(check.found)}`]
  return [`<p>${[...lines, ...check.details.map(prose)].join('<br>')}</p>`]
}

function familyPart(title: string, checks: readonly Check[]): readonly string[] {
  if (checks.length === 0) return []
  const counts = (['failed', 'warning', 'ok', 'not-tested'] as const).flatMap((status) => {
    const count = checks.filter((check) => check.status === status).length
    return count === 0 ? [] : [`${STATUS_MARKS[status]} ${count}`]
  })
  const rows = checks.map(({ status, title: name, found, details: more }) =>
    row(
      cell(`${STATUS_MARKS[status]} ${STATUS_WORDS[status]}`),
      cell(prose(name)),
      cell([prose(found), ...more.map(htmlCode)].join('<br>'))
    )
  )
  return [details(`${htmlText(title)}: ${counts.join(' ')}`, table([heading('', 'What', 'Found'), ...rows]))]
}

function checkTable(title: string, checks: readonly Check[]): string {
  const rows = checks.map((check) => {
    const { status, title: name, found, code, cure, details: more } = check
    const what = `<b>${prose(labelOf(name))}</b> ${prose(found)}${code === null ? '' : ` (${htmlCode(code)})`}`
    return row(cell(STATUS_MARKS[status]), cell([what, ...more.map(htmlCode)].join('<br>') + cureOf(cure)))
  })
  return table([heading('', `${title} (${formatNoun(checks.length, 'check')})`), ...rows])
}

/** A cure of several lines is something to paste; one of a single line is a sentence. */
function cureOf(cure: string | null): string {
  if (cure === null) return ''
  return cure.includes('\n') ? htmlLines(cure) : `<br>${prose(cure)}`
}

function ingesterTable({ ingesters }: Diagnosis): readonly string[] {
  if (ingesters.length === 0) return []
  const rows = ingesters
    .slice(0, MOST_INGESTERS)
    .map((ingester) => row(...ingesterCells(ingester).map((one) => cell(prose(one)))))
  const hidden = ingesters.length - rows.length
  return [table([heading(...INGESTER_TITLES), ...rows, ...moreRow(hidden, INGESTER_TITLES.length)])]
}
