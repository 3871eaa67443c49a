/** What stands for a moment, and for bytes, in JSON; no member of an answer is called so. */
const MOMENT = '\u0000moment'
const BYTES = '\u0000bytes'

/** An answer of AWS as JSON; what JSON has no words for is put in others. */
export const pack = (answer: unknown): Buffer => Buffer.from(JSON.stringify(packed(answer)) ?? 'null')

/** The answer as it was, but for members that are undefined. */
export const unpack = (bytes: Buffer): unknown => unpacked(JSON.parse(bytes.toString('utf8')))

/** What holds nothing of these is not copied: this is done for every table of a catalogue. */
function packed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { [MOMENT]: value.getTime() }
  if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) {
    const items = value.map(packed)
    return items.every((item, index) => item === value[index]) ? value : items
  }
  const changed = Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const other = packed(member)
    return other === member ? [] : [[name, other] as const]
  })
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) }
}

/** Changes what was parsed, where it is. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Object.hasOwn(value, MOMENT)) {
    const moment: unknown = Reflect.get(value, MOMENT)
    // JSON has null for a moment that is none.
    return new Date(typeof moment === 'number' ? moment : Number.NaN)
  }
  if (Object.hasOwn(value, BYTES)) return Buffer.from(String(Reflect.get(value, BYTES)), 'base64')
  for (const name of Object.keys(value)) {
    const member: unknown = Reflect.get(value, name)
    if (typeof member === 'object' && member !== null) Reflect.set(value, name, unpacked(member))
  }
  return value
}
