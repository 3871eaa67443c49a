import { applyTransitions } from '../../dag/record.ts'
import {
  type DagRunDocument,
  type InstanceRecord,
  instanceName,
  type RunRecord,
  type Transition,
  type TryRecord
} from '../../model/dag-run.ts'
import type { JournalRules } from '../../state/dag-run-journal.ts'
import { type Entry, isDocument, isEntry } from './document-shape.ts'

/** How the journal of a DAG's run is read. */
export const DOCUMENT_RULES: JournalRules<DagRunDocument, Entry> = { apply: applyEntries, isDocument, isEntry }

/** The document after these entries. */
export function applyEntries(document: DagRunDocument, entries: readonly Entry[]): DagRunDocument {
  if (entries.length === 0) return document
  const transitions = entries.flatMap((entry) => (entry.kind === 'transition' ? [entry.transition] : []))
  const called = entries.flatMap((entry) => (entry.kind === 'called' ? [entry.key] : []))
  const warnings = entries.flatMap((entry) => (entry.kind === 'warning' ? [entry.failure] : []))
  const owed = [...document.callbacks.owed, ...transitions.flatMap((one) => callbackKeyOf(one, document) ?? [])]
  const done = new Set([...document.callbacks.done, ...called])
  return {
    ...document,
    record: applyTransitions(document.record, transitions),
    tries: withTries(document.tries, transitions),
    callbacks: { owed: [...new Set(owed)].filter((key) => !done.has(key)), done: [...done] },
    warnings: [...document.warnings, ...warnings]
  }
}

/** Something that callbacks are made for. */
export type CallbackEvent = 'on_success' | 'on_failure' | 'on_retry'

/** What a callback's key says: the event, and the try or, without a task, the run that it is about. */
export interface CallbackAbout {
  readonly event: CallbackEvent
  readonly taskId: string | null
  readonly mapIndex: number
  /** Of a run: how often it was cleared. */
  readonly number: number
}

/**
 * The key of the callbacks that a change asks for; null when it asks for none. As in Airflow, only what ran by itself
 * has callbacks: nothing is said about upstream_failed, skips, and tasks that fail_fast stopped.
 */
export function callbackKeyOf(
  transition: Transition,
  { record }: { readonly record: Pick<RunRecord, 'clearNumber'> }
): string | null {
  const key = (about: CallbackAbout): string => JSON.stringify(about)
  if (transition.type === 'run') {
    if (transition.to !== 'success' && transition.to !== 'failed') return null
    const event = transition.to === 'success' ? 'on_success' : 'on_failure'
    return key({ event, taskId: null, mapIndex: -1, number: record.clearNumber })
  }
  if (transition.type === 'expanded' || transition.from !== 'running') return null
  const { instance } = transition
  const event = eventOf(instance)
  return event === null
    ? null
    : key({ event, taskId: instance.taskId, mapIndex: instance.mapIndex, number: instance.tryNumber })
}

function eventOf({ state, failure }: InstanceRecord): CallbackEvent | null {
  if (state === 'success') return 'on_success'
  if (state === 'up_for_retry') return 'on_retry'
  return state === 'failed' && failure?.code !== 'dag-fail-fast' ? 'on_failure' : null
}

/** What a key is about. */
export const callbackAbout = (key: string): CallbackAbout => JSON.parse(key) as CallbackAbout

function withTries(before: readonly TryRecord[], transitions: readonly Transition[]): readonly TryRecord[] {
  const tries = [...before]
  const open = new Map<string, number>()
  tries.forEach((one, at) => {
    if (one.endedAt === null) open.set(instanceName(one), at)
  })
  const close = (name: string, end: Pick<TryRecord, 'endedAt' | 'state' | 'failure'>): void => {
    const at = open.get(name)
    const one = at === undefined ? undefined : tries[at]
    if (at !== undefined && one !== undefined) tries[at] = { ...one, ...end }
    open.delete(name)
  }
  for (const transition of transitions) {
    if (transition.type !== 'task') continue
    const { instance, from, at } = transition
    const name = instanceName(instance)
    if (instance.state === 'running') {
      close(name, { endedAt: at, state: 'interrupted', failure: null })
      open.set(name, tries.length)
      tries.push(begun(instance, at))
    } else if (from === 'running') {
      close(name, {
        endedAt: at,
        state: endOf(instance),
        failure: instance.state === 'success' ? null : instance.failure
      })
    }
  }
  return tries
}

const begun = ({ taskId, mapIndex, tryNumber, startedAt }: InstanceRecord, at: number): TryRecord => ({
  taskId,
  mapIndex,
  tryNumber,
  startedAt: startedAt ?? at,
  endedAt: null,
  state: 'running',
  failure: null
})

function endOf({ state }: InstanceRecord): TryRecord['state'] {
  if (state === 'success' || state === 'failed' || state === 'skipped' || state === 'up_for_retry') return state
  return 'interrupted'
}
