import { groupBy } from '../../core/group-by.ts'
import type { Json } from '../../core/json.ts'
import { type DagRunDocument, type InstanceRecord, instanceName } from '../../model/dag-run.ts'
import { byTask, STATE_MARKS, secondsOf, stateWord, worstState } from './dag-words.ts'
import { htmlCode, prose } from './escape.ts'
import { clip, formatCount, formatDuration } from './format.ts'
import { cell, heading, numberCell, row, table } from './html.ts'

const LONGEST_FAILURE = 300

/** Of each task its instances, the failed ones first; of a mapped task that did well one row says it all. */
export function taskTable(document: DagRunDocument, most: number): string {
  const rows = [...byTask(document).values()].flatMap((instances) => rowsOf(instances, document))
  const hidden = rows.length - most
  const more = hidden <= 0 ? [] : [row(`<td colspan="6">… and ${formatCount(hidden)} more</td>`)]
  const head = heading('Task', 'State', 'Tries', 'Took', 'Counts', 'First failure')
  return table([head, ...rows.slice(0, most), ...more])
}

function rowsOf(instances: readonly InstanceRecord[], document: DagRunDocument): readonly string[] {
  const [first] = instances
  if (first === undefined) return []
  if (first.mapIndex < 0) return [instanceRow(first, document)]
  const failed = instances.filter(({ state }) => state === 'failed' || state === 'upstream_failed')
  const others = instances.filter((instance) => !failed.includes(instance))
  return [
    ...(failed.length === 0 ? [] : failed.map((instance) => instanceRow(instance, document))),
    ...(others.length === 0 ? [] : [togetherRow(others, document)])
  ]
}

function instanceRow(instance: InstanceRecord, document: DagRunDocument): string {
  return row(
    cell(htmlCode(instanceName(instance))),
    cell(stateCell(instance.state)),
    numberCell(instance.tryNumber),
    cell(tookOf(secondsOf(instance, document))),
    cell(prose(countsOf(instance.output))),
    cell(failureOf(instance, document))
  )
}

function togetherRow(instances: readonly InstanceRecord[], document: DagRunDocument): string {
  const states = [...groupBy(instances, ({ state }) => state)]
  const seconds = instances.map((instance) => secondsOf(instance, document) ?? 0)
  const taskId = instances[0]?.taskId ?? ''
  const said = states.map(([state, list]) => `${stateCell(state)} × ${formatCount(list.length)}`).join('<br>')
  return row(
    cell(`${htmlCode(taskId)} × ${formatCount(instances.length)}`),
    cell(states.length === 1 ? stateCell(worstState(instances)) : said),
    numberCell(instances.reduce((sum, { tryNumber }) => sum + tryNumber, 0)),
    cell(tookOf(seconds.reduce((sum, one) => sum + one, 0))),
    cell(prose(sumOfCounts(instances))),
    cell('')
  )
}

const stateCell = (state: InstanceRecord['state']): string => `${STATE_MARKS[stateWord(state)]} ${state ?? 'not begun'}`

const tookOf = (seconds: number | null): string => (seconds === null ? '' : formatDuration(seconds))

/** Why it failed first: in an earlier try, or in its only one. */
function failureOf(instance: InstanceRecord, document: DagRunDocument): string {
  const first = document.tries.find(
    (one) => one.taskId === instance.taskId && one.mapIndex === instance.mapIndex && one.failure !== null
  )
  const failure = first?.failure ?? instance.failure
  return failure === null ? '' : `${prose(clip(failure.message, LONGEST_FAILURE))} (${htmlCode(failure.code)})`
}

/** What a recipe's task gives as its counts, as far as a person wants to see them. */
const SHOWN = ['tables', 'views', 'written', 'rejected', 'undelivered', 'removed'] as const

function countsOf(output: Json): string {
  const counts = countsIn(output)
  return SHOWN.flatMap((name) => (counts[name] ? [`${formatCount(counts[name])} ${name}`] : [])).join(', ')
}

function sumOfCounts(instances: readonly InstanceRecord[]): string {
  const sum: Record<string, number> = {}
  for (const { output } of instances) {
    for (const [name, count] of Object.entries(countsIn(output))) sum[name] = (sum[name] ?? 0) + count
  }
  return countsOf({ counts: sum })
}

function countsIn(output: Json): Readonly<Record<string, number>> {
  const counts = memberOf(output, 'counts')
  if (typeof counts !== 'object' || counts === null || Array.isArray(counts)) return {}
  return Object.fromEntries(
    Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  )
}

const memberOf = (value: Json, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
