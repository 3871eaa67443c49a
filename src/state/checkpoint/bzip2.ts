import { type LibBzip2, loadLibrary } from './libbzip2.ts'

/** libbzip2's results (bzlib.h). */
const OK = 0
const OUT_OF_ROOM = -8
/** Hundreds of kilobytes in a block: the most, and Python's choice (bz2.compress). */
const BLOCK_SIZE = 9
/** A state of more bytes than this is none that anyone wrote: as many as 5 million urns. */
export const MOST_BYTES = 512 * 1024 * 1024

/**
 * What becomes one stream, in bytes: a block of bzip2 and no more, so that memory does not grow with what is compressed.
 * Streams may stand one behind the other, which Python reads as one text (bz2.decompress), and bzip2 does too.
 */
const STREAM_BYTES = 890_000
/** A stream with anything in it begins with `BZh`, a digit for the size of its blocks, and this. */
const FIRST_BLOCK = Buffer.from('1AY&SY')
const HEADER = /^BZh[1-9]$/

/** Compresses and decompresses bzip2, which Node cannot do and the peer's checkpoints are written in (ADR 0013). */
export class Bzip2 {
  readonly #lib: LibBzip2

  private constructor(lib: LibBzip2) {
    this.#lib = lib
  }

  static async load(): Promise<Bzip2> {
    return new Bzip2(await loadLibrary())
  }

  /** Compresses what comes in pieces, none of which is kept. @throws Error when there is not enough memory. */
  compress(pieces: Iterable<Uint8Array>): Buffer {
    const streams: Buffer[] = []
    const block = Buffer.allocUnsafe(STREAM_BYTES)
    let used = 0
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; ) {
        const part = piece.subarray(at, at + STREAM_BYTES - used)
        block.set(part, used)
        used += part.length
        at += part.length
        if (used < STREAM_BYTES) continue
        streams.push(this.#stream(block))
        used = 0
      }
    }
    if (used > 0 || streams.length === 0) streams.push(this.#stream(block.subarray(0, used)))
    return Buffer.concat(streams)
  }

  #stream(bytes: Uint8Array): Buffer {
    // What cannot be compressed grows by at most this (bzlib's manual, BZ2_bzBuffToBuffCompress).
    const room = bytes.length + Math.ceil(bytes.length / 100) + 600
    const made = this.#call(bytes, room, (lib, to, length, from) =>
      lib.BZ2_bzBuffToBuffCompress(to, length, from, bytes.length, BLOCK_SIZE, 0, 0)
    )
    if (typeof made === 'number') throw new Error(`libbzip2 cannot compress: error ${made}`)
    return made
  }

  /** null: these bytes are no bzip2, or make more than any state has. */
  decompress(bytes: Buffer): Buffer | null {
    const texts: Buffer[] = []
    let left = MOST_BYTES
    for (const stream of streamsIn(bytes)) {
      const text = this.#text(stream, left)
      if (text === null) return null
      texts.push(text)
      left -= text.length
    }
    return Buffer.concat(texts)
  }

  /** What a stream holds, if that is not more than `most` bytes. */
  #text(stream: Uint8Array, most: number): Buffer | null {
    for (let room = Math.max(stream.length * 16, STREAM_BYTES); room <= most; room *= 4) {
      const made = this.#call(stream, room, (lib, to, length, from) =>
        lib.BZ2_bzBuffToBuffDecompress(to, length, from, stream.length, 0, 0)
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

/** The streams that stand one behind the other; what is no bzip2 is one that cannot be read. */
function* streamsIn(bytes: Buffer): Generator<Buffer> {
  let start = 0
  for (let at = bytes.indexOf(FIRST_BLOCK); at >= 0; at = bytes.indexOf(FIRST_BLOCK, at + 1)) {
    const next = at - 4
    if (next <= start || !HEADER.test(bytes.toString('latin1', next, at))) continue
    yield bytes.subarray(start, next)
    start = next
  }
  yield bytes.subarray(start)
}
