/*
 * The peer's expansion of variables (its expandvars library and config_loader.py EnvResolver), rule by rule:
 * ${NAME}, ${NAME:-default}, ${NAME:?message}, ${NAME:=value}, ${NAME:+other}, ${!NAME}, ${#NAME}, ${NAME:1:2}, $NAME.
 */

/** Why a text could not be expanded. */
export type ExpansionProblem =
  /**
   * `message`: what `${NAME:?message}` says, as written. `indirect`: the variable is set that `${!NAME}` names, and the one
   * is not that it holds the name of (`lacking`); that is not told, for it is a value.
   */
  | {
      readonly kind: 'unset'
      readonly name: string
      readonly lacking: string
      readonly message: string | null
      readonly indirect: boolean
    }
  | { readonly kind: 'syntax'; readonly message: string }

type Unset = ExpansionProblem & { readonly kind: 'unset' }

export interface Expansion {
  /** The text with what could be filled in; meaningless when there are problems. */
  readonly value: string
  /** The variables that it names. */
  readonly names: readonly string[]
  readonly problems: readonly ExpansionProblem[]
}

/** Variables that can be set on the way: `${NAME:=value}` does so for everything after it. */
export type Variables = Map<string, string>

const RECOVER = 'EXPANDVARS_RECOVER_NULL'

/**
 * The text with its variables filled in. Only a text that holds `${…}` or begins with `$` is looked at; in the latter
 * case it stays as it is when a variable is not set.
 */
export function expandText(text: string, variables: Variables): Expansion {
  const braced = hasBraces(text)
  if (!braced && !text.startsWith('$')) return { value: text, names: [], problems: [] }
  const expansion = new Expander(variables).expand(text)
  const [first] = expansion.problems
  return !braced && first !== undefined && isUnbound(first) ? { value: text, names: [], problems: [] } : expansion
}

/** Whether Python's `\$\{.+\}` is found: `.` is anything but the end of a line. Not a RegExp, which would begin at each `${`. */
const hasBraces = (text: string): boolean =>
  text.includes('${') &&
  text.split('\n').some((line) => line.includes('${') && line.lastIndexOf('}') > line.indexOf('${') + 2)

const isUnbound = (problem: ExpansionProblem): boolean => problem.kind === 'unset' && problem.message === null

class SyntaxProblem extends Error {}

/** What stands behind a variable's name in braces. */
type Operator = 'none' | 'default' | 'set-default' | 'substitute' | 'strict' | 'slice' | 'length'

interface Reference {
  readonly name: string
  readonly indirect: boolean
  readonly operator: Operator
  readonly operand: string
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '-': 'default',
  '=': 'set-default',
  '+': 'substitute',
  '?': 'strict'
}

const isNameCharacter = (character: string | undefined): boolean =>
  character !== undefined && /^[\p{L}\p{N}_]$/u.test(character)

/** Variables in what variables are by default: far more than people write, far fewer than the stack holds. */
const MAX_DEPTH = 100

class Expander {
  readonly #variables: Variables
  readonly #names: string[] = []
  readonly #problems: ExpansionProblem[] = []
  #depth = 0

  constructor(variables: Variables) {
    this.#variables = variables
  }

  expand(text: string): Expansion {
    let value = ''
    try {
      value = this.#text(text, true)
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error
      this.#problems.push({ kind: 'syntax', message: error.message })
    }
    return { value, names: this.#names, problems: this.#problems }
  }

  #text(text: string, strict: boolean): string {
    if (this.#depth > MAX_DEPTH) throw new SyntaxProblem('variables are nested too deeply')
    this.#depth += 1
    const expanded = this.#level(text, strict)
    this.#depth -= 1
    return expanded
  }

  #level(text: string, strict: boolean): string {
    const cursor = new Cursor(text)
    let out = ''
    for (let character = cursor.take(); character !== undefined; character = cursor.take()) {
      const next = cursor.peek()
      if (character === '\\') out += escaped(cursor)
      else if (character === '$' && (isNameCharacter(next) || next === '{' || next === '$')) {
        out += this.#reference(readReference(cursor), strict)
      } else out += character
    }
    return out
  }

  #reference({ name, indirect, operator, operand }: Reference, strict: boolean): string {
    if (name === '') throw new SyntaxProblem('a variable without a name')
    this.#names.push(name)
    const target = indirect ? this.#variables.get(name) : name
    if (target === undefined) return this.#missing({ name })
    const value = this.#lookUp(target)
    const text = this.#text(operand, false)
    const result =
      operator === 'strict'
        ? value || this.#refused(name, operand)
        : this.#apply(operator, { name, value, operand: text })
    if (result !== undefined) return result
    return strict ? this.#missing({ name, indirect, lacking: target }) : ''
  }

  #lookUp(name: string): string | undefined {
    return name === '$' ? String(process.pid) : this.#variables.get(name)
  }

  /** undefined: the variable is not set, and nothing takes its place. Empty counts as not set, as with the peer. */
  #apply(
    operator: Exclude<Operator, 'strict'>,
    { name, value, operand }: { readonly name: string; readonly value: string | undefined; readonly operand: string }
  ): string | undefined {
    switch (operator) {
      case 'none':
        return value
      case 'default':
        return value || operand
      case 'set-default':
        if (!value) this.#variables.set(name, operand)
        return value || operand
      case 'substitute':
        return value ? operand : ''
      case 'length':
        if (operand !== '') throw new SyntaxProblem(`bad substitution of ${name}`)
        return String([...(value ?? '')].length)
      case 'slice':
        return slice(name, value ?? '', operand)
    }
  }

  /** `${NAME:?message}` without a value. The message is told as written: what is filled into it may be a secret. */
  #refused(name: string, operand: string): string {
    return this.#missing({ name, message: operand === '' ? 'it is needed here' : operand })
  }

  #missing(unset: Partial<Omit<Unset, 'kind'>> & Pick<Unset, 'name'>): string {
    const recovered = this.#variables.get(RECOVER)
    const usual = { kind: 'unset', lacking: unset.name, message: null, indirect: false } as const
    if (recovered === undefined) this.#problems.push({ ...usual, ...unset })
    return recovered ?? ''
  }
}

/** A text, a character (not half of one) at a time. */
class Cursor {
  readonly #characters: readonly string[]
  #next = 0

  constructor(text: string) {
    this.#characters = [...text]
  }

  peek(): string | undefined {
    return this.#characters[this.#next]
  }

  take(): string | undefined {
    const character = this.peek()
    if (character !== undefined) this.#next += 1
    return character
  }

  /** Takes the next character when it is this one. */
  skip(character: string): boolean {
    if (this.peek() !== character) return false
    this.#next += 1
    return true
  }
}

/** What a backslash stands for; only `$` and the backslash itself are escaped by it. */
function escaped(cursor: Cursor): string {
  const next = cursor.take()
  if (next === undefined) throw new SyntaxProblem('a backslash at the end escapes nothing')
  return next === '$' || next === '\\' ? next : `\\${next}`
}

/** A brace may also come after the first letters of the name: `$A{B}` is `${AB}`. */
function readReference(cursor: Cursor): Reference {
  const start = readName(cursor, '')
  if (!cursor.skip('{')) return { name: start, indirect: false, operator: 'none', operand: '' }
  const indirect = cursor.skip('!')
  const length = !indirect && cursor.skip('#')
  const name = readName(cursor, start)
  const none: Reference = { name, indirect, operator: length ? 'length' : 'none', operand: '' }
  if (cursor.skip('}')) return none
  const colon = cursor.skip(':')
  if (colon && length) return { ...none, operand: readOperand(cursor) }
  return { name, indirect, ...readOperator(cursor) }
}

/** The rest of a name that begins with `start`; a `$` at the very beginning is the process id's. */
function readName(cursor: Cursor, start: string): string {
  let name = start === '' && cursor.skip('$') ? '$' : start
  while (isNameCharacter(cursor.peek())) name += cursor.take()
  return name
}

function readOperator(cursor: Cursor): { readonly operator: Operator; readonly operand: string } {
  const first = cursor.take()
  if (first === undefined) throw new SyntaxProblem('a closing brace is missing')
  const operator = OPERATORS[first]
  if (operator !== undefined) return { operator, operand: readOperand(cursor) }
  return { operator: 'slice', operand: first === '}' ? '' : first + readOperand(cursor) }
}

/** Everything up to the closing brace; braces in it are paired. */
function readOperand(cursor: Cursor): string {
  let operand = ''
  let depth = 0
  for (let character = cursor.take(); character !== undefined; character = cursor.take()) {
    if (character === '}' && depth === 0) return operand
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    operand += character
  }
  throw new SyntaxProblem('a closing brace is missing')
}

const INTEGER = /^[+-]?\d+(?:_\d+)*$/

/** `offset` or `offset:length`, by Python's rules for slices; an offset that is no number counts as 0. */
function slice(name: string, value: string, operand: string): string {
  const [offsetText = '', lengthText, ...more] = operand.split(':').map((part) => part.trim())
  if (operand === '' || more.length > 0) throw new SyntaxProblem(`bad substitution of ${name}`)
  const characters = [...value]
  const offset = integer(offsetText) ?? 0
  if (lengthText === undefined) return characters.slice(offset).join('')
  const length = integer(lengthText)
  if (length === null && ![...lengthText].every(isNameCharacter)) throw new SyntaxProblem(`no length for ${name}`)
  if (length !== null && length < 0) throw new SyntaxProblem(`a negative length for ${name}`)
  return characters.slice(offset, offset + (length ?? 0)).join('')
}

const integer = (text: string): number | null => (INTEGER.test(text) ? Number(text.replaceAll('_', '')) : null)
