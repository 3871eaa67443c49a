import { describe, expect, it } from '@jest/globals'
import { SeenBefore } from '../../src/core/seen-before.ts'
import { fc } from '../properties.ts'

describe('SeenBefore', () => {
  it('knows a text from its second time on', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seen = new SeenBefore()
        expect([seen.note(text), seen.note(text), seen.note(text)]).toEqual([false, true, true])
      })
    )
  })

  it('takes few texts for others, and forgets few of a thousand', () => {
    const texts = Array.from({ length: 1_000 }, (_, index) => `column_${index}`)
    const seen = new SeenBefore()
    expect(texts.filter((text) => seen.note(text)).length).toBe(0)
    expect(texts.filter((text) => seen.note(text)).length).toBeGreaterThan(950)
  })
})
