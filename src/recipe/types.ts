import type { Position, Severity } from '../core/diagnostic.ts'
import type { Json } from '../core/json.ts'
import { quoted } from '../core/quote.ts'
import { isOpen, keyText, kindOf, type RecipeNode, type RecipeScalar, toJson } from './node.ts'

/** Says that a value could not be read; why has been told to the context. */
export const INVALID = Symbol('invalid')
export type Invalid = typeof INVALID

/** Where problems go while a recipe is read. */
export interface ReadContext {
  tell(
    at: Position,
    severity: Severity,
    told: { readonly code: string; readonly message: string; readonly cure?: string }
  ): void
  /** Registers a value that must not be shown. */
  secret(value: string): void
}

/** A kind of value that an option can have: how it is read and what it is called. */
export interface Type<T> {
  /** `a string`, `true or false`: what is said when it is something else, and what describes it. */
  readonly name: string
  read(node: RecipeNode, context: ReadContext): T | Invalid
}

/** Tells that `node` is not what it should be. */
export function mismatch(node: RecipeNode, expected: string, context: ReadContext, cure?: string): Invalid {
  const told = { code: 'wrong-type', message: `this is ${kindOf(node)} and should be ${expected}` }
  context.tell(node.at, 'error', cure === undefined ? told : { ...told, cure })
  return INVALID
}

const isScalar = (node: RecipeNode): node is RecipeScalar => node.kind === 'scalar'

/** A string. As with the peer, a number is none: an account id has to be quoted. */
export const text: Type<string> = {
  name: 'a string',
  read(node, context) {
    if (isScalar(node) && node.type === 'string') return node.value
    if (isScalar(node) && node.type !== 'null') {
      return mismatch(node, 'a string', context, 'put it in quotes')
    }
    return mismatch(node, 'a string', context)
  }
}

/** A string that must not be shown. */
export const secretText: Type<string> = {
  name: 'a string',
  read(node, context) {
    const value = text.read(node, context)
    if (value !== INVALID) context.secret(value)
    return value
  }
}

const TRUE = new Set(['true', 't', '1', 'on', 'yes', 'y'])
const FALSE = new Set(['false', 'f', '0', 'off', 'no', 'n'])

/** A boolean, also as the words and numbers that pydantic takes for one. Space around a word is not taken away. */
export const flag: Type<boolean> = {
  name: 'true or false',
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

export interface Range {
  readonly min?: number
  readonly max?: number
}

/** A number, also as text. `whole` numbers only, with or without a fraction of zero. */
function numeric(whole: boolean, { min, max }: Range): Type<number> {
  const limits = [min === undefined ? '' : ` from ${min}`, max === undefined ? '' : ` to ${max}`].join('')
  const name = `a ${whole ? 'whole number' : 'number'}${limits}`
  return {
    name,
    read(node, context) {
      const value = isScalar(node) ? numberOf(node) : Number.NaN
      const fits = (min === undefined || value >= min) && (max === undefined || value <= max)
      return fits && Number.isFinite(value) && (!whole || Number.isInteger(value))
        ? value
        : mismatch(node, name, context)
    }
  }
}

function numberOf(node: RecipeScalar): number {
  if (node.type === 'integer' || node.type === 'float') return Number(node.value)
  if (node.type === 'boolean') return node.value ? 1 : 0
  if (node.type !== 'string') return Number.NaN
  const word = node.value.trim().replaceAll('_', '')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word) : Number.NaN
}

export const integer = (range: Range = {}): Type<number> => numeric(true, range)
export const number = (range: Range = {}): Type<number> => numeric(false, range)

/** One of some words. `fold`: whatever the case; the word is given back as it is listed. */
export function choice<const T extends string>(words: readonly T[], { fold = false } = {}): Type<T> {
  const name = `one of ${words.join(', ')}`
  return {
    name,
    read(node, context) {
      const word = text.read(node, context)
      if (word === INVALID) return INVALID
      const found = words.find((known) => known === word || (fold && known.toLowerCase() === word.toLowerCase()))
      if (found !== undefined) return found
      context.tell(node.at, 'error', { code: 'bad-value', message: `${quoted(word)} is not ${name}` })
      return INVALID
    }
  }
}

/** Nothing at all, or a value. */
export const orNull = <T>(type: Type<T>): Type<T | null> => ({
  name: `${type.name}, or null`,
  read: (node, context) => (isScalar(node) && node.type === 'null' ? null : type.read(node, context))
})

/** A list. What depends on variables that are not known here is passed over. */
export function list<T>(type: Type<T>): Type<readonly T[]> {
  const name = `a list of which each is ${type.name}`
  return {
    name,
    read(node, context) {
      if (node.kind !== 'list') return mismatch(node, name, context)
      const items = node.items.filter((item) => !isOpen(item))
      const values = items.map((item) => type.read(item, context))
      const valid = values.flatMap((value) => (value === INVALID ? [] : [value]))
      return valid.length < values.length ? INVALID : valid
    }
  }
}

/** Any names, each with a value of one kind. */
export function record<T>(type: Type<T>): Type<Readonly<Record<string, T>>> {
  const name = `a mapping of which each value is ${type.name}`
  return {
    name,
    read(node, context) {
      if (node.kind !== 'map') return mismatch(node, name, context)
      const entries = node.entries.filter(({ value }) => !isOpen(value))
      const members = entries.map(({ key, value }) => [keyText(key), type.read(value, context)] as const)
      const valid = members.flatMap(([key, value]) => (value === INVALID ? [] : [[key, value] as const]))
      return valid.length < members.length ? INVALID : Object.fromEntries(valid)
    }
  }
}

/** Anything; what it means is decided elsewhere, or it has no meaning here. */
export const anything: Type<Json> = { name: 'anything', read: toJson }
