import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Json } from '../../src/core/json.ts'
import type { RunReport } from '../../src/model/report.ts'
import { Secret } from '../../src/model/secret.ts'
import { closeShared, ingest, type Scene, startScene } from '../app/rig.ts'
import { plainCatalogue } from '../emulator/catalogue/plain.ts'
import type { Catalogue } from '../emulator/catalogue/types.ts'
import type { GmsServer } from '../emulator/gms/gms.ts'
import { SEED } from '../seed.ts'
import { FAULT_CASES, type FaultCase } from './cases.ts'

/*
 * Runs with stale removal and something going wrong: whatever it is, nothing that is still in Glue is removed, and the next
 * run in which nothing goes wrong removes what is gone. SEED draws other requests to go wrong.
 */

const ALL = plainCatalogue({ tables: 360, columns: 1, databases: 3 })
const GONE = new Set(['table_000002', 'table_000007', 'table_000150'])
const LEFT: Catalogue = ALL.map(({ database, tables }) => ({
  database,
  tables: Array.from(tables).filter(({ Name }) => !GONE.has(Name))
}))
const RECIPE = (endpoint: string): string => `pipeline_name: nightly
source:
  type: glue
  config:
    aws_region: eu-west-1
    extract_transforms: false
    aws_retry_num: 12
    stateful_ingestion:
      enabled: true
      state_provider: {type: file, config: {filename: state.json}}
sink:
  type: datahub-rest
  config:
    server: '\${GMS_URL}'
    max_per_batch: 20
    max_threads: 2
    retry_max_times: 12
    endpoint: ${endpoint}
`

const tableOf = (urn: string): string => /\.(\w+),PROD\)$/u.exec(urn)?.[1] ?? urn
const isRemoved = (status: Json | undefined): boolean =>
  typeof status === 'object' && status !== null && Reflect.get(status, 'removed') === true
/** The job that keeps fingerprints is shown as a removed one from its beginning. */
const isLedger = (urn: string): boolean => urn.includes(',glue_fingerprints)')
const removedIn = ({ store }: GmsServer): readonly string[] =>
  store.urns().filter((urn) => isRemoved(store.read(urn, 'status')) && !isLedger(urn))

let folder = ''
let scene: Scene | null = null

/** One run over a GMS of its own, with the state of the last one. */
async function night(
  endpoint: string,
  fault: Pick<FaultCase, 'gms' | 'aws' | 'catalogue'>,
  catalogue: Catalogue
): Promise<RunReport> {
  const changed = fault.catalogue === undefined ? catalogue : fault.catalogue(catalogue)
  const files = { 'recipes/glue.yml': RECIPE(endpoint) }
  await scene?.close()
  scene = await startScene(files, {
    catalogue: changed,
    seed: SEED,
    gms: { seed: SEED, ...fault.gms },
    aws: fault.aws ?? {}
  })
  const state = join(folder, 'state.json')
  if (existsSync(state)) copyFileSync(state, join(scene.folder, 'state.json'))
  const token = fault.gms?.token
  const request = token === undefined ? {} : { gmsUrl: scene.gms.url, gmsToken: new Secret(token) }
  const { reports } = await ingest(scene, { request })
  if (existsSync(join(scene.folder, 'state.json'))) copyFileSync(join(scene.folder, 'state.json'), state)
  const [report] = reports
  if (report === undefined) throw new Error('there is no report')
  return report
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stale-'))
})
afterEach(async () => {
  await scene?.close()
  scene = null
  rmSync(join(folder, 'state.json'), { force: true })
})
afterAll(async () => {
  await closeShared()
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`seed ${SEED}\n`)
})

describe.each(['restli', 'openapi'])('stale removal through %s', (endpoint) => {
  it.each(FAULT_CASES)('removes nothing that is alive: $fault', async (fault) => {
    await night(endpoint, {}, ALL)
    const { exitCode, stopped, removed, counts } = await night(endpoint, fault, LEFT)
    expect([exitCode, stopped?.code]).toEqual([fault.exitCode, fault.stop])
    expect(removed.map(tableOf).filter((table) => !GONE.has(table))).toEqual([])
    expect(removed).toHaveLength(counts.removed)
    const inDatahub = scene === null ? [] : removedIn(scene.gms)
    expect([...removed].sort()).toEqual([...inDatahub].sort())
    // What is not removed now is removed by the next run, and nothing else with it.
    const mended = await night(endpoint, {}, LEFT)
    expect(mended.status).toBe('success')
    expect([...removed, ...mended.removed].map(tableOf).sort()).toEqual([...GONE].sort())
  })
})
