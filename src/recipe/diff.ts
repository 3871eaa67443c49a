import { isObject, type Json, type JsonObject } from '../core/json.ts'

/** Keys and numbers of items, from the top. */
export type OptionPath = readonly (string | number)[]

/** One value that two versions of a recipe say otherwise; undefined: it is not there. */
export interface ValueChange {
  readonly path: OptionPath
  readonly before: Json | undefined
  readonly after: Json | undefined
}

/**
 * What two versions of a recipe say otherwise, value by value, in the order of `after`; what is gone comes behind its
 * neighbours. The order of keys means nothing, that of items does. Numbers of items are those of `after`, and of `before`
 * for what is gone.
 */
export function valueChanges(
  before: Json | undefined,
  after: Json | undefined,
  path: OptionPath = []
): readonly ValueChange[] {
  if (isEqual(before, after)) return []
  if (isObject(before) && isObject(after)) return changesOfMaps(before, after, path)
  if (Array.isArray(before) && Array.isArray(after)) return changesOfLists(before, after, path)
  // A mapping or list that comes or goes is told by the values in it.
  const [olds, news] = [isNested(before) ? before : undefined, isNested(after) ? after : undefined]
  if (olds === undefined && news === undefined) return [{ path, before, after }]
  const gone = olds === undefined ? valuesOf(before, path, 'before') : membersOf(olds, path, 'before')
  const come = news === undefined ? valuesOf(after, path, 'after') : membersOf(news, path, 'after')
  return [...gone, ...come]
}

function changesOfMaps(before: JsonObject, after: JsonObject, path: OptionPath): readonly ValueChange[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return keys.flatMap((key) => valueChanges(own(before, key), own(after, key), [...path, key]))
}

type Side = 'before' | 'after'

const membersOf = (value: Json, path: OptionPath, side: Side): readonly ValueChange[] =>
  entriesOf(value).flatMap(([key, member]) =>
    side === 'before'
      ? valueChanges(member, undefined, [...path, key])
      : valueChanges(undefined, member, [...path, key])
  )

const valuesOf = (value: Json | undefined, path: OptionPath, side: Side): readonly ValueChange[] =>
  value === undefined
    ? []
    : [side === 'before' ? { path, before: value, after: undefined } : { path, before: undefined, after: value }]

function entriesOf(value: Json): readonly (readonly [string | number, Json | undefined])[] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item] as const)
  return isObject(value) ? Object.entries(value) : []
}

/** Items that stay are found first; between them what is gone and what has come stand for each other in order. */
function changesOfLists(before: readonly Json[], after: readonly Json[], path: OptionPath): readonly ValueChange[] {
  const changes: ValueChange[] = []
  let [old, now] = [0, 0]
  for (const [stays, staysAs] of [...common(before, after), [before.length, after.length] as const]) {
    const gone = before.slice(old, stays).map((item, index) => ({ item, path: [...path, old + index] }))
    const come = after.slice(now, staysAs).map((item, index) => ({ item, path: [...path, now + index] }))
    changes.push(...paired(gone, come))
    old = stays + 1
    now = staysAs + 1
  }
  return changes
}

interface Item {
  readonly item: Json
  readonly path: OptionPath
}

function paired(gone: readonly Item[], come: readonly Item[]): readonly ValueChange[] {
  return Array.from({ length: Math.max(gone.length, come.length) }).flatMap((_, index) => {
    const [a, b] = [gone[index], come[index]]
    if (a !== undefined && b !== undefined && isOfOneKind(a.item, b.item)) return valueChanges(a.item, b.item, b.path)
    return [
      ...(a === undefined ? [] : valueChanges(a.item, undefined, a.path)),
      ...(b === undefined ? [] : valueChanges(undefined, b.item, b.path))
    ]
  })
}

/** Two transformers are compared option by option when they are of one type. */
const isOfOneKind = (a: Json, b: Json): boolean =>
  isObject(a) && isObject(b) ? a.type === b.type : !isNested(a) && !isNested(b)

/** Of lists longer than this only what both begin and end with is taken for the same: the table below would be too large. */
const MOST_COMPARED = 2_000

/** Items that both lists have in this order, as pairs of their numbers: the longest such row. */
function common(a: readonly Json[], b: readonly Json[]): readonly (readonly [number, number])[] {
  const [left, right] = [a.map(canonical), b.map(canonical)]
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let end = 0
  while (left.length - end > start && right.length - end > start && left.at(-1 - end) === right.at(-1 - end)) end += 1
  const head = Array.from({ length: start }, (_, at) => [at, at] as const)
  const tail = Array.from({ length: end }, (_, at) => [left.length - end + at, right.length - end + at] as const)
  const middle = longest(left.slice(start, left.length - end), right.slice(start, right.length - end))
  return [...head, ...middle.map(([x, y]) => [x + start, y + start] as const), ...tail]
}

function longest(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  if (a.length > MOST_COMPARED || b.length > MOST_COMPARED) return []
  const width = b.length + 1
  // Row by row from behind: how many items both have from here on.
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (x: number, y: number): number => lengths[x * width + y] ?? 0
  for (let x = a.length - 1; x >= 0; x -= 1) {
    for (let y = b.length - 1; y >= 0; y -= 1) {
      lengths[x * width + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let [x, y] = [0, 0]; x < a.length && y < b.length; ) {
    if (a[x] === b[y]) pairs.push([x++, y++])
    else if (at(x + 1, y) >= at(x, y + 1)) x += 1
    else y += 1
  }
  return pairs
}

const isEqual = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonical(a) === canonical(b)

/** The same text for what means the same: keys in order of name. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`
}

const own = (value: JsonObject, key: string): Json | undefined => (Object.hasOwn(value, key) ? value[key] : undefined)

/** A mapping or list with something in it. */
const isNested = (value: Json | undefined): value is Json =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
