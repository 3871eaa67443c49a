import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { PlanReport, RecipePlan } from '../../src/model/plan.ts'
import { planAnnotations } from '../../src/report/plan-annotations.ts'
import { PLAN_SCHEMA } from '../../src/report/plan-schema.ts'
import { noPlanCounts, planOf, planVerdict } from '../../src/report/plan-total.ts'
import { renderJson } from '../../src/report/render/json.ts'
import { renderPlanText } from '../../src/report/render/plan-text.ts'
import { END, TOOL } from './factory.ts'

const NOTHING: RecipePlan = {
  recipe: 'recipes/glue.yml',
  pipelineName: null,
  edit: 'modified',
  renamedFrom: null,
  diagnostics: [],
  options: [],
  identity: null,
  unread: null,
  counts: noPlanCounts(),
  databases: [],
  others: {},
  aspects: {},
  held: null,
  unasked: null,
  stale: null,
  failures: [],
  warnings: []
}

const group = { code: 'lake-formation-denied', message: 'Denied', cure: 'Grant it', count: 2, resources: ['hr'] }

const diagnostic = (severity: 'error' | 'warning') =>
  ({ file: 'recipes/glue.yml', line: 4, column: 5, severity, code: 'unknown-key', message: 'no', cure: 'yes' }) as const

const gap = (fault: 'cannot-begin' | 'cancelled' | 'input' | null) => ({
  code: 'gap',
  message: 'Not read',
  cure: 'Do',
  fault
})

/** A plan that says everything there is to say. */
const FULL: RecipePlan = {
  ...NOTHING,
  pipelineName: 'nightly',
  renamedFrom: 'recipes/old.yml',
  diagnostics: [diagnostic('warning')],
  options: [
    { path: 'source.config.env', before: '"DEV"', after: '"PROD"', heldBack: null },
    { path: 'source.config.table_pattern.deny[0]', before: null, after: '"a\\u001b[31m"', heldBack: null },
    { path: 'sink.config.server', before: '"http://gms"', after: null, heldBack: 'not from the edit' }
  ],
  identity: END.identity,
  counts: { toAdd: 1, toChange: 1, toRemove: 21 },
  databases: [
    {
      name: 'sales',
      change: 'stays',
      listing: 'incomplete',
      counts: { toAdd: 1, toChange: 1, toRemove: 1 },
      entities: [
        {
          name: 'sales.gone',
          urn: 'urn:li:dataset:gone',
          kind: 'table',
          change: 'remove',
          rule: 'table_pattern',
          aspects: [],
          columns: null
        },
        {
          name: 'sales.orders\u202e',
          urn: 'urn:li:dataset:orders',
          kind: 'view',
          change: 'change',
          rule: null,
          aspects: ['ownership', 'schemaMetadata'],
          columns: { added: ['a'], removed: ['b'], retyped: [{ column: 'c', from: 'int', to: 'bigint' }] }
        },
        { name: 'sales.new', urn: 'u', kind: 'table', change: 'add', rule: null, aspects: [], columns: null }
      ]
    },
    {
      name: 'tmp',
      change: 'leaves',
      listing: 'complete',
      counts: { toAdd: 0, toChange: 0, toRemove: 20 },
      entities: []
    }
  ],
  others: { dataJob: { toAdd: 0, toChange: 2, toRemove: 0 } },
  aspects: { schemaMetadata: 1, ownership: 1 },
  held: { of: 30_000, asked: 20_000, toAdd: 1, toChange: 2, unchanged: 19_997 },
  unasked: null,
  stale: { count: 2, removed: ['urn:li:dataset:x', 'urn:li:dataset:y'], kept: [group] },
  failures: [group],
  warnings: [{ ...group, code: 'w', message: 'Look' }]
}

const reportOf = (...recipes: readonly RecipePlan[]): PlanReport =>
  planOf({ base: 'a'.repeat(40), recipes }, null, { tool: TOOL, startedAt: 0, durationMs: 1234.5678 })

const stop = { kind: 'input', code: 'base-not-in-clone', message: 'It is not there', cure: 'Fetch it' } as const
const STOPPED = planOf(null, stop, { tool: TOOL, startedAt: 0, durationMs: 1 })

describe('the verdict on a plan', () => {
  it.each([
    ['whole', NOTHING, 0, 'success'],
    ['with warnings', { ...NOTHING, warnings: [group], diagnostics: [diagnostic('warning')] }, 0, 'success'],
    ['a wrong recipe', { ...NOTHING, diagnostics: [diagnostic('error')], failures: [group] }, 2, 'failure'],
    ['not whole', { ...NOTHING, failures: [group] }, 1, 'failure'],
    ['no credentials', { ...NOTHING, unread: gap(null), unasked: gap(null) }, 0, 'success'],
    ['no identity', { ...NOTHING, unread: gap('cannot-begin') }, 3, 'failure'],
    ['inputs that cannot work', { ...NOTHING, unread: gap('input') }, 2, 'failure'],
    ['stopped by the user', { ...NOTHING, unread: gap('cancelled') }, 1, 'cancelled']
  ] as const)('%s', (_, plan, exitCode, status) => {
    expect(planVerdict(plan)).toEqual({ status, exitCode })
  })

  it('is the worst of all, and counts add up', () => {
    expect(reportOf(NOTHING, FULL, { ...FULL, failures: [] })).toMatchObject({
      exitCode: 1,
      status: 'failure',
      counts: { toAdd: 2, toChange: 2, toRemove: 42 },
      durationSeconds: 1.235,
      startedAt: '1970-01-01T00:00:00.000Z'
    })
    expect(STOPPED).toMatchObject({ exitCode: 2, base: null, recipes: [], stopped: stop })
  })
})

describe('PLAN_SCHEMA', () => {
  const validate = new Ajv2020({ validateFormats: false }).compile(PLAN_SCHEMA)

  it.each([
    ['full', reportOf(FULL)],
    ['unread', reportOf({ ...NOTHING, unread: gap('cannot-begin'), unasked: gap(null) })],
    ['stopped', STOPPED]
  ])('admits a plan: %s', (_, report) => {
    validate(JSON.parse(renderJson(report)))
    expect(validate.errors).toBeNull()
  })

  it.each(
    paths(JSON.parse(renderJson(reportOf(FULL)))).filter(
      (path) => !/\.(cure|message|dataJob|schemaMetadata|ownership)$/.test(path)
    )
  )('demands %s', (path) => {
    const report: unknown = JSON.parse(renderJson(reportOf(FULL)))
    remove(report, path.split('.').slice(1))
    expect(validate(report)).toBe(false)
  })

  it('admits nothing unknown', () => {
    expect(validate({ ...reportOf(FULL), extra: 1 })).toBe(false)
  })
})

describe('a plan as text', () => {
  it('says everything, and shows no character that cannot be seen', () => {
    const text = renderPlanText(reportOf(FULL), { colour: false })
    expect(['\u001b', '\u202e'].filter((hidden) => text.includes(hidden))).toEqual([])
    expect(text.split('\n')).toEqual([
      `Compared with ${'a'.repeat(40)}`,
      '',
      'recipes/glue.yml (modified, was recipes/old.yml) nightly',
      'recipes/glue.yml:4:5: warning: no [unknown-key]',
      '    yes',
      '  ~ source.config.env: "DEV" → "PROD"',
      '  + source.config.table_pattern.deny[0]: "a\\u001b[31m"',
      '  - sink.config.server: "http://gms"',
      '      not planned: not from the edit',
      '  Databases, tables and views: 1 to add, 1 to change, 21 to remove',
      '  sales (1 to add, 1 to change, 1 to remove, its listing broke off)',
      '    - sales.gone by table_pattern',
      '    ~ sales.orders\\u202e [view] (ownership, schemaMetadata) columns -b ~c int→bigint +a',
      '    + sales.new',
      '  tmp leaves (0 to add, 0 to change, 20 to remove)',
      '    … and 20 more',
      '  Aspects written otherwise: schemaMetadata 1, ownership 1',
      '  Besides: dataJob: 0 to add, 2 to change, 0 to remove',
      '  DataHub, of 20,000 entities (of 30,000, the first): 1 to add, 2 to change, 19,997 as they are',
      '  The next run removes 2 stale entities',
      '    - urn:li:dataset:x',
      '    - urn:li:dataset:y',
      '    kept 2: Denied',
      '  failure: Denied: hr (2 times) [lake-formation-denied]',
      '    Grant it',
      '  warning: Look: hr (2 times) [w]',
      '    Grant it',
      '',
      'Plan: not whole; 1 to add, 1 to change, 21 to remove in 1.2 s. Nothing was written',
      ''
    ])
  })

  it.each([
    ['Nothing to plan: no recipe has changed', reportOf()],
    ['Not planned: It is not there', STOPPED],
    ['Plan: the catalogue was not read. Nothing was written', reportOf({ ...NOTHING, unread: gap(null) })],
    [
      'Plan: 1 recipe wrong; the catalogue was not read. Nothing was written',
      reportOf({ ...NOTHING, diagnostics: [diagnostic('error')] })
    ]
  ])('ends with its outcome: %s', (outcome, report) => {
    expect(renderPlanText(report, { colour: false }).trimEnd().split('\n').at(-1)).toBe(outcome)
  })
})

describe('annotations of a plan', () => {
  it('point at the mistakes, and say what is not known', () => {
    const levels = (report: PlanReport) => planAnnotations(report).map(({ level, title }) => `${level} ${title}`)
    expect(levels(reportOf(FULL))).toEqual(['error lake-formation-denied', 'warning unknown-key', 'warning w'])
    expect(levels(reportOf({ ...NOTHING, unread: gap(null), unasked: gap(null) }))).toEqual([
      'notice gap',
      'notice gap'
    ])
    expect(levels(reportOf({ ...NOTHING, unread: gap('cannot-begin') }))).toEqual(['error gap'])
    expect(planAnnotations(STOPPED)[0]).toMatchObject({ level: 'error', message: 'It is not there\nFetch it' })
    expect(
      planAnnotations(reportOf({ ...NOTHING, diagnostics: Array.from({ length: 40 }, () => diagnostic('error')) }))
    ).toHaveLength(10)
  })
})

/** Every path to a member of a value, arrays looked at as a whole. */
function paths(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => paths(item, `${at}[]`)))]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [`${at}.${name}`, ...paths(member, `${at}.${name}`)])
}

/** Takes the member at a path out of every place that it leads to. */
function remove(value: unknown, path: readonly string[]): void {
  const [head = '', ...rest] = path
  const name = head.replace(/(\[\])+$/u, '')
  if (Array.isArray(value)) for (const item of value) remove(item, path)
  else if (typeof value === 'object' && value !== null) {
    if (rest.length === 0) Reflect.deleteProperty(value, name)
    else remove(Reflect.get(value, name), rest)
  }
}
