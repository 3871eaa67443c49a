import type { Json, JsonObject } from '../json.ts'
import { quotedKey } from '../quote.ts'
import { suggest } from '../suggest.ts'
import { type ConfigMap, type ConfigNode, entryOf, isOpen, keyText } from './node.ts'
import { INVALID, type Invalid, mismatch, type ReadContext, schemaOf, type Type } from './types.ts'

/** One key of a mapping: what it holds, what it is when it is not there, and what it does. */
export interface Option<T> {
  readonly type: Type<T>
  /** undefined: the key has to be there. */
  readonly fallback: T | undefined
  /** One sentence for users: `describe`, the README and editors show it. */
  readonly doc: string
  /**
   * Values of an option that is not supported yet which change nothing, such as its default; everything else is refused.
   * Absent: the option works.
   */
  inert?(value: T): boolean
  /** The name that replaces this one, when it is an old one. */
  readonly renamedTo?: string
}

export type Options = Readonly<Record<string, Option<unknown>>>

/** The values that a table of options gives. */
export type ValuesOf<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never
}

/** An option that may be left out. */
export const option = <T, F extends T | null>(type: Type<T>, fallback: F, doc: string): Option<T | F> => ({
  type,
  fallback,
  doc
})

/** An option that has to be there. */
export const required = <T>(type: Type<T>, doc: string): Option<T> => ({ type, fallback: undefined, doc })

/** An option that is known and does nothing yet: only its default and what `inert` names are accepted. */
export const planned = <T, F extends T | null>(
  type: Type<T>,
  fallback: F,
  doc: string,
  inert?: (value: T | F) => boolean
): Option<T | F> => ({
  type,
  fallback,
  doc,
  inert: (value) => JSON.stringify(value) === JSON.stringify(fallback) || inert?.(value) === true
})

export interface ReadOptions {
  /** What the mapping is, for messages: `source.config`. */
  readonly where: string
  /** How unknown keys are told. */
  readonly unknown: 'error' | 'warning'
  /** Where keys belong that are often put into the wrong mapping. */
  misplaced?(key: string): string | null
}

/** What a message calls the recipe's own mapping. */
export const TOP = 'the recipe'

/** With more options than these, naming them all helps nobody. */
const MOST_NAMED = 12

/** Reads a mapping by its table: every key checked, all problems told at once. INVALID when any is an error. */
export function readOptions<O extends Options>(
  map: ConfigMap,
  table: O,
  options: ReadOptions,
  context: ReadContext
): ValuesOf<O> | Invalid {
  tellUnknown(map, table, options, context)
  const values = Object.entries(table).map(
    ([name, known]) => [name, readOption(map, name, known, options, context)] as const
  )
  if (values.some(([, value]) => value === INVALID)) return INVALID
  return Object.fromEntries(values) as ValuesOf<O>
}

function readOption(
  map: ConfigMap,
  name: string,
  known: Option<unknown>,
  { where }: ReadOptions,
  context: ReadContext
): unknown {
  const entry = entryOf(map, name)
  if (entry === undefined) return absent(map, name, known, where, context)
  const { key, value: node } = entry
  if (isOpen(node)) return openValue(node, known)
  const value = known.type.read(node, context)
  if (value === INVALID || known.inert === undefined || known.inert(value)) return value
  context.tell(key.at, 'error', {
    code: 'not-supported-yet',
    message: `${where === TOP ? name : `${where}.${name}`} is not supported yet`,
    cure: `remove it${offHint(known)}: what it asks for would silently be missing`
  })
  return INVALID
}

/** What stands in for a value that is not known here: the default, or the text with its variables. */
function openValue(node: ConfigNode, { fallback }: Option<unknown>): unknown {
  if (fallback !== undefined) return fallback
  return node.kind === 'scalar' ? String(node.value) : INVALID
}

const offHint = ({ fallback }: Option<unknown>): string => (typeof fallback === 'boolean' ? ', or set it to false' : '')

function absent(map: ConfigMap, name: string, known: Option<unknown>, where: string, context: ReadContext): unknown {
  if (known.fallback !== undefined) return known.fallback
  const message = `${where} has no '${name}', which has to be ${known.type.name}`
  context.tell(map.at, 'error', { code: 'missing-key', message, cure: `add '${name}:' to ${where}` })
  return INVALID
}

function tellUnknown(map: ConfigMap, table: Options, options: ReadOptions, context: ReadContext): void {
  for (const { key, value } of map.entries) {
    const name = keyText(key)
    if (key.type === 'string' && Object.hasOwn(table, name)) continue
    const cure = key.type === 'string' ? unknownCure(name, table, options) : 'remove it, or put the key in quotes'
    // Without a value it may be one itself, whose colon became a comma: {password, secret}.
    const isValue = value.kind === 'scalar' && value.type === 'null' && !cure.startsWith(MEANT)
    const message = `${options.where} has no option ${isValue ? "'…'" : quotedKey(name)}`
    context.tell(key.at, options.unknown, { code: 'unknown-key', message, cure })
  }
}

const MEANT = 'did you mean'

function unknownCure(name: string, table: Options, options: ReadOptions): string {
  const place = options.misplaced?.(name) ?? null
  if (place !== null) return `it belongs to ${place}`
  const current = Object.entries(table).flatMap(([known, { renamedTo }]) => (renamedTo === undefined ? [known] : []))
  const near = suggest(name, current)
  if (near !== null) return `${MEANT} '${near}'?`
  if (options.unknown === 'warning') return 'remove it: it is ignored'
  if (current.length > MOST_NAMED) return 'remove it; the README lists the options'
  return current.length === 0 ? 'remove it' : `remove it; there are ${current.join(', ')}`
}

/** What an option's mapping may say of itself besides its table. */
export interface SectionRules<V> {
  /** Keys that are not in the table; `ignored`: those that the peer passes over in silence. */
  readonly extra?: 'forbidden' | 'ignored'
  /** Rules between options: tells what is wrong. Called when every option by itself is right. */
  readonly check?: (values: V, node: ConfigMap, context: ReadContext) => boolean
}

/** A mapping with a table of its own, as the type of an option. */
export function section<O extends Options>(
  table: O,
  where: string,
  { extra = 'forbidden', check }: SectionRules<ValuesOf<O>> = {}
): Type<ValuesOf<O>> {
  return {
    name: 'a mapping',
    schema: optionsSchema(table, extra),
    read(node, context) {
      if (node.kind !== 'map') return mismatch(node, 'a mapping', context)
      const unknown = extra === 'ignored' ? context.ignoredKeys : 'error'
      const values = readOptions(node, table, { where, unknown }, context)
      if (values === INVALID || check === undefined) return values
      return check(values, node, context) ? values : INVALID
    }
  }
}

/** The JSON Schema of a mapping with this table: what an editor completes, explains and underlines. */
export function optionsSchema(table: Options, extra: 'forbidden' | 'ignored' = 'forbidden'): JsonObject {
  const names = Object.keys(table).filter((name) => table[name]?.fallback === undefined)
  return {
    type: 'object',
    ...(names.length === 0 ? {} : { required: names }),
    properties: Object.fromEntries(Object.entries(table).map(([name, known]) => [name, optionSchema(known)])),
    additionalProperties: extra === 'ignored'
  }
}

/** The title says what the option takes, in the words of messages; the description what it does. */
function optionSchema(known: Option<unknown>): JsonObject {
  const { type, fallback, doc, renamedTo } = known
  return {
    ...schemaOf(type),
    title: type.name,
    description: known.inert === undefined ? doc : `${doc} Not supported yet: only its default is accepted.`,
    ...(isPlain(fallback) ? { default: fallback } : {}),
    ...(renamedTo === undefined ? {} : { deprecated: true })
  }
}

/** Whether a default can be shown: null stands for none, and what was made of a value is not what a recipe would say. */
const isPlain = (value: unknown): value is Json =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every(isPlain))
