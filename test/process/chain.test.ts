import { describe, expect, it } from '@jest/globals'
import type { WorkUnit } from '../../src/model/work-unit.ts'
import { processed } from '../../src/process/chain.ts'
import { chain, gms, nameOf, unit, urnOf } from './support.ts'

const database = (name: string): WorkUnit[] => [
  unit(`container:${name}`, 'containerProperties', { name }),
  unit(`container:${name}`, 'status', { removed: false })
]

const table = (name: string): WorkUnit[] => [
  unit(`dataset:${name}`, 'operation', { lastUpdatedTimestamp: 5 }),
  unit(`dataset:${name}`, 'datasetProperties', { name }),
  unit(`dataset:${name}`, 'globalTags', { tags: [{ tag: 'urn:li:tag:ü' }] }),
  unit(`dataset:${name}`, 'container', { container: urnOf('container:db') })
]

describe('processed', () => {
  it("adds what the peer's processors add, in its order", async () => {
    const { out } = await chain([database('db'), table('t')], { gms: gms('v1.7.0') })
    expect(out.map(nameOf)).toEqual([
      'container:db containerProperties',
      'container:db status',
      'container:db browsePathsV2',
      'dataset:t operation',
      'dataset:t datasetProperties',
      'dataset:t globalTags',
      'dataset:t container',
      'dataset:t status (PATCH)',
      'dataset:t browsePathsV2',
      'tag:ü tagKey',
      'dataset:t datasetProperties (PATCH)'
    ])
  })

  it('gives the same whatever the size of the pages', async () => {
    const all = [...database('db'), ...Array.from({ length: 60 }, (_, i) => table(`t${i}`)).flat()]
    const sorted = (
      units: readonly { value: string; urn: string; aspectName: string; changeType: 'UPSERT' | 'PATCH' }[]
    ) => units.map((it) => `${nameOf(it)} ${it.value}`).sort()
    const expected = sorted((await chain([all])).out)
    for (const size of [1, 2, 7, 100]) {
      const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
      expect(sorted((await chain(pages)).out)).toEqual(expected)
    }
  })

  it('makes ASCII strings, and leaves out browse paths when the flag says so', async () => {
    const { out } = await chain([table('t')], { flags: { generateBrowsePathV2: false } })
    expect(out.map(nameOf)).not.toContain('dataset:t browsePathsV2')
    expect(out.find((it) => it.aspectName === 'tagKey')?.value).toBe('{"name":"\\u00fc"}')
    expect(out.every((it) => typeof it.value === 'string' && !('aspect' in it))).toBe(true)
  })

  it('pulls no page before the one before it is taken', async () => {
    const asked: number[] = []
    function* pages(): Generator<WorkUnit[]> {
      for (let i = 0; i < 5; i++) {
        asked.push(i)
        yield table(`t${i}`)
      }
    }
    async function* source(): AsyncGenerator<WorkUnit[]> {
      yield* pages()
    }
    const options = {
      source: { platform: 'glue', platformInstance: null, incrementalProperties: false },
      flags: { generateBrowsePathV2: true },
      gms: null,
      transformers: [],
      emit: () => undefined
    } as const
    const out = processed(source(), options)
    await out.next()
    expect(asked).toEqual([0])
    await out.next()
    expect(asked).toEqual([0, 1])
    await out.return(undefined)
  })

  it('does not keep for the end what can go before', async () => {
    function* pages(): Generator<WorkUnit[]> {
      for (let i = 0; i < 3000; i++) yield table(`table_with_a_long_name_${i}`)
    }
    const { out } = await chain(pages())
    expect(out.filter((it) => it.changeType === 'PATCH')).toHaveLength(3000)
    // Patches wait for 200 aspects of others, not for the end of the run.
    const last = out.findIndex((it) => nameOf(it) === 'dataset:table_with_a_long_name_2000 datasetProperties (PATCH)')
    const own = out.findIndex((it) => nameOf(it) === 'dataset:table_with_a_long_name_2000 datasetProperties')
    expect(last - own).toBeLessThan(400)
  })
})
