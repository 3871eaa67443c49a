import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, picture } from './chromium.ts'
import { githubPage, type PageOptions } from './page.ts'
import { commentOf, large, summaryOf, usual } from './plans.ts'

/* Draws the pictures of README.md anew: `npm run pictures`. */

const FOLDER = join(process.cwd(), '.github', 'images')
const WIDTH = 940
/** CSS pixels; what is longer is cut there. */
const HIGHEST = 1500
const MOST_BYTES = 300_000

const COMMENT: PageOptions = {
  title: '<b>github-actions</b> bot commented',
  open: ['<code>sales</code>']
}

const PICTURES: Readonly<
  Record<string, { readonly markdown: string; readonly page: PageOptions; readonly highest?: number }>
> = {
  'plan-comment': { markdown: commentOf(usual()), page: COMMENT },
  'plan-comment-5000': { markdown: commentOf(large()), page: { ...COMMENT, open: ['12 databases'] }, highest: 1250 },
  'plan-summary-5000': {
    markdown: summaryOf(large()),
    page: { title: '<b>Plan</b> summary', open: ['<code>billing_marts</code>'] },
    highest: 1100
  }
}

mkdirSync(FOLDER, { recursive: true })
for (const [name, { markdown, page, highest = HIGHEST }] of Object.entries(PICTURES)) {
  const html = githubPage(markdown, page)
  const full = await ask<number>(html, 'return document.documentElement.scrollHeight', { width: WIDTH, height: 100 })
  const png = await picture(html, { width: WIDTH, height: Math.min(full, highest), scale: 1.25 })
  if (png.length > MOST_BYTES) throw new Error(`${name}.png has ${png.length} bytes, more than ${MOST_BYTES}`)
  writeFileSync(join(FOLDER, `${name}.png`), png)
  process.stdout.write(`${name}.png: ${Math.ceil(png.length / 1024)} KiB\n`)
}
