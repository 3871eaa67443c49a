/** A power of two; with four bytes each, 256 KiB. */
const SLOTS = 65_536

/** FNV-1a of 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
const OFFSET = 0x811c9dc5 | 0
const PRIME = 0x01000193

/**
 * Whether a text has probably come before, from a fixed amount of memory and without making anything: what came long ago
 * may be forgotten, and two texts in four thousand millions are taken for one.
 */
export class SeenBefore {
  readonly #hashes = new Int32Array(SLOTS)

  /** Whether it has come before; from now on it has. */
  note(text: string): boolean {
    let hash = OFFSET
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
    // Zero is a slot that nothing has come to.
    if (hash === 0) hash = PRIME
    const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1)
    const isKnown = this.#hashes[slot] === hash
    this.#hashes[slot] = hash
    return isKnown
  }
}
