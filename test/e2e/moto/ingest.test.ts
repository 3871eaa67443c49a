import { readFileSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { realisticCatalogue } from '../../emulator/catalogue/realistic.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import { type OidcServer, startOidc } from '../../emulator/github/oidc.ts'
import { type GmsServer, startGms } from '../../emulator/gms/gms.ts'
import { holdingsOf } from '../demo-check.ts'
import { runStep } from '../demo-runner.ts'
import { runCli } from '../process/cli.ts'
import { makeWorkspace, type Workspace } from '../process/scene.ts'
import { ACCOUNT, type Moto, REGION, startMoto } from './moto.ts'

/* dist/index.js with moto as STS and Glue: a second opinion about AWS, which nobody of this project wrote. */

/** moto knows no links to other catalogues. */
const catalogue: Catalogue = realisticCatalogue(1).flatMap(({ database, tables }) =>
  database.TargetDatabase === undefined
    ? [{ database, tables: [...tables].filter((table) => table.TargetTable === undefined) }]
    : []
)
const held = holdingsOf(catalogue)
const ROLE = `arn:aws:iam::${ACCOUNT}:role/datahub-glue`

let moto: Moto
let gms: GmsServer
let oidc: OidcServer
let workspace: Workspace

beforeAll(async () => {
  moto = await startMoto()
  await moto.fill(catalogue)
}, 120_000)

afterAll(() => moto?.close())

beforeAll(async () => {
  gms = await startGms()
  oidc = await startOidc()
  workspace = makeWorkspace()
})

afterAll(async () => {
  workspace.remove()
  await Promise.all([gms.close(), oidc.close()])
})

/** The four variables of recipes/glue.yml, and moto in the place of AWS. */
const environment = (): Record<string, string> => ({
  AWS_DEFAULT_REGION: REGION,
  AWS_ROLE: ROLE,
  GLUE_EXTRACT_TRANSFORMS: 'false',
  GMS_URL: gms.url,
  AWS_ENDPOINT_URL: moto.url,
  AWS_EC2_METADATA_DISABLED: 'true'
})

/** Datasets that GMS holds with the aspect. */
const datasetsWith = (aspect: string): number =>
  gms.store.urns().filter((urn) => urn.startsWith('urn:li:dataset:') && gms.store.read(urn, aspect) !== undefined)
    .length

it('holds what the test put into it', () => {
  expect(held).toMatchObject({ links: 0 })
  expect(held.tables).toBeGreaterThan(100)
  expect(held.views).toBeGreaterThan(0)
})

describe('the command line, with keys and the role of the recipe', () => {
  it('writes every database, table and view', async () => {
    const before = gms.accepted()
    const { exitCode, stdout, stderr } = await runCli({
      node: process.execPath,
      cwd: workspace.folder,
      args: ['ingest', '-c', 'recipes/glue.yml', '--format', 'json', '--no-progress'],
      env: { ...environment(), AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
    })
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr + stdout }).toEqual({ exitCode: 0, stderr: '' })
    const report = JSON.parse(stdout)
    expect(report.counts).toMatchObject({ databases: held.databases, tables: held.tables, views: held.views })
    expect(report.counts.written).toBe(gms.accepted() - before)
    expect(report.recipes[0].identity).toMatchObject({ account: ACCOUNT, source: 'default-chain', roles: [ROLE] })
    expect(datasetsWith('datasetProperties')).toBe(held.tables + held.views)
    expect(datasetsWith('schemaMetadata')).toBe(held.tables + held.views)
    expect(datasetsWith('viewProperties')).toBe(held.views)
  })
})

describe("the action, with GitHub's token", () => {
  it('does the same', async () => {
    const before = gms.accepted()
    const step = await runStep({
      root: process.cwd(),
      workspace: workspace.folder,
      env: {
        ...environment(),
        ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken
      },
      log: () => undefined
    })
    expect({ exitCode: step.exitCode, log: step.exitCode === 0 ? [] : step.written }).toEqual({ exitCode: 0, log: [] })
    expect(step.outputs).toMatchObject({
      status: 'success',
      tables: String(held.tables),
      views: String(held.views),
      'aspects-written': String(gms.accepted() - before)
    })
    const report = JSON.parse(readFileSync(step.outputs['report-path'] ?? '', 'utf8'))
    expect(report.recipes[0].identity).toMatchObject({ account: ACCOUNT, source: 'github-oidc', roles: [ROLE] })
    rmSync(step.temp, { recursive: true, force: true })
  })
})
