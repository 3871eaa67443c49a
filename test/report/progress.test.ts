import { describe, expect, it } from '@jest/globals'
import type { Clock } from '../../src/core/clock.ts'
import type { Event } from '../../src/model/event.ts'
import { advance, type Progress, progressLine, reportProgress, startProgress } from '../../src/report/progress.ts'

const EVENTS: readonly Event[] = [
  { type: 'databases-listed', complete: true, count: 41 },
  ...Array.from(
    { length: 39 },
    (_, i): Event => ({ type: 'read', kind: 'database', database: `d${i}`, name: `d${i}` })
  ),
  { type: 'read', kind: 'database', database: 'sales', name: 'sales' },
  ...Array.from({ length: 1200 }, (_, i): Event => ({ type: 'read', kind: 'table', database: 'sales', name: `t${i}` })),
  { type: 'filtered', kind: 'table', name: 'sales.x', rule: 'table_pattern' },
  { type: 'filtered', kind: 'database', name: 'y', rule: 'database_pattern' },
  { type: 'delivered', kind: 'written', count: 11_000 },
  { type: 'listing-ended', database: 'hr', listing: 'complete', tables: 2 }
]

const after = (events: readonly Event[]): Progress => events.reduce(advance, startProgress(1000))

describe('progressLine', () => {
  it.each<[string, readonly Event[], { at: number; read: number }, number, string]>([
    ['at the start', [], { at: 1000, read: 0 }, 11_000, '0 tables, 0 aspects delivered, 0 tables/s, 10.0 s so far'],
    [
      'on the way',
      EVENTS,
      { at: 6000, read: 1 },
      11_000,
      '1,200 tables, 1 left out, 11,000 aspects delivered, 240 tables/s, 10.0 s so far, in sales (1 of 40 databases done)'
    ],
    [
      'with views',
      [...EVENTS, { type: 'read', kind: 'view', database: 'hr', name: 'v' }],
      { at: 1000, read: 1202 },
      121_000,
      '1,200 tables, 1 view, 1 left out, 11,000 aspects delivered, 0 tables/s, 2 min 0 s so far, in hr (1 of 40 databases done)'
    ]
  ])('%s', (_, events, last, now, expected) => {
    expect(progressLine(after(events), last, now)).toBe(expected)
  })
})

/** A clock that stands until it is moved. */
function standingClock(): Clock & { readonly move: (ms: number) => Promise<void> } {
  let now = 0
  const waiting: { at: number; wake: () => void }[] = []
  return {
    now: () => now,
    monotonic: () => now,
    random: () => 0,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ at: now + ms, wake: resolve })
        signal?.addEventListener('abort', () => reject(signal.reason))
      }),
    move: async (ms) => {
      now += ms
      for (const sleeper of waiting.splice(0)) {
        if (sleeper.at <= now) sleeper.wake()
        else waiting.push(sleeper)
      }
      for (let i = 0; i < 5; i += 1) await Promise.resolve()
    }
  }
}

describe('reportProgress', () => {
  it('shows a line each interval, with the rate since the last, and none after its end', async () => {
    const clock = standingClock()
    const lines: string[] = []
    const progress = reportProgress({ clock, intervalMs: 10_000, line: (text) => lines.push(text) })
    progress.add({ type: 'read', kind: 'table', database: 'a', name: 't' })
    await clock.move(9000)
    expect(lines).toEqual([])
    await clock.move(1000)
    for (let i = 0; i < 50; i += 1) progress.add({ type: 'read', kind: 'table', database: 'a', name: `t${i}` })
    await clock.move(10_000)
    expect(lines).toEqual([
      '1 table, 0 aspects delivered, 0.1 tables/s, 10.0 s so far, in a',
      '51 tables, 0 aspects delivered, 5 tables/s, 20.0 s so far, in a'
    ])
    await progress.stop()
    await clock.move(10_000)
    expect(lines).toHaveLength(2)
  })
})
