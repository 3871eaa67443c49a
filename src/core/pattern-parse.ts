import { single, textEscape } from './pattern-escape.ts'
import { changedFlags, readFlags } from './pattern-flags.ts'
import { PatternReader } from './pattern-reader.ts'
import { readSet } from './pattern-set.ts'
import type { PatternFlags, PatternNode, Place } from './pattern-syntax.ts'

const SPACE = ' \t\n\r\v\f'
const FLAG_LETTERS = 'iLmsxatu-'
const MAX_REPEAT = 4_294_967_295
const PLACES: Readonly<Record<string, Place>> = {
  '^': 'line-start',
  $: 'line-end',
  '\\A': 'text-start',
  '\\Z': 'text-end',
  '\\b': 'boundary',
  '\\B': 'no-boundary'
}

/** A node, and whether a quantifier may follow it. */
interface Piece {
  readonly node: PatternNode
  readonly repeatable: 'yes' | 'place' | 'repeat'
}

/** Reads a Python 3.11 regular expression (re/_parser.py). */
export class PatternParser {
  readonly #reader: PatternReader
  #global: PatternFlags
  /** Group numbers from 1; true once a group is closed. */
  readonly #closed: boolean[] = []
  readonly #names = new Map<string, number>()
  /** Groups that were open or closed when the outermost lookbehind began; null outside of one. */
  #beforeLookbehind: number | null = null
  #unicode = false

  constructor(pattern: string, flags: PatternFlags) {
    this.#reader = new PatternReader(pattern)
    this.#global = flags
  }

  /** The names of groups that have one, and their numbers; known when the pattern is parsed. */
  get names(): ReadonlyMap<string, number> {
    return this.#names
  }

  /** @throws PatternError */
  parse(): PatternNode {
    const node = this.#alternatives(this.#global, true)
    if (this.#reader.peek() !== null) this.#reader.fail("')' without a '('")
    return node
  }

  #alternatives(flags: PatternFlags, top: boolean): PatternNode {
    const options: PatternNode[] = []
    do {
      options.push(this.#sequence(top ? this.#global : flags, top && options.length === 0))
    } while (this.#reader.take('|'))
    const [only] = options
    return options.length === 1 && only !== undefined ? only : { type: 'branch', options }
  }

  #sequence(outer: PatternFlags, first: boolean): PatternNode {
    const pieces: Piece[] = []
    for (let token = this.#token(); token !== null; token = this.#token()) {
      const flags = first ? this.#global : outer
      if ((flags.verbose && this.#skipped(token)) || this.#repeated(token, pieces)) continue
      const mayBeGlobal = first && pieces.length === 0
      const piece = token === '(' ? this.#parenthesis(flags, mayBeGlobal) : this.#single(token, flags)
      if (piece !== null) pieces.push(piece)
    }
    return { type: 'sequence', items: pieces.map((piece) => piece.node) }
  }

  /** The next token of a sequence, or null at its end. */
  #token(): string | null {
    const token = this.#reader.peek()
    return token === null || token === '|' || token === ')' ? null : this.#reader.next()
  }

  #skipped(token: string): boolean {
    if (token !== '#') return SPACE.includes(token)
    for (;;) {
      const next = this.#reader.next()
      if (next === null || next === '\n') return true
    }
  }

  #single(token: string, flags: PatternFlags): Piece {
    const place = PLACES[token]
    if (place !== undefined) return { node: { type: 'at', place, flags }, repeatable: 'place' }
    return { node: this.#character(token, flags), repeatable: 'yes' }
  }

  #character(token: string, flags: PatternFlags): PatternNode {
    if (token === '.') return { type: 'any', flags }
    if (token === '[') return readSet(this.#reader, flags)
    const offset = this.#reader.offset - [...token].length
    const item = token.startsWith('\\') ? textEscape(this.#reader, token) : single(token.codePointAt(0) ?? 0)
    if (!('group' in item)) return { type: 'set', negated: false, items: [item], flags }
    return this.#reference(item.group, flags, offset)
  }

  #reference(group: number, flags: PatternFlags, offset: number): PatternNode {
    const closed = this.#closed[group - 1]
    if (closed === undefined) this.#reader.fail('a reference to a group that does not exist', offset)
    if (!closed) this.#reader.fail('a reference to a group from inside of it', offset)
    if (this.#beforeLookbehind !== null && group > this.#beforeLookbehind) {
      this.#reader.fail('a reference to a group of the same lookbehind', offset)
    }
    return { type: 'reference', group, flags, offset }
  }

  /** Whether `token` is a quantifier; then the last piece is repeated. */
  #repeated(token: string, pieces: Piece[]): boolean {
    const bounds = this.#bounds(token)
    if (bounds === null) return false
    const offset = this.#reader.offset - 1
    const last = pieces.pop()
    if (last === undefined || last.repeatable === 'place') this.#reader.fail('there is nothing to repeat', offset)
    if (last.repeatable === 'repeat') this.#reader.fail('a repetition of a repetition', offset)
    const mode = this.#reader.take('?') ? 'lazy' : this.#reader.take('+') ? 'possessive' : 'greedy'
    pieces.push({ node: { type: 'repeat', item: last.node, ...bounds, mode, offset }, repeatable: 'repeat' })
    return true
  }

  /** How often a quantifier repeats; null: `token` is no quantifier, as a `{` that does not begin one. */
  #bounds(token: string): { readonly min: number; readonly max: number | null } | null {
    if (token === '?') return { min: 0, max: 1 }
    if (token === '*') return { min: 0, max: null }
    if (token === '+') return { min: 1, max: null }
    if (token !== '{' || this.#reader.peek() === '}') return null
    const start = this.#reader.offset
    const low = this.#reader.takeWhile(Number.POSITIVE_INFINITY, '0123456789')
    const high = this.#reader.take(',') ? this.#reader.takeWhile(Number.POSITIVE_INFINITY, '0123456789') : low
    if (!this.#reader.take('}')) {
      this.#reader.back(start)
      return null
    }
    const [min, max] = [low === '' ? 0 : Number(low), high === '' ? null : Number(high)]
    if (Math.max(min, max ?? 0) >= MAX_REPEAT) this.#reader.fail('a repetition count that is too large', start)
    if (max !== null && max < min) this.#reader.fail('the least count is above the greatest', start)
    return { min, max }
  }

  /** What follows a `(`; null where nothing comes of it: a comment, flags for the whole pattern. */
  #parenthesis(flags: PatternFlags, mayBeGlobal: boolean): Piece | null {
    const start = this.#reader.offset - 1
    if (!this.#reader.take('?')) return this.#capture(flags, start, null)
    const kind = this.#reader.next() ?? this.#reader.fail("the pattern ends after '(?'")
    if (kind === 'P') return this.#named(flags, start)
    if (kind === '#') return this.#comment(start)
    if (kind === '=' || kind === '!') return this.#look(flags, start, { ahead: true, negated: kind === '!' })
    if (kind === '<') return this.#lookbehind(flags, start)
    if (kind === '(') return this.#reader.refuse("a condition on a group, '(?(…)'", start)
    if (kind === ':')
      return { node: { type: 'group', index: null, item: this.#inside(flags, start) }, repeatable: 'yes' }
    if (kind === '>') {
      return { node: { type: 'atomic', item: this.#inside(flags, start), offset: start }, repeatable: 'yes' }
    }
    if (kind.length === 1 && FLAG_LETTERS.includes(kind)) return this.#flagged(flags, start, kind, mayBeGlobal)
    return this.#reader.fail(`'(?${kind}' is not something that Python knows`, start)
  }

  /** What stands in parentheses, up to and with the `)`. */
  #inside(flags: PatternFlags, start: number): PatternNode {
    const node = this.#alternatives(flags, false)
    if (!this.#reader.take(')')) this.#reader.fail("the ')' of this '(' is missing", start)
    return node
  }

  #capture(flags: PatternFlags, start: number, name: string | null): Piece {
    const index = this.#closed.push(false)
    if (name !== null) {
      if (this.#names.has(name)) this.#reader.fail('a second group of the same name', start)
      this.#names.set(name, index)
    }
    const item = this.#inside(flags, start)
    this.#closed[index - 1] = true
    return { node: { type: 'group', index, item }, repeatable: 'yes' }
  }

  #named(flags: PatternFlags, start: number): Piece {
    if (this.#reader.take('<')) return this.#capture(flags, start, this.#groupName('>'))
    if (!this.#reader.take('=')) this.#reader.fail("'(?P' is followed neither by '<' nor by '='", start)
    const group = this.#names.get(this.#groupName(')')) ?? this.#reader.fail('no group has this name', start)
    return { node: this.#reference(group, flags, start), repeatable: 'yes' }
  }

  #groupName(end: string): string {
    const start = this.#reader.offset
    const name = this.#reader.until(end, 'name of the group')
    return /^[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}]*$/u.test(name)
      ? name
      : this.#reader.fail('a group name that Python does not allow', start)
  }

  #comment(start: number): null {
    for (;;) {
      const token = this.#reader.next()
      if (token === null) this.#reader.fail("the ')' of this comment is missing", start)
      if (token === ')') return null
    }
  }

  #lookbehind(flags: PatternFlags, start: number): Piece {
    const kind = this.#reader.next()
    if (kind !== '=' && kind !== '!') this.#reader.fail("'(?<' is followed neither by '=' nor by '!'", start)
    const outermost = this.#beforeLookbehind === null
    if (outermost) this.#beforeLookbehind = this.#closed.length
    const piece = this.#look(flags, start, { ahead: false, negated: kind === '!' })
    if (outermost) this.#beforeLookbehind = null
    return piece
  }

  #look(flags: PatternFlags, start: number, look: { readonly ahead: boolean; readonly negated: boolean }): Piece {
    return { node: { type: 'look', ...look, item: this.#inside(flags, start), offset: start }, repeatable: 'yes' }
  }

  #flagged(flags: PatternFlags, start: number, first: string, mayBeGlobal: boolean): Piece | null {
    const change = readFlags(this.#reader, first)
    if (!change.global) {
      const item = this.#inside(changedFlags(flags, change), start)
      return { node: { type: 'group', index: null, item }, repeatable: 'yes' }
    }
    if (!mayBeGlobal) this.#reader.fail('flags for the whole pattern stand at its very beginning only', start)
    this.#unicode ||= change.on.includes('u')
    this.#global = changedFlags(this.#global, { ...change, on: change.on.replace('u', '') })
    if (this.#unicode && this.#global.ascii) this.#reader.fail("the flags 'a' and 'u' exclude each other", start)
    return null
  }
}
