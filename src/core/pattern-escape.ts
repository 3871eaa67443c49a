import type { PatternReader } from './pattern-reader.ts'
import type { CategoryItem, SetItem } from './pattern-syntax.ts'

const OCTAL = '01234567'
const DIGITS = '0123456789'
const HEX = '0123456789abcdefABCDEF'
const MAX_CODE_POINT = 0x10ffff
const MAX_OCTAL = 0o377
const CONTROLS: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 }

/** One code point as a member of a set. */
export const single = (code: number): SetItem => ({ type: 'range', low: code, high: code })

/** `\d`, `\W` and their like; null for any other letter. */
export function categoryOf(letter: string): CategoryItem | null {
  const lower = letter.toLowerCase()
  if (lower !== 'd' && lower !== 's' && lower !== 'w') return null
  return { type: 'category', category: lower, negated: letter !== lower }
}

/** The set member that an escape stands for inside [ ], where `\b` is a backspace (_class_escape). */
export function setEscape(reader: PatternReader, token: string): SetItem {
  const letter = token.slice(1)
  const start = reader.offset - [...token].length
  const category = categoryOf(letter)
  if (category !== null) return category
  if (OCTAL.includes(letter)) {
    const code = Number.parseInt(letter + reader.takeWhile(2, OCTAL), 8)
    if (code > MAX_OCTAL) reader.fail('an octal escape above \\377', start)
    return single(code)
  }
  return single(CONTROLS[letter] ?? codeEscape(reader, letter, start))
}

/** A group's number, or the code point that an escape outside of [ ] stands for (_escape). */
export function textEscape(reader: PatternReader, token: string): { readonly group: number } | SetItem {
  const letter = token.slice(1)
  const start = reader.offset - [...token].length
  const category = categoryOf(letter)
  if (category !== null) return category
  if (letter === '0') return single(Number.parseInt(letter + reader.takeWhile(2, OCTAL), 8))
  if (DIGITS.includes(letter)) return numberEscape(reader, letter, start)
  const control = letter === 'b' ? undefined : CONTROLS[letter]
  return single(control ?? codeEscape(reader, letter, start))
}

/** `\1` to `\99` is a group, three octal digits are a code point. */
function numberEscape(reader: PatternReader, first: string, start: number): { readonly group: number } | SetItem {
  const second = reader.takeWhile(1, DIGITS)
  const isOctal = second !== '' && OCTAL.includes(first) && OCTAL.includes(second)
  const third = isOctal ? reader.takeWhile(1, OCTAL) : ''
  if (third === '') return { group: Number(first + second) }
  const code = Number.parseInt(first + second + third, 8)
  if (code > MAX_OCTAL) reader.fail('an octal escape above \\377', start)
  return single(code)
}

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

function codeEscape(reader: PatternReader, letter: string, start: number): number {
  const length = HEX_LENGTHS[letter]
  if (length !== undefined) {
    const digits = reader.takeWhile(length, HEX)
    if (digits.length < length) reader.fail(`\\${letter} needs ${length} hexadecimal digits`, start)
    const code = Number.parseInt(digits, 16)
    return code <= MAX_CODE_POINT ? code : reader.fail('there is no such character', start)
  }
  if (letter === 'N') reader.refuse('a character by its name, \\N{…}', start)
  if (/^[A-Za-z0-9]$/.test(letter)) reader.fail(`\\${letter} is not an escape that Python knows`, start)
  return letter.codePointAt(0) ?? 0
}
