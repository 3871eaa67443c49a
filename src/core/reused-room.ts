/**
 * Bytes for what is needed for a moment, again and again: what is written there lasts until the next one takes it. It grows
 * with the largest that was asked for. New memory each time is more for V8 to collect.
 */
export class ReusedRoom {
  #bytes: Buffer

  /** `bytes`: how large it begins. */
  constructor(bytes: number) {
    this.#bytes = Buffer.allocUnsafeSlow(bytes)
  }

  /** So many bytes, or more. */
  take(bytes: number): Buffer {
    if (bytes > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(2 * bytes)
    return this.#bytes
  }
}
