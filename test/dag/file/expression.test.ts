import { describe, expect, it } from '@jest/globals'
import type { Json, JsonObject } from '../../../src/core/json.ts'
import { fill, judge, type Lookup, parseCondition } from '../../../src/dag/file/expression.ts'

const FACTS: JsonObject = { tables: 12, warnings: 0, status: 'success', text: 'x and y', none: null, n: '7' }
const lookup: Lookup = ([name = '', ...rest]) => (rest.length === 0 ? FACTS[name] : undefined)

function holds(text: string, absent: 'is-nothing' | 'fails'): boolean {
  const condition = parseCondition(text)
  if (!condition.ok) throw new Error(condition.error)
  return judge(condition.value, lookup, absent).ok
}

describe('a condition', () => {
  it.each<[string, boolean]>([
    ['tables >= 12', true],
    ['tables > 12', false],
    ['tables == 12 and warnings == 0', true],
    ['tables == 12 and warnings == 1', false],
    ['not warnings', true],
    ['status == success', true],
    ["status != 'success'", false],
    ['status == failure', false],
    ['text == "x and y"', true],
    ['n > 10', false],
    ['n < 10', true],
    ['tables != warnings', true]
  ])('%s is %s', (text, expected) => {
    expect([holds(text, 'is-nothing'), holds(text, 'fails')]).toEqual([expected, expected])
  })

  it.each(['tabels >= 0', 'tabels != 5', 'not tabels', 'tables != a.b', 'not a.b == 1'])(
    'in a check never holds by a name that is not there: %s',
    (text) => {
      expect(holds(text, 'fails')).toBe(false)
    }
  )

  it('beside a check takes a name that is not there, such as an unset variable, for nothing', () => {
    expect([holds('not absent', 'is-nothing'), holds('absent', 'is-nothing')]).toEqual([true, false])
  })

  it.each(['', 'a and', 'a =< 1', 'a = 1', 'a or b', 'a == b == c', '(a)', 'a >'])('cannot be %j', (text) => {
    expect(parseCondition(text).ok).toBe(false)
  })
})

it('a template writes texts as they are and the rest as JSON', () => {
  const values: Readonly<Record<string, Json>> = { s: 'a', n: 1, l: [1, 'b'], none: null }
  expect(fill('{{ s }}{{n}} {{ l }}{{ none }}', ([name = '']) => values[name])).toEqual({
    ok: true,
    value: 'a1 [1,"b"]'
  })
  expect(fill('{{ gone }}', () => undefined)).toEqual({ ok: false, error: '{{ gone }} names nothing' })
})
