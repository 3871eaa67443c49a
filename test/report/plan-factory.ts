import type { ColumnChanges } from '../../src/model/change.ts'
import type { DatabasePlan, EntityPlan, PlanCounts, PlanReport, RecipePlan } from '../../src/model/plan.ts'
import { fc } from '../properties.ts'
import { TOOL } from './factory.ts'

export const NO_COUNTS: PlanCounts = { toAdd: 0, toChange: 0, toRemove: 0 }

const sum = (all: readonly PlanCounts[]): PlanCounts => ({
  toAdd: all.reduce((total, { toAdd }) => total + toAdd, 0),
  toChange: all.reduce((total, { toChange }) => total + toChange, 0),
  toRemove: all.reduce((total, { toRemove }) => total + toRemove, 0)
})

/** A plan of one recipe in which only what matters is said. */
export function recipePlan(facts: Partial<RecipePlan> = {}): RecipePlan {
  return {
    recipe: 'recipes/glue.yml',
    pipelineName: 'nightly',
    edit: 'modified',
    renamedFrom: null,
    diagnostics: [],
    options: [],
    identity: null,
    unread: null,
    counts: sum((facts.databases ?? []).map(({ counts }) => counts)),
    databases: [],
    others: {},
    aspects: {},
    held: null,
    unasked: null,
    stale: null,
    failures: [],
    warnings: [],
    ...facts
  }
}

/** A plan of these recipes. */
export function planReport(recipes: readonly RecipePlan[], facts: Partial<PlanReport> = {}): PlanReport {
  const wrong = recipes.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))
  return {
    schema: 1,
    kind: 'plan',
    tool: TOOL,
    status: wrong ? 'failure' : 'success',
    exitCode: wrong ? 2 : 0,
    startedAt: '2026-11-23T04:17:09.000Z',
    durationSeconds: 1.9,
    stopped: null,
    base: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
    counts: sum(recipes.map(({ counts }) => counts)),
    recipes,
    ...facts
  }
}

export const entity = (name: string, facts: Partial<EntityPlan> = {}): EntityPlan => ({
  name,
  urn: `urn:li:dataset:(urn:li:dataPlatform:glue,${name},PROD)`,
  kind: 'table',
  change: 'add',
  rule: null,
  aspects: [],
  columns: null,
  ...facts
})

/** A database with these entities. */
export function databasePlan(
  name: string,
  entities: readonly EntityPlan[],
  facts: Partial<DatabasePlan> = {}
): DatabasePlan {
  const count = (change: EntityPlan['change']): number => entities.filter((one) => one.change === change).length
  const counts = { toAdd: count('add'), toChange: count('change'), toRemove: count('remove') }
  return { name, change: 'stays', listing: 'complete', counts, entities, ...facts }
}

const columns = (facts: Partial<ColumnChanges> = {}): ColumnChanges => ({
  added: [],
  removed: [],
  retyped: [],
  ...facts
})

/** A plan with something in every place. */
export function fullPlan(): RecipePlan {
  return recipePlan({
    options: [
      {
        path: 'source.config.table_pattern.deny[1]',
        before: null,
        after: JSON.stringify('^sales\\.tmp_.*'),
        heldBack: null
      },
      { path: 'source.config.extract_owners', before: 'true', after: 'false', heldBack: null },
      {
        path: 'sink.config.server',
        before: JSON.stringify('https://gms.acme.example'),
        after: JSON.stringify('https://gms.elsewhere.example'),
        heldBack: 'A pull request does not choose where the token goes'
      }
    ],
    identity: {
      account: '123456789012',
      arn: 'arn:aws:sts::123456789012:assumed-role/datahub-glue/datahub-glue-ingestion',
      region: 'eu-central-1',
      source: 'github-oidc',
      roles: []
    },
    databases: [
      databasePlan(
        'marketing',
        [
          entity('marketing', { kind: 'database', rule: 'database_pattern' }),
          ...['campaigns', 'clicks', 'visitors'].map((table) =>
            entity(`marketing.${table}`, { rule: 'database_pattern', kind: table === 'visitors' ? 'view' : 'table' })
          )
        ],
        { change: 'enters' }
      ),
      databasePlan('sales', [
        entity('sales.tmp_orders', { change: 'remove', rule: 'table_pattern' }),
        entity('sales.tmp_returns', { change: 'remove', rule: 'table_pattern' }),
        entity('sales.orders', {
          change: 'change',
          aspects: ['schemaMetadata'],
          columns: columns({
            added: ['discount'],
            removed: ['rebate'],
            retyped: [{ column: 'amount', from: 'double', to: 'decimal(12,2)' }]
          })
        }),
        entity('sales.customers', { change: 'change', aspects: ['ownership'] })
      ]),
      databasePlan('secret', [], { listing: 'denied' })
    ],
    others: { dataFlow: { toAdd: 1, toChange: 0, toRemove: 0 }, dataJob: { toAdd: 12, toChange: 0, toRemove: 0 } },
    aspects: { ownership: 2, schemaMetadata: 1 },
    held: { of: 412, asked: 412, toAdd: 5, toChange: 3, unchanged: 404 },
    stale: {
      count: 2,
      removed: ['sales.tmp_orders', 'sales.tmp_returns'].map((name) => entity(name).urn),
      kept: [
        {
          code: 'database-denied',
          message: 'AWS does not let its tables be listed',
          count: 12,
          resources: ['urn:li:dataset:(urn:li:dataPlatform:glue,secret.people,PROD)']
        }
      ]
    },
    warnings: [
      { code: 'lake-formation-hides', message: 'Lake Formation may hide tables', count: 1, resources: ['secret'] }
    ]
  })
}

/** A fork's plan: no token, so the text of the recipe is all there is. */
export const forkPlan = (): RecipePlan => {
  const gap = {
    code: 'fork-has-no-token',
    message:
      'The pull request comes from a fork, which GitHub gives no token: recipes were validated and compared, no more',
    cure: 'A branch of the repository itself is planned with credentials',
    fault: null
  }
  return recipePlan({ options: fullPlan().options, unread: gap, unasked: gap })
}

/** What does most harm in 255 characters. */
export const HOSTILE = [
  '<img src=x onerror="window.hacked=true">',
  '</code></td></table></details><script>window.hacked=true</script>',
  '`x` | [a](javascript:alert(1)) ![i](https://example.com/i.png)',
  '@octocat #1 GH-2 :tada: https://example.com www.example.com me@example.com',
  'a\n\n# heading\n\n```\n<!-- datahub-glue-plan: -->',
  '\u202Egnp.exe \u0000\u0007\u200B\u2066x',
  '📋'.repeat(127),
  `${'&'.repeat(100)}${'"'.repeat(155)}`,
  `${'\u{E0001}'.repeat(127)}`,
  'x'.repeat(255),
  '~~**__$$\\(a\\)$$__**~~ \\| \\` c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
]

/** A plan of `tables` changed tables over `databases` databases; `hostile`: with names that want to break out. */
export function largePlan(tables: number, databases: number, { hostile = false } = {}): RecipePlan {
  const nameOf = (kind: string, i: number): string =>
    (hostile ? `${HOSTILE[i % HOSTILE.length] ?? ''} ${i}` : `${kind}_${String(i).padStart(5, '0')}`).slice(-255)
  const each = Math.ceil(tables / databases)
  return recipePlan({
    databases: Array.from({ length: databases }, (_, d) => {
      const database = nameOf('database', d)
      const count = Math.min(each, tables - d * each)
      return databasePlan(
        database,
        Array.from({ length: Math.max(0, count) }, (_unused, t) =>
          entity(`${database}.${nameOf('table', t)}`, {
            change: 'change',
            aspects: ['schemaMetadata'],
            columns: columns(t % 50 === 0 ? { removed: [nameOf('column', t)] } : { added: [nameOf('column', t)] })
          })
        )
      )
    }).filter(({ entities }) => entities.length > 0)
  })
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', minLength: 0, maxLength: 255 })
)
const many = <T>(of: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> => fc.array(of, { maxLength, size: 'max' })
const count = fc.nat({ max: 1_000_000 })
const counts = fc.record({ toAdd: count, toChange: count, toRemove: count })
const orNull = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null })
const gap = fc.record({
  code: text,
  message: text,
  cure: text,
  fault: orNull(fc.constantFrom('input', 'cannot-begin', 'cancelled', 'defect'))
})
const group = fc.record({ code: text, message: text, cure: text, count, resources: many(text, 10) })

const anyEntity: fc.Arbitrary<EntityPlan> = fc.record({
  name: text,
  urn: text,
  kind: fc.constantFrom('database', 'table', 'view'),
  change: fc.constantFrom('add', 'change', 'remove'),
  rule: orNull(text),
  aspects: many(text, 3),
  columns: orNull(
    fc.record({
      added: many(text, 3),
      removed: many(text, 3),
      retyped: many(fc.record({ column: text, from: text, to: text }), 3)
    })
  )
})

const anyDatabase: fc.Arbitrary<DatabasePlan> = fc.record({
  name: text,
  change: fc.constantFrom('enters', 'leaves', 'changes', 'stays'),
  listing: fc.constantFrom('complete', 'incomplete', 'denied', 'empty'),
  counts,
  entities: many(anyEntity, 12)
})

const anyRecipe: fc.Arbitrary<RecipePlan> = fc.record({
  recipe: text,
  pipelineName: orNull(text),
  edit: fc.constantFrom('added', 'modified', 'removed', 'unchanged'),
  renamedFrom: orNull(text),
  diagnostics: many(
    fc.record({
      file: text,
      line: count,
      column: count,
      severity: fc.constantFrom('error', 'warning', 'notice'),
      code: text,
      message: text,
      cure: text
    }),
    20
  ),
  options: many(fc.record({ path: text, before: orNull(text), after: orNull(text), heldBack: orNull(text) }), 40),
  identity: fc.constant(null),
  unread: orNull(gap),
  counts,
  databases: many(anyDatabase, 20),
  others: fc.dictionary(text, counts, { maxKeys: 5 }),
  aspects: fc.dictionary(text, count, { maxKeys: 10 }),
  held: orNull(fc.record({ of: count, asked: count, toAdd: count, toChange: count, unchanged: count })),
  unasked: orNull(gap),
  stale: orNull(fc.record({ count, removed: many(text, 10), kept: many(group, 5) })),
  failures: many(group, 20),
  warnings: many(group, 20)
})

/** Any plan at all, also one that contradicts itself. */
export const anyPlan: fc.Arbitrary<PlanReport> = fc.record({
  schema: fc.constant(1 as const),
  kind: fc.constant('plan' as const),
  tool: fc.constant(TOOL),
  status: fc.constantFrom('success', 'failure', 'cancelled'),
  exitCode: fc.constantFrom(0, 1, 2, 3),
  startedAt: fc.constant('2026-11-23T04:17:09.000Z'),
  durationSeconds: fc.constant(1),
  stopped: orNull(fc.record({ kind: fc.constantFrom('input', 'cannot-begin'), code: text, message: text, cure: text })),
  base: orNull(text),
  counts,
  recipes: many(anyRecipe, 3)
})
