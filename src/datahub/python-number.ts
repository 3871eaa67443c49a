import { pythonStrip } from './python-text.ts'

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i

/** Python's float() of a text; null for what is none, or no number that JSON can hold. */
export function pythonFloat(text: string): number | null {
  const word = pythonStrip(text)
  if (!FLOAT.test(word)) return null
  const value = Number(word.replaceAll('_', ''))
  return Number.isFinite(value) ? value : null
}

/** Python's int(float()) of a text: what is behind the point is cut off. null also beyond the numbers that are exact. */
export function pythonWhole(text: string): number | null {
  const value = pythonFloat(text)
  const whole = value === null ? Number.NaN : Math.trunc(value)
  return Number.isSafeInteger(whole) ? whole : null
}
