import { describe, expect, it } from '@jest/globals'
import { annotationsOf } from '../../src/report/annotations.ts'
import { bytesOf } from '../../src/report/render/html.ts'
import { renderMarkdown } from '../../src/report/render/markdown.ts'
import { renderText } from '../../src/report/render/text.ts'
import { outcomeOf } from '../../src/report/render/words.ts'
import { check, diagnosis, doctorReport, fullDoctorReport } from './doctor-factory.ts'

const HOSTILE = '<img src=x onerror=alert(1)>`|\n## no\u202e\u001b[31m@octocat ##[error]x ::error::y'

/** Characters that cannot be seen, line ends excepted. */
const HIDDEN = /[^\P{C}\n]/u

const failed = check({ id: 'a', status: 'failed', code: 'x' })
const warning = check({ id: 'b', status: 'warning', code: 'y' })
const wrongInput = check({ id: 'c', status: 'failed', code: 'z', isInput: true })
const untested = check({ id: 'd', status: 'not-tested' })
const stopped = { kind: 'input', code: 'file-not-found', message: 'There is no file' } as const

describe('the verdict', () => {
  it.each([
    [[check(), untested], 'failure', ['success', 0]],
    [[check(), warning], 'failure', ['success', 0]],
    [[check(), warning], 'warning', ['failure', 1]],
    [[failed], 'failure', ['failure', 1]],
    [[failed], 'never', ['failure', 0]],
    [[failed, wrongInput], 'failure', ['failure', 2]],
    [[wrongInput], 'never', ['failure', 2]],
    [[check({ isInput: true })], 'failure', ['success', 0]]
  ] as const)('%#', (checks, failOn, [status, exitCode]) => {
    expect(doctorReport([diagnosis({ checks })], { failOn })).toMatchObject({ status, exitCode })
  })

  it.each([
    ['input', 'failure', 2],
    ['cannot-begin', 'failure', 3],
    ['cancelled', 'cancelled', 1],
    ['defect', 'failure', 1]
  ] as const)('of one that was stopped: %s', (kind, status, exitCode) => {
    expect(doctorReport([], { stopped: { ...stopped, kind } })).toMatchObject({ status, exitCode, recipes: [] })
  })

  it('counts over all recipes, and takes the worst', () => {
    const report = doctorReport([diagnosis({ checks: [check(), untested] }), diagnosis({ checks: [failed, warning] })])
    expect(report.counts).toEqual({ ok: 1, failed: 1, warnings: 1, notTested: 1 })
    expect(outcomeOf(report)).toBe(
      'DataHub Glue doctor of 2 recipes: 1 of 4 checks failed, 1 warning, 1 not tested, in 2.3 s'
    )
  })
})

describe('the text', () => {
  it('tells each check in a line, and below it what to do', () => {
    const text = renderText(fullDoctorReport(), { colour: false })
    expect(text).toBe(
      [
        'recipes/glue.yml',
        '  Recipe',
        '    ok         Recipe: recipes/glue.yml is valid',
        '  Identity in AWS',
        "    ok         GitHub's OIDC token: recipes/glue.yml is valid",
        '               sub: repo:acme/lake',
        '  Permissions in AWS',
        '    failed     glue:GetTables: AWS refuses it on sales: no [aws-access-denied]',
        '             → Add to the policy of ROLE:',
        '',
        '               {',
        '                 "Effect": "Allow"',
        '               }',
        "  DataHub's metadata service (GMS)",
        '    not tested Write: nothing is written here',
        '  Clocks',
        '    warning    Clock: 2 min ahead [clock-skew]',
        '             → Correct the clock',
        '  Ingestion of Glue',
        '    ok         Is anything ingesting Glue? The newest …',
        '    Who ingests Glue       Run by                       Last run                          Newest dataset',
        '    Glue, Europe           DataHub, at 0 4 * * * (UTC)  SUCCESS, 2026-11-23 04:17:09 UTC  2026-11-23 04:17:09 UTC by glue-1',
        '    airflow (this recipe)  not known                    -                                 -',
        '',
        'DataHub Glue doctor: 1 of 6 checks failed, 1 warning, 1 not tested, in 2.3 s',
        ''
      ].join('\n')
    )
  })

  it('says why nothing was looked at', () => {
    const text = renderText(doctorReport([], { stopped }), { colour: false })
    expect(text).toBe('error: There is no file [file-not-found]\nThe DataHub Glue doctor could not look\n')
  })
})

describe('the summary', () => {
  it('has what is to be mended before everything else', () => {
    const html = renderMarkdown(fullDoctorReport())
    expect(html.split('\n')[0]).toBe(
      '<h2>❌ DataHub Glue doctor: 1 of 6 checks failed, 1 warning, 1 not tested, in 2.3 s</h2>'
    )
    expect(html.indexOf('To be mended (2 checks)')).toBeLessThan(html.indexOf('Who ingests Glue'))
    expect(html.indexOf('Who ingests Glue')).toBeLessThan(html.indexOf('<details>'))
    expect(html).toContain('<p>✅ <b>Is anything ingesting Glue?</b> The newest …</p>')
    expect(html).toContain('<pre>Add to the policy of ROLE:&#10;&#10;{&#10;')
    expect(html).toContain('<summary>Permissions in AWS: ❌ 1</summary>')
  })

  it('fits into what room there is', () => {
    const many = Array.from({ length: 500 }, (_, index) => check({ id: `c${index}`, found: 'x'.repeat(500) }))
    const report = doctorReport([diagnosis({ checks: [failed, ...many] })])
    for (const limit of [1_000_000, 20_000, 300, 10])
      expect(bytesOf(renderMarkdown(report, limit))).toBeLessThanOrEqual(limit)
    const short = renderMarkdown(report, 20_000)
    expect(short).toContain('To be mended (1 check)')
    expect(short).toContain('Shortened to what is wrong')
  })
})

describe('hostile names', () => {
  const hostile = doctorReport([
    diagnosis({
      recipe: HOSTILE,
      checks: [
        check({
          title: HOSTILE,
          found: HOSTILE,
          details: [HOSTILE],
          cure: `${HOSTILE}\n${HOSTILE}`,
          code: HOSTILE,
          status: 'failed'
        })
      ],
      ingesters: [
        {
          kind: 'ui',
          name: HOSTILE,
          source: HOSTILE,
          pipelineName: HOSTILE,
          schedule: { cron: HOSTILE, timezone: HOSTILE },
          runs: [{ runId: HOSTILE, status: HOSTILE, startedAt: null, endedAt: null }],
          wrote: { at: '2026-11-23T04:17:09.000Z', urn: HOSTILE, runId: HOSTILE, pipelineName: HOSTILE },
          isRecipe: false
        }
      ]
    })
  ])

  it('mean nothing in the summary', () => {
    const html = renderMarkdown(hostile)
    expect(html).not.toMatch(HIDDEN)
    expect(html).not.toMatch(/<img|^## no/mu)
    // GitHub makes no mentions in code.
    expect(html.replace(/<(code|pre)>.*?<\/\1>/gsu, '')).not.toContain('@octocat')
    for (const block of html.trimEnd().split('\n\n')) expect(block).toMatch(/^<(h2|h3|table|details|p)/u)
  })

  it('mean nothing to a terminal', () => {
    const text = renderText(hostile, { colour: false })
    expect(text).not.toMatch(HIDDEN)
    expect(text).not.toMatch(/^## no/mu)
  })

  it('mean nothing in annotations', () => {
    for (const { title, message } of annotationsOf(hostile)) expect(`${title}${message}`).not.toMatch(HIDDEN)
  })
})

describe('annotations', () => {
  it('tell what failed and what to look at, with the cure', () => {
    expect(annotationsOf(fullDoctorReport())).toEqual([
      {
        level: 'error',
        title: 'aws-access-denied',
        message: 'glue:GetTables: AWS refuses it on sales: no\nAdd to the policy of ROLE:\n\n{\n  "Effect": "Allow"\n}',
        place: null
      },
      { level: 'warning', title: 'clock-skew', message: 'Clock: 2 min ahead\nCorrect the clock', place: null }
    ])
  })
})
