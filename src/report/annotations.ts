import type { Diagnostic } from '../core/diagnostic.ts'
import type { Check } from '../model/doctor.ts'
import type { FailureGroup, Report, RunReport, Stop } from '../model/report.ts'
import { labelOf } from './render/doctor-words.ts'
import { visible } from './render/escape.ts'
import { clip, formatCount, formatNoun } from './render/format.ts'

/** One annotation of a workflow run, in GitHub's terms. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly place: { readonly file: string; readonly line: number; readonly column: number } | null
}

/** GitHub keeps 10 of each level for a step (actions/toolkit, docs/problem-matchers.md). */
export const MAX_PER_LEVEL = 10

/** GitHub cuts a message after this many characters (actions/runner, `_maxIssueMessageLength`). */
export const MAX_MESSAGE = 4096

/** Where those are that are not shown. */
const USUAL_PLACE = 'the step summary and report.json have them'

/** What a run's page shows of a report: of each level at most 10, the last of which says how many more there are, and where. */
export function annotationsOf(report: Report, elsewhere: string = USUAL_PLACE): readonly Annotation[] {
  const all = everythingIn(report)
  const stop = report.stopped === null ? [] : [ofStop(report.stopped)]
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    limited(
      [...stop, ...all].filter((annotation) => annotation.level === level),
      elsewhere
    )
  )
}

function everythingIn(report: Report): readonly Annotation[] {
  if (report.kind === 'ingest') return report.recipes.flatMap(ofRun)
  if (report.kind === 'doctor') return report.recipes.flatMap(({ checks }) => checks.flatMap(ofCheck))
  return report.diagnostics.map(ofDiagnostic)
}

/** What failed, and what somebody should look at. */
function ofCheck({ status, title, found, cure, code }: Check): readonly Annotation[] {
  if (status !== 'failed' && status !== 'warning') return []
  const level = status === 'failed' ? 'error' : 'warning'
  return [
    {
      level,
      title: clip(visible(code ?? title), 100),
      message: worded(`${labelOf(title)} ${found}`, cure ?? undefined),
      place: null
    }
  ]
}

/** Of a level's annotations at most 10. */
export function limited(list: readonly Annotation[], elsewhere: string = USUAL_PLACE): readonly Annotation[] {
  const last = list[MAX_PER_LEVEL - 1]
  if (list.length <= MAX_PER_LEVEL || last === undefined) return list
  const hidden = list.length - MAX_PER_LEVEL + 1
  const more: Annotation = {
    level: last.level,
    title: `${formatCount(hidden)} more`,
    message: `${formatNoun(hidden, `more ${last.level}`)} like these: ${elsewhere}`,
    place: null
  }
  return [...list.slice(0, MAX_PER_LEVEL - 1), more]
}

/** A recipe's own mistakes first: they have a place to point at. Notices about a run stay in its summary. */
function ofRun(run: RunReport): readonly Annotation[] {
  return [
    ...(run.stopped === null ? [] : [ofStop(run.stopped)]),
    ...run.diagnostics.map(ofDiagnostic),
    ...run.failures.map((group) => ofGroup(group, 'error')),
    ...run.warnings.map((group) => ofGroup(group, 'warning'))
  ]
}

/** Why it did not come to its end. */
export const ofStop = (stop: Stop): Annotation => ({
  level: 'error',
  title: stop.code,
  message: worded(stop.message, stop.cure),
  place: null
})

/** What there is to say about a place of a file. */
export const ofDiagnostic = (d: Diagnostic): Annotation => ({
  level: d.severity,
  title: d.code,
  message: worded(d.message, d.cure),
  place: { file: d.file, line: d.line, column: d.column }
})

/** Equal failures as one annotation. */
export function ofGroup(group: FailureGroup, level: 'error' | 'warning'): Annotation {
  const names = group.resources.slice(0, 3).join(', ')
  const rest = group.count > 3 ? ` and ${formatCount(group.count - 3)} more` : ''
  const where = names === '' ? '' : `: ${names}${rest}`
  return { level, title: group.code, message: worded(`${group.message}${where}`, group.cure), place: null }
}

/** What and cure, in which every character can be seen, within GitHub's length. */
function worded(what: string, cure: string | undefined): string {
  const lines = [what, ...(cure === undefined ? [] : cure.split(/\r?\n/))]
  return clip(lines.map(visible).join('\n'), MAX_MESSAGE)
}
