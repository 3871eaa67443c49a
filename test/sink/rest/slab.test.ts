import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Slab } from '../../../src/sink/rest/slab.ts'

const MEBIBYTE = 1024 * 1024

describe('Slab', () => {
  it('gives the bytes of what was put in, which nothing later changes, of any size', () => {
    const sizes = fc.array(fc.array(fc.constantFrom(0, 1, 7, 300_000, MEBIBYTE, MEBIBYTE + 1), { maxLength: 3 }), {
      maxLength: 8
    })
    fc.assert(
      fc.property(sizes, (drawn) => {
        const slab = new Slab()
        const texts = drawn.map((list, index) => list.map((size) => String.fromCharCode(97 + index).repeat(size)))
        const written = texts.map((parts) => slab.write(parts))
        for (const [index, bytes] of written.entries()) {
          expect(Buffer.from(bytes).equals(Buffer.from(texts[index]?.join('') ?? ''))).toBe(true)
        }
      }),
      { numRuns: 30 }
    )
  })
})
