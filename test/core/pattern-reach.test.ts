import { describe, expect, it } from '@jest/globals'
import { compilePattern } from '../../src/core/pattern.ts'
import { matchesAll, mayMatch, type NameForm } from '../../src/core/pattern-reach.ts'
import { fc } from '../properties.ts'
import { runs } from '../runs.ts'

/** `database.table`, each of one character at least, in lower case. */
const TABLE: NameForm = {
  step(state, character) {
    if (/[A-Z]/.test(character)) return null
    if (state === 0) return character === '.' ? null : 1
    if (state === 1) return character === '.' ? 2 : 1
    return 3
  },
  ends: (state) => state === 3
}

describe('a pattern that no table matches', () => {
  it.each([
    ['^orders$', 'has no dot'],
    ['orders$', 'begins where the name does, whether it says so or not'],
    ['^.$', 'is too short for a dot and two names'],
    ['..$', 'is shorter than any'],
    ['^[^.]+$', 'excludes dots'],
    ['^[a-z0-9_]*$', 'excludes dots'],
    ['(a|b|cd)$', 'excludes dots in each branch'],
    ['a{2,5}$', 'excludes dots however often'],
    ['a{2000}$', 'excludes dots, and is long'],
    ['\\.a', 'begins with a dot'],
    ['a\\.$', 'has no table'],
    ['a^b', 'begins in the middle'],
    ['a$b', 'goes on behind its end'],
    ['(?=x)[a-z]+$', 'looks ahead, and excludes dots']
  ])('%s %s', (pattern) => {
    expect(mayMatch(pattern, true, TABLE)).toBe(false)
  })

  it.each(['Sales\\.', '[A-Z]+\\.', 'sales\\.[A-Z]'])('%s: asks for upper case', (pattern) => {
    expect([mayMatch(pattern, false, TABLE), mayMatch(pattern, true, TABLE)]).toEqual([false, true])
  })
})

describe('a pattern that a table may match', () => {
  it.each([
    ...[
      '',
      '.*',
      'orders',
      '^orders',
      '.*_tmp$',
      '^sales\\.orders$',
      '[^.]+\\.[^.]+$',
      '^\\w+\\W\\w+$',
      '(?i)SALES\\.'
    ],
    ...[
      'sales.orders',
      'a.b$',
      '^(a|b\\.c)$',
      '(?:x{0,3}\\.)+y',
      '\\Aa\\.b\\Z',
      'ü+\\.ß$',
      '[^a-z]+',
      '(?x) a \\. b # no'
    ]
  ])('%s', (pattern) => {
    expect(mayMatch(pattern, false, TABLE)).toBe(true)
  })

  it('or that cannot be read, or is too large to tell', () => {
    expect(['(', `${'(a{20}){20}'}{20}$`].map((pattern) => mayMatch(pattern, false, TABLE))).toEqual([true, true])
  })
})

describe('a pattern that matches everything', () => {
  it.each([
    ['.*', true],
    ['', true],
    ['^', true],
    ['x?', true],
    ['(a|)', true],
    ['a|.*', true],
    ['^(?:\\d*)', true],
    ['.+', false],
    ['$', false],
    ['^$', false],
    ['.*$', false],
    ['(?!x)', false],
    ['\\b', false],
    ['(', false]
  ])('%s: %s', (pattern, expected) => {
    expect(matchesAll(pattern)).toBe(expected)
  })
})

const PIECES = [
  ...[
    'a',
    'b',
    'A',
    'ſ',
    '.',
    '\\.',
    '[a-c]',
    '[^a]',
    '[^.]',
    '\\w',
    '\\W',
    '\\d',
    '\\s',
    '^',
    '$',
    '\\b',
    '\\Z',
    '(a|b)'
  ],
  ...['(?:a|\\.)', '(?=a)', '(?!b)', '(a)\\1', '[ſ]', '[^ſ]', '(?i:a)', '\\A', '(?<=a)']
]
const REPEATS = ['', '', '', '*', '+', '?', '{2}', '{0,30}', '{1,2}', '*?']
const NAME_PARTS = ['a', 'b', 'c', 's', 'k', '_', '1', '-', ' ', 'é', 'ſ']

const pattern = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...REPEATS)), { maxLength: 6 })
  .map((pieces) => pieces.map(([piece, repeat]) => piece + repeat).join(''))
const part = fc.array(fc.constantFrom(...NAME_PARTS), { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''))
const name = fc.tuple(part, part).map(([database, table]) => `${database}.${table}`)

it('never says of a pattern that it cannot match what it does match', () => {
  fc.assert(
    fc.property(pattern, fc.array(name, { minLength: 5, maxLength: 20 }), fc.boolean(), (text, names, ignoreCase) => {
      const compiled = compilePattern(text, { ignoreCase, use: 'match' })
      const matched = compiled.ok ? names.filter((one) => compiled.value.test(one)) : []
      expect({ text, may: matched.length === 0 || mayMatch(text, ignoreCase, TABLE) }).toEqual({ text, may: true })
      expect({ text, all: !matchesAll(text) || matched.length === names.length }).toEqual({ text, all: true })
    }),
    { numRuns: runs(1_000, 3_000) }
  )
})
