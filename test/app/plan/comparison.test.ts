import { afterEach, describe, expect, it } from '@jest/globals'
import { Comparison, type Fate } from '../../../src/app/plan/comparison.ts'
import { pack, unpack } from '../../../src/app/plan/packed.ts'
import type { SerialisedWorkUnit } from '../../../src/model/work-unit.ts'
import { fc } from '../../properties.ts'

let comparison: Comparison | null = null
afterEach(async () => {
  await comparison?.dispose()
  comparison = null
})

const unitOf = (number: number, aspectName: string, value: string): SerialisedWorkUnit => ({
  urn: `urn:li:dataset:(urn:li:dataPlatform:glue,db.t\u2028${number},PROD)`,
  entityType: 'dataset',
  aspectName,
  changeType: 'UPSERT',
  value,
  origin: `db.t${number}`
})

const units = fc.array(
  fc
    .tuple(fc.nat(12), fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '{}'))
    .map(([number, aspect, value]) => unitOf(number, aspect, value)),
  { maxLength: 40 }
)

/** What each entity has, by the longest way round. */
function listed(all: readonly SerialisedWorkUnit[]): Map<string, Map<string, string>> {
  const entities = new Map<string, Map<string, string[]>>()
  for (const { urn, aspectName, value } of all) {
    const aspects = entities.get(urn) ?? new Map<string, string[]>()
    entities.set(urn, aspects.set(aspectName, [...(aspects.get(aspectName) ?? []), value]))
  }
  return new Map(
    [...entities].map(([urn, aspects]) => [
      urn,
      new Map([...aspects].map(([name, values]) => [name, values.sort().join('|')]))
    ])
  )
}

describe('Comparison', () => {
  it('tells of every entity what a comparison of everything would tell', async () => {
    await fc.assert(
      fc.asyncProperty(units, units, async (base, head) => {
        const compared = await Comparison.create(['glue'])
        for (const unit of base) compared.add('base', unit)
        for (const unit of head) compared.add('head', unit)
        const fates = new Map<string, Fate>()
        for await (const fate of compared.fates()) fates.set(fate.urn, fate)
        await compared.dispose()
        const [old, now] = [listed(base), listed(head)]
        expect([...fates.keys()].sort()).toEqual([...new Set([...old.keys(), ...now.keys()])].sort())
        for (const [urn, { change, aspects }] of fates) {
          const [before, after] = [old.get(urn), now.get(urn)]
          const names = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])]
          const otherwise = names.filter((name) => before?.get(name) !== after?.get(name)).sort()
          const both = before !== undefined && after !== undefined
          const expected = both ? (otherwise.length > 0 ? 'change' : 'same') : before === undefined ? 'add' : 'remove'
          expect([urn, change, aspects]).toEqual([urn, expected, both ? otherwise : []])
        }
      }),
      { numRuns: 60 }
    )
  })

  it('knows its own entities, and those that only pass by', async () => {
    comparison = await Comparison.create(['glue'])
    const own = unitOf(1, 'a', '1')
    const { origin: _, ...nobodys } = unitOf(2, 'a', '1')
    const others = { ...own, urn: 'urn:li:dataset:(urn:li:dataPlatform:s3,x,PROD)' }
    const tag: SerialisedWorkUnit = { ...own, urn: 'urn:li:tag:x', entityType: 'tag' }
    for (const unit of [own, nobodys, others, tag]) comparison.add('head', unit)
    expect([own, nobodys, others, tag].map((unit) => comparison?.isOwn(unit))).toEqual([true, false, false, false])
    expect(comparison.ownOfHead).toBe(1)
  })

  it('gives the rule by which a version leaves something out, itself or with its database', async () => {
    comparison = await Comparison.create(['glue'])
    comparison.leaveOut('base', 'db', 'database_pattern')
    comparison.leaveOut('head', 'db.t1', 'table_pattern')
    expect(comparison.ruleFor('base', 'db.t1', 'db')).toBe('database_pattern')
    expect(comparison.ruleFor('head', 'db.t1', 'db')).toBe('table_pattern')
    expect(comparison.ruleFor('head', 'db.t2', 'db')).toBeNull()
  })
})

describe('answers on disk', () => {
  it.each([
    ['moments', { CreateTime: new Date(1_700_000_000_123), List: [new Date(0)] }],
    ['bytes', { body: Buffer.from([0, 255, 10]) }],
    ['names that mean something to JavaScript', JSON.parse('{"__proto__": {"constructor": 1}, "toJSON": "x"}')],
    ['what looks like a moment', { Parameters: { updated: '2026-01-01T00:00:00.000Z' } }],
    ['lists and nothing', [null, [], {}, '', 0, false, 'ü\u2028']]
  ])('come back as they were: %s', (_, answer) => {
    expect(unpack(pack(answer))).toEqual(answer)
  })

  it('keep a moment that is none', () => {
    expect(String(unpack(pack(new Date(Number.NaN))))).toBe('Invalid Date')
  })
})
