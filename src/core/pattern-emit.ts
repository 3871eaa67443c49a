import { caseVariants, LETTERS_I, rangeVariants } from './pattern-case.ts'
import { PatternError, type PatternFlags, type PatternNode, type RepeatNode, type SetItem } from './pattern-syntax.ts'
import { widthOf } from './pattern-width.ts'

/**
 * How case is ignored: by JavaScript's `i` for the whole pattern, or by writing every variant out where only a part of
 * the pattern ignores it.
 */
export type CaseMode = 'never' | 'everywhere' | 'written-out'

/** Any character. Not [^]: with the `v` flag Node 20 miscounts its repetitions. */
const ANY = '[\\s\\S]'

/** Where a node stands. */
interface Place {
  /** Captures that have certainly taken part when the node is reached. */
  readonly set: Set<number>
  readonly inLookbehind: boolean
}

// Python's own classes, checked code point by code point: test/core/pattern.test.ts
const CATEGORIES = {
  d: { unicode: '\\p{Nd}', ascii: '0-9' },
  s: {
    unicode: '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000',
    ascii: '\\t-\\r\\x20'
  },
  w: { unicode: '\\p{L}\\p{N}_', ascii: 'a-zA-Z0-9_' }
} as const

/** Writes a parsed Python pattern as the source of a JavaScript RegExp with the `v` flag. */
export class PatternEmitter {
  readonly #caseMode: CaseMode
  /** Python's group numbers → those of the RegExp, which has some more. */
  readonly #groups = new Map<number, number>()
  #captures = 0

  constructor(caseMode: CaseMode) {
    this.#caseMode = caseMode
  }

  /** Python's group numbers → those of the RegExp. */
  get groups(): ReadonlyMap<number, number> {
    return this.#groups
  }

  /** @throws PatternError where JavaScript has no words for it. */
  emit(node: PatternNode): string {
    return this.#node(node, { set: new Set(), inLookbehind: false })
  }

  #node(node: PatternNode, place: Place): string {
    switch (node.type) {
      case 'set':
        return this.#set(node.items, node.negated, node.flags)
      case 'any':
        return node.flags.dotAll ? ANY : '[^\\n]'
      case 'at':
        return anchor(node.place, node.flags)
      case 'sequence':
        return node.items.map((item) => this.#node(item, place)).join('')
      case 'branch':
        return this.#branch(node.options, place)
      case 'repeat':
        return this.#repeat(node, place)
      case 'group':
        return this.#group(node.index, node.item, place)
      case 'atomic':
        return this.#atomic(node.item, node.offset, place)
      case 'look':
        return this.#look(node, place)
      case 'reference':
        return this.#reference(node.group, node.flags, node.offset, place)
    }
  }

  /** Only what every option captures is certain after a branch. */
  #branch(options: readonly PatternNode[], place: Place): string {
    const outcomes = options.map((option) => {
      const set = new Set(place.set)
      return { source: this.#node(option, { ...place, set }), set }
    })
    const [first] = outcomes
    for (const group of first?.set ?? []) if (outcomes.every(({ set }) => set.has(group))) place.set.add(group)
    return `(?:${outcomes.map(({ source }) => source).join('|')})`
  }

  #repeat(node: RepeatNode, place: Place): string {
    const { item, min, max, mode, offset } = node
    if (mode === 'possessive') {
      // Python and JavaScript end a repetition of nothing at different times.
      if (widthOf(item, new Map()).least === 0) {
        throw new PatternError(offset, 'a possessive repetition of what may be nothing', 'untranslatable')
      }
      return this.#atomic({ ...node, mode: 'greedy' }, offset, place)
    }
    const set = min > 0 ? place.set : new Set(place.set)
    const count = max === null ? `{${min},}` : `{${min},${max}}`
    return `(?:${this.#node(item, { ...place, set })})${count}${mode === 'lazy' ? '?' : ''}`
  }

  #group(index: number | null, item: PatternNode, place: Place): string {
    if (index === null) return `(?:${this.#node(item, place)})`
    this.#captures += 1
    this.#groups.set(index, this.#captures)
    const source = `(${this.#node(item, place)})`
    place.set.add(index)
    return source
  }

  /** A lookahead never gives back what it matched, so a reference to its capture is an atomic group. */
  #atomic(item: PatternNode, offset: number, place: Place): string {
    if (place.inLookbehind) throw new PatternError(offset, 'an atomic group inside a lookbehind', 'untranslatable')
    this.#captures += 1
    const capture = this.#captures
    return `(?=(${this.#node(item, place)}))(?:\\${capture})`
  }

  #look(node: PatternNode & { readonly type: 'look' }, place: Place): string {
    const sign = `${node.ahead ? '' : '<'}${node.negated ? '!' : '='}`
    const set = node.negated ? new Set(place.set) : place.set
    const inLookbehind = !node.ahead || place.inLookbehind
    return `(?:(?${sign}${this.#node(node.item, { set, inLookbehind })}))`
  }

  /** A capture that took no part fails in Python and matches nothing in JavaScript: only certain ones are alike. */
  #reference(group: number, flags: PatternFlags, offset: number, place: Place): string {
    if (place.inLookbehind || !place.set.has(group)) {
      throw new PatternError(offset, 'a reference to a group that may have matched nothing', 'untranslatable')
    }
    if (flags.ignoreCase && this.#caseMode === 'written-out') {
      throw new PatternError(offset, 'a reference where only a part of the pattern ignores case', 'untranslatable')
    }
    return `(?:\\${this.#groups.get(group) ?? 0})`
  }

  #set(items: readonly SetItem[], negated: boolean, flags: PatternFlags): string {
    const members = items.map((item) => this.#member(item, flags)).join('')
    const [only] = items
    if (!negated && items.length === 1 && only?.type === 'range' && only.low === only.high) {
      const isLetterOfSeveral = members.length > character(only.low).length
      if (!isLetterOfSeveral) return members
    }
    return `[${negated ? '^' : ''}${members}]`
  }

  #member(item: SetItem, flags: PatternFlags): string {
    if (item.type === 'category') {
      const members = CATEGORIES[item.category][flags.ascii ? 'ascii' : 'unicode']
      return `[${item.negated ? '^' : ''}${members}]`
    }
    const { low, high } = item
    const written = low === high ? character(low) : `${character(low)}-${character(high)}`
    if (!flags.ignoreCase) return written
    return written + this.#variants(low, high, flags).map(character).join('')
  }

  #variants(low: number, high: number, flags: PatternFlags): readonly number[] {
    if (this.#caseMode === 'everywhere') {
      const hasI = LETTERS_I.some((code) => code >= low && code <= high)
      return hasI ? LETTERS_I.filter((code) => code < low || code > high) : []
    }
    if (low === high) return caseVariants(low, flags.ascii).filter((code) => code !== low)
    return rangeVariants(low, high, flags.ascii)
  }
}

function anchor(place: (PatternNode & { readonly type: 'at' })['place'], flags: PatternFlags): string {
  const word = CATEGORIES.w[flags.ascii ? 'ascii' : 'unicode']
  switch (place) {
    case 'text-start':
      return '^'
    case 'text-end':
      return '$'
    case 'line-start':
      return flags.multiline ? '(?:^|(?<=\\n))' : '^'
    case 'line-end':
      return flags.multiline ? '(?:$|(?=\\n))' : '(?=\\n?$)'
    case 'boundary':
      return `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`
    case 'no-boundary':
      // An empty text has neither boundaries nor places without one (Modules/_sre, SRE_AT_NON_BOUNDARY).
      return `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}])(?:(?=${ANY})|(?<=${ANY})))`
  }
}

/** A code point as it may stand anywhere in a RegExp with the `v` flag. */
function character(code: number): string {
  const text = String.fromCodePoint(code)
  return /^[A-Za-z0-9_ ]$/.test(text) ? text : `\\u{${code.toString(16)}}`
}
