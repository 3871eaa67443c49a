import type { PlanReport } from '../../../src/model/plan.ts'
import { renderOrigin, renderPlanComment, renderPlanSummary } from '../../../src/report/render/plan-markdown.ts'
import { databasePlan, entity, fullPlan, largePlan, planReport, recipePlan } from '../../report/plan-factory.ts'

/** Plans that are looked at: in the pictures of README.md, and in the tests of what a browser makes of them. */

const ORIGIN = renderOrigin({
  runUrl: 'https://github.com/acme/data-platform/actions/runs/17',
  head: 'c0ffee0ab12',
  base: 'f00dfeed012'
})

/** What a comment shows of a plan. */
export const commentOf = (report: PlanReport): string => `${renderPlanComment(report, '')}\n${ORIGIN}`

/** What a run's page shows of a plan. */
export const summaryOf = (report: PlanReport): string => renderPlanSummary(report)

/** A change such as there is one every day. */
export const usual = (): PlanReport => planReport([fullPlan()])

const DOMAINS = [
  'billing',
  'catalog',
  'crm',
  'finance',
  'fulfilment',
  'hr',
  'inventory',
  'logistics',
  'marketing',
  'web'
]
const LAYERS = ['raw', 'staged', 'curated', 'marts']
const SUBJECTS = [
  'orders',
  'returns',
  'clients',
  'events',
  'prices',
  'stock',
  'visits',
  'invoices',
  'items',
  'carriers'
]

/** The least and the most that a database of the large change has. */
const SIZES = [5, 15, 40, 440]

/** 5,000 tables in 40 databases, all of them changed. */
export function large(): PlanReport {
  const databases = DOMAINS.flatMap((domain) =>
    LAYERS.map((layer, l) => {
      const name = `${domain}_${layer}`
      const tables = Array.from({ length: SIZES[l] ?? 0 }, (_, i) => {
        const table = `${SUBJECTS[i % SUBJECTS.length]}_${2000 + Math.floor(i / SUBJECTS.length)}`
        const columns =
          i % 50 === 7
            ? {
                added: [],
                removed: ['legacy_id'],
                retyped: [{ column: 'amount', from: 'double', to: 'decimal(18,2)' }]
              }
            : null
        return entity(`${name}.${table}`, {
          change: 'change',
          aspects: columns === null ? ['globalTags'] : ['globalTags', 'schemaMetadata'],
          columns
        })
      })
      return databasePlan(name, tables)
    })
  ).sort((a, b) => (a.name < b.name ? -1 : 1))
  const options = [
    {
      path: 'transformers[0]',
      before: null,
      after: JSON.stringify({ type: 'simple_add_dataset_tags', config: { tag_urns: ['urn:li:tag:reviewed'] } }),
      heldBack: null
    }
  ]
  const held = { of: 5040, asked: 5040, toAdd: 0, toChange: 5000, unchanged: 40 }
  return planReport([recipePlan({ databases, options, held, aspects: { globalTags: 5000, schemaMetadata: 110 } })])
}

/** The same number of tables, whose names want to be something else. */
export const hostile = (): PlanReport => planReport([largePlan(5000, 60, { hostile: true })])
