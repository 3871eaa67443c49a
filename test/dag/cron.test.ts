import { describe, expect, it } from '@jest/globals'
import { lastTick } from '../../src/dag/cron.ts'

const at = (iso: string): number => Date.parse(`${iso}:00Z`)
const tick = (line: string, iso: string, zone?: string): string | null => {
  const found = lastTick(line, at(iso), zone)
  return found === null ? null : new Date(found).toISOString().slice(0, 16)
}

describe('the last tick of a cron line', () => {
  it.each([
    ['17 4 * * *', '2026-11-23T04:17', '2026-11-23T04:17'],
    ['17 4 * * *', '2026-11-23T04:16', '2026-11-22T04:17'],
    ['*/15 * * * *', '2026-11-23T04:29', '2026-11-23T04:15'],
    ['5/20 2-3 * * *', '2026-11-23T04:29', '2026-11-23T03:45'],
    ['0 0 29 2 *', '2026-11-23T04:29', '2024-02-29T00:00'],
    ['0 0 * * MON-WED', '2026-11-22T12:00', '2026-11-18T00:00'],
    ['0 0 * * 7', '2026-11-23T12:00', '2026-11-22T00:00'],
    ['0 0 13 * FRI', '2026-11-23T12:00', '2026-11-20T00:00'],
    ['0 0 1 jan,jul *', '2026-11-23T12:00', '2026-07-01T00:00'],
    ['0 0 31 2 *', '2026-11-23T12:00', null],
    ['0 0 * *', '2026-11-23T12:00', null],
    ['60 0 * * *', '2026-11-23T12:00', null],
    ['*-3 0 * * *', '2026-11-23T12:00', null],
    ['0/0 0 * * *', '2026-11-23T12:00', null]
  ])('%s at %s is %s', (line, now, expected) => {
    expect(tick(line, now)).toBe(expected)
  })

  it.each([
    // In winter Berlin is one hour ahead of UTC, in summer two.
    ['Europe/Berlin', '37 3 * * *', '2026-01-10T12:00', '2026-01-10T02:37'],
    ['Europe/Berlin', '37 3 * * *', '2026-07-10T12:00', '2026-07-10T01:37'],
    ['Europe/Berlin', '37 3 * * *', '2026-07-10T01:36', '2026-07-09T01:37'],
    // Another day there than here.
    ['Europe/Berlin', '30 0 1 * *', '2026-07-01T00:00', '2026-06-30T22:30'],
    ['Asia/Kathmandu', '0 6 * * MON', '2026-11-23T12:00', '2026-11-23T00:15'],
    ['America/St_Johns', '15 23 * * *', '2026-11-23T12:00', '2026-11-23T02:45'],
    // Put forward on 29 March 2026 from two to three: what is left out comes as much later.
    ['Europe/Berlin', '30 2 * * *', '2026-03-29T12:00', '2026-03-29T01:30'],
    ['Europe/Berlin', '30 2 * * *', '2026-03-30T12:00', '2026-03-30T00:30'],
    // Put back on 25 October 2026 from three to two: what comes twice counts the first time.
    ['Europe/Berlin', '30 2 * * *', '2026-10-25T12:00', '2026-10-25T00:30'],
    ['Europe/Berlin', '30 2 * * *', '2026-10-25T00:29', '2026-10-24T00:30'],
    ['Europe/Berlin', '*/15 * * * *', '2026-10-25T02:05', '2026-10-25T02:00'],
    ['Pacific/Apia', '0 12 * * *', '2026-11-23T12:00', '2026-11-22T23:00']
  ])('in %s %s at %s is %s', (zone, line, now, expected) => {
    expect(tick(line, now, zone)).toBe(expected)
  })
})
