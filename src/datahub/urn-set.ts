import { HashSet } from './hash-set.ts'

const { imul } = Math

/**
 * Which urns have been seen, in some sixteen bytes each: only a hash of 64 bits is kept. A million urns have one chance in
 * ten million to hold two that are taken for one.
 */
export class UrnSet {
  readonly #hashes = new HashSet()

  get size(): number {
    return this.#hashes.size
  }

  has(urn: string): boolean {
    return this.#hashes.has(...hashOf(urn))
  }

  /** Whether it was not there before. */
  add(urn: string): boolean {
    return this.#hashes.add(...hashOf(urn))
  }
}

/** A text in 64 bits, never zeros only: two hashes of 32 bits in one pass: FNV-1a, and a multiplicative one with other constants, both mixed at the end. */
export function hashOf(text: string): [high: number, low: number] {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
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
