import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import type { RunReport } from '../../src/model/report.ts'
import type { McpsRequest } from '../../src/model/request.ts'
import { identityOptions } from '../aws/support.ts'
import { closeShared, hastyClock, ingest, type Scene, startScene, TEMPLATE } from './rig.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeShared)

const LETTERS = '.datahub-glue/dead-letters.json'

async function send(changes: Partial<McpsRequest> = {}, gmsUrl: string | null = scene.gms.url): Promise<RunReport> {
  const note = (): void => undefined
  const request: McpsRequest = {
    file: LETTERS,
    recipe: null,
    envFile: null,
    identity: identityOptions({}),
    gmsUrl,
    gmsToken: null,
    dryRun: false,
    failOn: 'failure',
    outDir: '.datahub-glue',
    ...changes
  }
  const [report] = await app.mcps(request, {
    env: { GMS_URL: gmsUrl ?? undefined },
    cwd: scene.folder,
    clock: hastyClock,
    logger: { debug: note, info: note, notice: note, warning: note, error: note },
    mask: note,
    onEvent: note,
    idToken: null,
    github: null,
    signal: new AbortController().signal,
    stdout: note
  })
  if (report === undefined) throw new Error('there is no report')
  return report
}

const letters = (): readonly { readonly entityUrn: string; readonly aspectName: string }[] =>
  JSON.parse(readFileSync(join(scene.folder, LETTERS), 'utf8'))

/** The same pipeline, with nothing but what is needed to send. */
const SEND = `pipeline_name: nightly
source: {type: glue, config: {aws_region: eu-west-1}}
sink: {type: datahub-rest, config: {server: '\${GMS_URL}'}}
`
const FILES = { 'recipes/glue.yml': TEMPLATE }
const key = ({ entityUrn, aspectName }: { readonly entityUrn: string; readonly aspectName: string }): string =>
  `${entityUrn} ${aspectName}`

describe('what a run could not deliver', () => {
  it('is kept, and reaches DataHub when it is sent again', async () => {
    scene = await startScene(FILES, { gms: { poison: [{ aspect: 'subTypes' }] } })
    const { reports } = await ingest(scene)
    const [report] = reports
    const lost = report?.counts.rejected ?? 0
    expect(lost).toBeGreaterThan(10)
    expect(report).toMatchObject({ exitCode: 1, deadLetters: { path: LETTERS, count: lost } })
    expect(letters()).toHaveLength(lost)
    const stored = new Set(scene.gms.proposals.map(key))
    expect(letters().filter((letter) => stored.has(key(letter)))).toEqual([])

    // Still refused: what is left is what was there.
    const before = letters().map(key)
    expect(await send()).toMatchObject({ exitCode: 1, deadLetters: { count: lost } })
    expect(letters().map(key)).toEqual(before)

    const mended = await startScene({ [LETTERS]: readFileSync(join(scene.folder, LETTERS), 'utf8') })
    await scene.close()
    scene = mended
    const sent = await send()
    expect(sent).toMatchObject({
      exitCode: 0,
      deadLetters: null,
      recipe: LETTERS,
      counts: { written: lost, produced: lost }
    })
    expect(sent.runId).toMatch(/^file-\d{4}_/)
    expect(scene.gms.proposals.map(key).sort()).toEqual([...before].sort())
    expect(letters()).toHaveLength(lost)
  })

  it('is gone after a run that loses nothing', async () => {
    scene = await startScene({ ...FILES, [LETTERS]: '[]' })
    const { reports } = await ingest(scene)
    expect(reports[0]).toMatchObject({ exitCode: 0, deadLetters: null })
    expect(existsSync(join(scene.folder, LETTERS))).toBe(false)
  })

  it('makes the next incremental run send everything, for what is sent again may be older', async () => {
    const named = `pipeline_name: nightly\n${TEMPLATE}`
    scene = await startScene(
      { 'recipes/glue.yml': named },
      { gms: { poison: [{ urn: 'table_000003', aspect: 'subTypes' }] } }
    )
    const request = { incremental: true }
    const [first] = (await ingest(scene, { request })).reports
    expect(first?.counts.rejected).toBe(1)
    expect((await ingest(scene, { request })).reports[0]?.counts.unchanged).toBeGreaterThan(10)
    expect((await send()).counts.produced).toBe(1)
    expect((await ingest(scene, { request })).reports[0]?.counts.unchanged).toBe(0)
  })

  it('does so by its recipe, where the records do not say whose they are', async () => {
    const named = `pipeline_name: nightly\nflags: {set_system_metadata_pipeline_name: false}\n${TEMPLATE}`
    scene = await startScene(
      { 'recipes/glue.yml': named, 'send.yml': SEND },
      { gms: { poison: [{ urn: 'table_000003', aspect: 'subTypes' }] } }
    )
    const request = { incremental: true }
    await ingest(scene, { request })
    await ingest(scene, { request })
    expect((await send({ recipe: 'send.yml' })).counts.produced).toBe(1)
    expect((await ingest(scene, { request })).reports[0]?.counts.unchanged).toBe(0)
  })

  it('is a file for each recipe', async () => {
    scene = await startScene(
      { 'recipes/a.yml': TEMPLATE, 'recipes/b.yml': TEMPLATE },
      { gms: { poison: [{ aspect: 'subTypes' }] } }
    )
    const { reports } = await ingest(scene)
    expect(reports.map(({ deadLetters }) => deadLetters?.path)).toEqual([LETTERS, '.datahub-glue/dead-letters-2.json'])
  })
})

describe('mcps', () => {
  const ONE = JSON.stringify([
    {
      entityType: 'dataset',
      entityUrn: 'urn:li:dataset:(urn:li:dataPlatform:glue,a.b,PROD)',
      changeType: 'UPSERT',
      aspectName: 'status',
      aspect: { json: { removed: false } }
    }
  ])

  it('sends nothing in a dry run', async () => {
    scene = await startScene({ 'a.json': ONE })
    expect(await send({ file: 'a.json', dryRun: true })).toMatchObject({
      exitCode: 0,
      counts: { produced: 1, written: 0 }
    })
    expect(scene.gms.proposals).toEqual([])
  })

  it('reads what can be read once only', async () => {
    scene = await startScene({})
    const pipe = join(scene.folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const written = writeFile(pipe, ONE)
    expect(await send({ file: 'pipe' })).toMatchObject({ exitCode: 0, counts: { written: 1, produced: 1 } })
    await written
  })

  it('keeps what the token may not write, and sends everything else', async () => {
    const urns = ['a', 'b', 'c'].map((name) => `urn:li:dataset:(urn:li:dataPlatform:glue,a.${name},PROD)`)
    const records = urns.map((entityUrn) => ({ ...JSON.parse(ONE)[0], entityUrn }))
    const poison = [{ urn: 'a\\.b,', status: 403, message: 'may not edit' }]
    scene = await startScene({ 'a.json': JSON.stringify(records) }, { gms: { poison } })
    expect(await send({ file: 'a.json' })).toMatchObject({
      exitCode: 1,
      stopped: null,
      counts: { produced: 3, written: 2, rejected: 1 },
      failures: [{ code: 'gms-rejected', resources: [`${urns[1]} status: may not edit (status 403)`] }],
      deadLetters: { count: 1 }
    })
    expect(letters().map(({ entityUrn }) => entityUrn)).toEqual([urns[1]])
  })

  it('takes the sink of a recipe', async () => {
    scene = await startScene({
      'a.json': ONE,
      'r.yml':
        'source: { type: glue, config: { aws_region: eu-west-1 } }\nsink: { type: file, config: { filename: out.json } }\n'
    })
    expect(await send({ file: 'a.json', recipe: 'r.yml' })).toMatchObject({ exitCode: 0, sink: { type: 'file' } })
    expect(JSON.parse(scene.textOf('out.json'))).toMatchObject(JSON.parse(ONE))
  })

  it.each([
    ['[1, {}, 2]', 'bad-proposals', /record 1: it is no object; record 2: its entityUrn is no urn; record 3/],
    ['[\n{"entity', 'bad-proposals', /it is no JSON/],
    [null, 'file-not-readable', /The file 'a.json' cannot be read/]
  ])('refuses %j as a whole', async (text, code, message) => {
    scene = await startScene({})
    if (text !== null) writeFileSync(join(scene.folder, 'a.json'), text)
    const report = await send({ file: 'a.json' })
    expect(report).toMatchObject({ exitCode: 2, stopped: { code, message: expect.stringMatching(message) } })
    expect(scene.gms.proposals).toEqual([])
  })

  it('asks for a server', async () => {
    scene = await startScene({ 'a.json': ONE })
    expect(await send({ file: 'a.json' }, null)).toMatchObject({ exitCode: 2, stopped: { code: 'no-gms' } })
  })
})
