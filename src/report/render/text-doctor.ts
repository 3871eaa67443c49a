import type { Check, CheckStatus, Diagnosis, DoctorReport } from '../../model/doctor.ts'
import { checksOf, FAMILIES, INGESTER_TITLES, ingesterCells, labelOf, STATUS_WORDS, subjectOf } from './doctor-words.ts'
import { visible } from './escape.ts'
import type { Style } from './style.ts'

/** `not tested` and a space. */
const WIDTH = 11

/** What was found, for a terminal or a log: a line a check, and below it what to do. */
export function doctorLines({ recipes }: DoctorReport, style: Style): readonly string[] {
  return recipes.flatMap((diagnosis) => [...diagnosisLines(diagnosis, style), ''])
}

function diagnosisLines(diagnosis: Diagnosis, style: Style): readonly string[] {
  return [
    style.bold(visible(subjectOf(diagnosis))),
    ...FAMILIES.flatMap(([family, title]) => {
      const checks = checksOf(diagnosis, family)
      return checks.length === 0
        ? []
        : [`  ${style.bold(title)}`, ...checks.flatMap((check) => checkLines(check, style))]
    }),
    ...ingesterLines(diagnosis, style)
  ]
}

function checkLines({ status, title, found, details, cure, code }: Check, style: Style): readonly string[] {
  const paint: Readonly<Record<CheckStatus, (text: string) => string>> = {
    ok: style.green,
    failed: style.red,
    warning: style.yellow,
    'not-tested': style.dim
  }
  const mark = paint[status](STATUS_WORDS[status].padEnd(WIDTH))
  const suffix = code === null ? '' : ` ${style.dim(`[${visible(code)}]`)}`
  return [
    `    ${mark}${visible(labelOf(title))} ${visible(found)}${suffix}`,
    ...details.map((line) => style.dim(`${' '.repeat(4 + WIDTH)}${visible(line)}`)),
    ...indented(cure)
  ]
}

/** What to do, set in behind an arrow; each line of the foreign text is made safe by itself. */
const indented = (cure: string | null): readonly string[] =>
  cure === null
    ? []
    : cure
        .split(/\r?\n/)
        .map((line, index) => `${' '.repeat(2 + WIDTH)}${index === 0 ? '→' : ' '} ${visible(line)}`.trimEnd())

function ingesterLines({ ingesters }: Diagnosis, style: Style): readonly string[] {
  if (ingesters.length === 0) return []
  const rows = ingesters.map((ingester) => ingesterCells(ingester).map(visible))
  const all = [INGESTER_TITLES.map(String), ...rows]
  const widths = INGESTER_TITLES.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all.map((row, index) => {
    const line = `    ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
    return index === 0 ? style.dim(line) : line
  })
}
