import type { Diagnostic } from '../../core/diagnostic.ts'
import type { FailureGroup, FilteredGroup, Stop } from '../../model/report.ts'
import { htmlCode, htmlLines, prose } from './escape.ts'
import { formatCount } from './format.ts'
import { cell, heading, numberCell, row, table } from './html.ts'
import { countedKind, whyLeftOut } from './words.ts'

/** How much of it is shown. */
export interface Detail {
  /** Groups of failures, of warnings …, or recipe diagnostics. */
  readonly groups: number
  /** Names a group. */
  readonly samples: number
}

/** Why a run did not come to its end, with the cure. */
export function stopBlock(stop: Stop): string {
  const cure = stop.cure === undefined ? '' : `\n${cureBlock(stop.cure)}`
  return `<p><b>${prose(stop.message)}</b> (${htmlCode(stop.code)})</p>${cure}`
}

/** A cure of several lines is something to paste; one of a single line is a sentence. */
const cureBlock = (cure: string): string => (isSnippet(cure) ? htmlLines(cure) : `<p>${prose(cure)}</p>`)

const isSnippet = (cure: string): boolean => cure.includes('\n')

/** Failures, warnings or notices as a table; the most frequent first. */
export function failureTable(groups: readonly FailureGroup[], detail: Detail): string {
  const rows = groups
    .slice(0, detail.groups)
    .map((group) =>
      row(
        numberCell(group.count),
        cell(whatHappened(group)),
        cell(samples(group.resources, group.count, detail.samples))
      )
    )
  return table([heading('Times', 'What happened', 'Where'), ...rows, ...moreRow(groups.length - rows.length, 3)])
}

function whatHappened(group: FailureGroup): string {
  const cure =
    group.cure === undefined ? '' : isSnippet(group.cure) ? htmlLines(group.cure) : `<br>${prose(group.cure)}`
  return `${prose(group.message)} (${htmlCode(group.code)})${cure}`
}

/** Names, and how many more there are. `count` counts occurrences, and a name may occur twice: the rest is no promise. */
function samples(names: readonly string[], count: number, max: number): string {
  const shown = names.slice(0, max)
  const rest = count - shown.length
  const more = rest > 0 && shown.length > 0 ? [`and ${formatCount(rest)} more`] : []
  return [...shown.map(htmlCode), ...more].join('<br>')
}

/** What was left out, and why. */
export function filteredTable(groups: readonly FilteredGroup[], detail: Detail): string {
  const rows = groups
    .slice(0, detail.groups)
    .map((group) =>
      row(
        cell(countedKind(group.count, group.kind)),
        cell(`${prose(whyLeftOut(group))} (${htmlCode(group.rule)})`),
        cell(samples(group.names, group.count, detail.samples))
      )
    )
  return table([heading('Left out', 'Why', 'Which'), ...rows, ...moreRow(groups.length - rows.length, 3)])
}

/** What there is to say about the text of recipes. */
export function diagnosticTable(diagnostics: readonly Diagnostic[], detail: Detail): string {
  const rows = diagnostics.slice(0, detail.groups).map((d) => {
    const cure = d.cure === undefined ? '' : `<br>${prose(d.cure)}`
    const place = htmlCode(`${d.file}:${d.line}:${d.column}`)
    return row(cell(d.severity), cell(place), cell(`${prose(d.message)} (${htmlCode(d.code)})${cure}`))
  })
  return table([heading('', 'Place', 'What'), ...rows, ...moreRow(diagnostics.length - rows.length, 3)])
}

/** The last row of a table that was cut. */
export function moreRow(hidden: number, columns: number): readonly string[] {
  return hidden > 0 ? [`<tr><td colspan="${columns}">and ${formatCount(hidden)} more</td></tr>`] : []
}
