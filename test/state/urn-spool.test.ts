import { afterEach, describe, expect, it } from '@jest/globals'
import type { WorkUnit } from '../../src/model/work-unit.ts'
import { LEFT_OUT_WITH_GMS, UrnSpool } from '../../src/state/urn-spool.ts'

const unit = (entityType: WorkUnit['entityType'], urn: string): WorkUnit => ({
  urn,
  entityType,
  aspectName: 'status',
  changeType: 'UPSERT',
  aspect: {}
})

let spool: UrnSpool
afterEach(() => spool.dispose())

/** What a state says after these have passed by. */
async function noted(units: readonly WorkUnit[], more: readonly string[] = []): Promise<readonly string[]> {
  async function* all() {
    yield units
  }
  const passed: WorkUnit[] = []
  for await (const page of spool.stage(all())) passed.push(...page)
  expect(passed).toEqual(units)
  return listed(await spool.list(more))
}

const listed = (pieces: Iterable<Uint8Array>): readonly string[] =>
  JSON.parse(`[${Array.from(pieces, (piece) => Buffer.from(piece).toString()).join('')}]`) as readonly string[]

describe('the urns of a run', () => {
  const units = [
    unit('dataset', 'a'),
    unit('dataset', 'a'),
    unit('query', 'q'),
    unit('structuredProperty', 'p'),
    unit('tag', 'é'),
    unit('dataset', 'a')
  ]

  it('are each there once, in their order, without what comes and goes', async () => {
    spool = await UrnSpool.create()
    expect(await noted(units, ['b', 'a'])).toEqual(['a', 'p', 'é', 'b'])
  })

  it('do not tell of definitions of properties where those are written to a GMS', async () => {
    spool = await UrnSpool.create(LEFT_OUT_WITH_GMS)
    expect(await noted(units)).toEqual(['a', 'é'])
    expect(spool.has('p')).toBe(false)
  })

  it('are listed in parts', async () => {
    spool = await UrnSpool.create()
    const odd = [
      'a", "b',
      'c\\',
      '", "',
      'é',
      ', x',
      '"',
      'x'.repeat(200_000),
      'y'.repeat(200_000),
      'z'.repeat(200_000)
    ]
    const all = [...odd, ...Array.from({ length: 20_000 }, (_, index) => `urn:li:dataset:(${index})`)]
    expect(await noted(all.map((urn) => unit('dataset', urn)))).toEqual(all)
    const kept = (urn: string): boolean => /[ac"éxz02468]\)?$/u.test(urn)
    expect(listed(await spool.list(['more'], kept))).toEqual(all.filter(kept))
    expect(listed(await spool.list([], (urn) => !kept(urn)))).toEqual([...all.filter((urn) => !kept(urn)), 'more'])
    expect(listed(await spool.list([], () => false))).toEqual([])
  })
})
