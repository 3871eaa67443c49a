import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { HeldAspect } from '../../emulator/gms/gms.ts'
import type { FaultRule } from '../../emulator/http/faults.ts'
import { ingest, type Scene, TEMPLATE } from '../rig.ts'
import { cliSource, closeClinic, type Looked, look, run, startClinic, uiSource, written } from './rig.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeClinic)

const NAMED = { 'recipes/glue.yml': `pipeline_name: nightly\n${TEMPLATE}` }
const HOUR = 3600

async function visit(
  holds: readonly HeldAspect[],
  maxAgeHours: number | null,
  faults: readonly FaultRule[] = []
): Promise<Looked> {
  scene = await startClinic({ files: NAMED, gms: { holds, faults } })
  return look(scene, { request: { maxAgeSeconds: maxAgeHours === null ? null : maxAgeHours * HOUR } })
}

const CLI = cliSource('nightly')
const UI = uiSource('one', 'Glue, Europe', '0 4 * * *')
const RUN = 'glue-2026_11_23-04_17_09-x7k2pq'

describe('is anything ingesting Glue?', () => {
  it('yes: this recipe, and says when and by which run', async () => {
    const nightly = written('sales.orders', { hours: 3, runId: RUN, pipelineName: 'nightly' })
    const older = written('sales.items', { hours: 27, runId: 'glue-2026_11_22', pipelineName: 'nightly' })
    const { checks, diagnosis } = await visit([nightly, older, CLI, ...run(RUN, CLI.urn, 3, 'SUCCESS')], 26)
    expect(checks['glue-freshness']).toMatchObject({ status: 'ok' })
    expect(checks['recipe-freshness']).toMatchObject({ status: 'ok' })
    expect(checks['glue-freshness']?.details[0]).toMatch(
      new RegExp(`by the run ${RUN} of \\[CLI\\] glue \\[nightly\\]$`, 'u')
    )
    expect(diagnosis.freshness).toMatchObject({
      looked: 2,
      isAll: true,
      newest: { urn: nightly.urn, pipelineName: 'nightly' }
    })
    expect(diagnosis.ingesters).toMatchObject([
      {
        kind: 'cli',
        isRecipe: true,
        source: CLI.urn,
        schedule: null,
        runs: [{ runId: RUN, status: 'SUCCESS' }],
        wrote: { runId: RUN }
      }
    ])
  })

  it.each([
    [26, 'failed', 'glue-stale'],
    [null, 'ok', null]
  ])('not for thirty hours, with max-age %s h', async (maxAge, status, code) => {
    const { checks } = await visit(
      [written('sales.orders', { hours: 30.5, runId: RUN, pipelineName: 'nightly' }), CLI],
      maxAge
    )
    expect(checks['glue-freshness']).toMatchObject({ status, code })
    expect(checks['glue-freshness']?.found).toMatch(/^The newest of 1 Glue dataset was written 30 h 3\d min ago/u)
    expect(checks['glue-freshness']?.cure?.includes('GitHub stops the schedules') ?? false).toBe(code !== null)
  })

  it('not for two weeks, which is worth a warning without max-age', async () => {
    const { checks } = await visit([written('sales.orders', { hours: 336, runId: RUN })], null)
    expect(checks['glue-freshness']).toMatchObject({ status: 'warning', code: 'glue-stale' })
  })

  it.each([
    [26, 'failed'],
    [null, 'warning']
  ])('no, nothing ever has, with max-age %s h', async (maxAge, status) => {
    const { checks } = await visit([], maxAge)
    expect(checks['glue-freshness']).toMatchObject({ status, code: 'glue-nothing' })
    expect(checks['ingestion-sources']).toMatchObject({ status: 'ok', found: 'DataHub knows none' })
  })

  it('not by anybody who says so', async () => {
    const { systemMetadata: _, ...anonymous } = written('sales.orders', { hours: 1, runId: RUN })
    const { checks } = await visit([anonymous], 26)
    expect(checks['glue-freshness']).toMatchObject({ status: 'failed', code: 'glue-no-run' })
  })

  it('not what is removed, nor another platform, nor what people change', async () => {
    const gone = written('sales.gone', { hours: 1, runId: RUN })
    const { checks, diagnosis } = await visit(
      [
        { ...gone, aspect: { removed: true } },
        written('sales.hive', { hours: 1, runId: 'hive-1', platform: 'hive' }),
        written('sales.orders', { hours: 50, runId: RUN, pipelineName: 'nightly' }),
        {
          ...written('sales.orders', { hours: 1, runId: 'no-run-id-provided' }),
          aspectName: 'container',
          aspect: { container: 'urn:li:container:x' }
        }
      ],
      26
    )
    expect(checks['glue-freshness']).toMatchObject({ status: 'failed', code: 'glue-stale' })
    expect(diagnosis.freshness).toMatchObject({ looked: 1, newest: { runId: RUN } })
  })

  it('yes, by a run that succeeded and had nothing to write', async () => {
    const old = written('sales.orders', { hours: 60, runId: RUN, pipelineName: 'nightly' })
    const { checks } = await visit([old, CLI, ...run('glue-later', CLI.urn, 2, 'SUCCESS')], 26)
    expect(checks['glue-freshness']).toMatchObject({ status: 'ok' })
    expect(checks['glue-freshness']?.found).toMatch(/^The last run that succeeded ended 1 h 59 min ago/u)
  })

  it('no: the run of DataHub’s executor failed, and its log is where to look', async () => {
    const old = written('sales.orders', { hours: 60, runId: 'urn:li:dataHubExecutionRequest:a', pipelineName: UI.urn })
    const { checks, diagnosis } = await visit(
      [old, UI, ...run('a', UI.urn, 60, 'SUCCESS'), ...run('b', UI.urn, 3, 'FAILURE')],
      26
    )
    expect(checks['glue-freshness']?.cure).toMatch(/^The last run of Glue, Europe ended with FAILURE/u)
    expect(checks['ingestion-sources']).toMatchObject({ status: 'warning', code: 'ingestion-run-failed' })
    expect(checks['ingestion-sources']?.details).toEqual([
      'Glue, Europe: DataHub runs it at 0 4 * * * (Europe/Berlin); last run FAILURE, 3 h ago'
    ])
    expect(diagnosis.ingesters[0]).toMatchObject({
      kind: 'ui',
      runs: [{ runId: 'b' }, { runId: 'a' }],
      wrote: { urn: old.urn }
    })
    expect(JSON.stringify(diagnosis)).not.toContain('very-secret')
  })

  it('no: the schedule has not been kept', async () => {
    const old = written('sales.orders', { hours: 60, runId: 'urn:li:dataHubExecutionRequest:a', pipelineName: UI.urn })
    const { checks } = await visit([old, UI, ...run('a', UI.urn, 60, 'SUCCESS')], 26)
    expect(checks['glue-freshness']?.cure).toMatch(
      /^Look at the schedule of Glue, Europe \(0 4 \* \* \*, Europe\/Berlin\)/u
    )
  })
})

describe('several that write', () => {
  it('are each told, and that DataHub itself does what this recipe does is a warning', async () => {
    const { checks, diagnosis } = await visit(
      [
        written('sales.orders', { hours: 3, runId: RUN, pipelineName: 'nightly' }),
        written('sales.items', { hours: 5, runId: 'urn:li:dataHubExecutionRequest:a', pipelineName: UI.urn }),
        written('hr.people', { hours: 9, runId: 'airflow-2026_11_20-00_00_00-abc', pipelineName: 'airflow' }),
        written('hr.pay', { hours: 10, runId: 'glue-2026_11_20-00_00_00-abc' }),
        written('hr.old', { hours: 33, runId: 'glue-2026_11_19-00_00_00-abc' }),
        CLI,
        UI
      ],
      26
    )
    expect(diagnosis.ingesters.map(({ name, kind, isRecipe }) => [name, kind, isRecipe])).toEqual([
      ['[CLI] glue [nightly]', 'cli', true],
      ['Glue, Europe', 'ui', false],
      ['airflow', 'unknown', false],
      ['runs named glue', 'unknown', false]
    ])
    expect(checks.ingesters).toMatchObject({ status: 'warning', code: 'several-ingesters' })
    expect(checks.ingesters?.cure).toMatch(/take the schedule from Glue, Europe/u)
  })

  it('go on when this recipe’s own pipeline has stopped, which is a warning', async () => {
    const mine = written('sales.orders', { hours: 90, runId: RUN, pipelineName: 'nightly' })
    const theirs = written('hr.people', { hours: 1, runId: 'x', pipelineName: 'airflow' })
    const { checks } = await visit([mine, theirs], 26)
    expect(checks['glue-freshness']).toMatchObject({ status: 'ok' })
    expect(checks['recipe-freshness']).toMatchObject({ status: 'warning', code: 'recipe-stale' })
    expect(checks.ingesters).toMatchObject({ status: 'ok' })
  })
})

describe('a GMS that does not tell', () => {
  it.each([
    [404, null, 'not-tested'],
    [403, null, 'not-tested'],
    [403, 26, 'failed']
  ])('of its datasets (%d), with max-age %s h', async (status, maxAge, freshness) => {
    const { checks, diagnosis } = await visit([], maxAge, [{ match: 'GET /openapi', status }])
    expect(checks['ingestion-sources']).toMatchObject({
      status: 'not-tested',
      found: expect.stringMatching(/^GMS does not tell: /u)
    })
    expect(checks['glue-freshness']).toMatchObject({ status: freshness })
    expect(diagnosis.freshness).toBeNull()
  })

  it('of its runs: the datasets do', async () => {
    const nightly = written('sales.orders', { hours: 3, runId: RUN, pipelineName: 'nightly' })
    const { checks } = await visit([nightly], 26, [{ match: 'list', status: 403 }])
    expect(checks['glue-freshness']).toMatchObject({ status: 'ok' })
  })

  it('of its datasets: the runs do', async () => {
    const nightly = written('sales.orders', { hours: 3, runId: RUN, pipelineName: 'nightly' })
    const { checks, diagnosis } = await visit([nightly], 26, [{ match: 'GET /openapi/v3/entity/dataset', status: 404 }])
    expect(checks['glue-freshness']).toMatchObject({ status: 'ok' })
    expect(diagnosis.freshness).toMatchObject({ looked: 1, isAll: false, newest: { runId: RUN } })
  })
})

it('finds what a run of this program has just written, with its history', async () => {
  scene = await startClinic({ files: NAMED })
  const { reports } = await ingest(scene, { request: { history: true } })
  const runId = reports[0]?.runId ?? ''
  const { checks, diagnosis } = await look(scene, { request: { maxAgeSeconds: 60 } })
  expect(checks['glue-freshness']).toMatchObject({ status: 'ok' })
  expect(diagnosis.ingesters).toMatchObject([
    {
      name: '[CLI] glue [nightly]',
      isRecipe: true,
      runs: [{ runId, status: 'SUCCESS' }],
      wrote: { runId, pipelineName: 'nightly' }
    }
  ])
})
