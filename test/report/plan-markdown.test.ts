import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { marked } from 'marked'
import type { PlanReport } from '../../src/model/plan.ts'
import { SUMMARY_LIMIT } from '../../src/report/render/markdown.ts'
import {
  COMMENT_LIMIT,
  renderOrigin,
  renderOutdated,
  renderPlanComment,
  renderPlanSummary
} from '../../src/report/render/plan-markdown.ts'
import { hasNews } from '../../src/report/render/plan-markdown-words.ts'
import { fc } from '../properties.ts'
import {
  anyPlan,
  databasePlan,
  entity,
  forkPlan,
  fullPlan,
  HOSTILE,
  largePlan,
  planReport,
  recipePlan
} from './plan-factory.ts'

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')
const golden = (name: string): string => readFileSync(join(import.meta.dirname, '../testdata/report', name), 'utf8')
const html = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true })

/** Every element that we write. */
const OURS =
  /<\/?(?:h2|h3|h4|p|b|i|br|sub|table|tr|th|td|details|summary|code|pre|blockquote)(?: align="(?:left|right)"| colspan="\d+"| open)?>/g

/** Whether every element that begins also ends, in the right order: nothing was cut in the middle. */
function isWhole(markdown: string): boolean {
  const open: string[] = []
  for (const [tag] of markdown.matchAll(OURS)) {
    const name = /[a-z]\w*/.exec(tag)?.[0] ?? ''
    if (name === 'br') continue
    if (!tag.startsWith('</')) open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

const render = (report: PlanReport): readonly (readonly [string, number])[] => [
  [renderPlanSummary(report), SUMMARY_LIMIT],
  [renderPlanComment(report, 'prod'), COMMENT_LIMIT],
  [renderPlanComment(report, '', COMMENT_LIMIT / 2), COMMENT_LIMIT / 2]
]

const wrong = recipePlan({
  recipe: 'recipes/other.yml',
  diagnostics: [
    {
      file: 'recipes/other.yml',
      line: 4,
      column: 5,
      severity: 'error',
      code: 'unknown-key',
      message: "The source has no option 'aws_rolle'",
      cure: "Did you mean 'aws_role'?"
    }
  ]
})

describe('a plan on a pull request', () => {
  it.each<[string, string]>([
    ['plan-comment.md', renderPlanComment(planReport([fullPlan()]), '')],
    ['plan-several.md', renderPlanComment(planReport([fullPlan(), wrong, forkPlan()]), 'prod')],
    ['plan-fork.md', renderPlanComment(planReport([forkPlan()]), '')],
    ['plan-summary.md', renderPlanSummary(planReport([fullPlan()]))],
    ['plan-outdated.md', renderOutdated('')]
  ])('is %s', (name, text) => {
    expect(text).toBe(golden(name))
  })

  it.each<[string, PlanReport]>([
    ['✅ DataHub Glue plan: no changes', planReport([recipePlan()])],
    ['✅ DataHub Glue plan: no recipe is touched', planReport([])],
    ['⚠️ DataHub Glue plan: 4 to add, 2 to change, 2 to remove', planReport([fullPlan()])],
    ['❌ DataHub Glue plan: the recipe is wrong', planReport([wrong])],
    [
      '❌ DataHub Glue plan: 4 to add, 2 to change, 2 to remove; 1 of 3 recipes is wrong; the catalogue was not read to its end for 1 recipe',
      planReport([fullPlan(), wrong, forkPlan()])
    ],
    [
      '❌ DataHub Glue plan could not be made',
      planReport([], { status: 'failure', stopped: { kind: 'cannot-begin', code: 'x', message: 'No' } })
    ]
  ])('begins with its counts: %s', (title, report) => {
    expect(renderPlanComment(report, '').split('\n')[0]).toBe(`<h3>${title}</h3>`)
  })

  it('names its label', () => {
    expect(renderPlanComment(planReport([recipePlan()]), 'prod')).toContain(
      '<h3>✅ DataHub Glue plan: no changes (prod)</h3>'
    )
  })

  it('says nothing of when and as whom it was made, where everybody reads it', () => {
    const report = planReport([fullPlan()])
    const later = { ...report, startedAt: '2027-01-01T00:00:00.000Z', durationSeconds: 99, base: 'f00d' }
    expect(renderPlanComment(later, '')).toBe(renderPlanComment(report, ''))
    expect(renderPlanComment(report, '')).not.toContain('123456789012')
    expect(renderPlanSummary(report)).toContain('123456789012')
  })

  it('links the whole plan, and nothing that is no address', () => {
    const origin = { runUrl: 'https://github.com/a/b/actions/runs/1?x="y"', head: 'c0ffee00c0ffee', base: null }
    expect(renderOrigin(origin)).toContain('<a href="https://github.com/a/b/actions/runs/1?x=&quot;y&quot;">')
    expect(renderOrigin(origin)).toContain('<code>c0ffee0</code>')
  })
})

describe('is there news', () => {
  it.each<[string, boolean, PlanReport]>([
    ['no recipe', false, planReport([])],
    ['an edit without effect', false, planReport([recipePlan({ options: forkPlan().options.slice(0, 2) })])],
    ['an option held back', true, planReport([recipePlan({ options: forkPlan().options })])],
    ['entities', true, planReport([fullPlan()])],
    ['a recipe that is wrong', true, planReport([wrong])],
    ['a catalogue not read', true, planReport([forkPlan()])],
    ['a deletion', true, planReport([recipePlan({ stale: { count: 1, removed: [], kept: [] } })])]
  ])('%s', (_, expected, report) => {
    expect(hasNews(report)).toBe(expected)
  })
})

describe('limits', () => {
  it.each<[string, PlanReport]>([
    ['5,000 changed tables', planReport([largePlan(5000, 40)])],
    ['5,000 changed tables in one database', planReport([largePlan(5000, 1)])],
    ['5,000 changed tables, hostile names', planReport([largePlan(5000, 40, { hostile: true })])],
    ['3,000 databases', planReport([largePlan(6000, 3000, { hostile: true })])],
    [
      '50 recipes',
      planReport(Array.from({ length: 50 }, (_, i) => ({ ...largePlan(500, 10), recipe: `recipes/${i}.yml` })))
    ],
    [
      '2,000 recipes',
      planReport(Array.from({ length: 2000 }, (_, i) => recipePlan({ recipe: `recipes/${HOSTILE[i % 11]}/${i}.yml` })))
    ]
  ])('%s fit', (_, report) => {
    for (const [text, limit] of render(report)) {
      expect(bytes(text)).toBeLessThanOrEqual(limit)
      expect(bytes(text)).toBeGreaterThan(1000)
      expect(isWhole(text)).toBe(true)
      expect(text).not.toContain('\uFFFD')
    }
  })

  it('fill the comment: the smallest databases keep their lists, and all are counted', () => {
    const small = databasePlan('small', [entity('small.one')])
    const report = planReport([{ ...largePlan(5000, 10), databases: [...largePlan(5000, 10).databases, small] }])
    const text = renderPlanComment(report, '')
    expect(text).toContain('9 databases without their lists')
    expect(text).toContain('<summary><code>small</code>: 1 to add</summary>')
    expect(text).toContain('Shortened to what fits here')
    expect(text.match(/<code>database_0000\d<\/code>/g)).toHaveLength(10)
  })

  it('keep only totals where nothing else fits, and nothing where not even the title does', () => {
    const report = planReport([largePlan(5000, 3000, { hostile: true })])
    const text = renderPlanComment(report, '', 600)
    expect(text).toContain('5,000 to change')
    expect(text).toContain('Shortened to totals')
    expect(renderPlanComment(report, '', 10)).toBe('')
  })
})

describe('whatever a plan holds', () => {
  const runs = { numRuns: Number(process.env.FUZZ_CASES ?? 6) }

  it('is within its limits, whole, and the same again', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 0, max: 70_000 }), (report, small) => {
        for (const [text, limit] of [...render(report), [renderPlanComment(report, '', small), small] as const]) {
          expect(bytes(text)).toBeLessThanOrEqual(limit)
          expect(isWhole(text)).toBe(true)
          expect(text).not.toMatch(/\p{Cs}/u)
        }
        expect(renderPlanComment(report, 'x')).toBe(renderPlanComment(structuredClone(report), 'x'))
      }),
      runs
    )
  })

  it('has nothing that Markdown or HTML reads', () => {
    fc.assert(
      fc.property(anyPlan, (report) => {
        const text = renderPlanComment(report, 'x')
        expect(html(text).replace(OURS, '')).not.toMatch(/[<>]/)
        expect(text.replace(/<code>[^<]*<\/code>|<pre>[^<]*<\/pre>/g, '')).not.toMatch(/@\w|(?<!&)#\d|\n#|\n```/)
      }),
      runs
    )
  })
})

describe('recipes that share a comment', () => {
  it('have all of it when together they fit, however unequal they are', () => {
    const report = planReport([
      { ...largePlan(400, 4), recipe: 'recipes/large.yml' },
      { ...fullPlan(), recipe: 'recipes/small.yml' }
    ])
    const text = renderPlanComment(report, '')
    expect(bytes(text)).toBeGreaterThan(COMMENT_LIMIT / 2)
    expect(text).not.toContain('Shortened')
    expect(text.indexOf('recipes/large.yml')).toBeLessThan(text.indexOf('recipes/small.yml'))
  })
})
