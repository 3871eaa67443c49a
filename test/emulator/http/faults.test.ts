import { describe, expect, it } from '@jest/globals'
import { type FaultRule, faultPlan } from './faults.ts'

/** Which of `count` requests with this label are hit, counted from 1. */
function hits(rules: readonly FaultRule[], count: number, label = 'GetTables sales', seed = 1): readonly number[] {
  const plan = faultPlan(rules, seed)
  return Array.from({ length: count }, (_, i) => i + 1).filter(() => plan.next(label) !== null)
}

describe('a fault rule hits', () => {
  const cases: readonly (readonly [string, FaultRule, readonly number[]])[] = [
    ['every request when it says nothing', { status: 500 }, [1, 2, 3, 4]],
    ['the numbers it names', { nth: [2, 4], status: 500 }, [2, 4]],
    ['the first so many', { first: 2, status: 500 }, [1, 2]],
    ['all after so many', { after: 3, status: 500 }, [4]],
    ['only labels that match', { match: '^GetDatabases', status: 500 }, []],
    ['both ends of a range', { after: 1, first: 3, status: 500 }, [2, 3]],
    ['never at rate 0', { rate: 0, status: 500 }, []],
    ['always at rate 1', { rate: 1, status: 500 }, [1, 2, 3, 4]]
  ]
  it.each(cases)('%s', (_, rule, expected) => {
    expect(hits([rule], 4)).toEqual(expected)
  })

  it('about as often as its rate says, and the same requests for the same seed', () => {
    const rule = { rate: 0.2, code: 'ThrottlingException' }
    const first = hits([rule], 2000)
    expect(first.length).toBeGreaterThan(320)
    expect(first.length).toBeLessThan(480)
    expect(hits([rule], 2000)).toEqual(first)
    expect(hits([rule], 2000, 'GetTables sales', 2)).not.toEqual(first)
  })

  it('with the effects of all rules, earlier ones winning', () => {
    const plan = faultPlan([{ delayMs: 5 }, { status: 503, message: 'a' }, { status: 429, message: 'b' }], 1)
    expect(plan.next('x')).toEqual({ delayMs: 5, status: 503, message: 'a' })
  })

  it('counting only the requests that it matches', () => {
    const plan = faultPlan([{ match: 'b', nth: [2], status: 500 }], 1)
    expect(['a', 'b', 'a', 'b', 'b'].map((label) => plan.next(label) !== null)).toEqual([
      false,
      false,
      false,
      true,
      false
    ])
  })
})
