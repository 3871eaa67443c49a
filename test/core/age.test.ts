import { describe, expect, it } from '@jest/globals'
import { formatAge, parseAge } from '../../src/core/age.ts'

describe('parseAge', () => {
  it.each([
    ['90m', 5400],
    ['26h', 93_600],
    ['2d', 172_800],
    ['1d12h', 129_600],
    ['1d12h30m', 131_400],
    ['', null],
    ['0h', null],
    ['26', null],
    ['26 h', null],
    ['h', null],
    ['12h1d', null],
    ['-1h', null],
    ['1.5h', null],
    [`${'9'.repeat(30)}h`, null]
  ])('%j is %p seconds', (text, seconds) => {
    expect(parseAge(text)).toBe(seconds)
  })
})

describe('formatAge', () => {
  it.each([
    [-5, '0 s'],
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [3599, '59 min'],
    [3600, '1 h'],
    [93_600, '26 h'],
    [93_660, '26 h 1 min'],
    [172_799, '47 h 59 min'],
    [172_800, '2 d'],
    [187_200, '2 d 4 h']
  ])('%p seconds are %s', (seconds, text) => {
    expect(formatAge(seconds)).toBe(text)
  })
})
