const INITIAL_SLOTS = 1024
const FULL = 0.6
/** High half, low half, number. */
const STRIDE = 3

/** Numbers hashes of 64 bits in the order of their coming, in some twenty bytes each. The hash of zeros only is none. */
export class HashIndex {
  #slots = new Uint32Array(INITIAL_SLOTS * STRIDE)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The number of a hash; null: it has not come. */
  find(high: number, low: number): number | null {
    const at = this.#slotOf(high, low)
    return this.#isFree(at) ? null : (this.#slots[at + 2] ?? 0)
  }

  /** The number of a hash, which it gets now when it has not come before. */
  add(high: number, low: number): number {
    const at = this.#slotOf(high, low)
    if (!this.#isFree(at)) return this.#slots[at + 2] ?? 0
    const number = this.#size
    this.#size += 1
    this.#put(at, high, low, number)
    if (this.#size >= (this.#slots.length / STRIDE) * FULL) this.#grow()
    return number
  }

  #isFree(at: number): boolean {
    return this.#slots[at] === 0 && this.#slots[at + 1] === 0
  }

  #put(at: number, high: number, low: number, number: number): void {
    this.#slots[at] = high
    this.#slots[at + 1] = low
    this.#slots[at + 2] = number
  }

  /** The place of this hash: where it stands, or the free one where it would. */
  #slotOf(high: number, low: number): number {
    const count = this.#slots.length / STRIDE
    let slot = (low >>> 1) % count
    for (;;) {
      const at = slot * STRIDE
      if ((this.#slots[at] === high && this.#slots[at + 1] === low) || this.#isFree(at)) return at
      slot = (slot + 1) % count
    }
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Uint32Array(old.length * 2)
    for (let i = 0; i < old.length; i += STRIDE) {
      const [high = 0, low = 0, number = 0] = [old[i], old[i + 1], old[i + 2]]
      if (high !== 0 || low !== 0) this.#put(this.#slotOf(high, low), high, low, number)
    }
  }
}
