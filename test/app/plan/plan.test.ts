import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { RecipePlan } from '../../../src/model/plan.ts'
import { closeShared, type Scene } from '../rig.ts'
import { catalogueOf, tables } from '../stateful/nights.ts'
import { type Files, planOf, startChange, writesOf } from './rig.ts'

let scene: Scene
afterEach(async () => {
  expect(writesOf(scene)).toEqual([])
  expect([scene.gms.accepted(), scene.gms.store.urns()]).toEqual([0, []])
  await scene.close()
})
afterAll(closeShared)

const CATALOGUE = catalogueOf({ sales: tables(4), hr: tables(3), tmp: tables(2) })

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

const start = async (base: Files, head: Files): Promise<void> => {
  scene = await startChange(base, head, { catalogue: CATALOGUE })
}

const FILE = 'recipes/glue.yml'

const entities = ({ databases }: RecipePlan): unknown =>
  databases.flatMap(({ entities: all }) =>
    all.map(({ name, change, rule }) => `${change} ${name} ${rule ?? ''}`.trim())
  )

describe('plan', () => {
  it('tells which databases and tables a pattern lets in and leaves out', async () => {
    const before = recipe('database_pattern: {deny: [tmp]}\ntable_pattern: {deny: [hr.t01]}')
    const after = recipe("database_pattern: {deny: [hr]}\ntable_pattern: {deny: ['sales[.]t0[23]']}")
    await start({ [FILE]: before }, { [FILE]: after })
    const { report, plan } = await planOf(scene)
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
})
