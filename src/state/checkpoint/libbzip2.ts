import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { readLibrary } from './library-file.ts'

/** The functions of libbzip2 1.0.8 that are used, compiled to WebAssembly (the package bzip2-wasm). */
export interface LibBzip2 {
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
  compile(bytes: Uint8Array): Promise<object>
  instantiate(module: object, imports: object): Promise<{ readonly exports: unknown }>
}

/** WebAssembly's memory grows by pages. */
const PAGE_BYTES = 65_536

const unpack = promisify(brotliDecompress)

/** Compiled once: V8 makes better code of what has run for a while. Memory is each instance's own, and goes with it. */
let compiled: Promise<object> | null = null

const compile = async (): Promise<object> => WebAssembly.compile(await unpack(await readLibrary()))

/** Loads the library. */
export async function loadLibrary(): Promise<LibBzip2> {
  compiled ??= compile()
  const memory: { lib: LibBzip2 | null } = { lib: null }
  const instance = await WebAssembly.instantiate(await compiled, importsFor(memory))
  const lib = instance.exports as LibBzip2
  memory.lib = lib
  lib.__wasm_call_ctors()
  return lib
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
