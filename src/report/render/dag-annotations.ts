import type { DagRunDocument } from '../../model/dag-run.ts'
import { instanceName } from '../../model/dag-run.ts'
import { type Annotation, MAX_MESSAGE, MAX_PER_LEVEL } from '../annotations.ts'
import { visible } from './escape.ts'
import { clip, formatNoun } from './format.ts'

/** What a run's page shows of a DAG: why it stopped, its failed tasks, its warnings; of each level at most ten. */
export function dagAnnotations(document: DagRunDocument): readonly Annotation[] {
  const { stopped, diagnostics, record, warnings, file } = document
  const errors: Annotation[] = [
    ...(stopped === null ? [] : [annotation('error', stopped.code, [stopped.message, stopped.cure ?? ''])]),
    ...diagnostics.filter(({ severity }) => severity === 'error').map(ofDiagnostic),
    ...record.instances
      .filter(({ state, failure }) => state === 'failed' && failure !== null)
      .map((one) =>
        annotation('error', `${instanceName(one)} failed`, [one.failure?.message ?? '', one.failure?.cure ?? ''])
      )
  ]
  const failed = document.status === 'failure' && errors.length === 0
  const summary = failed
    ? [annotation('error', document.dagId, [`${file}: the run failed (${record.reason ?? 'unknown'})`])]
    : []
  return [
    ...limited([...errors, ...summary]),
    ...limited([
      ...diagnostics.filter(({ severity }) => severity === 'warning').map(ofDiagnostic),
      ...warnings.map((one) =>
        annotation('warning', one.code, [`${one.resource === undefined ? '' : `${one.resource}: `}${one.message}`])
      )
    ])
  ]
}

const ofDiagnostic = (d: DagRunDocument['diagnostics'][number]): Annotation => ({
  ...annotation(d.severity, d.code, [d.message, d.cure ?? '']),
  place: { file: d.file, line: d.line, column: d.column }
})

const annotation = (level: Annotation['level'], title: string, lines: readonly string[]): Annotation => ({
  level,
  title: clip(visible(title), 100),
  message: clip(
    lines
      .flatMap((line) => line.split('\n'))
      .filter((line) => line !== '')
      .map(visible)
      .join('\n'),
    MAX_MESSAGE
  ),
  place: null
})

function limited(list: readonly Annotation[]): readonly Annotation[] {
  const last = list[MAX_PER_LEVEL - 1]
  if (list.length <= MAX_PER_LEVEL || last === undefined) return list
  const hidden = list.length - MAX_PER_LEVEL + 1
  const message = `${formatNoun(hidden, `more ${last.level}`)}: the step summary and dag-run.json have them`
  return [...list.slice(0, MAX_PER_LEVEL - 1), { ...last, title: `${hidden} more`, message, place: null }]
}
