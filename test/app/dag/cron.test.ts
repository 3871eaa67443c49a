import { describe, expect, it } from '@jest/globals'
import { lastTick } from '../../../src/app/dag/cron.ts'

const at = (iso: string): number => Date.parse(`${iso}:00Z`)
const tick = (line: string, iso: string): string | null => {
  const found = lastTick(line, at(iso))
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
})
