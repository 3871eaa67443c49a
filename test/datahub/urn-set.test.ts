import { describe, expect, it } from '@jest/globals'
import { UrnSet } from '../../src/datahub/urn-set.ts'

const urnOf = (i: number): string => `urn:li:dataset:(urn:li:dataPlatform:glue,db${i % 7}.table_${i},PROD)`

describe('UrnSet', () => {
  it('has what was added and nothing else, among neighbours by the hundred thousand', () => {
    const set = new UrnSet()
    for (let i = 0; i < 100_000; i++) set.add(urnOf(i))
    for (let i = 0; i < 100_000; i += 1000) set.add(urnOf(i))
    expect(set.size).toBe(100_000)
    const wrong = []
    for (let i = 0; i < 200_000; i++) if (set.has(urnOf(i)) !== i < 100_000) wrong.push(i)
    expect(wrong).toEqual([])
  })

  it('tells short and similar texts apart', () => {
    const texts = ['', 'a', 'b', 'aa', 'ab', 'ba', 'é', '\u0000', '\u0000\u0000', '🚀']
    const set = new UrnSet()
    for (const [index, text] of texts.entries()) {
      expect(set.has(text)).toBe(false)
      set.add(text)
      expect(set.size).toBe(index + 1)
    }
    expect(texts.every((text) => set.has(text))).toBe(true)
  })
})
