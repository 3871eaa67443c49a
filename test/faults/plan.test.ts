import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { EntityPlan, RecipePlan } from '../../src/model/plan.ts'
import { noPlanCounts } from '../../src/report/plan-total.ts'
import {
  closeChanges,
  type Files,
  type PlanChanges,
  type Planned,
  PULL_REQUEST,
  planOf,
  put,
  startChange,
  writesOf
} from '../app/plan/rig.ts'
import { ingest, type Scene } from '../app/rig.ts'
import { identityOptions } from '../aws/support.ts'
import { oddCatalogue } from '../emulator/catalogue/odd.ts'
import type { Catalogue } from '../emulator/catalogue/types.ts'
import { REGION, type StandInOptions } from '../emulator/stand-ins.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeChanges)

/** Plans, and holds that nothing was written to anybody by it. */
async function planned(changes: PlanChanges = {}): Promise<Planned> {
  const before = [scene.gms.requests.length, scene.aws.requests.length] as const
  const done = await planOf(scene, changes)
  expect([scene.gms.accepted(), writesOf(scene, ...before)]).toEqual([0, []])
  return done
}

const FILE = 'recipes/glue.json'
const IDENTITY = identityOptions({ region: REGION })

/** A recipe with more options of the source. */
const recipe = (
  config: object,
  sink: object = { type: 'datahub-rest', config: { server: '$' + '{GMS_URL}' } }
): string => {
  const common = { aws_region: REGION, extract_transforms: false }
  return JSON.stringify({ pipeline_name: 'nightly', source: { type: 'glue', config: { ...common, ...config } }, sink })
}

const start = async (base: Files, head: Files, options: Partial<StandInOptions> = {}): Promise<void> => {
  scene = await startChange(base, head, options)
}

describe('what cannot be read', () => {
  const change = [{ [FILE]: recipe({}) }, { [FILE]: recipe({ database_pattern: { deny: ['hr'] } }) }] as const

  it('is no failure of a fork, and nothing is asked for it', async () => {
    await start(...change)
    const github = { ...PULL_REQUEST, isForkPullRequest: true }
    const { report, plan } = await planned({ deps: { github, idToken: null } })
    expect(report).toMatchObject({ status: 'success', exitCode: 0 })
    expect(plan).toMatchObject({
      unread: { code: 'fork-has-no-token', fault: null },
      unasked: { code: 'fork-has-no-token' }
    })
    expect(plan.options).toHaveLength(1)
    expect(scene.asked()).toBe(0)
  })

  it('is no failure without any credentials', async () => {
    await start(...change)
    const github = PULL_REQUEST
    const { report, plan } = await planned({ deps: { github, idToken: null } })
    expect(report.exitCode).toBe(0)
    expect(plan.unread).toMatchObject({ code: 'oidc-permission-missing', fault: null })
  })

  it('is a failure that could not begin where a role does not let us in', async () => {
    await start(...change)
    const identity = { roleToAssume: 'arn:aws:iam::111122223333:role/other' }
    const { report, plan } = await planned({
      request: { identity: { ...IDENTITY, ...identity } }
    })
    expect(report).toMatchObject({ exitCode: 3, status: 'failure' })
    expect(plan.unread).toMatchObject({ code: 'role-not-trusting', fault: 'cannot-begin' })
  })

  it('is a plan that is not whole where AWS refuses a database, of which nothing is told to leave', async () => {
    await start(
      { [FILE]: recipe({}) },
      { [FILE]: recipe({ env: 'DEV' }) },
      { aws: { glue: { deniedDatabases: ['hr'] } } }
    )
    const { report, plan } = await planned()
    expect(report).toMatchObject({ exitCode: 1, status: 'failure' })
    expect(plan.databases.find(({ name }) => name === 'hr')).toMatchObject({ listing: 'denied' })
    expect(plan.failures.map(({ code }) => code)).toEqual(['lake-formation-denied'])
  })

  it('is a failure that could not begin where AWS refuses all of it', async () => {
    const deniedDatabases = ['hr', 'sales', 'tmp']
    await start(...change, { aws: { glue: { deniedDatabases } } })
    const { report, plan } = await planned()
    expect([report.exitCode, plan.unread?.code]).toEqual([3, 'catalogue-denied'])
  })

  it('is a failure where the catalogue is empty', async () => {
    await start(...change, { catalogue: [] })
    const { report, plan } = await planned()
    expect([report.exitCode, plan.counts.toRemove]).toEqual([1, 0])
    expect(plan.failures.map(({ code }) => code)).toEqual(['glue-catalogue-empty'])
  })

  it('is the catalogue alone where DataHub does not answer', async () => {
    await start(...change)
    const { report, plan } = await planned({ env: { GMS_URL: 'http://127.0.0.1:9' } })
    expect([report.exitCode, report.counts.toRemove]).toEqual([0, 4])
    expect(plan).toMatchObject({ held: null, stale: null, unasked: { code: 'gms-unreachable', fault: null } })
  })

  it('is DataHub alone where its address is not known here', async () => {
    await start(...change)
    const { report, plan } = await planned({ env: { GMS_URL: undefined } })
    expect([report.exitCode, report.counts.toRemove]).toEqual([0, 4])
    expect(plan.unasked?.message).toContain('the variable GMS_URL is not set')
  })
})

describe('what goes wrong on the way', () => {
  it('is told once, whichever version it was told of', async () => {
    const faults = [{ match: '^GetTables sales', code: 'InternalServiceException' }]
    await start({ [FILE]: recipe({ env: 'DEV' }) }, { [FILE]: recipe({}) }, { aws: { faults } })
    const { report, plan } = await planned()
    expect([report.exitCode, plan.failures.map(({ count, resources }) => [count, resources])]).toEqual([
      1,
      [[1, ['sales']]]
    ])
    expect(plan.databases.find(({ name }) => name === 'sales')).toMatchObject({
      listing: 'incomplete',
      counts: { toAdd: 1, toChange: 0, toRemove: 1 }
    })
  })

  it('is a role that the recipe names beside keys, and nobody assumes', async () => {
    const keys = {
      aws_access_key_id: 'test',
      aws_secret_access_key: 'test',
      aws_role: 'arn:aws:iam::111122223333:role/x'
    }
    await start({ [FILE]: recipe(keys) }, { [FILE]: recipe({ ...keys, env: 'DEV' }) })
    const { plan } = await planned()
    expect([plan.identity?.source, plan.warnings.map(({ code }) => code)]).toEqual([
      'recipe-keys',
      ['aws-role-ignored']
    ])
  })

  it('is DataHub that stops to answer: it is not compared, and that is no failure', async () => {
    const gms = { faults: [{ match: 'batchGet', status: 500 }] }
    await start({ [FILE]: recipe({}) }, { [FILE]: recipe({ env: 'DEV' }) }, { gms })
    const { report, plan } = await planned()
    expect([report.exitCode, plan.held, plan.unasked?.code]).toEqual([0, null, 'gms-not-read'])
    expect(plan.counts).toEqual({ toAdd: 12, toChange: 0, toRemove: 12 })
  })

  it('is a user who stops it', async () => {
    await start({ [FILE]: recipe({}) }, { [FILE]: recipe({ env: 'DEV' }) })
    const controller = new AbortController()
    const onEvent = () => controller.abort()
    const { report } = await planned({ deps: { signal: controller.signal, onEvent } })
    expect(report).toMatchObject({ exitCode: 1, status: 'cancelled', recipes: [{ unread: { fault: 'cancelled' } }] })
  })
})

describe('a plan over an odd catalogue', () => {
  const entitiesOf = ({ databases }: RecipePlan): readonly EntityPlan[] => databases.flatMap(({ entities }) => entities)
  const over = async (catalogue: Catalogue, before: object, after: object): Promise<RecipePlan> => {
    const sink = { type: 'blackhole' }
    await start({ [FILE]: recipe(before, sink) }, { [FILE]: recipe(after, sink) }, { catalogue })
    return (await planned()).plan
  }

  it('tells which rule decides, whatever there is in a catalogue', async () => {
    const plan = await over(oddCatalogue(1), {}, { ignore_resource_links: true, table_pattern: { deny: ['.*[.]l.*'] } })
    const rules = new Set(entitiesOf(plan).map(({ rule }) => rule))
    expect(rules).toEqual(new Set(['ignore_resource_links', 'table_pattern']))
    expect(plan.counts.toRemove).toBe(entitiesOf(plan).length)
    expect(plan.unasked?.code).toBe('sink-is-no-datahub')
  })

  it('finds nothing where nothing is otherwise, whatever there is in a catalogue', async () => {
    const plan = await over(
      oddCatalogue(2),
      { ignore_unsupported_connectors: true },
      { ignore_unsupported_connectors: false }
    )
    expect([plan.databases.filter(({ counts }) => counts.toChange > 0), plan.counts, plan.aspects]).toEqual([
      [],
      { toAdd: 0, toChange: 0, toRemove: 0 },
      {}
    ])
    expect(plan.options).toHaveLength(1)
  })

  it('finds DataHub as the last run left it, whatever there is in a catalogue', async () => {
    const gms = { maxUrnBytes: 0 }
    await start({ [FILE]: recipe({}) }, {}, { catalogue: oddCatalogue(3), gms })
    const [report] = (await ingest(scene)).reports
    expect(report?.counts.rejected).toBe(0)
    put(scene.folder, { [FILE]: `${recipe({})}\n` })
    const before = scene.gms.accepted()
    const { plan } = await planOf(scene)
    expect([plan.options, plan.counts, scene.gms.accepted()]).toEqual([[], noPlanCounts(), before])
    expect(plan.held).toMatchObject({ toAdd: 0, toChange: 0 })
    expect(plan.held?.unchanged).toBe(plan.held?.of)
  })
})
