import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { RecipePlan } from '../../../src/model/plan.ts'
import type { StandInOptions } from '../../emulator/stand-ins.ts'
import { ingest, type Scene } from '../rig.ts'
import { datasetUrn } from '../stateful/nights.ts'
import {
  closeChanges,
  type Files,
  git,
  type PlanChanges,
  type Planned,
  planOf,
  put,
  startChange,
  writesOf
} from './rig.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeChanges)

/** Plans, and holds that nothing was written to anybody by it. */
async function planned(changes: PlanChanges = {}): Promise<Planned> {
  const before = [scene.gms.accepted(), scene.gms.requests.length, scene.aws.requests.length] as const
  const done = await planOf(scene, changes)
  expect(scene.gms.accepted()).toBe(before[0])
  expect(writesOf(scene, before[1], before[2])).toEqual([])
  return done
}

/** A recipe with more options of the source, as they stand below `config:`. */
const recipe = (config = '', more = ''): string => `pipeline_name: nightly
source:
  type: glue
  config:
    aws_region: \${AWS_DEFAULT_REGION}
    extract_transforms: false
${config.replace(/^(?=.)/gm, '    ')}
sink:
  type: datahub-rest
  config:
    server: \${GMS_URL}
${more}`

const start = async (base: Files, head: Files, options: Partial<StandInOptions> = {}): Promise<void> => {
  scene = await startChange(base, head, options)
}

const FILE = 'recipes/glue.yml'

const OWNED = `transformers:
  - type: simple_add_dataset_ownership
    config:
      owner_urns: ['urn:li:corpuser:ana']
`

/** The states of runs that DataHub holds. */
const stateOf = async (): Promise<unknown> =>
  scene.gms.store.readTimeseries(
    'urn:li:dataJob:(urn:li:dataFlow:(datahub,nightly,prod),glue_stateful_ingestion)',
    'datahubIngestionCheckpoint'
  )

const entities = ({ databases }: RecipePlan): unknown =>
  databases.flatMap(({ entities: all }) =>
    all.map(({ name, change, rule }) => `${change} ${name} ${rule ?? ''}`.trim())
  )

describe('plan', () => {
  it('tells which databases and tables a pattern lets in and leaves out', async () => {
    const before = recipe('database_pattern: {deny: [tmp]}\ntable_pattern: {deny: [hr.t01]}')
    const after = recipe("database_pattern: {deny: [hr]}\ntable_pattern: {deny: ['sales[.]t0[23]']}")
    await start({ [FILE]: before }, { [FILE]: after })
    const { report, plan } = await planned()
    expect(report).toMatchObject({ status: 'success', exitCode: 0, counts: { toAdd: 3, toChange: 0, toRemove: 5 } })
    expect(plan).toMatchObject({ recipe: FILE, edit: 'modified', unread: null, pipelineName: 'nightly', failures: [] })
    expect(plan.databases.map(({ name, change, listing, counts }) => [name, change, listing, counts])).toEqual([
      ['hr', 'leaves', 'complete', { toAdd: 0, toChange: 0, toRemove: 3 }],
      ['sales', 'stays', 'complete', { toAdd: 0, toChange: 0, toRemove: 2 }],
      ['tmp', 'enters', 'complete', { toAdd: 3, toChange: 0, toRemove: 0 }]
    ])
    expect(entities(plan)).toEqual([
      'remove hr database_pattern',
      'remove hr.t00 database_pattern',
      'remove hr.t02 database_pattern',
      'remove sales.t02 table_pattern',
      'remove sales.t03 table_pattern',
      'add tmp database_pattern',
      'add tmp.t00 database_pattern',
      'add tmp.t01 database_pattern'
    ])
    expect(plan.options).toEqual([
      { path: 'source.config.database_pattern.deny[0]', before: '"tmp"', after: '"hr"', heldBack: null },
      { path: 'source.config.table_pattern.deny[0]', before: '"hr.t01"', after: '"sales[.]t0[23]"', heldBack: null }
    ])
    expect(plan.held).toEqual({ of: 6, asked: 6, toAdd: 6, toChange: 0, unchanged: 0 })
  })

  it('tells which aspects an option makes otherwise, and for how many', async () => {
    const tagged = `transformers:
  - type: simple_add_dataset_tags
    config: {tag_urns: ['urn:li:tag:gold']}
`
    await start({ [FILE]: recipe() }, { [FILE]: recipe('include_column_lineage: false', tagged) })
    const { report, plan } = await planned()
    expect(report.counts).toEqual({ toAdd: 0, toChange: 9, toRemove: 0 })
    expect(plan.aspects).toEqual({ globalTags: 9 })
    expect(plan.others).toEqual({ tag: { toAdd: 1, toChange: 0, toRemove: 0 } })
    const [hr] = plan.databases
    expect(hr).toMatchObject({ name: 'hr', change: 'stays', counts: { toAdd: 0, toChange: 3, toRemove: 0 } })
    expect(hr?.entities[0]).toEqual({
      name: 'hr.t00',
      urn: datasetUrn('hr.t00'),
      kind: 'table',
      change: 'change',
      rule: null,
      aspects: ['globalTags'],
      columns: null
    })
  })

  it('tells that all urns become others', async () => {
    await start({ [FILE]: recipe() }, { [FILE]: recipe('platform_instance: lake') })
    const { report, plan } = await planned()
    expect(report.counts).toEqual({ toAdd: 12, toChange: 0, toRemove: 12 })
    expect(plan.databases[0]).toMatchObject({ name: 'hr', change: 'changes' })
    expect(plan.databases[0]?.entities.map(({ change, rule }) => [change, rule])).toEqual([
      ...Array.from({ length: 4 }, () => ['remove', 'platform_instance']),
      ...Array.from({ length: 4 }, () => ['add', 'platform_instance'])
    ])
  })

  it('asks AWS once for what both versions want to know', async () => {
    await start({ [FILE]: recipe('env: DEV') }, { [FILE]: recipe() })
    const before = scene.aws.requests.length
    await planned()
    const asked = scene.aws.requests
      .slice(before)
      .map(({ label }) => label)
      .filter((label) => label.startsWith('GetTables'))
    expect(asked).toHaveLength(3)
  })

  it('says nothing of a change of comments and layout, and still what is held', async () => {
    const text = recipe('env: PROD')
    await start({ [FILE]: text }, { [FILE]: `# why\n${text.replace('env: PROD', 'env:   "PROD"')}` })
    const { report, plan } = await planned()
    expect(plan).toMatchObject({
      edit: 'modified',
      options: [],
      databases: [],
      unread: null,
      held: { of: 12, toAdd: 12 }
    })
    expect(report.counts).toEqual({ toAdd: 0, toChange: 0, toRemove: 0 })
  })

  it('plans a new recipe, a removed one and a renamed one', async () => {
    const other = recipe('database_pattern: {allow: [sales]}')
    await start(
      { 'recipes/old.yml': other, 'recipes/same.yml': recipe('env: DEV'), 'recipes/README.json': '{}' },
      {
        'recipes/old.yml': null,
        'recipes/moved.yml': recipe('env: DEV'),
        'recipes/same.yml': null,
        'recipes/new.yml': other
      }
    )
    git(scene.folder, 'add', '-A')
    git(scene.folder, 'mv', '-f', 'recipes/new.yml', 'recipes/anew.yml')
    put(scene.folder, { 'recipes/anew.yml': `${other}# ${'x'.repeat(2_000)}\n` })
    const { report } = await planned()
    expect(report.recipes.map(({ recipe: path, edit, renamedFrom }) => [path, edit, renamedFrom])).toEqual([
      ['recipes/anew.yml', 'added', null],
      ['recipes/moved.yml', 'unchanged', 'recipes/same.yml'],
      ['recipes/old.yml', 'removed', null]
    ])
    const [added, moved, removed] = report.recipes
    expect(added).toMatchObject({ counts: { toAdd: 5, toRemove: 0 }, held: { of: 5 } })
    expect(moved).toMatchObject({ counts: { toAdd: 0, toChange: 0, toRemove: 0 } })
    expect(removed).toMatchObject({
      counts: { toAdd: 0, toRemove: 5 },
      held: null,
      unasked: { code: 'recipe-removed' }
    })
    expect(removed?.options[0]).toMatchObject({ path: 'pipeline_name', before: '"nightly"', after: null })
  })

  it('plans nothing where no recipe has changed', async () => {
    await start({ [FILE]: recipe(), 'README.md': 'a' }, { 'README.md': 'b' })
    const { report } = await planned()
    expect(report).toMatchObject({ status: 'success', exitCode: 0, recipes: [] })
    expect(scene.asked()).toBe(0)
  })

  it('tells at its place what is wrong with the head, and nothing else of it', async () => {
    await start({ [FILE]: recipe() }, { [FILE]: recipe('database_patern: {deny: [tmp]}') })
    const { report, plan } = await planned()
    expect(report).toMatchObject({ status: 'failure', exitCode: 2 })
    expect(plan.diagnostics[0]).toMatchObject({ file: FILE, line: 7, code: 'unknown-key', severity: 'error' })
    expect(plan).toMatchObject({ unread: { code: 'recipe-wrong' }, databases: [] })
    expect(scene.asked()).toBe(0)
  })

  it('takes a recipe whose base is wrong for a new one', async () => {
    await start(
      { [FILE]: recipe('database_patern: {deny: [tmp]}') },
      { [FILE]: recipe('database_pattern: {deny: [tmp]}') }
    )
    const { report, plan } = await planned()
    expect(report.counts).toEqual({ toAdd: 9, toChange: 0, toRemove: 0 })
    expect(plan.warnings).toMatchObject([{ code: 'base-recipe-wrong' }])
    expect(plan.options).toHaveLength(2)
  })

  it('plans each recipe as a new one where there is no clone', async () => {
    await start({ [FILE]: recipe() }, {})
    rmSync(join(scene.folder, '.git'), { recursive: true })
    const { report, plan, log } = await planned()
    expect([report.base, plan.edit, report.counts.toAdd]).toEqual([null, 'added', 12])
    expect(log).toContain('There is no git commit to compare with: each recipe is planned as a new one')
  })

  it('leaves DAG files and what is no recipe of the patterns alone', async () => {
    const dag = 'dag_id: nightly\ntasks:\n  - id: a\n    recipe: glue.yml\n'
    await start({ 'recipes/dag.yml': dag }, { 'recipes/dag.yml': `${dag}# c\n`, 'other/glue.yml': recipe() })
    expect((await planned()).report.recipes).toEqual([])
    expect((await planned({ request: { files: ['other/*.yml'] } })).plan).toMatchObject({ edit: 'added' })
  })

  it('refuses a pattern that names nothing', async () => {
    await start({ [FILE]: recipe() }, {})
    const { report } = await planned({ request: { files: ['nowhere/*.yml'] } })
    expect(report).toMatchObject({ exitCode: 2, stopped: { code: 'file-not-found' } })
  })
})

describe('what DataHub holds', () => {
  it('is compared with what the next run would write', async () => {
    await start({ [FILE]: recipe() }, {})
    const [report] = (await ingest(scene)).reports
    expect(report?.status).toBe('success')
    put(scene.folder, { [FILE]: `${recipe()}# only a comment\n` })
    expect((await planned()).plan.held).toEqual({ of: 12, asked: 12, toAdd: 0, toChange: 0, unchanged: 12 })
    put(scene.folder, { [FILE]: recipe('table_pattern: {deny: [sales.t00]}', OWNED) })
    const { plan } = await planned()
    expect(plan.held).toEqual({ of: 11, asked: 11, toAdd: 0, toChange: 8, unchanged: 3 })
    expect(plan.counts).toEqual({ toAdd: 0, toChange: 8, toRemove: 1 })
    expect(plan.stale).toBeNull()
  })

  it('is removed where the next run finds it stale, and the plan does not', async () => {
    const stateful = 'stateful_ingestion: {enabled: true, fail_safe_threshold: 90}'
    await start({ [FILE]: recipe(stateful) }, {})
    await ingest(scene)
    const before = await stateOf()
    put(scene.folder, { [FILE]: recipe(`${stateful}\ndatabase_pattern: {deny: [tmp]}`) })
    const { plan } = await planned()
    expect(plan.counts.toRemove).toBe(3)
    expect(plan.stale?.count).toBe(3)
    expect(plan.stale?.removed).toEqual(expect.arrayContaining([datasetUrn('tmp.t00'), datasetUrn('tmp.t01')]))
    expect(await stateOf()).toEqual(before)
    const strict = stateful.replace('90', '1')
    put(scene.folder, { [FILE]: recipe(`${strict}\ndatabase_pattern: {deny: [tmp]}`) })
    const kept = await planned()
    expect([kept.report.exitCode, kept.plan.stale?.count]).toEqual([0, 0])
    expect(kept.plan.stale?.kept).toMatchObject([{ code: 'kept-removal-skipped', count: 3 }])
    expect(kept.plan.warnings).toMatchObject([{ code: 'fail-safe-threshold' }])
  })

  it('is read by transformers that add to it', async () => {
    await start({ [FILE]: recipe() }, {})
    await ingest(scene)
    put(scene.folder, { [FILE]: recipe('', OWNED) })
    await ingest(scene)
    put(scene.folder, { [FILE]: recipe('', `${OWNED.replace('ana', 'bo')}      semantics: PATCH\n`) })
    const { plan } = await planned()
    expect(plan.aspects).toEqual({ ownership: 9 })
    expect(plan.held).toMatchObject({ toChange: 9, unchanged: 3 })
  })
})
