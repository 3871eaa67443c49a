import { PYTHON_SPACE } from '../../../datahub/python-text.ts'

const KEYWORD = /password|secret/giu
/** What may stand between a key and its value. */
const COLON = new RegExp(`[${PYTHON_SPACE}]*:[${PYTHON_SPACE}]*"`, 'y')

/** What is known of each quote of a text, by its number. */
interface Quotes {
  /** Where they stand. */
  readonly at: readonly number[]
  /** The first quote from here on that no backslash precedes. */
  readonly plain: Int32Array
  /** The last quote up to here that ends a key with a value behind it; -1: none. */
  readonly key: Int32Array
  /** For a quote that ends a key: the quote that opens its value, and the one that closes it. */
  readonly value: ReadonlyMap<number, readonly [number, number]>
}

/**
 * A script in which the values behind keys with `password` or `secret` in them are hidden, as the peer hides them
 * (glue.py _redact_secret_fields_in_dataflow_script). The peer's regular expression tries exponentially many ways to read
 * a text with many backslashes; this goes over the text a few times, whatever stands in it.
 */
export function redactSecrets(script: string): string {
  const quotes = quotesOf(script)
  const words = [...script.matchAll(KEYWORD)].map((match) => [match.index, match.index + match[0].length] as const)
  let out = ''
  let done = 0
  let word = 0
  for (let number = 0; number < quotes.at.length; number++) {
    const start = quotes.at[number] ?? 0
    const end = keyFrom(number, quotes)
    if (start < done || end === null) continue
    const last = at(quotes, end)
    while (word < words.length && (words[word]?.[0] ?? 0) <= start) word += 1
    if ((words[word]?.[1] ?? Number.POSITIVE_INFINITY) > last) continue
    const [open, close] = quotes.value.get(end) ?? [end, end]
    out += `${script.slice(done, at(quotes, open))}"*****"`
    done = at(quotes, close) + 1
  }
  return out + script.slice(done)
}

const at = (quotes: Quotes, number: number): number => quotes.at[number] ?? 0

/** The quote that ends the key which begins at this one: the last that can; null when none can. */
function keyFrom(number: number, quotes: Quotes): number | null {
  const next = number + 1
  if (next >= quotes.at.length) return null
  const limit = quotes.plain[next] ?? -1
  const end = quotes.key[limit === -1 ? quotes.at.length - 1 : limit] ?? -1
  return end < next ? null : end
}

function quotesOf(text: string): Quotes {
  const at: number[] = []
  for (let index = text.indexOf('"'); index !== -1; index = text.indexOf('"', index + 1)) at.push(index)
  const plain = new Int32Array(at.length).fill(-1)
  for (let number = at.length - 1; number >= 0; number--) {
    const isPlain = text[(at[number] ?? 0) - 1] !== '\\'
    plain[number] = isPlain ? number : (plain[number + 1] ?? -1)
  }
  const numberAt = new Map(at.map((index, number) => [index, number]))
  const value = new Map<number, readonly [number, number]>()
  const key = new Int32Array(at.length).fill(-1)
  for (const [number, index] of at.entries()) {
    const open = openingBehind(text, index + 1, numberAt)
    const close = open === null ? null : closing(open, plain, at.length)
    if (open !== null && close !== null) value.set(number, [open, close])
    key[number] = value.has(number) ? number : (key[number - 1] ?? -1)
  }
  return { at, plain, key, value }
}

/** The quote that opens a value, when a colon and it stand here. */
function openingBehind(text: string, from: number, numberAt: ReadonlyMap<number, number>): number | null {
  COLON.lastIndex = from
  const match = COLON.exec(text)
  return match === null ? null : (numberAt.get(from + match[0].length - 1) ?? null)
}

/** A value ends at the first quote without a backslash before it, and otherwise at the last quote there is. */
function closing(open: number, plain: Int32Array, count: number): number | null {
  if (open + 1 >= count) return null
  const first = plain[open + 1] ?? -1
  return first === -1 ? count - 1 : first
}
