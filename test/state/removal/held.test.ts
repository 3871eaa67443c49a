import { describe, expect, it } from '@jest/globals'
import type { Listing } from '../../../src/model/event.ts'
import type { Presence } from '../../../src/model/ports.ts'
import { checkpointAspect } from '../../../src/state/checkpoint/checkpoint.ts'
import { encodeUrns, urnsText } from '../../../src/state/checkpoint/payload.ts'
import { type Decision, decide } from '../../../src/state/removal/decide.ts'
import { RunFacts } from '../../../src/state/removal/facts.ts'
import { identify } from '../../../src/state/removal/identify.ts'
import { NOWHERE, type Scopes } from '../../../src/state/scopes.ts'
import { fc } from '../../properties.ts'
import { runs } from '../../runs.ts'

const urnOf = (database: string, table: string): string =>
  `urn:li:dataset:(urn:li:dataPlatform:glue,${database}.${table},PROD)`

const databaseIn = (urn: string): string => /glue,([^.]*)\./u.exec(urn)?.[1] ?? ''

/** What is kept from run to run. */
interface State {
  readonly known: readonly string[]
  readonly uncounted: readonly string[]
  readonly held: Scopes
  readonly marks: ReadonlySet<string>
}

interface Night {
  readonly seen: ReadonlySet<string>
  readonly listings?: Readonly<Record<string, Listing>>
  readonly databasesComplete?: boolean
  readonly presence?: (urn: string) => Presence
  readonly threshold?: number
}

const stateOf = (known: readonly string[]): State => ({ known, uncounted: [], held: NOWHERE, marks: new Set() })

function factsOf({ seen, listings = {}, databasesComplete = true }: Night): RunFacts {
  const facts = new RunFacts()
  facts.add({ type: 'databases-listed', complete: databasesComplete, count: 1 })
  facts.add({ type: 'produced', count: seen.size })
  for (const database of ['a', 'b', 'c']) {
    facts.add({ type: 'listing-ended', database, listing: listings[database] ?? 'complete', tables: 0 })
  }
  return facts
}

/** One run: its decision, and the state that it leaves. */
async function run(state: State, night: Night): Promise<{ readonly decision: Decision; readonly next: State }> {
  const { presence = () => 'gone', threshold = 75, seen } = night
  const decision = await decide({
    ...state,
    isSeen: (urn) => seen.has(urn),
    threshold,
    facts: factsOf(night),
    existence: {
      table: async (_database, _table, urn) => presence(urn),
      database: async () => 'gone',
      job: async () => 'gone'
    },
    identify: (urn) => identify(urn, { platform: 'glue', instances: [] }),
    databaseOf: async () => null
  })
  const all = [...new Set([...seen, ...decision.followed])]
  const counts = decision.counts ?? (() => true)
  const next = {
    known: all.filter(counts),
    uncounted: all.filter((urn) => !counts(urn)),
    held: decision.held,
    marks: new Set(decision.missingOnce)
  }
  return { decision, next }
}

const tablesOf = (database: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => urnOf(database, `t${index}`))

const anyPresence = fc.constantFrom<Presence>('gone', 'gone', 'there', 'left-out', 'hidden', 'not-allowed', 'unknown')
const anyListing = fc.constantFrom<Listing>('complete', 'complete', 'incomplete', 'denied', 'empty')
/** A night as it may be, in which so many tables have come that were not there before. */
const anyNight = fc.record({
  databasesComplete: fc.boolean(),
  listings: fc.record({ a: anyListing, b: anyListing, c: anyListing }),
  presences: fc.array(anyPresence, { minLength: 7, maxLength: 7 }),
  come: fc.nat(40),
  gone: fc.nat(3)
})
type AnyNight = typeof anyNight extends fc.Arbitrary<infer T> ? T : never

/** What a night sees: the rest, and others that come and go. */
function nightOf(rest: readonly string[], { come, gone, presences, ...night }: AnyNight, index: number): Night {
  const others = ['a', 'b', 'c'].flatMap((database) =>
    Array.from({ length: come }, (_, at) => urnOf(database, `n${at + gone * index}`))
  )
  const presence = (urn: string): Presence => presences[urn.length % presences.length] ?? 'gone'
  return { ...night, seen: new Set([...rest, ...others]), presence }
}

describe('what the threshold holds', () => {
  it('never goes while it is away, whatever comes meanwhile and whatever AWS does not tell', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('all', 'a'), fc.array(anyNight, { maxLength: 6 }), async (scope, nights) => {
        const before = [...tablesOf('a', 10), ...tablesOf('b', 10), ...tablesOf('c', 10)]
        const rest = scope === 'all' ? before.slice(0, 7) : [...before.slice(0, 2), ...before.slice(10)]
        const isHeld = (urn: string): boolean => scope === 'all' || databaseIn(urn) === 'a'
        let { decision, next } = await run(stateOf(before), { seen: new Set(rest) })
        const known = new Set(before)
        for (const [index, any] of nights.entries()) {
          expect(decision.remove.filter(isHeld)).toEqual([])
          const night = nightOf(rest, any, index)
          for (const urn of night.seen) known.add(urn)
          ;({ decision, next } = await run(next, night))
          for (const urn of decision.remove) known.delete(urn)
          // Nothing is forgotten, and nothing is there twice.
          expect([...next.known, ...next.uncounted].sort()).toEqual([...known].sort())
        }
        expect(decision.remove.filter(isHeld)).toEqual([])
        const raised = await run(next, { seen: new Set(rest), threshold: 100 })
        const gone = before.filter((urn) => !rest.includes(urn))
        expect(raised.decision.remove).toEqual(expect.arrayContaining(gone))
        expect(raised.next).toMatchObject({ held: NOWHERE, uncounted: [] })
      }),
      { numRuns: runs(200, 2000) }
    )
  })

  it('is what had come meanwhile, once the rest is back, when that is too much', async () => {
    const [before, since] = [tablesOf('a', 20), tablesOf('b', 100)]
    const held = await run(stateOf(before), { seen: new Set(since) })
    const back = await run(held.next, { seen: new Set(before) })
    const message = expect.stringContaining('100 of 120 entities')
    expect(back.decision).toMatchObject({ remove: [], told: [{ failure: { message } }] })
  })

  it('is all of a database that was emptied and has other tables now', async () => {
    const before = [...tablesOf('a', 10), ...tablesOf('b', 10)]
    const rest = tablesOf('b', 10)
    const emptied = await run(stateOf(before), { seen: new Set(rest), listings: { a: 'empty' } })
    let { next } = emptied
    expect(emptied.decision.kept.map(({ why }) => why)).toEqual(Array(10).fill('emptied'))
    for (const count of [20, 40]) {
      const others = Array.from({ length: count }, (_, index) => urnOf('a', `other${index}`))
      const filled = await run(next, { seen: new Set([...rest, ...others]) })
      expect(filled.decision).toMatchObject({ remove: [], held: { databases: new Set(['a']) } })
      next = filled.next
    }
  })

  it('is held from a night on in which the list of databases breaks off', async () => {
    const after = [...tablesOf('b', 20)]
    let { next } = await run(stateOf(tablesOf('a', 20)), { seen: new Set(after), databasesComplete: false })
    for (let night = 0; night < 2; night++) {
      const later = await run(next, { seen: new Set(after) })
      expect(later.decision).toMatchObject({ remove: [], told: [{ failure: { code: 'fail-safe-threshold' } }] })
      next = later.next
    }
  })

  it('is told as it is, of whatever AWS could not be asked and whatever was missing before', async () => {
    const before = [...tablesOf('a', 10), ...tablesOf('b', 10)]
    const seen = new Set([...before.slice(0, 2), ...tablesOf('b', 10)])
    const { next } = await run(stateOf(before), { seen })
    const presence = (urn: string): Presence => (/t[23456]/u.test(urn) ? 'unknown' : 'gone')
    const unknown = await run(next, { seen, presence })
    expect(unknown.decision).toMatchObject({ remove: [], told: [{ failure: { resource: 'a (8 of 10)' } }] })
    const emptied = await run(next, { seen: new Set(tablesOf('b', 10)), listings: { a: 'empty' } })
    expect(new Set(emptied.decision.kept.map(({ why }) => why))).toEqual(new Set(['threshold']))
    const marked = await run({ ...next, marks: new Set(before.slice(2, 8)) }, { seen })
    expect(marked.decision).toMatchObject({ remove: [], held: { databases: new Set(['a']) } })
  })

  it('has its container stay with it', async () => {
    const container = 'urn:li:container:0f'
    const decision = await decide({
      ...stateOf([...tablesOf('a', 10), ...tablesOf('b', 10), container]),
      isSeen: (urn) => databaseIn(urn) === 'b',
      threshold: 75,
      facts: factsOf({ seen: new Set(['x']) }),
      existence: { table: async () => 'left-out', database: async () => 'left-out', job: async () => 'gone' },
      identify: (urn) => identify(urn, { platform: 'glue', instances: [] }),
      databaseOf: async () => 'a'
    })
    expect(decision.remove).toEqual([])
    expect(decision.followed).toContain(container)
  })

  it('takes no more of the state than the urns do, of which there may be many', async () => {
    const before = Array.from({ length: 60_000 }, (_, index) => urnOf(`db_${index % 50}`, `table_${index}`))
    const since = before.map((urn) => urn.replace('PROD', 'DEV'))
    const { decision, next } = await run(stateOf(before), { seen: new Set(since) })
    expect([decision.remove.length, next.known.length, next.uncounted.length]).toEqual([0, 60_000, 60_000])
    const about = { pipelineName: 'p', runId: 'r', catalogue: 'c', missingOnce: [...next.marks], now: 1 }
    const [state, uncounted] = await Promise.all([next.known, next.uncounted].map(encoded))
    const all = await encoded([...before, ...since])
    if (state === undefined || uncounted === undefined) throw new Error('there are two')
    const aspect = checkpointAspect({ ...about, state, uncounted, held: next.held })
    expect(JSON.stringify(aspect).length).toBeLessThan(1.1 * all.payload.length)
  })
})

const encoded = (urns: readonly string[]) => encodeUrns([Buffer.from(urnsText(urns))])
