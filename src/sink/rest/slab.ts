const SIZE = 1024 * 1024

/**
 * Turns ASCII texts into bytes that stand one behind the other in large pieces of memory. As bytes they are out of the
 * garbage collector's way, which would copy texts about for as long as their request is under way.
 */
export class Slab {
  #room = Buffer.alloc(0)
  #used = 0

  /** The bytes of texts, without anything between them. */
  write(texts: readonly string[]): Uint8Array {
    const size = texts.reduce((sum, text) => sum + text.length, 0)
    if (this.#used + size > this.#room.length) {
      this.#room = Buffer.allocUnsafeSlow(Math.max(SIZE, size))
      this.#used = 0
    }
    const from = this.#used
    for (const text of texts) this.#used += this.#room.write(text, this.#used, 'latin1')
    return this.#room.subarray(from, this.#used)
  }
}
