import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { RunReport } from '../../src/model/report.ts'
import { type GmsServer, type HeldAspect, startGms } from '../emulator/gms/gms.ts'
import type { StandInOptions } from '../emulator/stand-ins.ts'
import { closeChanges, planOf, startChange } from './plan/rig.ts'
import { closeShared, ingest, type Scene, startScene } from './rig.ts'
import { catalogueOf, datasetUrn, tables } from './stateful/nights.ts'

/* `datahub_api`: another server than the sink's, which is asked what DataHub holds. */

const TOKEN = 'token-of-the-api'
/** Nobody listens at the port of discarded bytes. */
const CLOSED_PORT = 9
const URN = datasetUrn('sales.t')
const CATALOGUE = catalogueOf({ sales: ['t', ...tables(9)] })

let scene: Scene
let api: GmsServer
afterEach(async () => {
  await scene.close()
  await api.close()
})
afterAll(async () => {
  await closeShared()
  await closeChanges()
})

const holding = (tag: string): HeldAspect => ({
  urn: URN,
  aspectName: 'globalTags',
  aspect: { tags: [{ tag: `urn:li:tag:${tag}` }] }
})

const FILE = { type: 'file', config: { filename: 'out.json' } }
const REST = { type: 'datahub-rest', config: { server: `\${GMS_URL}` } }
const ADDING = [{ type: 'simple_add_dataset_tags', config: { semantics: 'PATCH', tag_urns: ['urn:li:tag:added'] } }]

interface Written {
  readonly sink: object
  readonly config?: object
  readonly transformers?: readonly object[]
  readonly more?: object
}

const recipeOf = ({ sink, config = {}, transformers = [], more = {} }: Written): string =>
  JSON.stringify({
    source: { type: 'glue', config: { aws_region: 'eu-west-1', extract_transforms: false, ...config } },
    sink,
    datahub_api: { server: `\${API_URL}`, token: TOKEN },
    transformers,
    ...more
  })

async function run(written: Written, aws: StandInOptions['aws'] = {}): Promise<RunReport> {
  api = await startGms({ token: TOKEN, holds: [holding('of-the-api')] })
  const gms = { holds: [holding('of-the-sink')] }
  scene = await startScene({ 'recipes/glue.json': recipeOf(written) }, { catalogue: CATALOGUE, aws, gms })
  const { reports } = await ingest(scene, { env: { API_URL: api.url } })
  const [report] = reports
  if (report === undefined) throw new Error('there is no report')
  return report
}

const tagsIn = (aspect: unknown): readonly string[] =>
  (Object(aspect).tags as readonly { readonly tag: string }[]).map(({ tag }) => tag.replace('urn:li:tag:', '')).sort()

const proposalsInFile = (): readonly Readonly<Record<string, unknown>>[] => JSON.parse(scene.textOf('out.json'))

/** The tags of the table in the file. */
function tagsInFile(): readonly string[] {
  const found = proposalsInFile().find(({ entityUrn, aspectName }) => entityUrn === URN && aspectName === 'globalTags')
  return tagsIn(Object(found?.aspect).json)
}

const labels = (gms: GmsServer): readonly string[] => gms.requests.map(({ label }) => label)

describe('datahub_api', () => {
  it('is asked by transformers, beside a sink that is no server', async () => {
    expect(await run({ sink: FILE, transformers: ADDING })).toMatchObject({ status: 'success', sink: { type: 'file' } })
    expect(tagsInFile()).toEqual(['added', 'of-the-api'])
    expect(api.proposals).toEqual([])
  })

  it('is asked in place of the sink’s server', async () => {
    expect(await run({ sink: REST, transformers: ADDING })).toMatchObject({ status: 'success' })
    expect(tagsIn(scene.gms.store.read(URN, 'globalTags'))).toEqual(['added', 'of-the-api'])
    expect(labels(scene.gms).filter((label) => /batchGet/iu.test(label))).toEqual([])
    expect(api.proposals).toEqual([])
  })

  it('is asked by the source, too', async () => {
    const s3 = { tags: { lake: { team: 'a' } } }
    expect(await run({ sink: FILE, config: { use_s3_bucket_tags: true } }, { s3 })).toMatchObject({ status: 'success' })
    expect(tagsInFile()).toEqual(['of-the-api', 'team:a'])
  })

  it('is searched for what is linked to Lake Formation', async () => {
    const config = { extract_lakeformation_tags: true }
    const report = await run({ sink: FILE, config }, { lakeFormation: { tags: 'plain' } })
    expect(report).toMatchObject({ status: 'success' })
    expect(proposalsInFile().some(({ entityType }) => entityType === 'platformResource')).toBe(true)
  })

  it('has to be there before anything is read', async () => {
    const report = await run({ sink: FILE, more: { datahub_api: { server: `http://127.0.0.1:${CLOSED_PORT}` } } })
    expect(report).toMatchObject({ exitCode: 3, stopped: { code: 'gms-unreachable' }, counts: { produced: 0 } })
    expect(report.stopped?.message).toContain(`127.0.0.1:${CLOSED_PORT}`)
    expect(scene.aws.requests.filter(({ label }) => label.startsWith('GetDatabases'))).toEqual([])
  })

  it('is what is told of where it is wrong, and not the sink', async () => {
    const server = { server: 'https://127.0.0.1:9', ca_certificate_path: 'none.pem' }
    const { stopped } = await run({ sink: FILE, more: { datahub_api: server } })
    expect(stopped).toMatchObject({ code: 'certificate-file', message: expect.stringContaining("'none.pem'") })
    expect(stopped?.message).not.toContain('sink')
  })

  it('keeps the state, by the same connection', async () => {
    const config = { stateful_ingestion: { enabled: true } }
    const report = await run({ sink: REST, config, more: { pipeline_name: 'nightly' } })
    expect(report).toMatchObject({ status: 'success' })
    expect(labels(api).filter((label) => label === 'GET /config')).toHaveLength(1)
    expect(api.proposals.map(({ aspectName }) => aspectName)).toContain('datahubIngestionCheckpoint')
  })
})

describe('plan', () => {
  const files = { 'recipes/glue.json': recipeOf({ sink: REST, transformers: ADDING }) }

  it('asks it as a run does, and the sink’s server for what is written there', async () => {
    api = await startGms({ token: TOKEN, holds: [holding('of-the-api')] })
    scene = await startChange({}, files, { catalogue: CATALOGUE })
    const env = { API_URL: api.url }
    await ingest(scene, { env })
    const before = await planOf(scene, { env })
    expect(before.plan.held).toMatchObject({ toAdd: 0, toChange: 0 })
    // What only the sink's server tells is no answer of this one.
    await api.close()
    api = await startGms({ token: TOKEN, holds: [holding('another')] })
    const { plan } = await planOf(scene, { env: { API_URL: api.url } })
    expect(plan).toMatchObject({ unasked: null, held: { toAdd: 0, toChange: 1 } })
  })

  it('knows nothing of DataHub where it cannot be reached', async () => {
    api = await startGms()
    scene = await startChange({}, files, { catalogue: CATALOGUE })
    const { plan } = await planOf(scene, { env: { API_URL: `http://127.0.0.1:${CLOSED_PORT}` } })
    expect(plan).toMatchObject({ unread: null, unasked: { code: 'gms-unreachable' }, held: null })
  })
})
