import { fnv1a } from './fnv.ts'

/** A power of two; with four bytes each, 256 KiB. */
const SLOTS = 65_536

/**
 * Whether a text has probably come before, from a fixed amount of memory and without making anything: what came long ago
 * may be forgotten, and two texts in four thousand millions are taken for one.
 */
export class SeenBefore {
  readonly #hashes = new Uint32Array(SLOTS)

  /** Whether it has come before; from now on it has. */
  note(text: string): boolean {
    // Zero is a slot that nothing has come to.
    const hash = fnv1a(text) || 1
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1)
    const isKnown = this.#hashes[slot] === hash
    this.#hashes[slot] = hash
    return isKnown
  }
}
