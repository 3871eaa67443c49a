/**
 * What a member of an answer holds. A list or map of texts keeps only texts; a structure keeps only the members named
 * here, in this order.
 */
export type Shape =
  | 'text'
  | 'number'
  | 'boolean'
  | 'time'
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly members: Readonly<Record<string, Shape>> }

/**
 * Reads a value of a JSON answer: what has the wrong type, is null or is not known is left out, as the SDKs leave out
 * what their model does not know. `undefined` when nothing is left.
 */
export function readShape(shape: Shape, value: unknown): unknown {
  if (typeof shape === 'string') return readScalar(shape, value)
  if (typeof value !== 'object' || value === null) return undefined
  if ('list' in shape) return Array.isArray(value) ? readList(shape.list, value) : undefined
  if (Array.isArray(value)) return undefined
  return 'map' in shape ? readMap(shape.map, value) : readMembers(shape.members, value)
}

function readScalar(shape: Shape & string, value: unknown): unknown {
  if (shape === 'time') return readTime(value)
  const type = shape === 'text' ? 'string' : shape
  return typeof value === type ? value : undefined
}

function readList(shape: Shape, values: readonly unknown[]): unknown[] {
  const list: unknown[] = []
  for (const value of values) {
    const item = readShape(shape, value)
    if (item !== undefined) list.push(item)
  }
  return list
}

function readMap(shape: Shape, value: object): Record<string, unknown> {
  const map: Record<string, unknown> = {}
  for (const [key, entry] of Object.entries(value)) {
    const item = readShape(shape, entry)
    if (item !== undefined) define(map, key, item)
  }
  return map
}

function readMembers(members: Readonly<Record<string, Shape>>, value: object): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  // An object that JSON.parse made: its members are of any type, and absent ones read as undefined.
  const source = value as Readonly<Record<string, unknown>>
  for (const name in members) {
    const shape = members[name]
    const item = shape === undefined ? undefined : readShape(shape, source[name])
    if (item !== undefined) record[name] = item
  }
  return record
}

/** A key that people chose may be `__proto__`, which an assignment would swallow. */
function define(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true })
  else map[key] = value
}

/** Seconds since the epoch, with fractions, as JSON-1.1 services write times. */
function readTime(value: unknown): Date | undefined {
  const seconds = typeof value === 'string' ? Number(value) : value
  if (typeof seconds === 'number' && Number.isFinite(seconds)) return new Date(Math.trunc(toMicros(seconds) * 1_000))
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(parsed) ? undefined : new Date(parsed)
}

/**
 * Seconds rounded to the microsecond, as a Python datetime holds them; cut off to the millisecond from there, they are
 * what the peer writes: `int(datetime.timestamp() * 1000)`. The fraction is rounded apart from the whole seconds, whose
 * microseconds are too many for a number in distant times.
 */
function toMicros(seconds: number): number {
  const whole = Math.trunc(seconds)
  const fraction = seconds - whole
  const micros = Math.sign(fraction) * Math.round(Math.abs(fraction) * 1e6)
  const total = whole * 1e6 + micros
  return Number.isSafeInteger(total) ? total / 1e6 : whole + micros / 1e6
}
