import { readFileSync, rmSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import type { IngestReport } from '../../../src/model/report.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import { prestoView } from '../../emulator/catalogue/view.ts'
import { startStandIns } from '../../emulator/stand-ins.ts'
import { runStep, type StepResult } from '../demo-runner.ts'
import { type NodeUnderTest, nodesUnderTest } from '../nodes.ts'
import { runCli } from './cli.ts'
import { requestsOf } from './requests.ts'
import { makeWorkspace, TEMPLATE } from './scene.ts'

/* dist/index.js as a process, with everything in order. */

/** Small enough for every request to be read. */
const CATALOGUE: Catalogue = [
  {
    database: {
      Name: 'sales',
      Description: 'Orders and what came of them',
      CreateTime: 1_700_000_000,
      CatalogId: '111122223333'
    },
    tables: [
      {
        Name: 'orders',
        DatabaseName: 'sales',
        CatalogId: '111122223333',
        Description: 'Übersicht – one row an order',
        Owner: 'sales-team',
        CreateTime: 1_700_000_100,
        UpdateTime: 1_700_000_200,
        TableType: 'EXTERNAL_TABLE',
        Parameters: { classification: 'parquet' },
        PartitionKeys: [{ Name: 'day', Type: 'date' }],
        StorageDescriptor: {
          Location: 's3://example-lake/sales/orders/',
          Columns: [
            { Name: 'id', Type: 'bigint', Comment: 'Key' },
            { Name: 'items', Type: 'array<struct<sku:string,price:decimal(10,2)>>' }
          ]
        }
      },
      prestoView('big_orders', 'SELECT id FROM sales.orders', [{ Name: 'id', Type: 'bigint' }], {
        DatabaseName: 'sales',
        CatalogId: '111122223333',
        CreateTime: 1_700_000_300
      })
    ]
  },
  { database: { Name: 'empty', CreateTime: 1_700_000_000, CatalogId: '111122223333' }, tables: [] }
]

interface Good {
  readonly step: StepResult
  readonly report: IngestReport
  readonly requests: string
  readonly accepted: number
}

async function goodRun(node: NodeUnderTest): Promise<Good> {
  const bodies = { keep: 'bodies' } as const
  const standIns = await startStandIns({ catalogue: CATALOGUE, oidc: bodies, aws: bodies, gms: bodies })
  const workspace = makeWorkspace()
  try {
    const step = await runStep({
      root: process.cwd(),
      workspace: workspace.folder,
      node: node.path,
      env: standIns.environment,
      log: () => undefined
    })
    const report: IngestReport = JSON.parse(readFileSync(step.outputs['report-path'] ?? '', 'utf8'))
    rmSync(step.temp, { recursive: true, force: true })
    return { step, report, requests: requestsOf(standIns), accepted: standIns.gms.accepted() }
  } finally {
    workspace.remove()
    await standIns.close()
  }
}

describe('the action', () => {
  it('asks what was reviewed, and the same on every Node', async () => {
    const [own, ...others] = nodesUnderTest()
    const requests = own === undefined ? '' : (await goodRun(own)).requests
    for (const other of others) expect((await goodRun(other)).requests).toBe(requests)
    expect(requests).toMatchSnapshot()
  })

  it.each(nodesUnderTest())('sets every output and leaves no stray file, on $name', async (node) => {
    const { step, report, accepted } = await goodRun(node)
    const action: { outputs: object } = parse(readFileSync('action.yml', 'utf8'))
    expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(action.outputs).sort())
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: 'success', tables: '1', views: '1', failures: '0' } })
    expect(step.outputs['aspects-written']).toBe(String(accepted))
    expect(report.counts).toMatchObject({ databases: 2, written: accepted, rejected: 0, undelivered: 0 })
    expect(step.written.filter((line) => line.startsWith('::error'))).toEqual([])
  })
})

describe.each(nodesUnderTest())('the command line on $name', ({ path }) => {
  const call = async (args: readonly string[], without: readonly string[] = []) => {
    const standIns = await startStandIns({ catalogue: CATALOGUE })
    const workspace = makeWorkspace()
    const { ACTIONS_ID_TOKEN_REQUEST_URL: _url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: _token, ...env } = standIns.environment
    const keys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_EC2_METADATA_DISABLED: 'true' }
    try {
      const all = Object.entries({ ...env, ...keys }).filter(([name]) => !without.includes(name))
      const result = await runCli({ node: path, cwd: workspace.folder, args, env: Object.fromEntries(all) })
      return { ...result, accepted: standIns.gms.accepted(), files: Object.keys(workspace.files()) }
    } finally {
      workspace.remove()
      await standIns.close()
    }
  }

  it('writes the same, with keys and the role of the recipe', async () => {
    const { exitCode, stdout, accepted } = await call(['ingest', '-c', 'recipes/glue.yml'])
    expect({ exitCode, stdout: exitCode === 0 ? '' : stdout }).toEqual({ exitCode: 0, stdout: '' })
    expect(accepted).toBeGreaterThan(10)
    expect(stdout).toContain(`${accepted} written`)
  })

  it('gives one JSON document on stdout and nothing else', async () => {
    const { exitCode, stdout, accepted } = await call(['ingest', '-c', 'recipes/glue.yml', '--format', 'json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, kind: 'ingest', counts: { written: accepted } })
  })

  it('writes nothing on a dry run', async () => {
    const { exitCode, accepted } = await call(['ingest', '-c', 'recipes/glue.yml', '--dry-run'])
    expect([exitCode, accepted]).toEqual([0, 0])
  })

  it('validates without any of the variables', async () => {
    const variables = [...TEMPLATE.matchAll(/\$\{(\w+)\}/gu)].map(([, name = '']) => name)
    const { exitCode, files } = await call(['validate', 'recipes/glue.yml'], variables)
    expect(variables).toHaveLength(4)
    expect({ exitCode, files }).toEqual({ exitCode: 0, files: ['recipes/glue.yml'] })
  })

  it.each([
    { args: [], says: 'No command' },
    { args: ['ingets'], says: 'ingest' },
    { args: ['ingest'], says: '--config' },
    { args: ['ingest', '-c', 'recipes/glue.yml', '--dryrun'], says: '--dry-run' }
  ])('ends with 2 for a command line that is wrong: $args', async ({ args, says }) => {
    const { exitCode, stdout, stderr, accepted } = await call(args)
    expect({ exitCode, stdout, accepted }).toEqual({ exitCode: 2, stdout: '', accepted: 0 })
    expect(stderr).toMatch(/^error: /u)
    expect(stderr).toContain(says)
  })
})
