import { describe, expect, it } from '@jest/globals'
import type { GmsAnswer } from '../../../src/datahub/gms-answer.ts'
import type { Packed } from '../../../src/sink/rest/pack.ts'
import { type Send, settle } from '../../../src/sink/rest/settle.ts'
import { fc } from '../../properties.ts'
import { unitOf } from '../support.ts'

const batchOf = (count: number): readonly Packed[] =>
  Array.from({ length: count }, (_, index) => ({ unit: unitOf(index), size: index }))

type Rule = (numbers: readonly number[], request: number) => GmsAnswer

/** A GMS that answers by a rule, and remembers which records it took and how often it was asked. */
function gmsOf(rule: Rule): { readonly send: Send; readonly taken: number[]; readonly faultsRetried: boolean[] } {
  const taken: number[] = []
  const faultsRetried: boolean[] = []
  const send: Send = async (batch, retryFaults) => {
    faultsRetried.push(retryFaults)
    const numbers = batch.map(({ size }) => size)
    const answer = rule(numbers, faultsRetried.length)
    if (answer.kind === 'ok') taken.push(...numbers)
    return answer
  }
  return { send, taken, faultsRetried }
}

const OK: GmsAnswer = { kind: 'ok' }
const refusing =
  (kind: 'rejected' | 'forbidden' | 'faulty', poison: ReadonlySet<number>): Rule =>
  (numbers) => {
    const culprit = numbers.find((number) => poison.has(number))
    return culprit === undefined ? OK : { kind, message: `no ${culprit}` }
  }

const kindsOf = ({ outcomes }: Awaited<ReturnType<typeof settle>>): string =>
  outcomes.map(({ kind }) => kind[0]).join('')

describe('settle', () => {
  it.each<[string, number, Rule, string, number]>([
    ['all is well', 4, () => OK, 'wwww', 1],
    ['one is refused', 4, refusing('rejected', new Set([2])), 'wwrw', 5],
    ['the only one is refused', 1, refusing('rejected', new Set([0])), 'r', 1],
    ['all are refused', 4, () => ({ kind: 'rejected', message: 'no' }), 'rrrr', 7],
    ['the token may not write one', 4, refusing('forbidden', new Set([2])), 'wwrw', 5],
    ['the token may write nothing', 4, () => ({ kind: 'forbidden', message: 'no' }), 'rrrr', 7],
    ['one makes GMS fail', 4, refusing('faulty', new Set([0])), 'rwww', 5],
    ['GMS fails whatever it is sent', 4, () => ({ kind: 'faulty', message: 'oops' }), 'uuuu', 7],
    ['GMS fails at the only one', 1, () => ({ kind: 'faulty', message: 'oops' }), 'u', 1],
    [
      'GMS fails at one and refuses the other',
      2,
      (numbers) => ({ kind: numbers.includes(0) ? 'faulty' : 'rejected', message: 'no' }),
      'rr',
      3
    ],
    [
      'GMS fails at one, and the token may not write the other',
      2,
      (numbers) => ({ kind: numbers.includes(0) ? 'faulty' : 'forbidden', message: 'no' }),
      'rr',
      3
    ],
    [
      'requests are too large',
      4,
      (numbers) => (numbers.length > 2 ? { kind: 'too-large', message: 'big' } : OK),
      'wwww',
      3
    ],
    [
      'one is too large by itself',
      2,
      (numbers) => (numbers.includes(1) ? { kind: 'too-large', message: 'big' } : OK),
      'wr',
      3
    ],
    [
      'too large, and then GMS fails',
      2,
      (numbers) => ({ kind: numbers.length > 1 ? 'too-large' : 'faulty', message: 'x' }),
      'uu',
      3
    ],
    ['no answer', 4, () => ({ kind: 'unavailable', message: 'gone' }), 'uuuu', 1],
    ['the token is refused', 4, () => ({ kind: 'unauthorized', message: 'who?' }), 'uuuu', 1],
    [
      'the token expires between two halves',
      4,
      (_, request) =>
        ([{ kind: 'rejected', message: 'no' }, OK, { kind: 'unauthorized', message: 'who?' }] as const)[request - 1] ??
        OK,
      'wwuu',
      3
    ],
    [
      'no answer to one half',
      4,
      (_, request) =>
        (
          [
            { kind: 'rejected', message: 'no' },
            { kind: 'unavailable', message: 'gone' }
          ] as const
        )[request - 1] ?? OK,
      'uuww',
      3
    ]
  ])('%s', async (_case, count, rule, kinds, requests) => {
    const { send, faultsRetried } = gmsOf(rule)
    const settled = await settle(batchOf(count), send, 'written')
    expect([kindsOf(settled), faultsRetried.length]).toEqual([kinds, requests])
  })

  it('tells why to stop, and names no reason where there is none', async () => {
    const stop: GmsAnswer = { kind: 'misrouted', message: 'it redirects' }
    const { send } = gmsOf((_, request) => (request === 1 ? { kind: 'rejected', message: 'no' } : stop))
    const settled = await settle(batchOf(4), send, 'written')
    expect(settled.stop).toBe(stop)
    expect(settled.outcomes.map(({ reason }) => reason)).toEqual([
      'it redirects',
      'it redirects',
      'not tried any more',
      'not tried any more'
    ])
    expect((await settle(batchOf(1), gmsOf(() => OK).send, 'accepted')).outcomes).toEqual([
      { unit: unitOf(0), kind: 'accepted' }
    ])
  })

  it('tells what the token may not write from what is wrong with what is sent', async () => {
    const { send } = gmsOf((numbers) => ({ kind: numbers.includes(1) ? 'forbidden' : 'rejected', message: 'no' }))
    const { outcomes } = await settle(batchOf(3), send, 'written')
    expect(outcomes).toEqual([
      { unit: unitOf(0), kind: 'rejected', reason: 'no' },
      { unit: unitOf(1), kind: 'rejected', reason: 'no', isDenied: true },
      { unit: unitOf(2), kind: 'rejected', reason: 'no' }
    ])
  })

  it("lets GMS's errors be tried again only for the whole batch", async () => {
    const { send, faultsRetried } = gmsOf(refusing('faulty', new Set([1])))
    await settle(batchOf(4), send, 'written')
    expect(faultsRetried).toEqual([true, false, false, false, false])
  })

  it('finds every refused record, wherever they are, and writes everything else once and in order', async () => {
    const cases = fc
      .integer({ min: 1, max: 200 })
      .chain((count) => fc.tuple(fc.constant(count), fc.uniqueArray(fc.nat(count - 1))))
    await fc.assert(
      fc.asyncProperty(cases, async ([count, poison]) => {
        const bad = new Set(poison)
        const { send, taken, faultsRetried } = gmsOf(refusing('rejected', bad))
        const { outcomes, stop } = await settle(batchOf(count), send, 'written')
        expect(stop).toBeNull()
        expect(outcomes.map(({ unit }) => unit)).toEqual(batchOf(count).map(({ unit }) => unit))
        expect(outcomes.map(({ kind }) => kind === 'rejected')).toEqual(outcomes.map((_, index) => bad.has(index)))
        expect(outcomes.flatMap(({ reason }, index) => (bad.has(index) ? [reason] : []))).toEqual(
          [...bad].sort((a, b) => a - b).map((number) => `no ${number}`)
        )
        expect(taken).toEqual(outcomes.flatMap(({ kind }, index) => (kind === 'written' ? [index] : [])))
        expect(faultsRetried.length).toBeLessThanOrEqual(1 + 2 * 8 * bad.size)
      }),
      { numRuns: 100 }
    )
  })

  it('blames a server error on a record only where another one was taken', async () => {
    const cases = fc.integer({ min: 2, max: 200 }).chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1)))
    await fc.assert(
      fc.asyncProperty(cases, async ([count, poison]) => {
        const settled = await settle(batchOf(count), gmsOf(refusing('faulty', new Set([poison]))).send, 'written')
        expect(settled.outcomes.flatMap(({ kind }, index) => (kind === 'written' ? [] : [index]))).toEqual([poison])
      }),
      { numRuns: 50 }
    )
    const { send, faultsRetried } = gmsOf(() => ({ kind: 'faulty', message: 'oops' }))
    const { outcomes } = await settle(batchOf(200), send, 'written')
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['undelivered']))
    expect(faultsRetried.length).toBeLessThanOrEqual(40)
  })

  it('finds all records of one urn that GMS fails at, and writes their neighbours', async () => {
    const cases = fc.tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 1, max: 12 }), fc.nat())
    await fc.assert(
      fc.asyncProperty(cases, async ([count, length, place]) => {
        const from = place % (count - length)
        const run = Array.from({ length }, (_, index) => from + index)
        const settled = await settle(batchOf(count), gmsOf(refusing('faulty', new Set(run))).send, 'written')
        expect(settled.outcomes.flatMap(({ kind }, index) => (kind === 'written' ? [] : [index]))).toEqual(run)
      }),
      { numRuns: 200 }
    )
  })
})
