import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../src/core/json.ts'
import type { GithubContext } from '../../src/model/request.ts'
import type { GmsOptions } from '../emulator/gms/gms.ts'
import { type Changes, closeShared, ingest, type Scene, startScene, TEMPLATE } from './rig.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeShared)

const SHOWN = { request: { history: true } }
const RECIPE = `pipeline_name: nightly\n${TEMPLATE.trimEnd()}\n    token: '\${GMS_TOKEN}'\n`
/** In more requests than it takes to give up. */
const IN_SMALL_BATCHES = `${RECIPE}    max_per_batch: 20\n    max_threads: 1\n`

const GITHUB: GithubContext = {
  repository: 'a/b',
  eventName: 'schedule',
  ref: 'refs/heads/main',
  sha: 'c',
  workflow: 'w',
  runId: '1',
  runAttempt: 1,
  schedule: null,
  runUrl: 'https://github.test/a/b/actions/runs/1',
  isForkPullRequest: false,
  pullRequest: null
}

async function run(changes: Changes = {}, gms: Parameters<typeof startScene>[1] = {}, recipe = RECIPE) {
  scene = await startScene({ 'recipes/glue.yml': recipe }, gms)
  const { reports } = await ingest(scene, { ...SHOWN, ...changes, env: { GMS_TOKEN: 'tok-secret-1234' } })
  const [report] = reports
  if (report === undefined) throw new Error('there is no report')
  return report
}

const urnsOf = (type: string): readonly string[] =>
  scene.gms.store.urns().filter((urn) => urn.startsWith(`urn:li:${type}:`))
const read = (urn: string, aspect: string): JsonObject => scene.gms.store.read(urn, aspect) as JsonObject

describe('a run in DataHub’s ingestion tab', () => {
  it('is there from its beginning, and its outcome is the last thing written', async () => {
    const report = await run({ deps: { github: GITHUB } })
    const [source = ''] = urnsOf('dataHubIngestionSource')
    const request = `urn:li:dataHubExecutionRequest:${report.runId}`
    expect(urnsOf('dataHubExecutionRequest')).toEqual([request])
    const info = read(source, 'dataHubIngestionSourceInfo')
    expect(info).toMatchObject({ name: '[CLI] glue [nightly]', type: 'glue' })
    const { recipe = '' } = info.config as { readonly recipe?: string }
    expect(JSON.parse(recipe)).toMatchObject({
      source: { config: { aws_role: `\${AWS_ROLE}` } },
      sink: { config: { token: `\${GMS_TOKEN}` } }
    })
    expect(read(request, 'dataHubExecutionRequestInput')).toMatchObject({ source: { ingestionSource: source } })
    const result = read(request, 'dataHubExecutionRequestResult')
    expect(result).toMatchObject({ status: 'SUCCESS' })
    expect(result.report).toContain('https://github.test/a/b/actions/runs/1')
    const { serializedValue = '' } = result.structuredReport as { readonly serializedValue?: string }
    expect(JSON.parse(serializedValue)).toMatchObject({
      source: { report: { tables_scanned: 40, aspects: { dataset: { schemaMetadata: 40 } } } },
      sink: { report: { total_records_written: report.counts.written } }
    })
    expect(scene.gms.proposals.at(-1)).toMatchObject({ aspectName: 'dataHubExecutionRequestResult' })
    expect(scene.gms.accepted()).toBe(report.counts.written)
    expect(JSON.stringify(scene.gms.proposals)).not.toContain('tok-secret')
  })

  it('failed when anything was lost', async () => {
    const report = await run({}, { gms: { poison: [{ urn: 'table_000003', aspect: 'datasetProperties' }] } })
    const result = read(`urn:li:dataHubExecutionRequest:${report.runId}`, 'dataHubExecutionRequestResult')
    expect(result.status).toBe('FAILURE')
  })

  it('was cancelled when it was', async () => {
    const stop = new AbortController()
    const onEvent = ({ type }: { readonly type: string }): void => (type === 'produced' ? stop.abort() : undefined)
    const report = await run({ deps: { signal: stop.signal, onEvent } })
    const result = read(`urn:li:dataHubExecutionRequest:${report.runId}`, 'dataHubExecutionRequestResult')
    expect([report.status, result.status]).toEqual(['cancelled', 'CANCELLED'])
  })

  it('that cannot be told is a warning, and the run is what it was', async () => {
    const report = await run({}, { gms: { poison: [{ aspect: 'dataHubExecutionRequestResult', status: 403 }] } })
    expect(report).toMatchObject({
      status: 'success',
      exitCode: 0,
      warnings: [{ code: 'history-not-written', count: 1 }]
    })
  })

  it.each<[string, GmsOptions, string]>([
    ['is dead', { faults: [{ match: 'ingestProposal', after: 4, reset: 'before' }] }, 'gms-breaker-open'],
    ['takes the token no more', { token: 'tok-secret-1234', tokenExpiresAfter: 4 }, 'gms-unauthorized']
  ])('tells its end in haste, and warns of nothing where that fails, when GMS %s', async (_what, options, code) => {
    const report = await run({}, { gms: options }, IN_SMALL_BATCHES)
    expect(report).toMatchObject({ exitCode: 3, stopped: { code }, warnings: [] })
    const labels = scene.gms.requests.map(({ label }) => label)
    // Of the begin two, and of the end one: it is not tried again.
    expect(labels.filter((label) => label === 'ingestProposal')).toHaveLength(3)
    expect(labels.at(-1)).toBe('ingestProposal')
  })

  it('tells its end in full when the GMS that stopped it is back by then', async () => {
    const faults = [{ match: 'ingestProposalBatch', reset: 'before' as const }]
    const report = await run({}, { gms: { faults } }, IN_SMALL_BATCHES)
    expect(report).toMatchObject({ stopped: { code: 'gms-breaker-open' }, warnings: [] })
    const result = read(`urn:li:dataHubExecutionRequest:${report.runId}`, 'dataHubExecutionRequestResult')
    expect(result.status).toBe('FAILURE')
  })

  it.each([[{ request: { history: false } }], [{ request: { history: true, dryRun: true } }]])(
    'is not told when it is not to be: %j',
    async (changes) => {
      await run(changes)
      expect([...urnsOf('dataHubExecutionRequest'), ...urnsOf('dataHubIngestionSource')]).toEqual([])
    }
  )

  it('hides its recipe, and is told to a file too, where the recipe says so', async () => {
    const reporting =
      'reporting:\n  - {type: datahub, config: {report_recipe: false}}\n  - {type: file, config: {filename: told.json}}\n'
    scene = await startScene(
      { 'recipes/glue.yml': `${RECIPE}${reporting}failure_log: {enabled: true, log_config: {filename: lost.json}}\n` },
      {
        gms: { poison: [{ urn: 'table_000003', aspect: 'datasetProperties' }] }
      }
    )
    // What the recipe asks for is told, whatever the command line says of what is usual.
    const { reports } = await ingest(scene, { request: { history: false }, env: { GMS_TOKEN: 'tok-secret-1234' } })
    expect(reports[0]?.deadLetters).toEqual({ path: 'lost.json', count: 1 })
    const [source = ''] = urnsOf('dataHubIngestionSource')
    expect(read(source, 'dataHubIngestionSourceInfo')).toMatchObject({ config: { recipe: '' } })
    expect(JSON.parse(scene.textOf('told.json'))).toMatchObject({
      source: { type: 'glue' },
      sink: { type: 'datahub-rest' }
    })
    expect(JSON.parse(scene.textOf('lost.json'))).toHaveLength(1)
  })

  it.each([
    [false, 'success', 'warnings'],
    [true, 'failure', 'failures']
  ] as const)(
    'that cannot be told to a file is a warning, or a failure when it has to be: %s',
    async (required, status, where) => {
      const reporting = `reporting:\n  - {type: file, config: {filename: recipes/glue.yml/report.json}, required: ${required}}\n`
      scene = await startScene({ 'recipes/glue.yml': `${RECIPE}${reporting}` })
      const { reports } = await ingest(scene, { env: { GMS_TOKEN: 'tok-secret-1234' } })
      expect(reports[0]).toMatchObject({ status, [where]: [{ code: 'report-not-written' }] })
    }
  )
})
