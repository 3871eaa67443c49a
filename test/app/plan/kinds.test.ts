import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { EntityPlan, RecipePlan } from '../../../src/model/plan.ts'
import { oddDelta } from '../../emulator/catalogue/odd-delta.ts'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import type { Scene } from '../rig.ts'
import { catalogueOf } from '../stateful/nights.ts'
import { closeChanges, planOf, startChange } from './rig.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeChanges)

const recipe = (config: object): string => {
  const source = { type: 'glue', config: { aws_region: 'eu-west-1', extract_transforms: false, ...config } }
  return JSON.stringify({ source, sink: { type: 'blackhole' } })
}

/** The plan of an edit over a catalogue of its own. */
async function planned(catalogue: Catalogue, before: object, after: object): Promise<RecipePlan> {
  const files = (config: object) => ({ 'recipes/glue.json': recipe(config) })
  scene = await startChange(files(before), files(after), { catalogue })
  return (await planOf(scene)).plan
}

const entitiesOf = ({ databases }: RecipePlan): readonly EntityPlan[] => databases.flatMap(({ entities }) => entities)

describe('a plan', () => {
  it('tells how columns change, by a second look', async () => {
    const option = { extract_delta_schema_from_parameters: true }
    const plan = await planned([oddDelta(1)], {}, option)
    const plain = entitiesOf(plan).find(({ name }) => name === 'odd_delta.plain')
    expect(plain).toMatchObject({ change: 'change', aspects: ['schemaMetadata'] })
    expect(plain?.columns).toEqual({ added: ['id', 'name'], removed: ['col'], retyped: [] })
    const [first] = entitiesOf(plan)
    expect(first?.columns?.removed.length).toBeGreaterThan(0)
    expect(plan.aspects.schemaMetadata).toBe(plan.counts.toChange)
  })

  it('knows views, and lineage that comes behind all tables', async () => {
    const catalogue = plainCatalogue({ tables: 12, columns: 2, databases: 1, viewEvery: 4 })
    const plan = await planned(catalogue, { include_view_lineage: false }, { include_view_lineage: true })
    const views = entitiesOf(plan)
    expect(views).toHaveLength(3)
    expect(views[0]).toMatchObject({ kind: 'view', change: 'change', aspects: ['upstreamLineage'] })
  })

  it('counts a table under the database that has dots in its name', async () => {
    const catalogue = catalogueOf({ a: ['b.c', 'x'], 'a.b': ['c', 'd'] })
    const plan = await planned(catalogue, { table_pattern: { deny: ['a[.]b[.]d', 'a[.]x'] } }, {})
    expect(plan.databases.map(({ name, counts }) => [name, counts.toAdd])).toEqual([
      ['a', 1],
      ['a.b', 1]
    ])
  })

  it('shows a bounded sample of very many, and counts them all', async () => {
    const tables = Array.from({ length: 700 }, (_, index) => `t${index}`)
    const plan = await planned(catalogueOf({ many: tables }), { database_pattern: { deny: ['many'] } }, {})
    expect([plan.counts.toAdd, entitiesOf(plan).length]).toEqual([701, 500])
  })
})
