import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { renderText } from '../../src/report/render/text.ts'
import { validationOf } from '../../src/report/total.ts'
import { fc } from '../properties.ts'
import { EVENTS, folded, fullReport, ingestReport, TOOL } from './factory.ts'

const golden = (name: string): string => readFileSync(join(import.meta.dirname, '../testdata/report', name), 'utf8')

const validation = validationOf(
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

const REPORTS: readonly (readonly [string, Report])[] = [
  ['full.txt', fullReport()],
  ['plain.txt', ingestReport(folded(EVENTS))],
  ['dry-run.txt', ingestReport(folded([...EVENTS.slice(0, 9), { type: 'produced', count: 40 }], { dryRun: true }))],
  ['validation.txt', validation]
]

describe('renderText', () => {
  it.each(REPORTS)('is %s', (name, report) => {
    expect(renderText(report, { colour: false })).toBe(golden(name))
  })

  it.each(REPORTS)('says the same in colour: %s', (name, report) => {
    const text = renderText(report, { colour: true })
    expect(text).toContain('\u001b[')
    expect(stripVTControlCharacters(text)).toBe(golden(name))
  })

  it('lists the databases that matter most and says how many there are besides', () => {
    const many = folded(
      Array.from({ length: 50 }, (_, i) => ({
        type: 'listing-ended',
        database: `d${i}`,
        listing: 'complete',
        tables: 0
      }))
    )
    const text = renderText(ingestReport(many), { colour: false })
    expect(text.match(/\bd\d+$/gm)).toHaveLength(20)
    expect(text).toContain('and 30 more')
  })

  it('shows a terminal no control character of a foreign text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const failure = { code: 'c', message: name, resource: name, cure: name }
        const run = folded(
          [
            { type: 'listing-ended', database: name, listing: 'complete', tables: 0 },
            { type: 'skipped', kind: 'table', name, failure },
            { type: 'failed', severity: 'failure', failure }
          ],
          { stopped: { kind: 'defect', code: 'c', message: name, cure: name }, recipe: name, runId: name }
        )
        expect(renderText(ingestReport(run), { colour: false }).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
      })
    )
  })
})
