/** A list that is kept sorted, so that the next in line is found without sorting the others again. */
export class SortedList<T> implements Iterable<T> {
  readonly #items: T[] = []
  readonly #compare: (a: T, b: T) => number

  /** `compare` must never call two different items equal. */
  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  get size(): number {
    return this.#items.length
  }

  add(item: T): void {
    this.#items.splice(this.#place(item), 0, item)
  }

  delete(item: T): void {
    const at = this.#place(item)
    if (this.#items[at] === item) this.#items.splice(at, 1)
  }

  /** First in line first. The list must not change while it is walked. */
  [Symbol.iterator](): Iterator<T> {
    return this.#items[Symbol.iterator]()
  }

  /** The index of the first item that does not come before `item`. */
  #place(item: T): number {
    let low = 0
    let high = this.#items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = this.#items[middle]
      if (there !== undefined && this.#compare(there, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
