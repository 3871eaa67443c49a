/** What Python's str.isspace and its `\s` mean; JavaScript's know U+FEFF too, and not U+001C to U+001F and U+0085. */
export const PYTHON_SPACE = '\\t-\\r\\u001c- \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const IS_SPACE = new RegExp(`[${PYTHON_SPACE}]`)

/** Python's str.strip(). */
export function pythonStrip(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && IS_SPACE.test(text.charAt(start))) start += 1
  while (end > start && IS_SPACE.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

const DIGIT = /^\p{Nd}$/u
/** Python refuses to make a number of more digits than this (sys.get_int_max_str_digits). */
const MAX_DIGITS = 4300

/**
 * Python's int() of decimal digits of any script (what `\d+` finds); null for more of them than Python accepts.
 * Digits stand in the code chart in rows of ten, one or more after the other.
 */
export function pythonInt(digits: string): bigint | null {
  const characters = Array.from(digits)
  return characters.length > MAX_DIGITS ? null : BigInt(characters.map(digitOf).join(''))
}

function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  let first = code
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}
