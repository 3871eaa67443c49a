import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { type PythonValue, pythonJson } from '../../src/datahub/python-json.ts'
import { pythonRepr, pythonStr } from '../../src/datahub/python-str.ts'
import { pythonInt, pythonStrip } from '../../src/datahub/python-text.ts'
import { longDate } from '../../src/datahub/python-time.ts'

/** What Python 3.11 wrote (test/parity/mapping/python_texts.py). */
const recorded = <T>(file: string): readonly T[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../testdata/python', file), 'utf8'))

interface Value {
  readonly value: PythonValue
  readonly str: string
  readonly repr: string
  readonly json: string
}

describe("Python's texts", () => {
  const values = recorded<Value>('values.json')

  it('has enough values to be sure', () => {
    expect(values.length).toBeGreaterThan(500)
  })

  it('str()', () => {
    const wrong = values.filter(({ value, str }) => pythonStr(value) !== str)
    expect(wrong.map(({ value, str }) => [pythonStr(value), str])).toEqual([])
  })

  it('repr()', () => {
    const wrong = values.filter(({ value, repr }) => pythonRepr(value) !== repr)
    expect(wrong.map(({ value, repr }) => [pythonRepr(value), repr])).toEqual([])
  })

  it('json.dumps()', () => {
    // How json.dumps writes floats is never part of an aspect.
    const comparable = values.filter(({ json }) => !/\d[.e]/.test(json))
    const wrong = comparable.filter(({ value, json }) => pythonJson(value) !== json)
    expect(wrong.map(({ value, json }) => [pythonJson(value), json])).toEqual([])
    expect(comparable.length).toBeGreaterThan(300)
    expect(pythonJson([10n ** 30n])).toBe('[1000000000000000000000000000000]')
  })

  it('escapes exactly the characters that Python escapes', () => {
    const ranges = recorded<readonly [number, number]>('unprintable.json')
    const unprintable = new Set(ranges.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i)))
    const wrong: string[] = []
    // The planes beyond are private or empty, up to a few in plane 14.
    for (let code = 0; code < 0x110000; code += code < 0x34000 || (code >= 0xe0000 && code < 0xe0400) ? 1 : 61) {
      const character = String.fromCodePoint(code)
      const isEscaped = !pythonRepr(character).includes(character) || character === '\\'
      if (isEscaped !== (unprintable.has(code) || character === '\\')) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })

  it('strip()', () => {
    const spaces = recorded<{ text: string; strip: string }>('spaces.json')
    expect(spaces.map(({ text }) => pythonStrip(text))).toEqual(spaces.map(({ strip }) => strip))
    expect([pythonStrip(''), pythonStrip(' \t'), pythonStrip(' a  ')]).toEqual(['', '', 'a'])
    expect(spaces.length).toBeGreaterThan(30)
  })

  it('times', () => {
    const times = recorded<{ millis: number; str: string; repr: string; long: string }>('times.json')
    for (const { millis, str, repr, long } of times) {
      const date = new Date(millis)
      expect([pythonStr(date), pythonRepr(date), longDate(date)]).toEqual([str, repr, long])
    }
    expect(longDate(new Date(Number.NaN))).toBeNull()
    expect(times.length).toBe(200)
  })

  it.each([
    ['0', 0n],
    ['018', 18n],
    ['٣٨', 38n],
    ['१०', 10n],
    ['𝟏𝟘', 10n]
  ])('int() of %s', (digits, expected) => {
    expect(pythonInt(digits)).toBe(expected)
  })

  it('int() of no more digits than Python reads', () => {
    expect(pythonInt('9'.repeat(4300))).toBe(10n ** 4300n - 1n)
    expect(pythonInt('9'.repeat(4301))).toBeNull()
  })
})
