/*
 * Which characters Python takes for the same when case does not matter: those whose simple upper case of the simple lower
 * case agree, and three pairs that only re/_casefix.py knows. JavaScript's own `i` agrees but for the dotted and
 * dotless i.
 */

/** The four letters i that Python takes for one. */
export const LETTERS_I: readonly number[] = [0x49, 0x69, 0x130, 0x131]

const EXTRA: readonly (readonly [number, number])[] = [
  [0x390, 0x1fd3],
  [0x3b0, 0x1fe3],
  [0xfb05, 0xfb06]
]
/** No letter with a case lies above. */
const LAST_CASED = 0x1e943

let classes: ReadonlyMap<number, readonly number[]> | null = null

/** All code points that are the same as `code` when case does not matter, itself included. */
export function caseVariants(code: number, ascii: boolean): readonly number[] {
  if (ascii) return asciiVariants(code)
  classes ??= buildClasses()
  return classes.get(code) ?? [code]
}

/** All code points that are the same as one between `low` and `high` when case does not matter, without those. */
export function rangeVariants(low: number, high: number, ascii: boolean): readonly number[] {
  classes ??= buildClasses()
  const cased = ascii ? ASCII_LETTERS : [...classes.keys()]
  const variants = cased
    .filter((code) => code >= low && code <= high)
    .flatMap((code) => caseVariants(code, ascii))
    .filter((code) => code < low || code > high)
  return [...new Set(variants)]
}

const ASCII_LETTERS: readonly number[] = Array.from({ length: 26 }, (_, i) => [0x41 + i, 0x61 + i]).flat()

function asciiVariants(code: number): readonly number[] {
  return ASCII_LETTERS.includes(code) ? [code, code ^ 0x20] : [code]
}

/** Every letter that has a case, with all that it equals. Takes some milliseconds, and few patterns need it. */
function buildClasses(): ReadonlyMap<number, readonly number[]> {
  const byKey = new Map<number, number[]>()
  for (let code = 0x41; code <= LAST_CASED; code += 1) {
    const text = String.fromCodePoint(code)
    if (!/\p{Changes_When_Casemapped}/u.test(text)) continue
    const key = caseKey(code)
    byKey.set(key, [...(byKey.get(key) ?? []), code])
  }
  byKey.set(-1, [...LETTERS_I])
  for (const [index, pair] of EXTRA.entries()) byKey.set(-2 - index, [...pair])
  const all = new Map<number, readonly number[]>()
  for (const members of byKey.values()) for (const code of members) all.set(code, members)
  return all
}

function caseKey(code: number): number {
  const lower = String.fromCodePoint(code).toLowerCase().codePointAt(0) ?? code
  const upper = String.fromCodePoint(lower).toUpperCase()
  return [...upper].length === 1 ? (upper.codePointAt(0) ?? lower) : lower
}
