import { isObject } from '../../core/json.ts'
import type { DagRunDocument, Transition } from '../../model/dag-run.ts'
import type { Failure } from '../../model/event.ts'

/** What is journalled while a run goes on. */
export type Entry =
  | { readonly kind: 'transition'; readonly transition: Transition }
  /** A callback was begun, and is not made again. */
  | { readonly kind: 'called'; readonly key: string }
  | { readonly kind: 'warning'; readonly failure: Failure }

/** Whether what was read has what a run goes on from. */
export function isDocument(value: unknown): value is DagRunDocument {
  if (!isObject(value)) return false
  const { schema, kind, generation, record, callbacks } = value
  if (schema !== 1 || kind !== 'dag-run' || typeof generation !== 'number') return false
  if (!isObject(record) || record.schema !== 1 || !isListOf(record.instances, isInstance)) return false
  if (!isObject(callbacks) || !isListOf(callbacks.owed, isText) || !isListOf(callbacks.done, isText)) return false
  return isListOf(value.tries, isInstance) && isListOf(value.warnings, isObject)
}

/** Whether what was read is one of the entries. */
export function isEntry(value: unknown): value is Entry {
  if (!isObject(value)) return false
  if (value.kind === 'called') return isText(value.key)
  if (value.kind === 'warning') return isObject(value.failure)
  return value.kind === 'transition' && isTransition(value.transition)
}

function isTransition(value: unknown): boolean {
  if (!isObject(value) || typeof value.at !== 'number') return false
  if (value.type === 'task') return isInstance(value.instance)
  if (value.type === 'expanded') return isText(value.taskId) && isListOf(value.instances, isInstance)
  return value.type === 'run' && isText(value.to)
}

/** An instance, or a try of one. */
const isInstance = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.taskId) &&
  typeof value.mapIndex === 'number' &&
  typeof value.tryNumber === 'number' &&
  (value.state === null || isText(value.state))

const isListOf = (value: unknown, isOne: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne)

const isText = (value: unknown): value is string => typeof value === 'string'
