/** Python's alphabet of base64.b85encode, which is that of RFC 1924. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'

const GROUP_BYTES = 4
const GROUP_DIGITS = 5
const BASE = 85
const DIGITS = new Map([...ALPHABET].map((digit, value) => [digit.charCodeAt(0), value]))
const CODES = Buffer.from(ALPHABET)

/** Bytes as Python's base64.b85encode writes them: five digits for four bytes, fewer for the last ones. */
export function encodeBase85(bytes: Uint8Array): string {
  const digits = Buffer.allocUnsafe(Math.ceil(bytes.length / GROUP_BYTES) * GROUP_DIGITS)
  const missing = (GROUP_BYTES - (bytes.length % GROUP_BYTES)) % GROUP_BYTES
  let at = 0
  for (let from = 0; from < bytes.length; from += GROUP_BYTES) {
    let value = 0
    for (let i = 0; i < GROUP_BYTES; i++) value = value * 256 + (bytes[from + i] ?? 0)
    for (let digit = GROUP_DIGITS - 1; digit >= 0; digit--) {
      digits[at + digit] = CODES[value % BASE] ?? 0
      value = Math.floor(value / BASE)
    }
    at += GROUP_DIGITS
  }
  return digits.toString('latin1', 0, at - missing)
}

/** The bytes of a text that Python's base64.b85encode wrote; null when it is none. */
export function decodeBase85(text: string): Buffer | null {
  const missing = (GROUP_DIGITS - (text.length % GROUP_DIGITS)) % GROUP_DIGITS
  const bytes = Buffer.allocUnsafe(((text.length + missing) / GROUP_DIGITS) * GROUP_BYTES)
  let at = 0
  for (let from = 0; from < text.length; from += GROUP_DIGITS) {
    const value = groupAt(text, from)
    if (value === null) return null
    at = bytes.writeUInt32BE(value, at)
  }
  return bytes.subarray(0, bytes.length - missing)
}

/** Five digits as a number; digits beyond the end count as the highest, as Python pads them. */
function groupAt(text: string, from: number): number | null {
  let value = 0
  for (let i = from; i < from + GROUP_DIGITS; i++) {
    const digit = i < text.length ? DIGITS.get(text.charCodeAt(i)) : BASE - 1
    if (digit === undefined) return null
    value = value * BASE + digit
  }
  return value > 0xffffffff ? null : value
}
