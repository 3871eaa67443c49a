import { expect, it } from '@jest/globals'
import { durationSeconds } from '../../../src/dag/file/values.ts'

it.each<[string, number | null]>([
  ['30s', 30],
  ['5m', 300],
  ['1h30m', 5400],
  ['1h 30m', 5400],
  ['1.5h', 5400],
  ['500ms', 0.5],
  ['1d', 86_400],
  ['PT5M', 300],
  ['PT1H30M', 5400],
  ['P1DT12H', 129_600],
  ['P1W', 604_800],
  ['PT0S', 0],
  ['', null],
  ['P', null],
  ['PT', null],
  ['P1DT', null],
  ['P1M', null],
  ['P1Y', null],
  ['30m1h', null],
  ['5x', null],
  ['-5s', null],
  ['5', null]
])('%j is %p seconds', (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds)
})
