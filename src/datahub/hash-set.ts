const INITIAL_SLOTS = 1024
const FULL = 0.6

/** A set of hashes of 64 bits, in some sixteen bytes each. The hash of zeros only stands for a free slot: it cannot be added. */
export class HashSet {
  #hashes = new Uint32Array(INITIAL_SLOTS * 2)
  #size = 0

  get size(): number {
    return this.#size
  }

  has(high: number, low: number): boolean {
    const slot = this.#slotOf(high, low)
    return this.#hashes[slot] !== 0 || this.#hashes[slot + 1] !== 0
  }

  /** Whether it was not there before. */
  add(high: number, low: number): boolean {
    if (this.has(high, low)) return false
    if (this.#size >= (this.#hashes.length / 2) * FULL) this.#grow()
    this.#insert(high, low)
    this.#size += 1
    return true
  }

  /** All of them, in no order. */
  *entries(): Generator<readonly [high: number, low: number]> {
    for (let i = 0; i < this.#hashes.length; i += 2) {
      const [high = 0, low = 0] = [this.#hashes[i], this.#hashes[i + 1]]
      if (high !== 0 || low !== 0) yield [high, low]
    }
  }

  #insert(high: number, low: number): void {
    const slot = this.#slotOf(high, low)
    this.#hashes[slot] = high
    this.#hashes[slot + 1] = low
  }

  /** The place of this hash: where it stands, or the free one where it would. A free one holds zeros. */
  #slotOf(high: number, low: number): number {
    const slots = this.#hashes.length / 2
    let slot = (low >>> 1) % slots
    for (;;) {
      const [a, b] = [this.#hashes[slot * 2], this.#hashes[slot * 2 + 1]]
      if ((a === high && b === low) || (a === 0 && b === 0)) return slot * 2
      slot = (slot + 1) % slots
    }
  }

  #grow(): void {
    const old = this.#hashes
    this.#hashes = new Uint32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 2) {
      const [high = 0, low = 0] = [old[i], old[i + 1]]
      if (high !== 0 || low !== 0) this.#insert(high, low)
    }
  }
}
