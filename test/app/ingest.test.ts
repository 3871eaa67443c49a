import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { Counts, RunReport } from '../../src/model/report.ts'
import { Secret } from '../../src/model/secret.ts'
import { appErrorOf, identityOptions } from '../aws/support.ts'
import { plainCatalogue } from '../emulator/catalogue/plain.ts'
import { ROLE_ARN, type StandInOptions } from '../emulator/stand-ins.ts'
import {
  type Changes,
  closeShared,
  endlessClock,
  hastyClock,
  type Ingested,
  ingest,
  type Scene,
  startScene,
  TEMPLATE,
  withSink
} from './rig.ts'

const SMALL = plainCatalogue({ tables: 40, columns: 1, databases: 4 })

let scene: Scene
afterEach(() => scene.close())
afterAll(closeShared)

async function run(
  changes: Changes = {},
  files?: Readonly<Record<string, string>>,
  options?: Partial<StandInOptions>
): Promise<Ingested & { report: RunReport }> {
  scene = await startScene(files, options)
  const ingested = await ingest(scene, changes)
  const [report] = ingested.reports
  if (report === undefined) throw new Error('there is no report')
  return { ...ingested, report }
}

const endOf = ({ status, exitCode, stopped }: RunReport): unknown => [status, exitCode, stopped?.code ?? null]

const accounted = ({ written, accepted, unchanged, rejected, undelivered }: Counts): number =>
  written + accepted + unchanged + rejected + undelivered

describe('ingest', () => {
  it('brings a catalogue to GMS, and tells what it did', async () => {
    const { report, events, log, masked } = await run()
    expect(endOf(report)).toEqual(['success', 0, null])
    expect(report.counts).toMatchObject({ databases: 4, tables: 40, views: 0, rejected: 0, undelivered: 0 })
    expect(report.counts.written).toBe(report.counts.produced)
    expect(scene.gms.accepted()).toBe(report.counts.written)
    expect(report).toMatchObject({
      recipe: 'recipes/glue.yml',
      runId: expect.stringMatching(/^glue-\d{4}_\d\d_\d\d-\d\d_\d\d_\d\d-[a-z0-9]{6}$/),
      pipelineName: null,
      dryRun: false,
      identity: { account: '111122223333', region: 'eu-west-1', source: 'github-oidc', roles: [ROLE_ARN] },
      sink: { type: 'datahub-rest', target: scene.gms.url, version: 'v1.3.0' },
      failures: []
    })
    expect(scene.gms.proposals[0]?.systemMetadata).toMatchObject({ runId: report.runId })
    expect(events.filter(({ type }) => type === 'read')).toHaveLength(44)
    expect(log).toContain(`Sink: ${scene.gms.url} (v1.3.0)`)
    expect(masked).toContain(scene.oidc.tokens.at(-1))
  })

  it('begins nothing where there is no place for what does not fit into memory', async () => {
    scene = await startScene()
    const error = await appErrorOf(() => ingest(scene, { env: { TMPDIR: '/nonexistent' } }))
    expect(error).toMatchObject({ kind: 'input', code: 'temp-folder' })
    expect(error.message).toContain('in /nonexistent: ')
    expect(error.cure).toContain('TMPDIR')
    expect(scene.gms.requests).toEqual([])
  })

  it("takes the recipe's names for the run", async () => {
    const text = `run_id: 'mine'\npipeline_name: nightly\n${TEMPLATE}`
    const { report } = await run({}, { 'recipes/glue.yml': text })
    expect([report.runId, report.pipelineName]).toEqual(['mine', 'nightly'])
    expect(scene.gms.proposals[0]?.systemMetadata).toMatchObject({ runId: 'mine', pipelineName: 'nightly' })
  })

  it('writes nothing in a dry run, but asks GMS who it is', async () => {
    const { report } = await run({ request: { dryRun: true } })
    expect([endOf(report), report.dryRun]).toEqual([['success', 0, null], true])
    expect(report.counts.produced).toBeGreaterThan(80)
    expect(accounted(report.counts)).toBe(0)
    expect(scene.gms.requests.map(({ label }) => label)).toEqual(['GET /config'])
  })

  it('sends the token of the inputs to the GMS of the inputs, and shows it nowhere', async () => {
    const token = 'token-of-the-test'
    const { report, log, events } = await run({ request: { gmsToken: new Secret(token) } }, undefined, {
      gms: { token }
    })
    // The url is the environment's, so that the inputs name no server for which the token would be.
    expect(endOf(report)).toEqual(['failure', 3, 'gms-unauthorized'])
    const again = await ingest(scene, { request: { gmsToken: new Secret(token), gmsUrl: scene.gms.url } })
    expect(again.reports.map(endOf)).toEqual([['success', 0, null]])
    expect(JSON.stringify([report, log, events, again])).not.toContain(token)
  })

  it('prints to the console, one JSON object a line', async () => {
    const { report, printed } = await run({}, { 'recipes/glue.yml': withSink('  type: console') })
    expect([endOf(report), report.sink?.type]).toEqual([['success', 0, null], 'console'])
    const lines = printed.trimEnd().split('\n')
    expect(lines).toHaveLength(report.counts.written)
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toContain('entityUrn')
  })

  it('writes a file', async () => {
    const { report } = await run({}, { 'recipes/glue.yml': withSink('  type: file\n  config: {filename: out.json}') })
    expect(endOf(report)).toEqual(['success', 0, null])
    expect(JSON.parse(scene.textOf('out.json'))).toHaveLength(report.counts.written)
  })

  it.each([
    ['failure', ['failure', 1, null]],
    ['never', ['failure', 0, null]]
  ] as const)('tells what GMS refused, with fail-on %s', async (failOn, end) => {
    const poison = [
      { urn: 'db_001\\.table_\\d+5', aspect: 'schemaMetadata', message: 'no such schema' },
      { urn: 'container', aspect: 'status' }
    ]
    const { report } = await run({ request: { failOn } }, undefined, { gms: { poison } })
    expect(endOf(report)).toEqual(end)
    expect(report.counts.rejected).toBeGreaterThan(0)
    expect(accounted(report.counts)).toBe(report.counts.produced)
    expect(scene.gms.accepted()).toBe(report.counts.written)
    expect(report.failures).toEqual([expect.objectContaining({ code: 'gms-rejected', count: report.counts.rejected })])
  })

  it.each<[string, Changes, readonly unknown[]]>([
    ['a proxy that is none', { env: { HTTP_PROXY: 'socks5://localhost:1080' } }, ['failure', 2, 'proxy-invalid']],
    [
      'a bundle of authorities that is not there',
      { env: { AWS_CA_BUNDLE: 'none.pem' } },
      ['failure', 2, 'certificate-file']
    ],
    [
      'a role that lets nobody in',
      {
        request: { identity: identityOptions({ roleToAssume: ROLE_ARN.replace('glue', 'other'), region: 'eu-west-1' }) }
      },
      ['failure', 3, 'role-not-trusting']
    ]
  ])('says in the report what kept it from beginning: %s', async (_case, changes, end) => {
    const { report } = await run(changes)
    expect(endOf(report)).toEqual(end)
    expect(report.stopped?.cure ?? '').not.toBe('')
    expect(scene.gms.accepted()).toBe(0)
  })

  it('delivers what was read before the identity was lost', async () => {
    const faults = [
      { match: '^GetTables db_003', code: 'ExpiredTokenException' },
      { match: '^AssumeRoleWithWebIdentity', nth: [2], code: 'AccessDenied' }
    ]
    const { report } = await run({}, undefined, { catalogue: SMALL, aws: { faults } })
    expect(endOf(report)).toEqual(['failure', 3, 'role-not-trusting'])
    expect(report.counts.produced).toBeGreaterThan(0)
    expect(report.counts.written).toBe(report.counts.produced)
    expect(scene.gms.accepted()).toBe(report.counts.written)
  })
})

describe('ingest with several recipes', () => {
  const files = {
    'recipes/1-invalid.yml': TEMPLATE.replace('aws_region', 'aws_regoin'),
    'recipes/2-unreachable.yml': withSink(
      '  type: datahub-rest\n  config: {server: "http://127.0.0.1:1", retry_max_times: 0}'
    ),
    'recipes/3-good.yml': TEMPLATE,
    'recipes/4-broken.yml': 'source: [',
    'recipes/5-good.yml': TEMPLATE
  }

  it('runs each, whatever became of the one before', async () => {
    const { reports } = await run({}, files)
    expect(reports.map((report) => [report.recipe, ...(endOf(report) as unknown[])])).toEqual([
      ['recipes/1-invalid.yml', 'failure', 2, null],
      ['recipes/2-unreachable.yml', 'failure', 3, 'gms-unreachable'],
      ['recipes/3-good.yml', 'success', 0, null],
      ['recipes/4-broken.yml', 'failure', 2, null],
      ['recipes/5-good.yml', 'success', 0, null]
    ])
    expect(reports[0]?.diagnostics[0]).toMatchObject({ severity: 'error', code: 'unknown-key' })
    expect(reports[2]?.counts).toEqual(reports[4]?.counts)
    expect(new Set(reports.map(({ runId }) => runId)).size).toBe(5)
  })

  it('has nothing to say where there is nothing to run', async () => {
    scene = await startScene(files)
    const error = await appErrorOf(() => ingest(scene, { request: { recipes: ['recipes/none.yml'] } }))
    expect([error.kind, error.code, scene.asked()]).toEqual(['input', 'file-not-found', 0])
  })
})

describe('a cancelled ingest', () => {
  const CANCELLED = ['cancelled', 1, 'cancelled']
  const large = { catalogue: plainCatalogue({ tables: 3000, columns: 2, databases: 12 }) }
  const twice = { 'recipes/1.yml': TEMPLATE, 'recipes/2.yml': TEMPLATE }

  it('begins nothing when it is cancelled before', async () => {
    const { reports } = await run({ deps: { signal: AbortSignal.abort() } }, twice)
    expect(reports.map(endOf)).toEqual([CANCELLED, CANCELLED])
    expect(scene.asked()).toBe(0)
  })

  it('delivers what was read, accounts for it, and begins no other recipe', async () => {
    const cancel = new AbortController()
    const onEvent = ({ type }: { type: string }): void => {
      if (type === 'delivered') cancel.abort()
    }
    const { reports, report } = await run(
      { deps: { signal: cancel.signal, onEvent, clock: endlessClock } },
      twice,
      large
    )
    expect(reports.map(endOf)).toEqual([CANCELLED, CANCELLED])
    expect(report.counts.tables).toBeLessThan(3000)
    expect(report.counts.written).toBe(report.counts.produced)
    expect(scene.gms.accepted()).toBe(report.counts.written)
    expect(reports[1]?.counts.produced).toBe(0)
  })

  it('waits for a GMS that does not answer no longer than its moment of grace', async () => {
    const cancel = new AbortController()
    const gms = { clock: endlessClock, faults: [{ match: 'ingest', delayMs: 1 }] }
    const onEvent = ({ type }: { type: string }): void => {
      if (type === 'produced') cancel.abort()
    }
    const { report } = await run({ deps: { signal: cancel.signal, onEvent, clock: hastyClock } }, undefined, { gms })
    expect(endOf(report)).toEqual(CANCELLED)
    expect(report.counts.produced).toBeGreaterThan(0)
    expect(report.counts.undelivered).toBe(report.counts.produced)
  })

  it('does not wait for an AWS that does not answer', async () => {
    const cancel = new AbortController()
    scene = await startScene(twice, { catalogue: SMALL, aws: { clock: endlessClock, faults: [{ delayMs: 1 }] } })
    const ended = ingest(scene, { deps: { signal: cancel.signal } })
    while (scene.oidc.requests.length === 0) await turn()
    cancel.abort()
    expect((await ended).reports.map(endOf)).toEqual([CANCELLED, CANCELLED])
  })

  it('leaves an earlier file as it was', async () => {
    const cancel = new AbortController()
    const files = {
      'recipes/glue.yml': withSink('  type: file\n  config: {filename: out.json}'),
      'out.json': 'earlier'
    }
    const onEvent = ({ type }: { type: string }): void => {
      if (type === 'produced') cancel.abort()
    }
    const { report } = await run({ deps: { signal: cancel.signal, onEvent } }, files, large)
    expect(endOf(report)).toEqual(CANCELLED)
    expect(report.counts).toMatchObject({ written: 0, undelivered: report.counts.produced })
    expect(scene.textOf('out.json')).toBe('earlier')
  })
})
