import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { expandText } from '../../src/recipe/expand-text.ts'
import { fc } from '../properties.ts'
import { runs } from '../runs.ts'

/** A text, what the peer makes of it, or what keeps it from doing so: `unset` or `syntax`. */
type Case = readonly [string, string | null, 'unset' | 'syntax' | null]

const RECORDED: { readonly environment: Readonly<Record<string, string>>; readonly cases: readonly Case[] } =
  JSON.parse(readFileSync(join(import.meta.dirname, 'expansions.json'), 'utf8'))
const variables = (): Map<string, string> => new Map(Object.entries(RECORDED.environment))

/** Variables in this file are written with § for $: a lint rule takes the latter for a slip. */
const v = (text: string): string => text.replaceAll('§', '$')

describe('texts, as the peer expanded them', () => {
  it.each(RECORDED.cases)('%j', (text, value, problem) => {
    const expansion = expandText(text, variables())
    expect(expansion.problems[0]?.kind ?? null).toBe(problem)
    expect(problem === null ? expansion.value : null).toBe(value)
  })
})

describe('what is missing', () => {
  it.each([
    ['all of a text at once', 'x§{UNSET}y§{NOPE}$GONE', ['UNSET', 'NOPE', 'GONE']],
    ['a variable that another one names', '§{!R2}', ['R2']],
    ['not what has a default', '§{UNSET:-x}§{NOPE}', ['NOPE']],
    ['not what was set on the way', '§{UNSET:=x}§{UNSET}', []],
    ['nothing in a text without braces that begins otherwise', 'x$UNSET', []]
  ])('%s', (_, text, names) => {
    const { problems } = expandText(v(text), variables())
    expect(problems.map((problem) => problem.kind === 'unset' && problem.name)).toEqual(names)
  })

  it('is what a variable names, where that one is set', () => {
    const [problem] = expandText(v('§{!STAGE}'), new Map([['STAGE', 'dev']])).problems
    expect(problem).toMatchObject({ name: 'STAGE', lacking: 'dev', indirect: true })
  })

  it('tells the message as it is written, not what is filled into it', () => {
    const { problems } = expandText(v('§{UNSET:?ask §{A}}'), variables())
    expect(problems).toEqual([
      { kind: 'unset', name: 'UNSET', lacking: 'UNSET', message: v('ask §{A}'), indirect: false }
    ])
  })

  it('is replaced by what the peer replaces it by', () => {
    const recovered = new Map([['EXPANDVARS_RECOVER_NULL', 'x']])
    expect(expandText(v('§{UNSET}-§{NOPE:?m}'), recovered)).toMatchObject({ value: 'x-x', problems: [] })
  })
})

describe('texts that are no recipe’s', () => {
  const nested = (depth: number): string => v('§{A_:-').repeat(depth) + '}'.repeat(depth)

  it('are refused when variables are nested too deeply, instead of filling the stack', () => {
    expect(expandText(nested(50), new Map())).toMatchObject({ value: '', problems: [] })
    expect(expandText(nested(20_000), new Map()).problems).toEqual([
      { kind: 'syntax', message: 'variables are nested too deeply' }
    ])
  })

  it('are looked through once', () => {
    const started = performance.now()
    expect(expandText(`x${v('§{')}`.repeat(300_000), new Map())).toMatchObject({ problems: [] })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('end a line where Python does', () => {
    expect(expandText(v('x§{A\rB}§{A\u2028B}'), new Map())).toMatchObject({ value: 'x', problems: [] })
    expect(expandText(v('x§{A\nB}'), new Map())).toEqual({ value: v('x§{A\nB}'), names: [], problems: [] })
  })
})

it('gives back what holds no variable, and never throws', () => {
  const fragment = fc.constantFrom(...Array.from('A{}$\\:-=?+!# x_9é'), '$' + '{', '$A')
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 12 }), (fragments) => {
      const text = fragments.join('')
      const { value } = expandText(text, variables())
      expect(text.includes('$') || value === text).toBe(true)
    }),
    { numRuns: runs(500, 2_000) }
  )
})
