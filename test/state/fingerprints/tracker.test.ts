import { describe, expect, it } from '@jest/globals'
import { HashSet } from '../../../src/datahub/hash-set.ts'
import type { Event } from '../../../src/model/event.ts'
import type { OutcomeKind, SerialisedWorkUnit } from '../../../src/model/work-unit.ts'
import { fingerprintOf } from '../../../src/state/fingerprints/fingerprint.ts'
import { begunAspect, ledgerAspect, readLedger } from '../../../src/state/fingerprints/ledger.ts'
import { columnChanges } from '../../../src/state/fingerprints/schema-change.ts'
import { Tracker } from '../../../src/state/fingerprints/tracker.ts'
import { fc } from '../../properties.ts'

const unit = (urn: string, aspectName: string, value: string): SerialisedWorkUnit => ({
  urn,
  entityType: 'dataset',
  aspectName,
  changeType: 'UPSERT',
  value
})

const SINCE = 1_790_000_000_000

/** Sends pages through a tracker; every work unit that comes out has the fate that `fateOf` gives it. */
async function send(
  pages: readonly (readonly SerialisedWorkUnit[])[],
  known: HashSet | null,
  fateOf: (unit: SerialisedWorkUnit) => OutcomeKind = () => 'written'
) {
  const events: Event[] = []
  const news: string[] = []
  const tracker = new Tracker({
    known,
    skips: known !== null,
    since: SINCE,
    changed: async (entities) => void news.push(...entities.map(({ urn }) => urn)),
    emit: (event) => events.push(event)
  })
  async function* all() {
    yield* pages
  }
  const sent: SerialisedWorkUnit[] = []
  for await (const page of tracker.through(all())) {
    sent.push(...page)
    tracker.note(page.map((one) => ({ unit: one, kind: fateOf(one) })))
  }
  const unchanged = events.reduce((sum, event) => sum + (event.type === 'delivered' ? event.count : 0), 0)
  return { sent, news, unchanged, acknowledged: tracker.acknowledged }
}

const units = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), fc.constantFrom('{"v":1}', '{"v":2}')),
  { maxLength: 20 }
)
const pagesOf = (list: readonly (readonly [string, string, string])[], size: number) => {
  const all = list.map(([urn, name, value]) => unit(urn, name, value))
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}

describe('the tracker', () => {
  it('sends everything that it does not know, in its order, and counts the rest', async () => {
    await fc.assert(
      fc.asyncProperty(units, units, fc.integer({ min: 1, max: 5 }), async (before, after, size) => {
        const first = await send(pagesOf(before, size), null)
        expect(first.sent).toEqual(pagesOf(before, 1).flat())
        const second = await send(pagesOf(after, size), first.acknowledged)
        expect(second.sent.length + second.unchanged).toBe(after.length)
        const again = await send(pagesOf(after, size + 1), second.acknowledged)
        expect(again).toMatchObject({ sent: [], news: [], unchanged: after.length })
      })
    )
  })

  it('sends all of what comes later of an entity that it sends, though that is as it was', async () => {
    const later = unit('a', 'y', '1')
    const { acknowledged } = await send([[unit('a', 'x', '1')], [unit('b', 'x', '1')], [later]], null)
    const next = await send([[unit('a', 'x', '2')], [unit('b', 'x', '1')], [later]], acknowledged)
    expect(next).toMatchObject({ sent: [unit('a', 'x', '2'), later], news: ['a'], unchanged: 1 })
  })

  it.each(['rejected', 'undelivered', 'accepted'] as const)('does not count on what is %s', async (kind) => {
    const pages = [[unit('a', 'x', '1'), unit('a', 'y', '1')], [unit('b', 'x', '1')]]
    const fate = ({ aspectName }: SerialisedWorkUnit): OutcomeKind => (aspectName === 'y' ? kind : 'written')
    const { acknowledged } = await send(pages, null, fate)
    expect((await send(pages, acknowledged)).sent).toEqual(pages[0])
  })
})

describe('a fingerprint', () => {
  it('leaves out the moments of the run, and no others', () => {
    const at = (moment: number) => fingerprintOf([unit('a', 'upstreamLineage', `{"time":${moment}}`)], SINCE)
    expect(at(SINCE + 1)).toEqual(at(SINCE + 5_000))
    expect(at(SINCE - 1)).not.toEqual(at(SINCE - 2))
  })

  it("keeps the times of operations, which are the table's own also when it changes while it is read", () => {
    const at = (moment: number) => fingerprintOf([unit('a', 'operation', `{"time":${moment}}`)], SINCE)
    expect(at(SINCE + 1)).not.toEqual(at(SINCE + 5_000))
  })

  it('is another for each part of the content', () => {
    const all = [
      [unit('a', 'x', '1')],
      [unit('b', 'x', '1')],
      [unit('a', 'y', '1')],
      [unit('a', 'x', '2')],
      [{ ...unit('a', 'x', '1'), changeType: 'PATCH' as const }],
      [unit('a', 'x', '1'), unit('a', 'y', '1')]
    ].map((one) => fingerprintOf(one, SINCE).join())
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the ledger', () => {
  const about = { pipelineName: 'p', runId: 'r', now: 1 }

  it('is read as it was written', () => {
    const fingerprints = new HashSet()
    for (let i = 0; i < 5_000; i++) fingerprints.add(i * 7919, (i * 31) | 1)
    const ledger = readLedger(ledgerAspect({ fingerprints, basis: 'b', runs: 3, stateOf: 's', ...about }))
    expect(ledger).toMatchObject({ basis: 'b', runs: 3, stateOf: 's' })
    const textsOf = (set: HashSet): string[] => set.toBytes().toString('hex').match(/.{16}/g)?.sort() ?? []
    expect(textsOf(fingerprints)).toHaveLength(5_000)
    expect(textsOf(ledger?.fingerprints ?? new HashSet())).toEqual(textsOf(fingerprints))
  })

  it.each([
    ['of a run that never ended', begunAspect(about)],
    ['that is none', { config: '{}', state: {} }],
    ['of nothing', null],
    ['that is damaged', { config: '{"basis":"b","runs":1}', state: { serde: 'base85-u64', payload: '"' } }],
    ['of another form', { config: '{"basis":"b","runs":1}', state: { serde: 'utf-8', payload: '' } }]
  ])('%s says nothing', (_, aspect) => {
    expect(readLedger(aspect)).toBeNull()
  })
})

describe('columns', () => {
  it('are compared by their names, whatever type their paths hold', () => {
    const schema = (...fields: readonly (readonly [string, string])[]) => ({
      fields: fields.map(([fieldPath, nativeDataType]) => ({ fieldPath, nativeDataType }))
    })
    expect(
      columnChanges(
        schema(
          ['[version=2.0].[type=int].a', 'int'],
          ['[version=2.0].[type=struct].s.[type=int].x', 'int'],
          ['c', 'c']
        ),
        schema(
          ['[version=2.0].[type=string].a', 'string'],
          ['[version=2.0].[type=struct].s.[type=int].y', 'int'],
          ['c', 'c']
        )
      )
    ).toEqual({ added: ['s.y'], removed: ['s.x'], retyped: [{ column: 'a', from: 'int', to: 'string' }] })
  })
})
