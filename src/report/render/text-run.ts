import type { Counts, FailureGroup, RunReport } from '../../model/report.ts'
import { isBreaking } from '../changes.ts'
import { visible } from './escape.ts'
import { formatCount, formatDuration, formatNoun } from './format.ts'
import type { Style } from './style.ts'
import { byInterest, changeOf, changesOf, countedKind, hasBegun, LISTING, SOURCE, whyLeftOut } from './words.ts'

/** Databases listed in a terminal; report.json has all of them. */
const MAX_DATABASES = 20

/** Groups of failures, of warnings … listed in a terminal. */
const MAX_GROUPS = 20

/**
 * One recipe's run. What is worst comes last, next to where a terminal's reader is looking. Every foreign text is made
 * visible on its line.
 */
export function runBlock(run: RunReport, style: Style): readonly string[] {
  return [
    `${style.bold(visible(run.recipe))} ${style.dim(visible(run.runId))}`,
    ...facts(run, style),
    ...databases(run, style),
    ...leftOut(run, style),
    ...changed(run, style),
    ...removed(run, style),
    ...groups('Kept in DataHub, though not seen', run.kept, style.dim, style),
    ...groups('Notices', run.notices, style.dim, style),
    ...groups('Warnings', run.warnings, style.yellow, style),
    ...groups('Failures', run.failures, style.red, style)
  ]
}

function facts(run: RunReport, style: Style): readonly string[] {
  const { identity, sink, counts } = run
  const begun = hasBegun(counts)
  const list: readonly (readonly [string, string | null])[] = [
    ['identity', identity && `${identity.arn}, ${identity.region}, ${SOURCE[identity.source]}`],
    [run.dryRun ? 'would write' : 'sink', sink && [sink.type, sink.target, sink.version ?? ''].join(' ').trimEnd()],
    ['read', begun && counts.databases > 0 ? readOf(counts) : null],
    ['aspects', begun ? aspects(run) : null],
    ['not sent', lettersOf(run)],
    ['changes', run.changes === null ? null : changesOf(run.changes)],
    ['retried', counts.retried === 0 ? null : formatNoun(counts.retried, 'request')],
    ['took', formatDuration(run.durationSeconds)]
  ]
  return list.flatMap(([name, value]) => (value === null ? [] : [`  ${style.dim(name.padEnd(11))} ${visible(value)}`]))
}

const readOf = (counts: Counts): string =>
  [formatNoun(counts.databases, 'database'), formatNoun(counts.tables, 'table'), formatNoun(counts.views, 'view')].join(
    ', '
  )

function lettersOf({ deadLetters }: RunReport): string | null {
  if (deadLetters === null) return null
  const { path, count } = deadLetters
  return `${formatNoun(count, 'aspect')} kept in ${path}; datahub-glue mcps ${path} sends them again`
}

function aspects({ counts, dryRun }: RunReport): string {
  const { produced, unchanged } = counts
  const same = unchanged === 0 ? '' : `, ${formatCount(unchanged)} unchanged`
  if (dryRun) return `${formatCount(produced - unchanged)} to write${same}`
  const others = (['accepted', 'unchanged', 'rejected', 'undelivered'] as const).filter((fate) => counts[fate] > 0)
  return [
    `${formatCount(counts.written)} written`,
    ...others.map((fate) => `${formatCount(counts[fate])} ${fate}`)
  ].join(', ')
}

function groups(
  title: string,
  list: readonly FailureGroup[],
  paint: (text: string) => string,
  style: Style
): readonly string[] {
  if (list.length === 0) return []
  const shown = list.slice(0, MAX_GROUPS).flatMap((group) => {
    const times = group.count === 1 ? '' : `${formatCount(group.count)} × `
    const cure =
      group.cure === undefined ? [] : group.cure.split(/\r?\n/).map((line) => `      ${visible(line)}`.trimEnd())
    const head = `    ${paint(`${times}${visible(group.message)}`)} ${style.dim(`[${group.code}]`)}`
    return [head, ...cure, ...sampled(group.resources, group.count, style)]
  })
  return [`  ${style.bold(title)}`, ...shown, ...more(list.length - MAX_GROUPS)]
}

/** `a, b, c and 7 more`, set in; nothing where there are no names. */
function sampled(names: readonly string[], count: number, style: Style): readonly string[] {
  if (names.length === 0) return []
  const rest = count > names.length ? ` and ${formatCount(count - names.length)} more` : ''
  return [style.dim(`      ${names.map(visible).join(', ')}${rest}`)]
}

function leftOut(run: RunReport, style: Style): readonly string[] {
  if (run.filtered.length === 0) return []
  const shown = run.filtered
    .slice(0, MAX_GROUPS)
    .flatMap((group) => [
      `    ${countedKind(group.count, group.kind)}: ${visible(whyLeftOut(group))} ${style.dim(`[${group.rule}]`)}`,
      ...sampled(group.names, group.count, style)
    ])
  return [`  ${style.bold('Left out')}`, ...shown, ...more(run.filtered.length - MAX_GROUPS)]
}

/** Tables that are otherwise than in the last run, those that lost something in yellow. */
function changed({ changes }: RunReport, style: Style): readonly string[] {
  if (changes === null || changes.tables.length === 0) return []
  const shown = changes.tables.slice(0, MAX_GROUPS).map((table) => {
    const line = `    ${visible(table.urn)}  ${visible(changeOf(table))}`
    return isBreaking(table) ? style.yellow(line) : line
  })
  return [`  ${style.bold('What changed')}`, ...shown, ...more(changes.new + changes.changed - shown.length)]
}

/** What is no longer in Glue, by urn. */
function removed({ removed: urns, dryRun }: RunReport, style: Style): readonly string[] {
  if (urns.length === 0) return []
  const title = `${dryRun ? 'Would be removed from' : 'Removed in'} DataHub: ${formatCount(urns.length)}`
  const shown = urns.slice(0, MAX_GROUPS).map((urn) => `    ${style.yellow(visible(urn))}`)
  return [`  ${style.bold(title)}`, ...shown, ...more(urns.length - MAX_GROUPS)]
}

/** Numbers first, so that names of any width do no harm to the columns. */
function databases(run: RunReport, style: Style): readonly string[] {
  if (run.databases.length === 0) return []
  const rows = run.databases
    .toSorted(byInterest)
    .slice(0, MAX_DATABASES)
    .map((d) => {
      const numbers = [d.tables, d.views, d.filtered + d.skipped].map((n) => formatCount(n).padStart(9)).join('')
      return `${numbers}  ${visible(d.name)}${d.listing === 'complete' ? '' : style.dim(` (${LISTING[d.listing]})`)}`
    })
  const head = style.dim(['tables', 'views', 'left out'].map((title) => title.padStart(9)).join(''))
  return [`  ${style.bold('Databases')}`, head, ...rows, ...more(run.databases.length - MAX_DATABASES)]
}

const more = (hidden: number): readonly string[] => (hidden > 0 ? [`    and ${formatCount(hidden)} more`] : [])
