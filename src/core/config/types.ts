import type { Position, Severity } from '../diagnostic.ts'
import type { Json, JsonObject } from '../json.ts'
import { suggest } from '../suggest.ts'
import { type ConfigNode, type ConfigScalar, isOpen, keyText, kindOf, shown, toJson } from './node.ts'

/** Says that a value could not be read; why has been told to the context. */
export const INVALID = Symbol('invalid')
export type Invalid = typeof INVALID

/** A problem, but for its place. */
export interface Told {
  readonly code: string
  readonly message: string
  readonly cure?: string
}

/** Where problems go while a recipe is read. */
export interface ReadContext {
  /** How keys are told that the peer passes over in silence. */
  readonly ignoredKeys: 'error' | 'warning'
  tell(at: Position, severity: Severity, told: Told): void
}

/** A kind of value that an option can have: how it is read and what it is called. Reading follows pydantic's lax mode. */
export interface Type<T> {
  /** `a string`, `true or false`: what is said when it is something else, and what describes it. */
  readonly name: string
  /** What editors are told by JSON Schema: never stricter than `read`. Absent: nothing is said of the value. */
  readonly schema?: JsonObject
  read(node: ConfigNode, context: ReadContext): T | Invalid
}

/** The schema of what a type reads. */
export const schemaOf = ({ schema }: Type<unknown>): JsonObject => schema ?? {}

/**
 * Tells that `node` is not what it should be. Texts are not repeated: what stands in a wrong place may be a secret.
 */
export function mismatch(node: ConfigNode, expected: string, context: ReadContext, cure?: string): Invalid {
  const isShown = isScalar(node) && node.type !== 'null' && (node.type !== 'string' || node.written !== undefined)
  const what = isShown ? `${kindOf(node)}, ${shown(node)},` : kindOf(node)
  const told = { code: 'wrong-type', message: `this is ${what} and should be ${expected}` }
  const isEmpty = node.kind === 'scalar' && node.type === 'null'
  const mend = isEmpty ? 'give a value, or remove the line' : cure
  context.tell(node.at, 'error', mend === undefined ? told : { ...told, cure: mend })
  return INVALID
}

const isScalar = (node: ConfigNode): node is ConfigScalar => node.kind === 'scalar'

/** A string. As with the peer, a number is none: an account id has to be quoted. */
export const text: Type<string> = {
  name: 'a string',
  schema: { type: 'string' },
  read(node, context) {
    if (isScalar(node) && node.type === 'string') return node.value
    const quotable = isScalar(node) && node.type !== 'null'
    return mismatch(node, 'a string', context, quotable ? 'put it in quotes' : undefined)
  }
}

/** A string that must not be shown: nothing of it is told (recipe/secrets.ts finds it by its name). */
export const secretText: Type<string> = {
  name: 'a string',
  schema: { type: 'string' },
  read(node, context) {
    if (isScalar(node) && node.type === 'string') return node.value
    const told = { code: 'wrong-type', message: `this is ${kindOf(node)} and should be a string` }
    context.tell(node.at, 'error', { ...told, cure: 'put it in quotes, or take it from a variable' })
    return INVALID
  }
}

const TRUE = new Set(['true', 't', '1', 'on', 'yes', 'y'])
const FALSE = new Set(['false', 'f', '0', 'off', 'no', 'n'])

/** A boolean, also as the words and numbers that pydantic takes for one. Space around a word is not taken away. */
export const flag: Type<boolean> = {
  name: 'true or false',
  schema: {
    anyOf: [{ type: 'boolean' }, { type: 'string', pattern: anyCase([...TRUE, ...FALSE]) }, { enum: [0, 1] }]
  },
  read(node, context) {
    if (isScalar(node)) {
      if (node.type === 'boolean') return node.value
      const word = node.type === 'string' ? node.value.toLowerCase() : String(Number(node.value))
      const readable = node.type === 'string' || node.type === 'integer' || node.type === 'float'
      if (readable && TRUE.has(word)) return true
      if (readable && FALSE.has(word)) return false
    }
    return mismatch(node, 'true or false', context)
  }
}

/** A regular expression for some words whatever their case: JSON Schema has no flag for it. */
function anyCase(words: readonly string[]): string {
  const letters = (word: string): string =>
    Array.from(word, (one) =>
      one.toLowerCase() === one.toUpperCase() ? one : `[${one.toLowerCase()}${one.toUpperCase()}]`
    ).join('')
  return `^(?:${words.map(letters).join('|')})$`
}

export interface Range {
  /** The least value, or with `above` what the value has to be above of. */
  readonly min?: number
  readonly above?: number
  readonly max?: number
}

const INTEGER_WORD = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/
const NUMBER_WORD = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+)?$/i

/** A number, also as text; a `whole` one also with a fraction of zero. */
function numeric(whole: boolean, range: Range): Type<number> {
  const { min, above, max } = range
  const limits = [
    min === undefined ? '' : ` from ${min}`,
    above === undefined ? '' : ` above ${above}`,
    max === undefined ? '' : ` to ${max}`
  ].join('')
  const name = `a ${whole ? 'whole number' : 'number'}${limits}`
  return {
    name,
    schema: numericSchema(whole, range),
    read(node, context) {
      const value = isScalar(node) ? numberOf(node, whole) : null
      if (value === null || !isScalar(node)) return mismatch(node, name, context)
      const fits = (min === undefined || value >= min) && (max === undefined || value <= max)
      if (fits && Number.isFinite(value) && (above === undefined || value > above)) return value
      context.tell(node.at, 'error', { code: 'out-of-range', message: `${shown(node)} is not ${name}` })
      return INVALID
    }
  }
}

function numericSchema(whole: boolean, { min, above, max }: Range): JsonObject {
  const limits = {
    ...(min === undefined ? {} : { minimum: min }),
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(max === undefined ? {} : { maximum: max })
  }
  const word = (whole ? INTEGER_WORD : NUMBER_WORD).source
    .replaceAll('e[', '[eE][')
    .replace(/^\^(.*)\$$/, '^\\s*(?:$1)\\s*$')
  const { type } = whole ? { type: 'integer' } : { type: 'number' }
  return { anyOf: [{ type, ...limits }, { type: 'string', pattern: word }, { type: 'boolean' }] }
}

/** What pydantic takes for a number; null: it is none. */
function numberOf(node: ConfigScalar, whole: boolean): number | null {
  if (node.type === 'integer') return Number(node.value)
  if (node.type === 'boolean') return node.value ? 1 : 0
  if (node.type === 'float') return whole && !Number.isInteger(node.value) ? null : node.value
  if (node.type !== 'string') return null
  const word = node.value.trim()
  if ((whole ? INTEGER_WORD : NUMBER_WORD).test(word)) return Number(word.replaceAll('_', ''))
  return !whole && /^[+-]?(?:inf|infinity|nan)$/i.test(word) ? Number.NaN : null
}

export const integer = (range: Range = {}): Type<number> => numeric(true, range)
export const number = (range: Range = {}): Type<number> => numeric(false, range)

/** One of some words. `fold`: whatever the case; the word is given back as it is listed. */
export function choice<const T extends string>(words: readonly T[], { fold = false } = {}): Type<T> {
  const name = `one of ${words.join(', ')}`
  return {
    name,
    schema: fold
      ? { anyOf: [{ enum: [...words] }, { type: 'string', pattern: anyCase(words) }] }
      : { enum: [...words] },
    read(node, context) {
      if (!isScalar(node) || node.type !== 'string') return mismatch(node, name, context)
      const word = node.value
      const found = words.find((known) => known === word || (fold && known.toLowerCase() === word.toLowerCase()))
      if (found !== undefined) return found
      const near = suggest(word, words)
      const told = { code: 'bad-value', message: `${shown(node)} is not ${name}` }
      context.tell(node.at, 'error', near === null ? told : { ...told, cure: `did you mean '${near}'?` })
      return INVALID
    }
  }
}

/** Nothing at all, or a value. */
export const orNull = <T>(type: Type<T>): Type<T | null> => ({
  name: `${type.name}, or null`,
  ...(type.schema === undefined ? {} : { schema: { anyOf: [type.schema, { type: 'null' }] } }),
  read: (node, context) => (isScalar(node) && node.type === 'null' ? null : type.read(node, context))
})

/** A list. What depends on variables that are not known here is passed over. */
export function list<T>(type: Type<T>): Type<readonly T[]> {
  const name = `a list of which each is ${type.name}`
  return {
    name,
    schema: { type: 'array', items: schemaOf(type) },
    read(node, context) {
      if (node.kind !== 'list') return mismatch(node, name, context)
      const items = node.items.filter((item) => !isOpen(item))
      const values = items.map((item) => type.read(item, context))
      const valid = values.flatMap((value) => (value === INVALID ? [] : [value]))
      return valid.length < values.length ? INVALID : valid
    }
  }
}

/** Any names, each with a value of one kind. What depends on variables that are not known here is passed over. */
export function record<T>(type: Type<T>): Type<Readonly<Record<string, T>>> {
  const name = `a mapping of which each value is ${type.name}`
  return {
    name,
    schema: { type: 'object', additionalProperties: schemaOf(type) },
    read(node, context) {
      if (node.kind !== 'map') return mismatch(node, name, context)
      const members = node.entries
        .filter(({ value }) => !isOpen(value))
        .map(({ key, value }) => {
          const read = type.read(value, context)
          if (key.type !== 'string') mismatch(key, 'a string', context, 'put the key in quotes')
          return [keyText(key), key.type === 'string' ? read : INVALID] as const
        })
      const valid = members.flatMap(([key, value]) => (value === INVALID ? [] : [[key, value] as const]))
      return valid.length < members.length ? INVALID : Object.fromEntries(valid)
    }
  }
}

/** A value that some rule refuses or changes after it was read. `rule` tells the context why. */
export const checked = <T, U>(
  type: Type<T>,
  rule: (value: T, node: ConfigNode, context: ReadContext) => U | Invalid
): Type<U> => ({
  name: type.name,
  ...(type.schema === undefined ? {} : { schema: type.schema }),
  read(node, context) {
    const value = type.read(node, context)
    return value === INVALID ? INVALID : rule(value, node, context)
  }
})

/** Anything; what it means is decided elsewhere, or it has no meaning here. */
export const anything: Type<Json> = { name: 'anything', read: toJson }

/** Any mapping of names to anything. */
export const anyMapping: Type<Readonly<Record<string, Json>>> = record(anything)
