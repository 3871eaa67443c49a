import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { realisticCatalogue } from '../../emulator/catalogue/realistic.ts'
import { type StandIns, startStandIns } from '../../emulator/stand-ins.ts'
import { holdingsOf } from '../demo-check.ts'
import { runAct } from './act.ts'
import type { ActRun } from './events.ts'
import { makeRepository } from './repository.ts'

/* ingest.yml as GitHub would run it, against the stand-ins. */

const TOKEN = 'gms-token-of-the-test-4711'
const catalogue = realisticCatalogue(1)
const held = holdingsOf(catalogue)
const folders: string[] = []
let repository = ''

beforeAll(() => {
  repository = makeRepository()
  folders.push(repository)
})

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

interface Options {
  readonly event?: string
  readonly payload?: object
  /** Whether the job has `permissions: id-token: write`. Default true. */
  readonly idToken?: boolean
}

/** Sets the workflow off with the repository variables and the secret that its head names. */
async function ingest(standIns: StandIns, options: Options = {}): Promise<ActRun> {
  const { AWS_ROLE = '', AWS_DEFAULT_REGION = '', GMS_URL = '', ...runner } = standIns.environment
  const { AWS_ENDPOINT_URL = '' } = runner
  const oidc = Object.fromEntries(Object.entries(runner).filter(([name]) => name.startsWith('ACTIONS_ID_TOKEN_')))
  const run = await runAct({
    repository,
    workflow: 'ingest.yml',
    event: options.event ?? 'schedule',
    payload: options.payload ?? { schedule: '17 4 * * *' },
    vars: { AWS_ROLE, AWS_DEFAULT_REGION, GMS_URL },
    secrets: { DATAHUB_GMS_TOKEN: TOKEN },
    env: { AWS_ENDPOINT_URL, ...(options.idToken === false ? {} : oidc) }
  })
  folders.push(run.home)
  return run
}

const messages = (run: ActRun, level: string): readonly string[] =>
  run.annotations.filter((annotation) => annotation.level === level).map((annotation) => annotation.message)

describe('on schedule', () => {
  let standIns: StandIns
  let run: ActRun

  beforeAll(async () => {
    standIns = await startStandIns({ catalogue, gms: { token: TOKEN } })
    run = await ingest(standIns)
  })

  afterAll(() => standIns.close())

  it('succeeds, without an error annotation', () => {
    expect(messages(run, 'error')).toEqual([])
    expect(run).toMatchObject({ exitCode: 0, jobResult: 'success', steps: { ingest: 'success' } })
  })

  it('has written what the catalogue holds, and says so in its outputs', () => {
    expect(standIns.gms.accepted()).toBeGreaterThan(held.tables)
    expect(run.outputs).toMatchObject({
      status: 'success',
      tables: String(held.tables),
      views: String(held.views),
      'aspects-written': String(standIns.gms.accepted()),
      failures: '0'
    })
  })

  it('names role, server and numbers in the summary', () => {
    expect(run.summary).toContain(standIns.environment.AWS_ROLE?.split('/')[1])
    expect(run.summary).toContain(standIns.gms.url)
    expect(run.summary).toContain(standIns.gms.accepted().toLocaleString('en-US'))
    expect(run.summary).toContain(held.tables.toLocaleString('en-US'))
  })

  it('keeps the report as an artifact', () => {
    expect(run.artifacts).toEqual({ 'datahub-glue-report-glue-1-1': ['report.json'] })
    const path = join(run.home, 'artifacts', 'datahub-glue-report-glue-1-1', 'report.json')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ schema: 1, kind: 'ingest', status: 'success' })
  })

  it('shows no secret', () => {
    const shown = JSON.stringify([run.log, run.summary, run.annotations, run.outputs])
    expect(shown).not.toContain(TOKEN)
    expect(shown).not.toContain(standIns.oidc.requestToken)
    expect(shown).not.toMatch(/eyJ[\w-]{20,}\.eyJ/u)
  })
})

describe('by hand', () => {
  it('writes nothing on a dry run, and says what it would write', async () => {
    const standIns = await startStandIns({ catalogue, gms: { token: TOKEN } })
    try {
      const inputs = { recipe: 'recipes/glue.yml', 'dry-run': 'true', 'log-level': 'debug' }
      const run = await ingest(standIns, { event: 'workflow_dispatch', payload: { inputs } })
      expect(run).toMatchObject({ exitCode: 0, jobResult: 'success' })
      expect(run.outputs).toMatchObject({ tables: String(held.tables), 'aspects-written': '0' })
      expect(run.summary).toMatch(/dry run/iu)
      expect(standIns.gms.accepted()).toBe(0)
    } finally {
      await standIns.close()
    }
  })
})

describe('when something is wrong', () => {
  it('says which permission the job lacks, writes nothing, and keeps the report', async () => {
    const standIns = await startStandIns({ catalogue, gms: { token: TOKEN } })
    try {
      const run = await ingest(standIns, { idToken: false })
      expect(run).toMatchObject({ exitCode: 1, jobResult: 'failure', steps: { ingest: 'failure' } })
      expect(messages(run, 'error')).toHaveLength(1)
      expect(messages(run, 'error')[0]).toMatch(/permissions:\s+id-token: write/u)
      expect(run.outputs).toMatchObject({ status: 'failure', 'aspects-written': '0' })
      expect(run.summary).toContain('id-token: write')
      expect(Object.values(run.artifacts)).toEqual([['report.json']])
      expect(standIns.gms.accepted()).toBe(0)
    } finally {
      await standIns.close()
    }
  })

  it('fails for one database that may not be read, and has written the others', async () => {
    const denied = catalogue[0]?.database.Name ?? ''
    const standIns = await startStandIns({
      catalogue,
      gms: { token: TOKEN },
      aws: { glue: { deniedDatabases: [denied] } }
    })
    try {
      const run = await ingest(standIns)
      expect(run).toMatchObject({ exitCode: 1, jobResult: 'failure' })
      expect(messages(run, 'error').join('\n')).toContain(denied)
      expect(run.outputs).toMatchObject({ status: 'failure', failures: '1' })
      expect(run.outputs['aspects-written']).toBe(String(standIns.gms.accepted()))
      expect(standIns.gms.accepted()).toBeGreaterThan(0)
      expect(run.summary).toContain(denied)
    } finally {
      await standIns.close()
    }
  })
})
