import { PatternParser } from './pattern-parse.ts'
import {
  PatternError,
  type PatternFlags,
  type PatternNode,
  type Place,
  type RepeatNode,
  type SetItem
} from './pattern-syntax.ts'

/*
 * Whether a pattern can match any name of some form at all. The pattern becomes an automaton that takes at least what the
 * pattern takes (what looks around or refers back is passed over, long counts are cut), and is walked together with the
 * automaton of the form. Where they meet nowhere, no name matches; otherwise one may.
 */

/** Names of one form, as an automaton over characters. State 0 is where a name begins, and no name comes back to it. */
export interface NameForm {
  /** The state behind a character; null: no name goes on like this. From every state some name can be ended. */
  step(state: number, character: string): number | null
  /** Whether a name may end here. */
  ends(state: number): boolean
}

/** Stands for every character beyond ASCII. */
const OTHER = '\u{10FFFF}'
const ALPHABET: readonly string[] = [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)), OTHER]

/** A repetition that is longer counts as one without end. */
const MOST_REPEATED = 24
/** A pattern that needs more is not looked into. */
const MOST_STATES = 4_000

type Edge =
  | { readonly type: 'free'; readonly to: number }
  | { readonly type: 'start'; readonly to: number }
  | { readonly type: 'end'; readonly to: number }
  | { readonly type: 'take'; readonly to: number; readonly accepts: readonly boolean[] }

class TooLarge extends Error {}

/** Whether a pattern, matched from a name's start, may match one of this form. True for what cannot be told. */
export function mayMatch(pattern: string, ignoreCase: boolean, form: NameForm): boolean {
  const node = parsed(pattern, ignoreCase)
  if (node === null) return true
  try {
    const machine = new Machine()
    const last = machine.add(node, machine.state())
    return walk(machine.edges, last, form)
  } catch (error) {
    if (error instanceof TooLarge) return true
    throw error
  }
}

/** Whether a pattern matches every name there is, because it is content with nothing: `.*`, `x?`. */
export function matchesAll(pattern: string): boolean {
  const node = parsed(pattern, false)
  return node !== null && isContent(node)
}

function parsed(pattern: string, ignoreCase: boolean): PatternNode | null {
  const flags: PatternFlags = { ignoreCase, multiline: false, dotAll: false, verbose: false, ascii: false }
  try {
    return new PatternParser(pattern, flags).parse()
  } catch (error) {
    if (error instanceof PatternError || error instanceof RangeError) return null
    throw error
  }
}

function isContent(node: PatternNode): boolean {
  switch (node.type) {
    case 'at':
      return node.place === 'line-start' || node.place === 'text-start'
    case 'sequence':
      return node.items.every(isContent)
    case 'branch':
      return node.options.some(isContent)
    case 'repeat':
      return node.min === 0 || isContent(node.item)
    case 'group':
    case 'atomic':
      return isContent(node.item)
    default:
      return false
  }
}

/** A pattern as states and edges between them (Thompson's construction). */
class Machine {
  readonly edges: Edge[][] = []

  state(): number {
    if (this.edges.length >= MOST_STATES) throw new TooLarge()
    return this.edges.push([]) - 1
  }

  /** Adds what `node` takes from the state `from`, and gives the state behind it. */
  add(node: PatternNode, from: number): number {
    switch (node.type) {
      case 'set':
        return this.#take(
          from,
          ALPHABET.map((character) => isInSet(node, character))
        )
      case 'any':
        return this.#take(
          from,
          ALPHABET.map(() => true)
        )
      case 'at':
        return this.#place(node.place, from)
      case 'sequence':
        return node.items.reduce((state, item) => this.add(item, state), from)
      case 'branch':
        return this.#join(node.options.map((option) => this.add(option, this.#free(from))))
      case 'repeat':
        return this.#repeat(node, from)
      case 'group':
      case 'atomic':
        return this.add(node.item, from)
      case 'look':
        return from
      case 'reference':
        return this.#loop(from, (state) =>
          this.#take(
            state,
            ALPHABET.map(() => true)
          )
        )
    }
  }

  #take(from: number, accepts: readonly boolean[]): number {
    const to = this.state()
    this.edges[from]?.push({ type: 'take', to, accepts })
    return to
  }

  #free(from: number, to = this.state()): number {
    this.edges[from]?.push({ type: 'free', to })
    return to
  }

  #join(ends: readonly number[]): number {
    const to = this.state()
    for (const end of ends) this.#free(end, to)
    return to
  }

  #place(place: Place, from: number): number {
    const isStart = place === 'line-start' || place === 'text-start'
    const isEnd = place === 'line-end' || place === 'text-end'
    if (!isStart && !isEnd) return from
    const to = this.state()
    this.edges[from]?.push(isStart ? { type: 'start', to } : { type: 'end', to })
    return to
  }

  #repeat({ item, min, max }: RepeatNode, from: number): number {
    let state = from
    for (let i = 0; i < Math.min(min, MOST_REPEATED); i += 1) state = this.add(item, state)
    if (max === null || max > MOST_REPEATED) return this.#loop(state, (begin) => this.add(item, begin))
    const ends = [state]
    for (let i = min; i < max; i += 1) {
      state = this.add(item, state)
      ends.push(state)
    }
    return this.#join(ends)
  }

  #loop(from: number, body: (begin: number) => number): number {
    const begin = this.#free(from)
    this.#free(body(begin), begin)
    return this.#free(begin)
  }
}

/** Where a walk through both automata stands; `ended`: the pattern said that the name ends here. */
interface Standing {
  readonly state: number
  readonly place: number
  readonly ended: boolean
}

/** Whether a walk through both automata comes to an end of both. */
function walk(edges: readonly (readonly Edge[])[], last: number, form: NameForm): boolean {
  const seen = new Set<string>()
  const open: Standing[] = [{ state: 0, place: 0, ended: false }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    // What follows a match is free, unless the pattern said that nothing does.
    if (next.state === last && (!next.ended || form.ends(next.place))) return true
    for (const to of stepsFrom(next, edges[next.state] ?? [], form)) {
      const key = `${to.state} ${to.place} ${to.ended}`
      if (!seen.has(key)) open.push(to)
      seen.add(key)
    }
  }
  return false
}

function stepsFrom({ place, ended }: Standing, edges: readonly Edge[], form: NameForm): readonly Standing[] {
  return edges.flatMap((edge): readonly Standing[] => {
    if (edge.type === 'free') return [{ state: edge.to, place, ended }]
    if (edge.type === 'end') return [{ state: edge.to, place, ended: true }]
    if (edge.type === 'start') return place === 0 ? [{ state: edge.to, place, ended }] : []
    if (ended) return []
    return [...placesBehind(edge.accepts, place, form)].map((to) => ({ state: edge.to, place: to, ended: false }))
  })
}

function placesBehind(accepts: readonly boolean[], place: number, form: NameForm): ReadonlySet<number> {
  const places = ALPHABET.map((character, i) => (accepts[i] === true ? form.step(place, character) : null))
  return new Set(places.filter((to) => to !== null))
}

function isInSet({ negated, items, flags }: PatternNode & { type: 'set' }, character: string): boolean {
  if (character === OTHER) return negated || items.some((item) => reachesOut(item, flags))
  const code = character.charCodeAt(0)
  const same = flags.ignoreCase ? variantsOf(character) : [code]
  return same.some((variant) => items.some((item) => holds(item, variant))) !== negated
}

/** Letters beyond ASCII that are the same as one of it but for their case (pattern-case.ts). */
const SAME: Readonly<Record<string, readonly number[]>> = { i: [0x130, 0x131], k: [0x212a], s: [0x17f] }

function variantsOf(character: string): readonly number[] {
  const lower = character.toLowerCase()
  return [lower.charCodeAt(0), character.toUpperCase().charCodeAt(0), ...(SAME[lower] ?? [])]
}

/** Whether an item may hold anything beyond ASCII. */
const reachesOut = (item: SetItem, { ignoreCase }: PatternFlags): boolean =>
  item.type === 'category' ||
  item.high > 0x7e ||
  (ignoreCase && ['i', 'k', 's'].some((letter) => variantsOf(letter).some((code) => holds(item, code))))

const CATEGORIES = { d: /\d/, s: /\s/, w: /\w/ } as const

function holds(item: SetItem, code: number): boolean {
  if (item.type === 'range') return item.low <= code && code <= item.high
  return CATEGORIES[item.category].test(String.fromCodePoint(code)) !== item.negated
}
