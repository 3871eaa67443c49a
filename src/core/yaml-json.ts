import type { Diagnostic, Position } from './diagnostic.ts'
import { quotedKey } from './quote.ts'
import { keyIdentity, type YamlEntry, type YamlNode, type YamlScalar, type YamlValue } from './yaml-node.ts'

const MAX_DEPTH = 100
const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in strings
const STRING = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
/** NaN and the infinities are what Python's json module reads besides JSON. */
const WORDS: readonly (readonly [string, YamlValue])[] = [
  ['true', { type: 'boolean', value: true }],
  ['false', { type: 'boolean', value: false }],
  ['null', { type: 'null', value: null }],
  ['NaN', { type: 'float', value: Number.NaN }],
  ['Infinity', { type: 'float', value: Number.POSITIVE_INFINITY }],
  ['-Infinity', { type: 'float', value: Number.NEGATIVE_INFINITY }]
]

/** Why a JSON text cannot be read, and where. */
class JsonFault extends Error {
  readonly offset: number

  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

/** Reads JSON as Python's json.load does, keeping the place of every key and value. Stops at the first error. */
export class JsonReader {
  readonly diagnostics: Diagnostic[] = []
  readonly #file: string
  readonly #text: string
  readonly #positionOf: (offset: number) => Position
  #next = 0

  constructor(file: string, text: string, positionOf: (offset: number) => Position) {
    this.#file = file
    this.#text = text
    this.#positionOf = positionOf
  }

  /** The root node, or null when there is none: `diagnostics` says why. */
  read(): YamlNode | null {
    try {
      const root = this.#value(0)
      this.#skipSpace()
      if (this.#next < this.#text.length) this.#fail('something follows after the end of the JSON value')
      return root
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error
      const cure = 'check the commas, quotes and brackets here and just before'
      this.diagnostics.push({
        file: this.#file,
        ...this.#positionOf(error.offset),
        severity: 'error',
        code: 'json-syntax',
        message: error.message,
        cure
      })
      return null
    }
  }

  #value(depth: number): YamlNode {
    if (depth > MAX_DEPTH) this.#fail('the text is nested too deeply')
    this.#skipSpace()
    const at = this.#positionOf(this.#next)
    if (this.#take('{')) return { kind: 'map', at, entries: this.#entries(depth) }
    if (this.#take('[')) return { kind: 'list', at, items: this.#items(depth) }
    return { kind: 'scalar', at, ...this.#scalar() }
  }

  #entries(depth: number): YamlEntry[] {
    const entries = new Map<string, YamlEntry>()
    this.#skipSpace()
    if (this.#take('}')) return []
    for (;;) {
      const key = this.#key()
      this.#skipSpace()
      if (!this.#take(':')) this.#fail("':' is missing after a key")
      const first = entries.get(keyIdentity(key))
      if (first !== undefined) this.#warnOfDuplicate(key, first.key)
      entries.set(keyIdentity(key), { key, value: this.#value(depth + 1) })
      this.#skipSpace()
      if (this.#take('}')) return [...entries.values()]
      if (!this.#take(',')) this.#fail("',' or '}' is missing")
    }
  }

  #items(depth: number): YamlNode[] {
    const items: YamlNode[] = []
    this.#skipSpace()
    if (this.#take(']')) return items
    for (;;) {
      items.push(this.#value(depth + 1))
      this.#skipSpace()
      if (this.#take(']')) return items
      if (!this.#take(',')) this.#fail("',' or ']' is missing")
    }
  }

  #key(): YamlScalar {
    this.#skipSpace()
    const at = this.#positionOf(this.#next)
    const text = this.#match(STRING)
    if (text === null) return this.#fail('a key in double quotes is missing')
    return { kind: 'scalar', at, type: 'string', value: String(JSON.parse(text)) }
  }

  #scalar(): YamlValue {
    const text = this.#match(STRING)
    if (text !== null) return { type: 'string', value: String(JSON.parse(text)) }
    for (const [word, value] of WORDS) if (this.#take(word)) return value
    const number = this.#match(NUMBER)
    if (number === null) return this.#fail('a value is missing, or is not closed')
    if (/^-?[0-9]+$/.test(number)) return { type: 'integer', value: BigInt(number) }
    return { type: 'float', value: Number(number) }
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#next
    const text = pattern.exec(this.#text)?.[0] ?? null
    this.#next += text?.length ?? 0
    return text
  }

  #skipSpace(): void {
    this.#match(SPACE)
  }

  #take(token: string): boolean {
    if (!this.#text.startsWith(token, this.#next)) return false
    this.#next += token.length
    return true
  }

  #fail(message: string): never {
    throw new JsonFault(this.#next, message)
  }

  #warnOfDuplicate(key: YamlScalar, first: YamlScalar): void {
    this.diagnostics.push({
      file: this.#file,
      ...key.at,
      severity: 'warning',
      code: 'duplicate-key',
      message: `the key ${quotedKey(String(key.value))} appears twice; this one wins, the one in line ${first.at.line} is dropped`,
      cure: 'remove one of them'
    })
  }
}
