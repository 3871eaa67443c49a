import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'

describe('the WebAssembly of the SQL parser', () => {
  it('is that of the installed package, compressed', () => {
    const entry = createRequire(import.meta.url).resolve('@polyglot-sql/sdk/manual')
    const installed = readFileSync(join(dirname(entry), 'polyglot_sql.wasm'))
    const packed = readFileSync(join(import.meta.dirname, '../../../src/source/glue/views/sql.wasm.br'))
    expect(brotliDecompressSync(packed).equals(installed)).toBe(true)
  })
})
