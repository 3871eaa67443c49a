import {
  type DagRunDocument,
  type InstanceRecord,
  instanceName,
  type TaskState,
  type Transition
} from '../../model/dag-run.ts'
import { byTask, dagOutcome, secondsOf, stateCounts } from './dag-words.ts'
import { visible } from './escape.ts'
import { formatDuration } from './format.ts'
import { type Style, styleOf } from './style.ts'

/** A mapped task of more instances than these is one line. */
const MOST_INSTANCES = 12

/** What a run has come to, for a terminal or a pipe; its last line is the outcome. */
export function renderDagText(document: DagRunDocument, { colour }: { readonly colour: boolean }): string {
  const style = styleOf(colour)
  const { stopped } = document
  const lines = [
    ...document.diagnostics.flatMap((d) => [
      `${visible(d.file)}:${d.line}:${d.column}: ${d.severity}: ${visible(d.message)} [${d.code}]`,
      ...(d.cure === undefined ? [] : [`    ${visible(d.cure)}`])
    ]),
    ...tasksOf(document, style),
    ...document.blocked.map(({ name, why }) => `  ${visible(name)} could not begin: ${visible(why)}`),
    ...document.warnings.map(
      (one) =>
        `${style.yellow('warning:')} ${one.resource === undefined ? '' : `${visible(one.resource)}: `}${visible(one.message)} [${one.code}]`
    ),
    ...(stopped === null
      ? []
      : [
          `${style.red('error:')} ${visible(stopped.message)} [${stopped.code}]`,
          ...(stopped.cure ?? '').split('\n').flatMap((line) => (line === '' ? [] : [`    ${visible(line)}`]))
        ]),
    outcome(document, style)
  ]
  return `${lines.join('\n')}\n`
}

function outcome(document: DagRunDocument, style: Style): string {
  const paint = document.status === 'success' ? style.green : document.status === 'failure' ? style.red : style.yellow
  return paint(style.bold(visible(dagOutcome(document))))
}

function* tasksOf(document: DagRunDocument, style: Style): Generator<string> {
  for (const [taskId, instances] of byTask(document)) {
    const isMany = instances.length > MOST_INSTANCES
    const bad = instances.filter(({ state }) => state === 'failed' || state === 'upstream_failed')
    if (isMany) yield `  ${visible(taskId)}: ${stateCounts(instances)}`
    for (const instance of isMany ? bad.slice(0, MOST_INSTANCES) : instances) yield lineOf(instance, document, style)
  }
}

function lineOf(instance: InstanceRecord, document: DagRunDocument, style: Style): string {
  const seconds = secondsOf(instance, document)
  const tries = instance.tryNumber > 1 ? `, ${instance.tryNumber} tries` : ''
  const took = seconds === null ? '' : ` (${formatDuration(seconds)}${tries})`
  const { failure } = instance
  const why = failure === null ? '' : `: ${visible(failure.message)} [${failure.code}]`
  return `  ${visible(instanceName(instance))}: ${painted(instance.state, style)}${took}${why}`
}

function painted(state: TaskState | null, style: Style): string {
  if (state === 'success') return style.green(state)
  if (state === 'failed' || state === 'upstream_failed') return style.red(state)
  return state === null ? style.dim('not begun') : style.yellow(state)
}

/** A change as a line of a live log; null for changes that nobody watches for. */
export function transitionLine(transition: Transition): string | null {
  if (transition.type === 'expanded') return `${transition.taskId}: ${transition.instances.length} mapped instances`
  if (transition.type === 'run') return null
  const { instance, why } = transition
  const name = instanceName(instance)
  switch (instance.state) {
    case 'running':
      return `${name}: running, try ${instance.tryNumber} of ${Math.max(instance.maxTries + 1, instance.tryNumber)}`
    case 'scheduled':
    case null:
      return null
    case 'success':
      return `${name}: success${took(instance.startedAt, instance.endedAt)}`
    case 'failed':
    case 'up_for_retry':
      return `${name}: ${instance.state}${took(instance.startedAt, instance.endedAt)}: ${instance.failure?.message ?? why}${nextTry(instance)}`
    default:
      return `${name}: ${instance.state}: ${why}`
  }
}

const took = (from: number | null, to: number | null): string =>
  from === null || to === null ? '' : ` in ${formatDuration(Math.max(0, to - from) / 1000)}`

function nextTry({ retryAt, endedAt }: { readonly retryAt: number | null; readonly endedAt: number | null }): string {
  if (retryAt === null || endedAt === null) return ''
  return `; again in ${formatDuration((retryAt - endedAt) / 1000)}`
}

/** How far a run has come, in a line that can be written over: `3 of 12 done, 2 running: a, b[1]`. */
export function dagProgress(document: Pick<DagRunDocument, 'record'>): string {
  const { instances } = document.record
  const running = instances.filter(({ state }) => state === 'running').map(instanceName)
  const open = instances.filter(
    ({ state }) => state === null || state === 'scheduled' || state === 'up_for_retry'
  ).length
  const done = instances.length - open - running.length
  const names = running.length === 0 ? '' : `: ${running.slice(0, 5).join(', ')}${running.length > 5 ? ' …' : ''}`
  return `${done} of ${instances.length} done, ${running.length} running${names}`
}
