import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'

describe('the WebAssembly of libbzip2', () => {
  it('is that of the installed package, compressed', () => {
    const entry = createRequire(import.meta.url).resolve('bzip2-wasm/package.json')
    const installed = readFileSync(join(dirname(entry), 'bzip2-1.0.8/bzip2.wasm'))
    const packed = readFileSync(join(import.meta.dirname, '../../../src/state/checkpoint/bzip2.wasm.br'))
    expect(brotliDecompressSync(packed).equals(installed)).toBe(true)
  })
})
