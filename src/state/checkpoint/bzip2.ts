import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

/** The functions of libbzip2 1.0.8 that are used, compiled to WebAssembly (the package bzip2-wasm). */
interface LibBzip2 {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  __wasm_call_ctors(): void
  malloc(bytes: number): number
  free(pointer: number): void
  BZ2_bzBuffToBuffCompress(
    to: number,
    toLength: number,
    from: number,
    fromLength: number,
    blockSize: number,
    verbosity: number,
    workFactor: number
  ): number
  BZ2_bzBuffToBuffDecompress(
    to: number,
    toLength: number,
    from: number,
    fromLength: number,
    small: number,
    verbosity: number
  ): number
}

/** A global of Node's that its types leave to the browser's. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: unknown } }>
}

/** libbzip2's results (bzlib.h). */
const OK = 0
const OUT_OF_ROOM = -8
const PAGE_BYTES = 65_536
/** Hundreds of kilobytes in a block: the most, and Python's choice (bz2.compress). */
const BLOCK_SIZE = 9
/** A state of more bytes than this is none that anyone wrote: as many as 5 million urns. */
export const MOST_BYTES = 512 * 1024 * 1024

const unpack = promisify(brotliDecompress)

/** Compresses and decompresses bzip2, which Node cannot do and the peer's checkpoints are written in (ADR 0013). */
export class Bzip2 {
  readonly #lib: LibBzip2

  private constructor(lib: LibBzip2) {
    this.#lib = lib
  }

  static async load(): Promise<Bzip2> {
    const bytes = await unpack(await readFile(new URL('./bzip2.wasm.br', import.meta.url)))
    const memory: { lib: LibBzip2 | null } = { lib: null }
    const { instance } = await WebAssembly.instantiate(bytes, importsFor(memory))
    const lib = instance.exports as LibBzip2
    memory.lib = lib
    lib.__wasm_call_ctors()
    return new Bzip2(lib)
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

/** What the compiled code asks of its host: more memory; its writing to files is never reached. */
function importsFor(memory: { readonly lib: LibBzip2 | null }): object {
  const bytes = (): Uint8Array => new Uint8Array(memory.lib?.memory.buffer ?? new ArrayBuffer(0))
  const grow = (wanted: number): number => {
    const missing = Math.ceil(((wanted >>> 0) - bytes().length) / PAGE_BYTES)
    try {
      memory.lib?.memory.grow(Math.max(missing, 0))
      return 1
    } catch {
      return 0
    }
  }
  const unused = (): number => -1
  return {
    env: {
      exit: (status: number) => {
        throw new Error(`libbzip2 gave up: ${status}`)
      },
      emscripten_memcpy_big: (to: number, from: number, length: number) => bytes().copyWithin(to, from, from + length),
      emscripten_resize_heap: grow
    },
    wasi_snapshot_preview1: { fd_close: unused, fd_write: unused, fd_seek: unused }
  }
}
