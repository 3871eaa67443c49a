import type { RestoreResult, RollbackResult, RunsResult } from '../../model/runs.ts'
import { visible } from './escape.ts'
import { formatCount, formatNoun } from './format.ts'

/** Runs in columns, the newest first. */
export function runsText({ runs, server }: RunsResult): string {
  if (runs.length === 0) return `DataHub at ${server} knows no such runs\n`
  const rows = runs.map(({ runId, aspects, at, status, source }) => [
    visible(runId),
    at.slice(0, 19).replace('T', ' '),
    formatCount(aspects),
    status ?? '-',
    visible(source ?? '-')
  ])
  const all = [['run id', 'last written (UTC)', 'aspects', 'outcome', 'ingestion source'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  )
  return `${lines.join('\n')}\n`
}

/** What was rolled back, or would be. */
export function rollbackText(result: RollbackResult): string {
  const { dryRun, runId, entities, aspects, hidden, unsafe, sample, forgotten } = result
  const verb = dryRun ? 'would be' : 'were'
  const shown = sample.map(({ urn, aspect }) => `  ${visible(urn)}  ${visible(aspect)}`)
  const more = aspects - sample.length
  return [
    `${visible(runId)}: ${entitiesOf(entities)} ${verb} removed, ${formatNoun(aspects, 'aspect')} ${verb} set back`,
    ...shown,
    ...(more > 0 && sample.length > 0 ? [`  and ${formatCount(more)} more`] : []),
    ...(hidden > 0 ? [`${formatNoun(hidden, 'aspect')} of others on these entities ${verb} hidden with them`] : []),
    ...(unsafe.length > 0
      ? [`${entitiesOf(unsafe.length)} ${dryRun ? 'would stay' : 'stayed'}, since others have written to them`]
      : []),
    ...unsafe.slice(0, sample.length).map((urn) => `  ${visible(urn)}`),
    ...aboutForgetting(forgotten),
    ''
  ].join('\n')
}

/** What was brought back, or would be. */
export function restoreText({ dryRun, runId, restored, already, failed, forgotten }: RestoreResult): string {
  const isNothing = restored.length + already + failed.length === 0
  return [
    isNothing
      ? `${visible(runId)}: nothing is known that this run has removed and that is still removed`
      : `${visible(runId)}: ${dryRun ? 'would bring' : 'brought'} back ${entitiesOf(restored.length)}`,
    ...restored.slice(0, MOST_SHOWN).map((urn) => `  ${visible(urn)}`),
    ...(restored.length > MOST_SHOWN ? [`  and ${formatCount(restored.length - MOST_SHOWN)} more`] : []),
    ...(already > 0 ? [`${entitiesOf(already)} ${already === 1 ? 'is' : 'are'} not removed any more`] : []),
    ...(failed.length > 0 ? [`${entitiesOf(failed.length)} could not be brought back:`] : []),
    ...failed.slice(0, MOST_SHOWN).map(({ urn, message }) => `  ${visible(urn)}  ${visible(message)}`),
    ...aboutForgetting(forgotten),
    ''
  ].join('\n')
}

/** Urns that are listed. */
const MOST_SHOWN = 20

const entitiesOf = (count: number): string => formatNoun(count, 'entity', 'entities')

function aboutForgetting(forgotten: boolean | null): readonly string[] {
  if (forgotten === true) return []
  const why =
    forgotten === null
      ? 'Of which pipeline the run was is not known: give its recipe (-c), or'
      : 'To have it all sent again,'
  return [`${why} let the next run be one without incremental`]
}
