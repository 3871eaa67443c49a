import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { marked } from 'marked'
import type { Diagnostic } from '../../src/core/diagnostic.ts'
import type { DatabaseReport, FailureGroup, Report, RunReport } from '../../src/model/report.ts'
import { noCounts } from '../../src/report/counts.ts'
import { renderMarkdown, SUMMARY_LIMIT } from '../../src/report/render/markdown.ts'
import { validationOf } from '../../src/report/total.ts'
import { fc } from '../properties.ts'
import { runs } from '../runs.ts'
import { EVENTS, folded, fullReport, ingestReport, runReport, TOOL } from './factory.ts'

const MIB = 1024 * 1024
const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')
const golden = (name: string): string => readFileSync(join(import.meta.dirname, '../testdata/report', name), 'utf8')

/** The HTML that an independent Markdown parser makes of a summary, with everything that we write taken out. */
function foreignHtml(markdown: string): string {
  const html = marked.parse(markdown, { async: false, gfm: true })
  return html.replace(
    /<\/?(h2|h4|p|b|i|br|table|tr|th|td|details|summary|code|pre|blockquote)( align="(left|right)"| colspan="\d+"| open)?>/g,
    ''
  )
}

const database = (i: number, listing: DatabaseReport['listing'] = 'complete'): DatabaseReport => ({
  name: `database_${String(i).padStart(5, '0')}`,
  tables: i % 977,
  views: 0,
  filtered: 0,
  skipped: 0,
  listing
})

const group = (i: number, size: number): FailureGroup => ({
  code: `code-${i}`,
  message: `<${'&'.repeat(size)}`,
  cure: 'x\n'.repeat(10),
  count: 1000 - i,
  resources: Array.from({ length: 10 }, (_, k) => `${'"'.repeat(size)}${k}`)
})

const huge = (databases: number, groups: number, size: number, recipe = 'recipes/glue.yml'): RunReport =>
  runReport({
    recipe,
    counts: { ...noCounts(), databases, tables: databases * 20, written: 1, produced: 1 },
    databases: Array.from({ length: databases }, (_, i) => database(i, i === 3 ? 'denied' : 'complete')),
    failures: Array.from({ length: groups }, (_, i) => group(i, size)),
    warnings: Array.from({ length: groups }, (_, i) => group(i, size)),
    filtered: [{ rule: 'table_pattern', kind: 'table', count: 7, names: ['a.b'] }]
  })

describe('renderMarkdown', () => {
  it.each<[string, Report]>([
    ['full.md', fullReport()],
    ['plain.md', ingestReport(folded(EVENTS))],
    ['dry-run.md', ingestReport(folded([...EVENTS.slice(0, 9), { type: 'produced', count: 40 }], { dryRun: true }))],
    [
      'validation.md',
      validationOf(
        {
          files: ['recipes/a.yml', 'recipes/b.yml'],
          dags: [],
          diagnostics: [
            {
              file: 'recipes/a.yml',
              line: 3,
              column: 7,
              severity: 'error',
              code: 'unknown-key',
              message: 'No <b>',
              cure: 'Yes'
            },
            { file: 'recipes/b.yml', line: 1, column: 1, severity: 'warning', code: 'x', message: 'Hm' }
          ]
        },
        null,
        { tool: TOOL, failOn: 'failure' }
      )
    ]
  ])('is %s', (name, report) => {
    expect(renderMarkdown(report)).toBe(golden(name))
  })

  it.each([
    [
      'success',
      runReport({ counts: { ...noCounts(), tables: 412, written: 3911, produced: 3911, databases: 1 } }),
      '✅ DataHub Glue ingestion: 412 tables, 3,911 aspects written in 1.9 s'
    ],
    [
      'warned',
      runReport({ warnings: [group(0, 1)], counts: { ...noCounts(), databases: 1 } }),
      '⚠️ DataHub Glue ingestion: 0 tables, 0 aspects written in 1.9 s, with 1,000 warnings'
    ],
    [
      'wrong input',
      runReport({ stopped: { kind: 'input', code: 'x', message: 'No' } }),
      '❌ DataHub Glue ingestion did not begin: its input is wrong'
    ],
    [
      'recipe with an error',
      runReport({ diagnostics: [{ file: 'f', line: 1, column: 1, severity: 'error', code: 'x', message: 'm' }] }),
      '❌ DataHub Glue ingestion did not begin: its input is wrong'
    ],
    [
      'cannot begin',
      runReport({ stopped: { kind: 'cannot-begin', code: 'x', message: 'No' } }),
      '❌ DataHub Glue ingestion could not begin'
    ],
    [
      'cancelled',
      runReport({ stopped: { kind: 'cancelled', code: 'x', message: 'No' }, counts: { ...noCounts(), tables: 1 } }),
      '🚫 DataHub Glue ingestion was cancelled: 1 table, 0 aspects written in 1.9 s'
    ],
    [
      'accepted only',
      runReport({ counts: { ...noCounts(), databases: 1, produced: 2, accepted: 2 } }),
      '✅ DataHub Glue ingestion: 0 tables, 2 aspects accepted in 1.9 s'
    ]
  ])('begins with the outcome: %s', (_, run, title) => {
    expect(renderMarkdown(ingestReport(run)).split('\n')[0]).toBe(`<h2>${title}</h2>`)
  })

  it('lets nothing foreign through that Markdown or HTML reads', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom(
            '<script>',
            '</td>',
            '`',
            '```mermaid',
            '|',
            '\\',
            '\n',
            '\n\n',
            '# x',
            '![x](y)',
            '[a](https://b.example)',
            '<!--',
            'https://b.example',
            '@a',
            '</details>',
            '&lt;',
            'x'
          ),
          { maxLength: 8 }
        )
        .map((parts) => parts.join(''))
    )
    fc.assert(
      fc.property(nasty, (text) => {
        const failure = { code: 'c', message: text, resource: text, cure: text }
        const run = folded(
          [
            { type: 'read', kind: 'database', database: text, name: text },
            { type: 'listing-ended', database: text, listing: 'complete', tables: 0 },
            { type: 'filtered', kind: 'table', name: text, rule: 'table_pattern' },
            { type: 'skipped', kind: 'table', name: text, failure },
            { type: 'failed', severity: 'failure', failure },
            { type: 'failed', severity: 'warning', failure },
            { type: 'failed', severity: 'notice', failure },
            { type: 'retried', service: text, reason: text, after: 1 }
          ],
          {
            recipe: text,
            runId: text,
            pipelineName: text,
            sink: { type: text, target: text, version: text },
            identity: { account: text, arn: text, region: text, source: 'github-oidc', roles: [text, text] },
            stopped: { kind: 'cannot-begin', code: 'c', message: text, cure: text },
            diagnostics: [{ file: text, line: 1, column: 1, severity: 'error', code: 'c', message: text, cure: text }]
          }
        )
        const left = foreignHtml(renderMarkdown(ingestReport(run, run)))
        expect(left).not.toMatch(/[<>]/)
      }),
      { numRuns: runs(60, 200) }
    )
  })

  it.each<[string, readonly RunReport[]]>([
    ['5,000 databases', [huge(5000, 0, 0)]],
    ['50,000 databases', [huge(50_000, 0, 0)]],
    ['500 kinds of failures with long messages', [huge(100, 500, 2000)]],
    ['both', [huge(50_000, 500, 2000)]],
    ['12 recipes of 5,000 databases', Array.from({ length: 12 }, (_, i) => huge(5000, 20, 500, `recipes/${i}.yml`))],
    ['1,000 recipes', Array.from({ length: 1000 }, (_, i) => huge(3, 1, 100, `recipes/${'x'.repeat(200)}${i}.yml`))]
  ])('stays below 1 MiB: %s', (_, runs) => {
    const markdown = renderMarkdown(ingestReport(...runs))
    expect(bytes(markdown)).toBeLessThanOrEqual(SUMMARY_LIMIT)
    expect(bytes(markdown)).toBeLessThan(MIB)
    expect(bytes(markdown)).toBeGreaterThan(1000)
    expect(markdown).toMatch(/^<h2>/)
  })

  it('shortens in steps: everything, the databases that matter most, counts only, the outcome, nothing', () => {
    const report = ingestReport(huge(5000, 3, 10))
    const at = (limit: number): string => {
      const markdown = renderMarkdown(report, limit)
      expect(bytes(markdown)).toBeLessThanOrEqual(limit)
      return markdown
    }
    expect(at(1_000_000)).not.toContain('Shortened')
    expect(at(200_000)).toContain('Shortened to the databases that matter most')
    expect(at(200_000)).toContain('database_00003')
    expect(at(200_000)).toContain('>denied by AWS<')
    expect(at(6000)).toContain('Shortened to counts')
    expect(at(6000)).not.toContain('database_00003')
    expect(at(6000)).toContain('<th>Tables</th>')
    expect(at(500)).toContain('Shortened to the outcome')
    expect(at(200)).toMatch(/^<h2>.*<\/h2>\n$/)
    expect(at(10)).toBe('')
  })

  it('never exceeds its limit, and keeps its elements balanced', () => {
    const report = ingestReport(huge(300, 3, 10), huge(20, 1, 5, 'b.yml'), huge(2, 0, 0, 'c.yml'))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (limit) => {
        const markdown = renderMarkdown(report, limit)
        expect(bytes(markdown)).toBeLessThanOrEqual(limit)
        for (const tag of ['details', 'table', 'tr', 'td', 'pre', 'code', 'h4']) {
          const opened = markdown.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0
          expect([tag, markdown.split(`</${tag}>`).length - 1]).toEqual([tag, opened])
        }
      }),
      { numRuns: runs(30, 60) }
    )
  })

  it('says how many recipes have no section of their own', () => {
    const runs = Array.from({ length: 30 }, (_, i) => huge(3, 1, 100, `recipes/${i}.yml`))
    expect(renderMarkdown(ingestReport(...runs), 20_000)).toMatch(/\d+ recipes have no section/)
  })

  it('keeps a validation of very many mistakes below the limit', () => {
    const diagnostics: readonly Diagnostic[] = Array.from({ length: 20_000 }, (_, i) => ({
      file: `recipes/${i}.yml`,
      line: 1,
      column: 1,
      severity: 'error',
      code: 'x',
      message: '"'.repeat(500)
    }))
    const report = validationOf({ files: diagnostics.map((d) => d.file), dags: [], diagnostics }, null, {
      tool: TOOL,
      failOn: 'failure'
    })
    const markdown = renderMarkdown(report)
    expect(bytes(markdown)).toBeLessThanOrEqual(SUMMARY_LIMIT)
    expect(markdown).toContain('20,000 errors')
    expect(markdown).toContain('recipes/0.yml:1:1')
  })
})
