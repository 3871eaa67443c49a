import { PatternError } from './pattern-syntax.ts'

/** Reads a pattern code point by code point; a backslash and what it escapes are one token (re/_parser.py Tokenizer). */
export class PatternReader {
  readonly #points: readonly string[]
  #index = 0

  constructor(pattern: string) {
    this.#points = [...pattern]
    const backslashes = /\\*$/.exec(pattern)?.[0].length ?? 0
    if (backslashes % 2 === 1) this.fail('nothing follows the last backslash', this.#points.length - 1)
  }

  /** Code points read so far. */
  get offset(): number {
    return this.#index
  }

  /** The next token, or null at the end. */
  peek(): string | null {
    const point = this.#points[this.#index]
    if (point === undefined) return null
    return point === '\\' ? `\\${this.#points[this.#index + 1] ?? ''}` : point
  }

  /** The next token, which is then behind us. */
  next(): string | null {
    const token = this.peek()
    this.#index += token === null ? 0 : [...token].length
    return token
  }

  /** Steps over `token` if it is next. */
  take(token: string): boolean {
    if (this.peek() !== token) return false
    this.next()
    return true
  }

  /** Up to `most` tokens of which each is one of `allowed`. */
  takeWhile(most: number, allowed: string): string {
    let text = ''
    for (let count = 0; count < most; count += 1) {
      const token = this.peek()
      if (token === null || token.length !== 1 || !allowed.includes(token)) break
      text += token
      this.next()
    }
    return text
  }

  /** All before `end`, which is stepped over. */
  until(end: string, what: string): string {
    const start = this.#index
    let text = ''
    for (;;) {
      const token = this.next()
      if (token === null) this.fail(text === '' ? `the ${what} is missing` : `'${end}' is missing`, start)
      if (token === end) break
      text += token
    }
    if (text === '') this.fail(`the ${what} is missing`, start)
    return text
  }

  /** Goes back to where `offset` once was. */
  back(offset: number): void {
    this.#index = offset
  }

  /** Python takes it, and JavaScript has no words for it. @throws PatternError */
  refuse(message: string, offset: number): never {
    throw new PatternError(offset, message, 'untranslatable')
  }

  /** @throws PatternError */
  fail(message: string, offset = this.#index): never {
    throw new PatternError(offset, message)
  }
}
