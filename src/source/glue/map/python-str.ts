/*
 * Python's str() and repr() of what a Glue answer can hold: the peer makes custom properties of the storage descriptor's
 * members that way (glue.py _get_dataset_properties), so their text is part of what users see in DataHub.
 */

/** `str(value)`. */
export const pythonStr = (value: unknown): string => (typeof value === 'string' ? value : pythonRepr(value))

/** `repr(value)`. Members of objects keep their order; what JSON cannot hold is written as None. */
export function pythonRepr(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return numeral(value)
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`
  if (typeof value !== 'object' || value === null) return 'None'
  const members = Object.entries(value).map(([key, member]) => `${quoted(key)}: ${pythonRepr(member)}`)
  return `{${members.join(', ')}}`
}

/** Single quotes, unless that would cost an escape and double quotes would not. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const body = text.replace(/[\\'"]|[\p{C}\p{Z}]/gu, (character) => escaped(character, quote))
  return quote + body + quote
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', ' ': ' ' }

function escaped(character: string, quote: string): string {
  if (character === "'" || character === '"') return character === quote ? `\\${character}` : character
  const named = NAMED[character]
  if (named !== undefined) return named
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\U${code.toString(16).padStart(8, '0')}`
}

/** Integers as digits. Floats as Python writes them: an exponent has at least two digits, and 1e16 is where it begins. */
function numeral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value)
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2')
}
