import { type LibBzip2, loadLibrary, PAGE_BYTES } from './libbzip2.ts'

/** libbzip2's results (bzlib.h). */
const OK = 0
const OUT_OF_ROOM = -8
/** Hundreds of kilobytes in a block: the most, and Python's choice (bz2.compress). */
const BLOCK_SIZE = 9
/** A state of more bytes than this is none that anyone wrote: as many as 5 million urns. */
export const MOST_BYTES = 512 * 1024 * 1024

/** Compresses and decompresses bzip2, which Node cannot do and the peer's checkpoints are written in (ADR 0013). */
export class Bzip2 {
  readonly #lib: LibBzip2

  private constructor(lib: LibBzip2) {
    this.#lib = lib
  }

  static async load(): Promise<Bzip2> {
    return new Bzip2(await loadLibrary())
  }

  /** @throws Error when there is not enough memory. */
  compress(bytes: Uint8Array): Buffer {
    // What cannot be compressed grows by at most this (bzlib's manual, BZ2_bzBuffToBuffCompress).
    const room = bytes.length + Math.ceil(bytes.length / 100) + 600
    const made = this.#call(bytes, room, (lib, to, length, from) =>
      lib.BZ2_bzBuffToBuffCompress(to, length, from, bytes.length, BLOCK_SIZE, 0, 0)
    )
    if (typeof made === 'number') throw new Error(`libbzip2 cannot compress: error ${made}`)
    return made
  }

  /** null: these bytes are no bzip2, or make more than any state has. */
  decompress(bytes: Uint8Array): Buffer | null {
    for (let room = Math.max(bytes.length * 16, PAGE_BYTES); room <= MOST_BYTES; room *= 4) {
      const made = this.#call(bytes, room, (lib, to, length, from) =>
        lib.BZ2_bzBuffToBuffDecompress(to, length, from, bytes.length, 0, 0)
      )
      if (typeof made !== 'number') return made
      if (made !== OUT_OF_ROOM) return null
    }
    return null
  }

  /** What `work` writes into a buffer of `room` bytes, or libbzip2's error. */
  #call(
    input: Uint8Array,
    room: number,
    work: (lib: LibBzip2, to: number, length: number, from: number) => number
  ): Buffer | number {
    const lib = this.#lib
    const from = this.#allocate(input.length)
    const to = this.#allocate(room)
    const length = this.#allocate(4)
    try {
      new Uint8Array(lib.memory.buffer).set(input, from)
      new DataView(lib.memory.buffer).setUint32(length, room, true)
      const result = work(lib, to, length, from)
      if (result !== OK) return result
      // The memory may have grown, which makes a new buffer of it.
      const made = new DataView(lib.memory.buffer).getUint32(length, true)
      return Buffer.from(new Uint8Array(lib.memory.buffer, to, made))
    } finally {
      for (const pointer of [from, to, length]) lib.free(pointer)
    }
  }

  #allocate(bytes: number): number {
    const pointer = this.#lib.malloc(Math.max(bytes, 1))
    if (pointer === 0) throw new Error(`libbzip2 cannot have ${bytes} bytes of memory`)
    return pointer
  }
}
