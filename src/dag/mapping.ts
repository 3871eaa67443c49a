import { isObject, type Json, type JsonObject } from '../core/json.ts'
import type { Expand, ExpandSource } from './model.ts'

/** What the sources of a mapping hold: the values written out or given by an upstream; null while there are none. */
export type SourceValues = (taskId: string) => Json

/** Why an output cannot be mapped over, in one line; null when it can. `output` null means that nothing was given. */
export function unmappable(output: Json, maxLength: number): string | null {
  if (output === null) return 'gave no output, and a downstream maps over it'
  if (typeof output !== 'object') return `gave a ${typeof output}; a downstream maps over it and needs a list or map`
  const length = lengthOf(output)
  return length > maxLength ? `gave ${length} values to map over; ${maxLength} is the most` : null
}

/** How many instances the mapping makes; null while a source is not there yet. */
export function mapLength(expand: Expand, values: SourceValues): number | null {
  const sources = expand.kind === 'rows' ? [expand.source] : expand.args.map((arg) => arg.source)
  let product = 1
  for (const source of sources) {
    const list = resolve(source, values)
    if (list === null) return null
    product *= lengthOf(list)
  }
  return product
}

/** How many instances the mapping makes when all its lists are written out; null when one is not. */
export const literalLength = (expand: Expand): number | null => mapLength(expand, () => null)

/**
 * The arguments of the instance at `index`. In a product the last argument varies fastest; a map's values are
 * `[key, value]` pairs. Empty when a source is not there.
 */
export function mappedValues(expand: Expand, index: number, values: SourceValues): JsonObject {
  if (expand.kind === 'rows') {
    const row = at(resolve(expand.source, values), index)
    return isObject(row) ? row : {}
  }
  const picked: [string, Json][] = []
  let rest = index
  for (const { name, source } of [...expand.args].reverse()) {
    const list = resolve(source, values)
    const length = list === null ? 0 : lengthOf(list)
    if (length === 0) return {}
    picked.push([name, at(list, rest % length)])
    rest = Math.floor(rest / length)
  }
  return Object.fromEntries(picked.reverse())
}

type List = readonly Json[] | JsonObject

function resolve(source: ExpandSource, values: SourceValues): List | null {
  if (source.from === 'literal') return source.values
  const output = values(source.taskId)
  return typeof output === 'object' ? output : null
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const lengthOf = (list: List): number => (isList(list) ? list.length : Object.keys(list).length)

function at(list: List | null, index: number): Json {
  if (list === null) return null
  if (isList(list)) return list[index] ?? null
  const entry = Object.entries(list)[index]
  return entry === undefined ? null : [entry[0], entry[1] ?? null]
}
