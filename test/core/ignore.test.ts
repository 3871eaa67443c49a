import { describe, expect, it } from '@jest/globals'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import { withoutIgnored } from '../../src/core/ignore.ts'
import { yamlComments } from '../../src/core/yaml-comments.ts'

const RULES = { known: new Set(['a-rule', 'other-rule', 'fixed-rule']), never: new Set(['fixed-rule']) }

const finding = (line: number, code = 'a-rule'): Diagnostic => ({
  ...{ file: 'r.yml', line, column: 1, severity: 'error', code, message: 'wrong' }
})

/** What is left, as `line code`, of a finding of a-rule in each line of a text. */
function left(text: string, file = 'r.yml'): readonly string[] {
  const found = text.split(/\r\n|\n/).map((_, i) => finding(i + 1))
  return withoutIgnored({ file, text }, found, RULES).map((d) => `${d.line} ${d.code}`)
}

const at = (...lines: readonly number[]): readonly string[] => lines.map((line) => `${line} a-rule`)

describe('a comment silences', () => {
  it.each([
    ['its own line', 'a: 1 # datahub-glue-ignore: a-rule why not\nb: 2', at(2)],
    ['the next line when it is alone', '# datahub-glue-ignore: a-rule why not\na: 1\nb: 2', at(1, 3)],
    ['the line below all comments', '# datahub-glue-ignore: a-rule why\n# and why more\na: 1\nb: 2', at(1, 2, 4)],
    ['two rules', 'a: 1 # datahub-glue-ignore: other-rule, a-rule why not', []],
    ['with a dash before the reason', 'a: 1 # datahub-glue-ignore: a-rule — why not', []],
    ['without a colon and a space', 'a: 1 #datahub-glue-ignore a-rule why not', []],
    ['in lines that end as on Windows', 'a: 1\r\nb: 2 # datahub-glue-ignore: a-rule why not\r\nc: 3', at(1, 3)],
    ['in brackets', 'a: [1, # datahub-glue-ignore: a-rule why not\n  2]', at(2)],
    ['behind a byte order mark', '\uFEFFa: 1 # datahub-glue-ignore: a-rule why not', []],
    ['no other rule', 'a: 1 # datahub-glue-ignore: other-rule why not', at(1)],
    ['nothing in a text', "a: '# datahub-glue-ignore: a-rule why not'", at(1)],
    ['nothing in a block of text', 'a: |\n  # datahub-glue-ignore: a-rule why not\n  x\nb: 1', at(1, 2, 3, 4)],
    ['nothing without a space before it', 'a: 1#datahub-glue-ignore: a-rule why not', at(1)]
  ])('%s', (_, text, expected) => {
    expect(left(text)).toEqual(expected)
  })

  it('nothing in JSON, which has no comments', () => {
    expect(left('"# datahub-glue-ignore: a-rule why not"', 'r.json')).toEqual(at(1))
  })
})

describe('a comment is told of', () => {
  it.each([
    ['without a reason', '# datahub-glue-ignore: a-rule', 'gives no reason'],
    ['without a rule', '# datahub-glue-ignore', 'names no rule'],
    ['for a rule that there is not', '# datahub-glue-ignore: a-rul why not', "no rule 'a-rul'"],
    ['for a rule that cannot be silenced', '# datahub-glue-ignore: fixed-rule why not', 'cannot be silenced']
  ])('%s, and silences nothing', (_, text, message) => {
    const told = withoutIgnored({ file: 'r.yml', text: `a: 1 ${text}` }, [finding(1)], RULES)
    expect(told.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error a-rule', 'warning bad-ignore'])
    expect(told[1]?.message).toContain(message)
    expect(told[1]?.column).toBe(6)
  })
})

it('finds the comments of texts that are broken too', () => {
  const comments = yamlComments('# a\nb: [ # c\n"d # e\n')
  expect(comments.map(({ text, at: { line, column }, isAlone }) => [text, line, column, isAlone])).toEqual([
    ['a', 1, 1, true],
    ['c', 2, 6, false]
  ])
})
