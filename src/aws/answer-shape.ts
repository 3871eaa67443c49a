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
 * Reads a value that JSON.parse made of an answer: what has the wrong type, is null or is not known is left out, as the SDKs
 * leave out what their model does not know. Nearly all that AWS answers is as it should be, and then the value itself is
 * given back, with its times changed in place: a copy would cost as much as JSON.parse did.
 * @returns `undefined` when nothing is left
 */
export function readShape(shape: Shape, value: unknown): unknown {
  if (typeof shape === 'string') return readScalar(shape, value)
  if (typeof value !== 'object' || value === null) return undefined
  if ('list' in shape) return Array.isArray(value) ? readList(shape.list, value) : undefined
  if (Array.isArray(value)) return undefined
  return 'map' in shape ? readMap(shape.map, value) : readMembers(shape, value)
}

function readScalar(shape: Shape & string, value: unknown): unknown {
  if (shape === 'time') return readTime(value)
  const type = shape === 'text' ? 'string' : shape
  return typeof value === type ? value : undefined
}

function readList(shape: Shape, values: unknown[]): unknown[] {
  let kept = 0
  for (const value of values) {
    const item = readShape(shape, value)
    if (item !== undefined) values[kept++] = item
  }
  values.length = kept
  return values
}

function readMap(shape: Shape, value: object): object {
  for (const [key, entry] of Object.entries(value)) {
    const item = readShape(shape, entry)
    if (item === undefined) Reflect.deleteProperty(value, key)
    else if (item !== entry) define(value, key, item)
  }
  return value
}

type Structure = Shape & { readonly members: Readonly<Record<string, Shape>> }

/** The place of each member in its structure. */
const places = new WeakMap<Structure, ReadonlyMap<string, number>>()

function placesOf(structure: Structure): ReadonlyMap<string, number> {
  const known = places.get(structure)
  if (known !== undefined) return known
  const made = new Map(Object.keys(structure.members).map((name, place) => [name, place]))
  places.set(structure, made)
  return made
}

function readMembers(structure: Structure, value: object): object {
  // An object that JSON.parse made: its members are of any type.
  const source = value as Record<string, unknown>
  const order = placesOf(structure)
  let last = -1
  for (const name in source) {
    const place = order.get(name) ?? -1
    const shape = structure.members[name]
    if (place <= last || shape === undefined) return sorted(structure, source)
    last = place
    const item = readShape(shape, source[name])
    if (item === undefined) return sorted(structure, source)
    if (item !== source[name]) source[name] = item
  }
  return source
}

/** The known members, in the order of the structure. Members that have been read already read as themselves. */
function sorted({ members }: Structure, source: Readonly<Record<string, unknown>>): object {
  const record: Record<string, unknown> = {}
  for (const name in members) {
    const shape = members[name]
    const value = Object.hasOwn(source, name) ? source[name] : undefined
    const item = shape === undefined || value instanceof Date ? value : readShape(shape, value)
    if (item !== undefined) record[name] = item
  }
  return record
}

/** A key that people chose may be `__proto__`, which an assignment would swallow. */
function define(map: object, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true })
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
