import type { DatabaseReport, RunReport } from '../../model/report.ts'
import { isBreaking } from '../changes.ts'
import { htmlCode, prose } from './escape.ts'
import { formatCount, formatDuration, formatInstant, formatNoun, formatRate } from './format.ts'
import { bytesOf, cell, details, heading, numberCell, row, table } from './html.ts'
import { type Detail, diagnosticTable, failureTable, filteredTable, moreRow, stopBlock } from './markdown-groups.ts'
import { byInterest, changeOf, changesOf, hasBegun, LISTING, SOURCE } from './words.ts'

/** The steps by which a section is shortened until it fits, and what each still shows. */
const FULL: Detail = { groups: 200, samples: 10 }
const TOP_DATABASES: Detail = { groups: 50, samples: 5 }
const COUNTS_ONLY: Detail = { groups: 5, samples: 1 }

/** Fewer databases than this are not worth a table. */
const LEAST_DATABASES = 10

/**
 * One recipe's section in at most `limit` bytes of UTF-8, or null when not even its counts fit. Shortened in steps, each
 * of which says so: everything · the top databases · counts only.
 */
export function renderRun(run: RunReport, limit: number): string | null {
  const full = [...sections(run, FULL), ...databaseSection(run.databases, run.databases.length)].join('\n\n')
  if (bytesOf(full) <= limit) return full
  return withTopDatabases(run, limit) ?? countsOnly(run, limit)
}

function withTopDatabases(run: RunReport, limit: number): string | null {
  const body = [...sections(run, TOP_DATABASES), shortened('the databases that matter most')].join('\n\n')
  const empty = databaseSection(run.databases, 0).join('')
  let left = limit - bytesOf(body) - bytesOf(empty) - SEPARATORS
  let shown = 0
  for (const database of [...run.databases].sort(byInterest)) {
    left -= bytesOf(databaseRow(database)) + 1
    if (left < 0) break
    shown += 1
  }
  if (shown < Math.min(LEAST_DATABASES, run.databases.length)) return null
  return [body, ...databaseSection(run.databases, shown)].join('\n\n')
}

/** Line ends between parts, and the row that says how many databases are not shown. */
const SEPARATORS = 200

function countsOnly(run: RunReport, limit: number): string | null {
  const text = [...sections(run, COUNTS_ONLY), shortened('counts')].join('\n\n')
  return bytesOf(text) <= limit ? text : null
}

/** Says that something was shortened, to what, and where everything is. */
export const shortened = (what: string): string =>
  `<p><i>Shortened to ${what}, for GitHub shows no summary of more than 1 MiB. Everything is in report.json (output <code>report-path</code>).</i></p>`

function sections(run: RunReport, detail: Detail): readonly string[] {
  return [
    ...(run.stopped === null ? [] : [stopBlock(run.stopped)]),
    ...(hasBegun(run.counts) ? [countsTable(run)] : []),
    ...titled('In the recipe', run.diagnostics, () => diagnosticTable(run.diagnostics, detail)),
    ...titled('Failures', run.failures, () => failureTable(run.failures, detail)),
    ...titled('Warnings', run.warnings, () => failureTable(run.warnings, detail)),
    ...changesSection(run, detail),
    factsTable(run),
    ...removedSection(run, detail),
    ...folded('Kept in DataHub, though not seen', run.kept, () => failureTable(run.kept, detail)),
    ...folded('Left out', run.filtered, () => filteredTable(run.filtered, detail)),
    ...folded('Notices', run.notices, () => failureTable(run.notices, detail))
  ]
}

const titled = (title: string, list: readonly unknown[], body: () => string): readonly string[] =>
  list.length === 0 ? [] : [`<h4>${title}</h4>\n${body()}`]

function folded(title: string, list: readonly { readonly count: number }[], body: () => string): readonly string[] {
  const count = list.reduce((sum, group) => sum + group.count, 0)
  return count === 0 ? [] : [details(`${title} (${formatCount(count)})`, body())]
}

/** Tables that are otherwise than in the last run. Those that lost something are shown at once, the others when asked for. */
function changesSection({ changes }: RunReport, { groups }: Detail): readonly string[] {
  if (changes === null || changes.new + changes.changed === 0) return []
  const rows = changes.tables.slice(0, groups).map((change) => {
    const what = prose(changeOf(change))
    return row(cell(htmlCode(change.urn)), cell(isBreaking(change) ? `⚠️ <b>${what}</b>` : what))
  })
  const hidden = changes.new + changes.changed - rows.length
  const body = table([heading('Table', 'What changed'), ...rows, ...moreRow(hidden, 2)])
  const title = `What changed: ${prose(changesOf(changes))}`
  return [changes.breaking > 0 ? `<h4>${title}</h4>\n${body}` : details(title, body)]
}

/** What is no longer in Glue. Urns of tables hold their names. */
function removedSection({ removed, dryRun }: RunReport, { groups }: Detail): readonly string[] {
  if (removed.length === 0) return []
  const title = `${dryRun ? 'Would be removed from DataHub' : 'Removed in DataHub'} (${formatCount(removed.length)})`
  const rows = removed.slice(0, groups).map((urn) => row(cell(htmlCode(urn))))
  return [details(title, table([...rows, ...moreRow(removed.length - rows.length, 1)]))]
}

/** Counts side by side. What can be nothing and then says nothing is left out. */
function countsTable({ counts, dryRun }: RunReport): string {
  const always: readonly (readonly [string, number])[] = [
    ['Databases', counts.databases],
    ['Tables', counts.tables],
    ['Views', counts.views],
    dryRun ? ['Aspects to write', counts.produced - counts.unchanged] : ['Aspects written', counts.written]
  ]
  const sometimes: readonly (readonly [string, number])[] = [
    ['Accepted', counts.accepted],
    ['Unchanged', counts.unchanged],
    ['Rejected', counts.rejected],
    ['Undelivered', counts.undelivered],
    [dryRun ? 'To remove' : 'Removed', counts.removed],
    ['Kept', counts.kept],
    ['Left out', counts.filtered + counts.skipped]
  ]
  const shown = [...always, ...sometimes.filter(([, count]) => count > 0)]
  return table([heading(...shown.map(([title]) => title)), row(...shown.map(([, count]) => numberCell(count)))])
}

function factsTable(run: RunReport): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Recipe', htmlCode(run.recipe)],
    ['Pipeline', run.pipelineName === null ? null : htmlCode(run.pipelineName)],
    ['Run id', htmlCode(run.runId)],
    ['Acted as', identityOf(run)],
    [run.dryRun ? 'Would write to' : 'Written to', sinkOf(run)],
    ['Took', `${duration(run)}, from ${prose(formatInstant(run.startedAt))}`],
    ['Kept to be sent again', lettersOf(run)],
    ['Retried', retriesOf(run)]
  ]
  return table(
    facts.flatMap(([name, value]) => (value === null ? [] : [row(`<th align="left">${name}</th>`, cell(value))]))
  )
}

function lettersOf({ deadLetters }: RunReport): string | null {
  if (deadLetters === null) return null
  const command = htmlCode(`datahub-glue mcps ${deadLetters.path}`)
  return `${formatNoun(deadLetters.count, 'aspect')} in ${htmlCode(deadLetters.path)}; ${command} sends them`
}

function identityOf({ identity }: RunReport): string | null {
  if (identity === null) return null
  const chain = identity.roles.length > 1 ? `, through ${identity.roles.slice(0, -1).map(htmlCode).join(', ')}` : ''
  const place = `account ${htmlCode(identity.account)}, region ${htmlCode(identity.region)}`
  return `${htmlCode(identity.arn)}<br>${place}, ${prose(SOURCE[identity.source])}${chain}`
}

function sinkOf({ sink }: RunReport): string | null {
  if (sink === null) return null
  const version = sink.version === null ? '' : `, version ${htmlCode(sink.version)}`
  return `${htmlCode(sink.target)} (${htmlCode(sink.type)}${version})`
}

function duration({ durationSeconds, counts, dryRun }: RunReport): string {
  const aspects = dryRun ? counts.produced : counts.written + counts.accepted
  const rate = durationSeconds > 0 && aspects > 0 ? ` (${formatRate(aspects / durationSeconds)} aspects/s)` : ''
  return `${formatDuration(durationSeconds)}${rate}`
}

const RETRIES_SHOWN = 5

function retriesOf({ retries }: RunReport): string | null {
  if (retries.length === 0) return null
  const shown = retries
    .slice(0, RETRIES_SHOWN)
    .map((r) => `${formatCount(r.count)} × ${prose(`${r.service}: ${r.reason}`)}`)
  return [...shown, ...(retries.length > RETRIES_SHOWN ? ['…'] : [])].join('<br>')
}

function databaseSection(databases: readonly DatabaseReport[], shown: number): readonly string[] {
  if (databases.length === 0) return []
  const rows = [...databases].sort(byInterest).slice(0, shown).map(databaseRow)
  const head = heading('Database', 'Tables', 'Views', 'Filtered', 'Skipped', 'Listing')
  const body = table([head, ...rows, ...moreRow(databases.length - shown, 6)])
  return [details(formatNoun(databases.length, 'database'), body)]
}

const databaseRow = (database: DatabaseReport): string =>
  row(
    cell(htmlCode(database.name)),
    numberCell(database.tables),
    numberCell(database.views),
    numberCell(database.filtered),
    numberCell(database.skipped),
    cell(LISTING[database.listing])
  )
