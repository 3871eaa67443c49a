import { UNPRINTABLE } from './python-printable.ts'
import { datetimeRepr, datetimeStr } from './python-time.ts'

/*
 * Python's str() and repr() of what an answer of AWS can hold: the peer makes custom properties that way (glue.py
 * _get_dataset_properties, get_dataflow_wus), so their text is part of what users see in DataHub.
 */

/** `str(value)`. */
export function pythonStr(value: unknown): string {
  if (typeof value === 'string') return value
  return value instanceof Date ? datetimeStr(value) : pythonRepr(value)
}

/** `repr(value)`. Members of objects keep their order; what JSON cannot hold is written as None. */
export function pythonRepr(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return numeral(value)
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`
  if (value instanceof Date) return datetimeRepr(value)
  if (typeof value !== 'object' || value === null) return 'None'
  const members = Object.entries(value).map(([key, member]) => `${quoted(key)}: ${pythonRepr(member)}`)
  return `{${members.join(', ')}}`
}

const PLAIN = /^[ !#-&(-[\]-~]*$/

/** In single quotes, unless that would cost an escape and double quotes would not. */
function quoted(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const body = text.replace(quote === "'" ? /[\\']/g : /\\/g, '\\$&').replace(UNPRINTABLE, escaped)
  return quote + body + quote
}

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', ' ': ' ' }

function escaped(character: string): string {
  const named = NAMED[character]
  if (named !== undefined) return named
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\U${code.toString(16).padStart(8, '0')}`
}

/** Whole numbers are Python's integers. Below 0.0001 a float has an exponent, of two digits at least. */
function numeral(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  if (!Number.isFinite(value)) return 'None'
  const text = Math.abs(value) < 1e-4 ? value.toExponential() : String(value)
  return text.replace(/e([+-])(\d)$/, 'e$10$2')
}
