/** What stands for a moment, and for bytes, in JSON; no member of an answer is called so. */
const MOMENT = '\u0000moment'
const BYTES = '\u0000bytes'

/** An answer of AWS as JSON; what JSON has no words for is put in others. */
export const pack = (answer: unknown): Buffer => Buffer.from(JSON.stringify(packed(answer)) ?? 'null')

/** The answer as it was, but for members that are undefined. */
export const unpack = (bytes: Buffer): unknown => unpacked(JSON.parse(bytes.toString('utf8')))

function packed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(packed)
  if (value instanceof Date) return { [MOMENT]: value.getTime() }
  if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, packed(member)]))
}

function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(unpacked)
  if (Object.hasOwn(value, MOMENT)) {
    const moment: unknown = Reflect.get(value, MOMENT)
    // JSON has null for a moment that is none.
    return new Date(typeof moment === 'number' ? moment : Number.NaN)
  }
  if (Object.hasOwn(value, BYTES)) return Buffer.from(String(Reflect.get(value, BYTES)), 'base64')
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unpacked(member)]))
}
