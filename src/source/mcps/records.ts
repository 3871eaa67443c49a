/** A text that is no JSON list, and no JSON value by itself. */
export class NoJson extends Error {}

const [QUOTE, BACKSLASH, COMMA, BRACKET] = ['"', '\\', ',', ']'].map((it) => it.charCodeAt(0))
const OPENING = new Set(['[', '{'].map((it) => it.charCodeAt(0)))
const CLOSING = new Set([']', '}'].map((it) => it.charCodeAt(0)))
const isSpace = (text: string): boolean => text.trim() === ''

/**
 * The texts of the items of a JSON list that comes in pieces, each as soon as it is whole; what is no list is one text.
 * Never more of the list is in memory than one item and one piece. Whether an item is JSON is for the reader to find out.
 * @throws NoJson when the list breaks off, or something follows it
 */
export async function* recordTexts(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let head = ''
  let list: ItemSplitter | null = null
  for await (const piece of pieces) {
    if (list !== null) {
      yield* list.add(piece)
      continue
    }
    head += piece
    const begin = head.replace(/^\uFEFF/u, '').trimStart()
    if (!begin.startsWith('[')) continue
    list = new ItemSplitter()
    yield* list.add(begin.slice(1))
    head = ''
  }
  if (list === null) yield head.replace(/^\uFEFF/u, '')
  else list.end()
}

class ItemSplitter {
  /** What there is of the item that is not whole yet. */
  #open: string[] = []
  #depth = 0
  #inText = false
  #isEscaped = false
  #count = 0

  /** @throws NoJson when the list has not ended */
  end(): void {
    if (!this.#isOver) throw new NoJson()
  }

  *add(piece: string): Generator<string> {
    let from = 0
    for (let at = 0; at < piece.length && !this.#isOver; at++) {
      if (!this.#isEnd(piece.charCodeAt(at))) continue
      const item = this.#item(piece.slice(from, at))
      if (item !== null) yield item
      from = at + 1
    }
    const rest = piece.slice(from)
    if (!this.#isOver) this.#open.push(rest)
    else if (!isSpace(rest)) throw new NoJson()
  }

  /** Whether the list has ended. */
  get #isOver(): boolean {
    return this.#depth < 0
  }

  /** Takes note of a character; whether an item ends with it. */
  #isEnd(code: number): boolean {
    if (this.#inText) this.#passText(code)
    else if (code === QUOTE) this.#inText = true
    else if (OPENING.has(code)) this.#depth += 1
    else if (CLOSING.has(code)) this.#close(code)
    else return code === COMMA && this.#depth === 0
    return this.#isOver
  }

  /** What closes within an item is the item's own business. */
  #close(code: number): void {
    if (this.#depth === 0 && code !== BRACKET) throw new NoJson()
    this.#depth -= 1
  }

  #passText(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (code === BACKSLASH) this.#isEscaped = true
    else if (code === QUOTE) this.#inText = false
  }

  /** The item that ends here; null: there is none in the list. */
  #item(end: string): string | null {
    const text = [...this.#open, end].join('')
    this.#open = []
    if (this.#isOver && this.#count === 0 && isSpace(text)) return null
    this.#count += 1
    return text
  }
}
