import { beforeAll, describe, expect, it } from '@jest/globals'
import type { PlanReport } from '../../../src/model/plan.ts'
import { ask } from './chromium.ts'
import { githubPage } from './page.ts'
import { commentOf, hostile, large, summaryOf, usual } from './plans.ts'

/* What a browser makes of plans: the comment on a pull request and the step's summary, as GitHub lays them out. */

/** What is found in the page. */
interface Found {
  /** Elements and attributes that we never write, with what they are. */
  readonly foreign: readonly string[]
  readonly links: readonly string[]
  /** Pixels by which the page is wider than the window. */
  readonly overflow: number
  readonly height: number
  readonly title: string
  /** Folded parts, and how much higher the page gets when one is opened. */
  readonly folded: number
  readonly unfolds: number
  /** Whether anything in it has run, or was asked of the network. */
  readonly ran: boolean
  readonly resources: readonly string[]
  /** Characters that change the order of those beside them. */
  readonly reordering: number
}

const LOOK = `
const article = document.querySelector('article')
const ours = { h2: [], h3: [], h4: [], p: [], b: [], i: [], br: [], sub: [], a: ['href'], table: [], tbody: [], tr: [],
  th: ['align'], td: ['align', 'colspan'], details: ['open'], summary: [], code: [], pre: [], blockquote: [] }
const foreign = [...article.querySelectorAll('*')].flatMap((element) => {
  const name = element.tagName.toLowerCase()
  const odd = element.getAttributeNames().filter((attribute) => !(ours[name] ?? []).includes(attribute))
  return name in ours ? odd.map((attribute) => name + '.' + attribute) : [name]
})
const height = article.scrollHeight
const folded = [...article.querySelectorAll('details:not([open])')]
if (folded[0]) folded[0].open = true
return {
  foreign: foreign.slice(0, 20),
  links: [...article.querySelectorAll('a')].map((link) => link.href),
  overflow: document.documentElement.scrollWidth - window.innerWidth,
  height,
  title: article.querySelector('h2, h3').textContent,
  folded: folded.length,
  unfolds: article.scrollHeight - height,
  ran: Boolean(window.hacked),
  resources: performance.getEntriesByType('resource').map((entry) => entry.name),
  reordering: (article.textContent.match(/[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]/g) ?? []).length
}`

const look = (markdown: string): Promise<Found> =>
  ask<Found>(githubPage(markdown, { title: 'Test' }), LOOK, { width: 960, height: 800 })

const TITLE = '5,000 to change, 0 to remove'

describe.each<[string, (report: PlanReport) => string, readonly string[]]>([
  ['the comment', commentOf, ['https://github.com/acme/data-platform/actions/runs/17']],
  ['the summary', summaryOf, []]
])('%s', (_, render, links) => {
  describe.each<[string, () => PlanReport, string]>([
    ['of a usual change', usual, '4 to add, 2 to change, 2 to remove'],
    ['of 5,000 changed tables', large, TITLE],
    ['of 5,000 changed tables with names that want to break out', hostile, TITLE]
  ])('%s', (_name, plan, title) => {
    let found: Found

    beforeAll(async () => {
      found = await look(render(plan()))
    })

    it('has its counts at the top, and nothing but what we write', () => {
      expect(found.title).toContain(title)
      expect(found.foreign).toEqual([])
      expect(found.links).toEqual(links)
      expect(found.reordering).toBe(0)
    })

    it('runs nothing, and asks the network for nothing', () => {
      expect(found.ran).toBe(false)
      expect(found.resources).toEqual([])
    })

    it('fits the window, and unfolds', () => {
      expect(found.overflow).toBeLessThanOrEqual(0)
      expect(found.folded).toBeGreaterThan(0)
      expect(found.unfolds).toBeGreaterThan(20)
      expect(found.height).toBeGreaterThan(200)
    })
  })
})

describe('a page that is not as it should be', () => {
  it('is found out', async () => {
    const found = await look(
      '<h3>t</h3>\n\n<details><summary>s</summary>x</details>\n\n<img src="https://example.com/x.png" onerror="window.hacked = true">\n\n[a](https://example.com)\n\n<p style="width: 5000px">\u202e</p>'
    )
    expect(found.foreign).toEqual(expect.arrayContaining(['img', 'p.style']))
    expect(found.links).toEqual(['https://example.com/'])
    expect(found.overflow).toBeGreaterThan(0)
    expect(found.reordering).toBe(1)
    expect(found.ran).toBe(true)
    expect(found.resources).toEqual([expect.stringContaining('x.png')])
  })
})
