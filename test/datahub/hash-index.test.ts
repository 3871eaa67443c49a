import { describe, expect, it } from '@jest/globals'
import { HashIndex } from '../../src/datahub/hash-index.ts'
import { hashOf } from '../../src/datahub/urn-set.ts'
import { fc } from '../properties.ts'

describe('HashIndex', () => {
  it('numbers what comes in the order of its coming', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), (texts) => {
        const index = new HashIndex()
        const known = new Map<string, number>()
        for (const text of texts) {
          const number = known.get(text) ?? known.size
          known.set(text, number)
          expect(index.add(...hashOf(text))).toBe(number)
        }
        expect(index.size).toBe(known.size)
        for (const [text, number] of known) expect(index.find(...hashOf(text))).toBe(number)
        expect(index.find(...hashOf('what has not come'))).toBeNull()
      })
    )
  })

  it('grows with what comes', () => {
    const index = new HashIndex()
    const texts = Array.from({ length: 20_000 }, (_, at) => `urn:li:dataset:${at}`)
    expect(texts.every((text, at) => index.add(...hashOf(text)) === at)).toBe(true)
    expect(texts.every((text, at) => index.find(...hashOf(text)) === at)).toBe(true)
  })
})
