import { describe, expect, it } from '@jest/globals'
import type { Event } from '../../src/model/event.ts'
import { SAMPLE_SIZE } from '../../src/report/sample.ts'
import { fc } from '../properties.ts'
import { EVENTS, folded } from './factory.ts'

const failed = (code: string, resource: string, message = 'It broke'): Event => ({
  type: 'failed',
  severity: 'failure',
  failure: { code, message, resource }
})

describe('ReportFold', () => {
  it('counts a run that went well', () => {
    const report = folded(EVENTS)
    expect(report).toMatchObject({
      status: 'success',
      exitCode: 0,
      failures: [],
      warnings: [],
      runId: 'glue-2026_11_23-04_17_09-x7k2pq'
    })
    expect(report.counts).toMatchObject({ databases: 2, tables: 3, views: 1, produced: 40, written: 40 })
    expect(report.databases).toEqual([
      { name: 'hr', tables: 1, views: 0, filtered: 0, skipped: 0, listing: 'complete' },
      { name: 'sales', tables: 2, views: 1, filtered: 0, skipped: 0, listing: 'complete' }
    ])
  })

  it('gives the same report whatever the order of events', () => {
    const more: readonly Event[] = [
      ...EVENTS,
      ...Array.from({ length: 30 }, (_, i) => failed('a', `t${i}`)),
      ...Array.from({ length: 30 }, (_, i) => failed('b', `t${i}`, i % 2 === 0 ? 'one' : 'two')),
      { type: 'filtered', kind: 'table', name: 'sales.x', rule: 'table_pattern', database: 'sales' },
      { type: 'retried', service: 'glue', reason: 'b', after: 1 },
      { type: 'retried', service: 'glue', reason: 'a', after: 1 }
    ]
    const expected = folded(more)
    fc.assert(
      fc.property(fc.shuffledSubarray([...more], { minLength: more.length }), (events) => {
        expect(folded(events)).toEqual(expected)
      }),
      { numRuns: 50 }
    )
  })

  it('counts equal failures together, exactly, and samples their resources', () => {
    const report = folded([...EVENTS, ...Array.from({ length: 1234 }, (_, i) => failed('gms-rejected', `urn:${i}`))])
    expect(report.failures).toMatchObject([{ code: 'gms-rejected', message: 'It broke', count: 1234 }])
    expect(report.failures[0]?.resources).toHaveLength(SAMPLE_SIZE)
    expect(report.exitCode).toBe(1)
  })

  it('puts the most frequent failure first', () => {
    const report = folded([...EVENTS, failed('rare', 'a'), failed('common', 'a'), failed('common', 'b')])
    expect(report.failures.map((group) => [group.code, group.count])).toEqual([
      ['common', 2],
      ['rare', 1]
    ])
  })

  it('keeps a bounded number of groups, and loses no count', () => {
    const report = folded([...EVENTS, ...Array.from({ length: 5000 }, (_, i) => failed('e', `r${i}`, `message ${i}`))])
    expect(report.failures.length).toBeLessThanOrEqual(501)
    expect(report.failures.reduce((sum, group) => sum + group.count, 0)).toBe(5000)
    expect(report.failures[0]).toMatchObject({ code: 'e', message: '(further messages)' })
  })

  it('cuts an endless message, not within a surrogate pair', () => {
    const report = folded([failed('e', 'r', `x${'😀'.repeat(5000)}`)])
    const message = report.failures[0]?.message ?? ''
    expect(message.length).toBeLessThanOrEqual(2000)
    expect(message).not.toMatch(/\p{Cs}/u)
  })

  it.each([
    ['named', { database: 'a.b' }, 'a.b'],
    ['found by the name', {}, 'a.b'],
    ['named, against the name', { database: 'other' }, 'other']
  ])('counts a filtered table under its database: %s', (_, extra, database) => {
    const report = folded([
      { type: 'read', kind: 'database', database: 'a.b', name: 'a.b' },
      { type: 'filtered', kind: 'table', name: 'a.b.c', rule: 'table_pattern', ...extra }
    ])
    expect(report.databases.find((d) => d.name === database)?.filtered).toBe(1)
    expect(report.counts.filtered).toBe(1)
    expect(report.filtered).toEqual([{ rule: 'table_pattern', kind: 'table', count: 1, names: ['a.b.c'] }])
  })

  it('says what was skipped and why', () => {
    const failure = { code: 'resource-link', message: 'It is a resource link' }
    const report = folded([...EVENTS, { type: 'skipped', kind: 'table', name: 'sales.x', database: 'sales', failure }])
    expect(report.counts).toMatchObject({ filtered: 0, skipped: 1 })
    expect(report.filtered).toEqual([
      { rule: 'resource-link', kind: 'table', message: 'It is a resource link', count: 1, names: ['sales.x'] }
    ])
    expect(report.exitCode).toBe(0)
  })

  it('takes a database whose listing never ended for one that broke off', () => {
    const report = folded([{ type: 'read', kind: 'database', database: 'a', name: 'a' }])
    expect(report.databases).toMatchObject([{ name: 'a', listing: 'incomplete' }])
    expect(report.failures).toMatchObject([{ code: 'listing-incomplete', resources: ['a'] }])
    expect(report.exitCode).toBe(1)
  })

  it.each<[string, readonly Event[], string]>([
    [
      'some work units were not delivered',
      [
        { type: 'produced', count: 2 },
        { type: 'delivered', kind: 'rejected', count: 2 }
      ],
      'not-delivered'
    ],
    [
      'the list of databases broke off',
      [{ type: 'databases-listed', complete: false, count: 1 }],
      'database-listing-incomplete'
    ],
    ['more was delivered than produced', [{ type: 'delivered', kind: 'written', count: 2 }], 'accounting-mismatch'],
    ['less was delivered than produced', [{ type: 'produced', count: 2 }], 'accounting-mismatch']
  ])('names a loss that no event names: %s', (_, events, code) => {
    const report = folded(events)
    expect(report.failures.map((group) => group.code)).toEqual([code])
    expect(report).toMatchObject({ status: 'failure', exitCode: 1 })
  })

  it('expects nothing to leave a dry run', () => {
    expect(folded([{ type: 'produced', count: 2 }], { dryRun: true })).toMatchObject({ failures: [], exitCode: 0 })
    const odd: readonly Event[] = [
      { type: 'produced', count: 2 },
      { type: 'delivered', kind: 'written', count: 1 }
    ]
    expect(folded(odd, { dryRun: true }).failures).toMatchObject([{ code: 'accounting-mismatch' }])
  })

  it('keeps memory to the number of databases', () => {
    const events = function* (): Generator<Event> {
      for (let d = 0; d < 5000; d += 1) {
        const database = `database_${d}`
        yield { type: 'read', kind: 'database', database, name: database }
        for (let t = 0; t < 20; t += 1) yield { type: 'read', kind: 'table', database, name: `table_${t}` }
        yield { type: 'listing-ended', database, listing: 'complete', tables: 20 }
      }
    }
    const report = folded([...events()])
    expect(report.counts).toMatchObject({ databases: 5000, tables: 100_000 })
    expect(JSON.stringify(report).length).toBeLessThan(600_000)
    expect(report.exitCode).toBe(0)
  })
})
