const { imul } = Math

const INITIAL_SLOTS = 1024
const FULL = 0.6

/**
 * Which urns have been seen, in some sixteen bytes each: only a hash of 64 bits is kept. A million urns have one chance in
 * ten million to hold two that are taken for one.
 */
export class UrnSet {
  #hashes = new Uint32Array(INITIAL_SLOTS * 2)
  #size = 0

  get size(): number {
    return this.#size
  }

  has(urn: string): boolean {
    const [high, low] = hashOf(urn)
    const slot = this.#slotOf(high, low)
    return this.#hashes[slot] !== 0 || this.#hashes[slot + 1] !== 0
  }

  /** Whether it was not there before. */
  add(urn: string): boolean {
    if (this.has(urn)) return false
    if (this.#size >= (this.#hashes.length / 2) * FULL) this.#grow()
    this.#insert(...hashOf(urn))
    this.#size += 1
    return true
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

/** Two hashes of 32 bits in one pass: FNV-1a, and a multiplicative one with other constants, both mixed at the end. */
function hashOf(urn: string): [high: number, low: number] {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let i = 0; i < urn.length; i++) {
    const unit = urn.charCodeAt(i)
    a = imul(a ^ unit, 0x01000193)
    b = imul(b + unit, 0x85ebca6b) ^ (b >>> 15)
  }
  // The one keeps it from being zeros only, which stand for a free slot.
  return [mixed(b ^ a), (mixed(a) | 1) >>> 0]
}

/** Spreads the bits (the finaliser of MurmurHash3). */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
