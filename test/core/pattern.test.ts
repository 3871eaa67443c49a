import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { compileNameFilter, compilePattern } from '../../src/core/pattern.ts'
import { fc } from '../properties.ts'
import { runs } from '../runs.ts'

const load = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))

/** A pattern, whether it ignores case, and the names (by index) that match and that hold a match; null: refused. */
type Case = readonly [string, boolean, readonly number[] | null, readonly number[]]

const RECORDED = load('pattern-cases.json') as { readonly names: readonly string[]; readonly cases: readonly Case[] }
const CATEGORIES = load('pattern-categories.json') as Readonly<Record<string, readonly (readonly [number, number])[]>>

function matching(pattern: string, ignoreCase: boolean, use: 'match' | 'search'): number[] | null {
  const compiled = compilePattern(pattern, { ignoreCase, use })
  if (!compiled.ok) return null
  return RECORDED.names.flatMap((name, index) => (compiled.value.test(name) ? [index] : []))
}

describe('patterns, as Python 3.11 matched them', () => {
  it.each(RECORDED.cases)('%j, ignoring case: %s', (pattern, ignoreCase, matched, searched) => {
    expect(matching(pattern, ignoreCase, 'match')).toEqual(matched)
    expect(matching(pattern, ignoreCase, 'search') ?? []).toEqual(searched)
  })

  it.each(Object.keys(CATEGORIES))('\\%s has all that Python has', (letter) => {
    const compiled = compilePattern(`\\${letter}`, { ignoreCase: false, use: 'match' })
    const outside = (CATEGORIES[letter] ?? []).filter(([low, high]) =>
      [low, high].some((code) => !(compiled.ok && compiled.value.test(String.fromCodePoint(code))))
    )
    expect(outside).toEqual([])
  })
})

describe('faults', () => {
  it.each([
    ['sales_[', 6],
    ['(ab', 0],
    ['ab)', 2],
    ['*a', 0],
    ['a**', 2],
    ['a{3,2}', 2],
    ['\\y', 0],
    ['[z-a]', 4],
    ['a\\', 1],
    ['(?P<n>a)(?P<n>b)', 8],
    ['(?P=n)', 0],
    ['\\1', 0],
    ['(a\\1)', 2],
    ['a(?i)', 1],
    ['(?<=a+)b', 0],
    ['(?z)', 0],
    ['é(', 1]
  ])('%s is refused at position %d', (pattern, offset) => {
    const compiled = compilePattern(pattern, { ignoreCase: true, use: 'match' })
    expect(compiled).toMatchObject({ ok: false, error: { offset } })
  })

  it.each(['(?(1)a|b)', '\\N{BULLET}', '(a)?\\1', '(?<=(?>a))b', '(?i:(a)\\1)b', '(?:(a)|b)\\1'])(
    '%s cannot be translated, and is not guessed at',
    (pattern) => {
      expect(compilePattern(pattern, { ignoreCase: false, use: 'match' }).ok).toBe(false)
    }
  )

  it('is told of a pattern too deep', () => {
    const pattern = `${'('.repeat(20_000)}a${')'.repeat(20_000)}`
    expect(compilePattern(pattern, { ignoreCase: true, use: 'match' }).ok).toBe(false)
  })
})

describe('patterns of odd sizes', () => {
  it('are refused beyond what a RegExp is compiled from in time', () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `sales\\.table_number_${i}`).join('|')
    expect(compilePattern(`(?:${names(1000)})$`, { ignoreCase: true, use: 'match' }).ok).toBe(true)
    const started = performance.now()
    expect(compilePattern('(a*)'.repeat(15_000), { ignoreCase: true, use: 'match' })).toMatchObject({
      ok: false,
      error: { message: 'the pattern is too large', reason: 'untranslatable' }
    })
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('name filters', () => {
  const filter = (allow: readonly string[], deny: readonly string[] = [], ignoreCase = true) => {
    const compiled = compileNameFilter({ allow, deny, ignoreCase })
    if (!compiled.ok) throw new Error('these patterns are valid')
    return compiled.value
  }

  it.each([
    ['matches at the start only', filter(['db1.foo']), 'db1.foobar', true, 'db1.foo'],
    ['does not match inside', filter(['foo']), 'xfoo', false, null],
    ['takes a dot for any character', filter(['db1.foo']), 'db1_foo', true, 'db1.foo'],
    ['denies first', filter(['.*'], ['tmp_']), 'tmp_x', false, 'tmp_'],
    ['allows nothing by an empty list', filter([]), 'x', false, null],
    ['ignores case', filter(['^SALES$']), 'sales', true, '^SALES$'],
    ['minds case when told', filter(['^SALES$'], [], false), 'sales', false, null],
    ['lets $ match before a last line break', filter(['^a$']), 'a\n', true, '^a$'],
    ['names the pattern that decided', filter(['a', 'ab']), 'abc', true, 'a']
  ])('%s', (_, nameFilter, name, allowed, pattern) => {
    expect(nameFilter.decidedBy(name)).toMatchObject({ allowed, pattern })
    expect(nameFilter.allows(name)).toBe(allowed)
  })

  it('tells every pattern that is wrong, and where it stands', () => {
    const compiled = compileNameFilter({ allow: ['a', '('], deny: ['['], ignoreCase: true })
    expect(compiled).toMatchObject({
      ok: false,
      error: [
        { list: 'allow', index: 1 },
        { list: 'deny', index: 0 }
      ]
    })
  })
})

it('never throws, whatever the pattern', () => {
  const fragment = fc.constantFrom(
    ...Array.from('ab1.\\[]()*+?{}|^$-,:=!<>#P'),
    '(?',
    '\\d',
    '(?P<n>',
    '{1,2}',
    'é',
    '😀'
  )
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 20 }), fc.boolean(), (fragments, ignoreCase) => {
      expect(compilePattern(fragments.join(''), { ignoreCase, use: 'match' })).toHaveProperty('ok')
    }),
    { numRuns: runs(1_000, 3_000) }
  )
})
