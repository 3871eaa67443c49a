import { describe, expect, it } from '@jest/globals'
import { RecentReader } from '../../src/datahub/recent-reader.ts'

/** A reader that fails where it is told to, and tells what it was asked. */
function reader(failures: readonly string[] = []) {
  const asked: string[] = []
  const failing = [...failures]
  return {
    asked,
    aspect: async (urn: string, name: string) => {
      asked.push(`${urn} ${name}`)
      if (failing[0] === urn) throw new Error(`not ${failing.shift()}`)
      return urn === 'none' ? null : { urn }
    },
    urnsNamed: async () => ['x']
  }
}

describe('a recent reader', () => {
  it('asks once for the same thing, whether there is one or not', async () => {
    const inner = reader()
    const recent = new RecentReader(inner)
    const all = ['a', 'none', 'a', 'none'].map((urn) => recent.aspect(urn, 'globalTags'))
    expect(await Promise.all(all)).toEqual([{ urn: 'a' }, null, { urn: 'a' }, null])
    expect(await recent.aspect('a', 'ownership')).toEqual({ urn: 'a' })
    expect(inner.asked).toEqual(['a globalTags', 'none globalTags', 'a ownership'])
  })

  it('asks again after a failure, and for what was asked long ago', async () => {
    const inner = reader(['a'])
    const recent = new RecentReader(inner)
    await expect(recent.aspect('a', 'x')).rejects.toThrow('not a')
    expect(await recent.aspect('a', 'x')).toEqual({ urn: 'a' })
    for (let i = 0; i < 600; i++) await recent.aspect(`b${i}`, 'x')
    await recent.aspect('a', 'x')
    expect(inner.asked.filter((asked) => asked === 'a x')).toHaveLength(3)
  })
})
