const INITIAL_SLOTS = 1024
const FULL = 0.6
/** Bytes of a hash (toBytes). */
export const HASH_BYTES = 8

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

  /** All of them in no order, eight bytes each: high and low, the lowest byte of each first. */
  toBytes(): Buffer {
    const bytes = Buffer.alloc(this.#size * HASH_BYTES)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    let at = 0
    for (let i = 0; i < this.#hashes.length; i += 2) {
      const high = this.#hashes[i] ?? 0
      const low = this.#hashes[i + 1] ?? 0
      if (high === 0 && low === 0) continue
      view.setUint32(at, high, true)
      view.setUint32(at + 4, low, true)
      at += HASH_BYTES
    }
    return bytes
  }

  /** What toBytes made. */
  static ofBytes(bytes: Buffer): HashSet {
    const set = new HashSet()
    for (let at = 0; at < bytes.length; at += HASH_BYTES) set.add(bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4))
    return set
  }

  #insert(high: number, low: number): void {
    const slot = this.#slotOf(high, low)
    this.#hashes[slot] = high
    this.#hashes[slot + 1] = low
  }

  /** The place of this hash: where it stands, or the free one where it would. A free one holds zeros. */
  #slotOf(high: number, low: number): number {
    const hashes = this.#hashes
    const slots = hashes.length / 2
    let slot = (low >>> 1) % slots
    for (;;) {
      const a = hashes[slot * 2]
      const b = hashes[slot * 2 + 1]
      if ((a === high && b === low) || (a === 0 && b === 0)) return slot * 2
      slot = (slot + 1) % slots
    }
  }

  #grow(): void {
    const old = this.#hashes
    this.#hashes = new Uint32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 2) {
      const high = old[i] ?? 0
      const low = old[i + 1] ?? 0
      if (high !== 0 || low !== 0) this.#insert(high, low)
    }
  }
}
