import type { DagRunDocument } from '../../model/dag-run.ts'
import { dagGantt } from './dag-gantt.ts'
import { dagMermaid } from './dag-mermaid.ts'
import { taskTable } from './dag-tasks.ts'
import { dagOutcome } from './dag-words.ts'
import { htmlCode, htmlLines, prose } from './escape.ts'
import { formatCount, formatInstant } from './format.ts'
import { bytesOf, cell, details, heading, row, table } from './html.ts'
import { MARKS, type Mark } from './words.ts'

/** From the whole to the least that is worth showing: rows of the task table, and whether pictures are drawn. */
const DETAILS: readonly { readonly rows: number; readonly pictures: boolean }[] = [
  { rows: 1000, pictures: true },
  { rows: 200, pictures: true },
  { rows: 50, pictures: false },
  { rows: 10, pictures: false }
]

/** The summary of a DAG's run for a workflow's step, in at most `limit` bytes; '' when not even the least fits. */
export function renderDagMarkdown(document: DagRunDocument, limit: number): string {
  for (const detail of DETAILS) {
    const text = whole(document, detail)
    if (bytesOf(text) <= limit) return text
  }
  return ''
}

function whole(document: DagRunDocument, detail: (typeof DETAILS)[number]): string {
  const blocks = [
    `<h3>${MARKS[markOf(document)]} ${prose(dagOutcome(document))}</h3>`,
    ...stopOf(document),
    ...(detail.pictures ? [graphOf(document)] : []),
    ...(document.graph.length === 0 ? [] : [taskTable(document, detail.rows)]),
    ...blockedOf(document),
    ...warningsOf(document),
    ...(detail.pictures ? ganttOf(document) : []),
    factsOf(document)
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function markOf({ status, warnings }: DagRunDocument): Mark {
  if (status === 'running') return 'cancelled'
  return status === 'success' && warnings.length > 0 ? 'warning' : status
}

function stopOf({ stopped, diagnostics }: DagRunDocument): readonly string[] {
  const said = diagnostics.map((d) =>
    row(
      cell(htmlCode(`${d.file}:${d.line}:${d.column}`)),
      cell(d.severity),
      cell(`${prose(d.message)}${d.cure === undefined ? '' : `<br>${prose(d.cure)}`}`)
    )
  )
  const list = said.length === 0 ? [] : [table([heading('Where', 'What', 'Message'), ...said])]
  if (stopped === null) return list
  const cure = stopped.cure === undefined ? '' : `\n${htmlLines(stopped.cure)}`
  return [`<p>${prose(stopped.message)} (${htmlCode(stopped.code)})</p>${cure}`, ...list]
}

function graphOf(document: DagRunDocument): string {
  if (document.graph.length === 0) return ''
  const text = dagMermaid(document)
  return text === null ? '<p><i>The graph is too large to be drawn.</i></p>' : `\`\`\`mermaid\n${text}\n\`\`\``
}

function ganttOf(document: DagRunDocument): readonly string[] {
  const chart = dagGantt(document)
  if (chart === null) return []
  const rest =
    chart.hidden === 0 ? '' : `\n\n<p><i>Shorter tries, ${formatCount(chart.hidden)} of them, are left out.</i></p>`
  return [`<details><summary>When what ran</summary>\n\n\`\`\`mermaid\n${chart.text}\n\`\`\`${rest}\n\n</details>`]
}

const MOST_LISTED = 50

function blockedOf({ blocked }: DagRunDocument): readonly string[] {
  if (blocked.length === 0) return []
  const rows = blocked.slice(0, MOST_LISTED).map(({ name, why }) => row(cell(htmlCode(name)), cell(prose(why))))
  return [`<h4>What could not begin</h4>\n${table([heading('Task', 'Why'), ...rows])}`]
}

function warningsOf({ warnings }: DagRunDocument): readonly string[] {
  if (warnings.length === 0) return []
  const rows = warnings
    .slice(0, MOST_LISTED)
    .map((one) => row(cell(htmlCode(one.code)), cell(prose(one.resource ?? '')), cell(prose(one.message))))
  return [`<h4>Warnings</h4>\n${table([heading('Code', 'About', 'Message'), ...rows])}`]
}

function factsOf(document: DagRunDocument): string {
  const { record, params } = document
  const facts: readonly (readonly [string, string | null])[] = [
    ['DAG', htmlCode(document.file)],
    ['About', document.description === null ? null : prose(document.description)],
    ['Run', `${htmlCode(document.runId)}, attempt ${document.attempt}`],
    ['Logical date', record.logicalDate === null ? null : prose(formatInstant(record.logicalDate))],
    ['Tasks asked for', document.tasks === null ? null : document.tasks.map(htmlCode).join(', ')],
    ['Params', Object.keys(params).length === 0 ? null : htmlCode(JSON.stringify(params))],
    ['Began', prose(formatInstant(document.startedAt))]
  ]
  const rows = facts.flatMap(([name, value]) =>
    value === null ? [] : [row(`<th align="left">${name}</th>`, cell(value))]
  )
  return details('About this run', table(rows))
}
