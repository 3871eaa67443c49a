import type { Event } from '../../src/model/event.ts'
import type { IngestReport, RunReport, ToolInfo } from '../../src/model/report.ts'
import { noCounts } from '../../src/report/counts.ts'
import { verdictOf } from '../../src/report/exit-code.ts'
import { ReportFold, type RunEnd } from '../../src/report/fold.ts'
import { totalOf } from '../../src/report/total.ts'

export const TOOL: ToolInfo = { name: 'datahub-glue', version: '1.2.3' }

/** The end of a run that went well. */
export const END: RunEnd = {
  runId: 'glue-2026_11_23-04_17_09-x7k2pq',
  pipelineName: 'nightly',
  recipe: 'recipes/glue.yml',
  dryRun: false,
  startedAt: '2026-11-23T04:17:09.000Z',
  durationSeconds: 1.9,
  identity: {
    account: '123456789012',
    arn: 'arn:aws:sts::123456789012:assumed-role/datahub-glue/datahub-glue-ingestion',
    region: 'eu-central-1',
    source: 'github-oidc',
    roles: ['arn:aws:iam::123456789012:role/github', 'arn:aws:iam::123456789012:role/datahub-glue']
  },
  sink: { type: 'datahub-rest', target: 'https://gms.example.com', version: 'v1.4.0' },
  stopped: null,
  deadLetters: null,
  diagnostics: [],
  failOn: 'failure'
}

/** Events of a run that went well: two databases, three tables, one view. */
export const EVENTS: readonly Event[] = [
  { type: 'databases-listed', complete: true, count: 2 },
  { type: 'read', kind: 'database', database: 'sales', name: 'sales' },
  { type: 'read', kind: 'database', database: 'hr', name: 'hr' },
  { type: 'read', kind: 'table', database: 'sales', name: 'orders' },
  { type: 'read', kind: 'table', database: 'sales', name: 'customers' },
  { type: 'read', kind: 'table', database: 'hr', name: 'people' },
  { type: 'read', kind: 'view', database: 'sales', name: 'top_orders' },
  { type: 'listing-ended', database: 'hr', listing: 'complete', tables: 1 },
  { type: 'listing-ended', database: 'sales', listing: 'complete', tables: 3 },
  { type: 'produced', count: 40 },
  { type: 'delivered', kind: 'written', count: 40 }
]

/** The report of some events. */
export function folded(events: readonly Event[], end: Partial<RunEnd> = {}): RunReport {
  const fold = new ReportFold()
  for (const event of events) fold.add(event)
  return fold.finish({ ...END, ...end })
}

/** A run's report in which only what matters is said. */
export function runReport(facts: Partial<RunReport> = {}): RunReport {
  const { failOn: _, ...end } = END
  const run = {
    ...end,
    counts: noCounts(),
    databases: [],
    filtered: [],
    changes: null,
    removed: [],
    kept: [],
    failures: [],
    warnings: [],
    notices: [],
    retries: [],
    ...facts
  }
  return { ...run, ...verdictOf(run, 'failure'), ...facts }
}

/** The report of an invocation with these recipes. */
export const ingestReport = (...recipes: readonly RunReport[]): IngestReport =>
  totalOf(recipes, null, {
    tool: TOOL,
    dryRun: recipes[0]?.dryRun ?? false,
    startedAt: Date.UTC(2026, 10, 23, 4, 17, 9),
    durationMs: 1900
  })

/** A report with something in every place. */
export function fullReport(): IngestReport {
  const rich = folded(
    [
      ...EVENTS,
      { type: 'read', kind: 'database', database: 'locked', name: 'locked' },
      { type: 'listing-ended', database: 'locked', listing: 'denied', tables: 0 },
      { type: 'filtered', kind: 'table', name: 'sales.tmp_1', rule: 'table_pattern', database: 'sales' },
      { type: 'filtered', kind: 'table', name: 'sales.tmp_2', rule: 'table_pattern', database: 'sales' },
      { type: 'filtered', kind: 'database', name: 'scratch', rule: 'database_pattern' },
      {
        type: 'skipped',
        kind: 'table',
        name: 'sales.link',
        database: 'sales',
        failure: { code: 'resource-link', message: 'It is a resource link to a table elsewhere' }
      },
      {
        type: 'failed',
        severity: 'failure',
        failure: {
          code: 'glue-access-denied',
          message: 'AWS refused glue:GetTables',
          resource: 'locked',
          cure: 'Grant the role this:\n{\n  "Effect": "Allow",\n\n  "Action": "glue:GetTables"\n}'
        }
      },
      {
        type: 'failed',
        severity: 'failure',
        failure: { code: 'gms-rejected', message: 'GMS answered 400: no', resource: 'urn:li:dataset:(a,b,PROD)' }
      },
      {
        type: 'failed',
        severity: 'warning',
        failure: { code: 'column-type', message: 'Its type is not known', resource: 'sales.orders', cure: 'Look at it' }
      },
      { type: 'failed', severity: 'notice', failure: { code: 'view-lineage', message: 'Views have no lineage yet' } },
      { type: 'produced', count: 3 },
      { type: 'delivered', kind: 'rejected', count: 1 },
      { type: 'delivered', kind: 'undelivered', count: 1 },
      { type: 'delivered', kind: 'unchanged', count: 1 },
      { type: 'retried', service: 'glue', reason: 'ThrottlingException', after: 100 },
      { type: 'retried', service: 'glue', reason: 'ThrottlingException', after: 200 }
    ],
    {
      diagnostics: [
        {
          file: 'recipes/glue.yml',
          line: 9,
          column: 5,
          severity: 'warning',
          code: 'unknown-key',
          message: "The sink has no option 'tokn'",
          cure: "Did you mean 'token'?"
        }
      ]
    }
  )
  const stopped = folded([], {
    recipe: 'recipes/other.yml',
    runId: 'glue-2',
    pipelineName: null,
    identity: null,
    sink: null,
    stopped: { kind: 'cannot-begin', code: 'gms-unreachable', message: 'GMS cannot be reached', cure: 'Check the VPC' }
  })
  return ingestReport(rich, stopped)
}
