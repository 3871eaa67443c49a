import type { Check, Diagnosis, DoctorReport } from '../../src/model/doctor.ts'
import type { Stop } from '../../src/model/report.ts'
import type { FailOn } from '../../src/model/request.ts'
import { doctorReportOf } from '../../src/report/doctor.ts'
import { END, TOOL } from './factory.ts'

/** A check that went well, unless `facts` say otherwise. */
export const check = (facts: Partial<Check> = {}): Check => ({
  id: 'recipe',
  family: 'recipe',
  title: 'Recipe',
  status: 'ok',
  found: 'recipes/glue.yml is valid',
  details: [],
  cure: null,
  code: null,
  isInput: false,
  ...facts
})

export const diagnosis = (facts: Partial<Diagnosis> = {}): Diagnosis => ({
  recipe: 'recipes/glue.yml',
  pipelineName: 'nightly',
  server: 'https://gms.example.com',
  identity: END.identity,
  checks: [check()],
  ingesters: [],
  freshness: null,
  ...facts
})

export const doctorReport = (
  recipes: readonly Diagnosis[],
  { stopped = null, failOn = 'failure' }: { readonly stopped?: Stop | null; readonly failOn?: FailOn } = {}
): DoctorReport =>
  doctorReportOf(recipes, stopped, { tool: TOOL, failOn, startedAt: Date.UTC(2026, 10, 24, 9, 17), durationMs: 2345 })

const WROTE = { at: '2026-11-23T04:17:09.000Z', urn: 'urn:li:dataset:x', runId: 'glue-1', pipelineName: 'nightly' }

/** Something of everything. */
export const fullDoctorReport = (): DoctorReport =>
  doctorReport([
    diagnosis({
      checks: [
        check(),
        check({ id: 'oidc-token', family: 'identity', title: "GitHub's OIDC token", details: ['sub: repo:acme/lake'] }),
        check({
          id: 'glue:GetTables',
          family: 'permissions',
          title: 'glue:GetTables',
          status: 'failed',
          found: 'AWS refuses it on sales: no',
          cure: 'Add to the policy of ROLE:\n\n{\n  "Effect": "Allow"\n}',
          code: 'aws-access-denied'
        }),
        check({
          id: 'gms-write',
          family: 'gms',
          title: 'Write',
          status: 'not-tested',
          found: 'nothing is written here'
        }),
        check({
          id: 'clock-gms',
          family: 'clock',
          title: 'Clock',
          status: 'warning',
          found: '2 min ahead',
          cure: 'Correct the clock',
          code: 'clock-skew'
        }),
        check({
          id: 'glue-freshness',
          family: 'ingestion',
          title: 'Is anything ingesting Glue?',
          found: 'The newest …'
        })
      ],
      ingesters: [
        {
          kind: 'ui',
          name: 'Glue, Europe',
          source: 'urn:li:dataHubIngestionSource:one',
          pipelineName: null,
          schedule: { cron: '0 4 * * *', timezone: 'UTC' },
          runs: [{ runId: 'a', status: 'SUCCESS', startedAt: WROTE.at, endedAt: WROTE.at }],
          wrote: WROTE,
          isRecipe: false
        },
        {
          kind: 'unknown',
          name: 'airflow',
          source: null,
          pipelineName: 'airflow',
          schedule: null,
          runs: [],
          wrote: null,
          isRecipe: true
        }
      ],
      freshness: {
        checkedAt: '2026-11-24T09:17:00.000Z',
        maxAgeSeconds: 93_600,
        looked: 7,
        isAll: true,
        newest: WROTE,
        succeededAt: WROTE.at,
        ageSeconds: 104_391
      }
    })
  ])
