import { afterEach, describe, expect, it } from '@jest/globals'
import { systemClock } from '../../../src/core/clock.ts'
import { AppError } from '../../../src/core/errors.ts'
import type { JsonObject } from '../../../src/core/json.ts'
import type { Event } from '../../../src/model/event.ts'
import type { MetadataReader } from '../../../src/model/ports.ts'
import type { GlueOptions } from '../../../src/model/recipe.ts'
import type { WorkUnit } from '../../../src/model/work-unit.ts'
import { GlueSource } from '../../../src/source/glue/source.ts'
import { type AwsSide, glueOptions, open, startAwsSide } from '../../aws/support.ts'
import { SHARING_ACCOUNT } from '../../emulator/catalogue/odd-links.ts'
import { column, databaseOf, entryOf, storageOf, tableOf } from '../../emulator/catalogue/table.ts'
import type { Catalogue, TableJson } from '../../emulator/catalogue/types.ts'

let side: AwsSide | undefined

afterEach(async () => {
  await side?.close()
})

const link = (name: string, target: JsonObject = {}): TableJson =>
  tableOf(name, {
    StorageDescriptor: undefined,
    TargetTable: { CatalogId: SHARING_ACCOUNT, DatabaseName: 'shared', Name: 'orders', ...target }
  })

const linked = (...tables: readonly TableJson[]): Catalogue => [entryOf(databaseOf('links'), tables)]

const OWNERS: Catalogue = [
  entryOf(databaseOf('shared'), [
    tableOf('orders', { StorageDescriptor: storageOf([column('of_glue', 'int')]) }),
    tableOf('no_storage', { StorageDescriptor: undefined })
  ])
]

/** Another instance than the link's own: only then has the owner a urn of its own. */
const MAPPED: Partial<GlueOptions> = {
  viewLineage: false,
  jobs: false,
  catalogInstances: Object.fromEntries(
    [SHARING_ACCOUNT, '999900001111'].map((account) => [
      `arn:aws:glue:eu-west-1:${account}`,
      { platformInstance: 'owner', env: null }
    ])
  )
}

const ownerUrn = 'urn:li:dataset:(urn:li:dataPlatform:glue,owner.shared.orders,PROD)'

/** What DataHub holds, and what it was asked for. */
function holding(held: Readonly<Record<string, JsonObject>>): MetadataReader & { readonly asked: string[] } {
  const asked: string[] = []
  const aspect = async (urn: string, aspectName: string): Promise<JsonObject | null> => {
    asked.push(`${aspectName} of ${urn}`)
    return held[urn] ?? null
  }
  return { asked, aspect, urnsNamed: async () => [] }
}

const refusing: MetadataReader = {
  aspect: () => Promise.reject(new AppError('no', { kind: 'cannot-begin', code: 'gms-not-read', cure: 'ask' })),
  urnsNamed: async () => []
}

const schema = (...paths: readonly string[]): JsonObject => ({
  schemaName: 'shared.orders',
  platform: 'urn:li:dataPlatform:glue',
  version: 7,
  fields: paths.map((fieldPath) => ({ fieldPath, type: { type: { 'com.linkedin.schema.StringType': {} } } }))
})

interface Asking {
  readonly catalogue: Catalogue
  readonly datahub?: MetadataReader | null
  readonly options?: Partial<GlueOptions>
}

async function read({ catalogue, datahub = null, options = {} }: Asking) {
  side = await startAwsSide({ catalogue, glue: { catalogues: { [SHARING_ACCOUNT]: OWNERS } } })
  const { session } = await open(side)
  const deps = {
    client: session.glueClient(),
    lakeFormation: session.lakeFormationClient(),
    s3: () => session.s3Client(),
    where: session.identity,
    datahub,
    search: null,
    clock: systemClock,
    signal: new AbortController().signal
  }
  const [events, units]: [Event[], WorkUnit[]] = [[], []]
  const source = new GlueSource(glueOptions({ ...MAPPED, ...options }), deps)
  for await (const page of source.read((event) => events.push(event))) units.push(...page)
  const told = events.flatMap((event) =>
    event.type === 'failed' ? [`${event.severity} ${event.failure.code} ${event.failure.resource}`] : []
  )
  const asked = side.aws.requests.map(({ label }) => label).filter((label) => label.startsWith('GetTable '))
  return { events, units, told, asked }
}

const pathsOf = (units: readonly WorkUnit[], name: string): unknown => {
  const found = units.find(({ urn, aspectName }) => aspectName === 'schemaMetadata' && urn.includes(`links.${name},`))
  const fields: unknown = found === undefined ? undefined : Reflect.get(found.aspect, 'fields')
  return Array.isArray(fields) ? fields.map(({ fieldPath }) => fieldPath) : undefined
}

describe('The schema of a resource link', () => {
  it('is what DataHub holds of the owner, under the name of the link, and AWS is not asked', async () => {
    const datahub = holding({ [ownerUrn]: schema('held') })
    const { units, told, asked } = await read({ catalogue: linked(link('a')), datahub })
    expect(pathsOf(units, 'a')).toEqual(['held'])
    const found = units.find(({ aspectName }) => aspectName === 'schemaMetadata')
    expect(found?.aspect).toEqual({ ...schema('held'), schemaName: 'links.a' })
    expect([told, asked]).toEqual([[], []])
    expect(datahub.asked).toEqual([`schemaMetadata of ${ownerUrn}`])
  })

  it.each([
    ['DataHub holds none', holding({}), []],
    ['there is no DataHub', null, []],
    ['DataHub does not tell', refusing, ['warning resource-link-owner-not-held links.a']]
  ])('is what Glue has in the account of the owner where %s', async (_case, datahub, warnings) => {
    const { units, told, asked } = await read({ catalogue: linked(link('a')), datahub })
    expect(pathsOf(units, 'a')).toEqual(['[version=2.0].[type=int].of_glue'])
    expect(told).toEqual(warnings)
    expect(asked).toEqual(['GetTable shared.orders'])
  })

  it('is missing, with one warning a link, where nobody can tell', async () => {
    const catalogue = linked(
      link('gone', { Name: 'gone' }),
      link('without_schema', { Name: 'no_storage' }),
      link('without_name', { Name: '' }),
      link('to_itself', { CatalogId: '111122223333', DatabaseName: 'links', Name: 'to_itself' })
    )
    const { units, told } = await read({ catalogue, datahub: holding({}) })
    expect(units.filter(({ aspectName }) => aspectName === 'schemaMetadata')).toEqual([])
    expect(told.sort()).toEqual([
      'warning resource-link-owner-gone links.gone',
      'warning resource-link-owner-not-mapped links.to_itself',
      'warning resource-link-schema-unresolved links.without_schema',
      'warning resource-link-without-target links.without_name'
    ])
  })

  it('is asked for once where AWS opens nothing of the owner’s catalogue, and the cure names the permission', async () => {
    const tables = Array.from({ length: 150 }, (_, i) => link(`l${i}`, { CatalogId: '999900001111', Name: `t${i}` }))
    const { told, asked, events } = await read({ catalogue: linked(...tables) })
    expect(told).toHaveLength(150)
    // Those that were under way together do not know of one another.
    expect(asked.length).toBeLessThan(100)
    const [first] = events.flatMap((event) => (event.type === 'failed' ? [event.failure] : []))
    expect(first).toMatchObject({ code: 'resource-link-owner-denied' })
    expect(first?.message).not.toContain('t0')
    expect(first?.cure).toContain('"glue:GetTable"')
    expect(first?.cure).toContain('arn:aws:glue:eu-west-1:999900001111:table/*/*')
  })

  it.each<[string, Partial<GlueOptions>, readonly TableJson[]]>([
    ['the recipe does not want it', { resolveResourceLinkSchema: false }, [link('a')]],
    ['links are left out', { ignoreResourceLinks: true }, [link('a')]],
    ['the link has one of its own', {}, [{ ...link('a'), StorageDescriptor: storageOf([column('own', 'int')]) }]]
  ])('is not asked for where %s', async (_case, options, tables) => {
    const datahub = holding({ [ownerUrn]: schema('held') })
    const { told, asked } = await read({ catalogue: linked(...tables), datahub, options })
    expect([told, asked, datahub.asked]).toEqual([[], [], []])
  })
})

describe('The schema of a table’s storage', () => {
  const stored = (): Catalogue => [
    entryOf(databaseOf('links'), [
      tableOf('t', {
        StorageDescriptor: storageOf([column('a', 'int'), column('b', 'int')], { Location: 's3n://bucket/key/' })
      })
    ])
  ]
  const storage = 'urn:li:dataset:(urn:li:dataPlatform:s3,bucket/key,PROD)'
  const edges = (units: readonly WorkUnit[]): unknown => {
    const lineage = units.find(({ aspectName }) => aspectName === 'upstreamLineage')?.aspect ?? {}
    const fields: unknown = Reflect.get(lineage, 'fineGrainedLineages')
    return Array.isArray(fields) ? fields.map(({ upstreams }) => String(upstreams)) : undefined
  }
  const of = (path: string): string => `urn:li:schemaField:(${storage},${path})`

  it.each([
    ['what DataHub holds of it', holding({ [storage]: schema('b', 'c') }), [of('b')], []],
    ['the table’s own where DataHub holds none', holding({}), [of('a'), of('b')], []],
    ['the table’s own without a DataHub', null, [of('a'), of('b')], []],
    [
      'the table’s own, with a warning, where DataHub does not tell',
      refusing,
      [of('a'), of('b')],
      ['warning storage-schema-not-held links.t']
    ]
  ])('is %s', async (_case, datahub, expected, warnings) => {
    const { units, told } = await read({ catalogue: stored(), datahub, options: { storageLineage: 'upstream' } })
    expect(edges(units)).toEqual(expected)
    expect(told).toEqual(warnings)
  })

  it.each<[string, Partial<GlueOptions>]>([
    ['there is no lineage', {}],
    ['lineage goes the other way', { storageLineage: 'downstream' }],
    ['columns have none', { storageLineage: 'upstream', columnLineage: false }]
  ])('is not asked for where %s', async (_case, options) => {
    const datahub = holding({})
    await read({ catalogue: stored(), datahub, options })
    expect(datahub.asked).toEqual([])
  })
})
