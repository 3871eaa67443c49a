import { groupBy } from '../../core/group-by.ts'
import { type DagRunDocument, instanceName, type TryRecord } from '../../model/dag-run.ts'
import { visible } from './escape.ts'
import { clip } from './format.ts'

/** More bars than these are no picture any more. */
const MOST_BARS = 60
const LONGEST_NAME = 50

/** How Mermaid draws a try: `crit` red, `done` grey, `active` light. */
const TAGS: Readonly<Record<TryRecord['state'], string>> = {
  success: 'done, ',
  failed: 'crit, ',
  up_for_retry: 'crit, active, ',
  skipped: '',
  running: 'active, ',
  interrupted: 'active, '
}

/**
 * When which try ran, as a Gantt chart in Mermaid's language; of many tries the longest ones. Null when none ran.
 * @returns the text, and how many tries it does not show.
 */
export function dagGantt(document: DagRunDocument): { readonly text: string; readonly hidden: number } | null {
  const ended = document.tries.filter(({ endedAt }) => endedAt !== null)
  const shown = [...ended]
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, MOST_BARS)
    .sort((a, b) => a.startedAt - b.startedAt)
  if (shown.length === 0) return null
  const sections = groupBy(shown, ({ taskId }) => taskId)
  const lines = [...sections].flatMap(([taskId, tries]) => [`  section ${ganttText(taskId)}`, ...tries.map(bar)])
  const text = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...lines].join('\n')
  return { text, hidden: document.tries.length - shown.length }
}

const lengthOf = ({ startedAt, endedAt }: TryRecord): number => Math.max(1, (endedAt ?? startedAt) - startedAt)

const bar = (one: TryRecord): string =>
  `  ${ganttText(instanceName(one))} try ${one.tryNumber} :${TAGS[one.state]}${one.startedAt}, ${one.startedAt + lengthOf(one)}`

/** A foreign name in a Gantt chart, which knows no escapes: what it could read as its own is left out. */
const ganttText = (text: string): string => clip(visible(text), LONGEST_NAME).replace(/[^\p{L}\p{N} _.…[\]-]/gu, ' ')
