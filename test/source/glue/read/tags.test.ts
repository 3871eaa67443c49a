import { describe, expect, it } from '@jest/globals'
import { AppError } from '../../../../src/core/errors.ts'
import type { JsonObject } from '../../../../src/core/json.ts'
import {
  type LfTagResource,
  platformResourceInfo,
  platformResourceUrn
} from '../../../../src/datahub/platform-resource.ts'
import { AwsCallError } from '../../../../src/model/aws-call-error.ts'
import type { Event, Failure } from '../../../../src/model/event.ts'
import type { LfTagPair } from '../../../../src/model/lf-tags.ts'
import type { GlueOptions } from '../../../../src/model/recipe.ts'
import type { SourceContext } from '../../../../src/source/glue/context.ts'
import { LfTagResources } from '../../../../src/source/glue/lf-resources.ts'
import { databaseLfTags } from '../../../../src/source/glue/map/lf-tags.ts'
import { LakeFormationReader } from '../../../../src/source/glue/read/lake-formation.ts'
import { S3TagReader } from '../../../../src/source/glue/read/s3-tags.ts'
import { manualClock } from '../../../emulator/clock.ts'
import { glueOptions } from '../map/options.ts'

const ACCOUNT = '111122223333'

function awsError(
  kind: AwsCallError['kind'],
  message: string,
  action = 'lakeformation:GetResourceLFTags'
): AwsCallError {
  return new AwsCallError({ kind, code: 'AccessDenied', action, attempts: 1, message, requestId: null }, null)
}

const never = (): never => {
  throw new Error('not asked for in this test')
}

function contextOf(changes: Partial<SourceContext>, options: Partial<GlueOptions> = {}) {
  const events: Event[] = []
  const context: SourceContext = {
    client: { send: never },
    lakeFormation: { resourceLfTags: never },
    s3: never,
    where: { region: 'eu-west-1', account: ACCOUNT, arn: 'arn:aws:iam::111122223333:role/datahub' },
    datahub: null,
    search: null,
    clock: manualClock(),
    signal: new AbortController().signal,
    options: glueOptions({ lakeFormationTags: { propagate: true, columns: true }, ...options }),
    emit: (event) => events.push(event),
    ...changes
  }
  const told = (): readonly (Failure & { readonly severity: string })[] =>
    events.flatMap((event) => (event.type === 'failed' ? [{ ...event.failure, severity: event.severity }] : []))
  return { context, told }
}

const table = (Name: string, Location?: string, CatalogId?: string) => ({
  Name,
  DatabaseName: 'sales',
  ...(CatalogId === undefined ? {} : { CatalogId }),
  ...(Location === undefined ? {} : { StorageDescriptor: { Location } })
})

describe('reading the tags of Lake Formation', () => {
  it('asks no more where IAM refuses the action, and tells it once with the missing permission', async () => {
    const asked: string[] = []
    const refuse = async ({ account, table: name }: { account: string; table?: string }): Promise<never> => {
      asked.push(`${account} ${name}`)
      throw awsError('denied', 'User: x is not authorized to perform: lakeformation:GetResourceLFTags on resource: y')
    }
    const { context, told } = contextOf({ lakeFormation: { resourceLfTags: refuse } })
    const reader = new LakeFormationReader(context.lakeFormation, context)
    const both = await Promise.all([reader.ofTable(table('a')), reader.ofTable(table('b'))])
    expect(both).toEqual([{}, {}])
    expect(await reader.ofTable(table('c'))).toEqual({})
    expect(await reader.ofTable(table('d', undefined, '444455556666'))).toEqual({})
    expect(asked).toEqual([`${ACCOUNT} a`, `${ACCOUNT} b`, '444455556666 d'])
    expect(told().map(({ severity, code, resource }) => [severity, code, resource])).toEqual([
      ['failure', 'lake-formation-tags-refused', `account ${ACCOUNT}`],
      ['failure', 'lake-formation-tags-refused', 'account 444455556666']
    ])
    expect(told()[0]?.cure).toContain('"lakeformation:GetResourceLFTags"')
  })

  it.each([
    ['denied', 'Insufficient Lake Formation permission(s): Required Describe on sales.a', 'lake-formation-tags-denied'],
    ['not-found', 'sales.a not found', 'lake-formation-tags-denied'],
    ['throttle', 'Rate exceeded', 'lake-formation-tags-throttle'],
    ['other', 'Something else', 'lake-formation-tags-failed']
  ] as const)('goes on after one that is %s', async (kind, message, code) => {
    const resourceLfTags = async ({ table: name }: { table?: string }) => {
      if (name === 'a') throw awsError(kind, message)
      return { LFTagsOnTable: [{ TagKey: 'k', TagValues: ['v'] }] }
    }
    const { context, told } = contextOf({ lakeFormation: { resourceLfTags } })
    const reader = new LakeFormationReader(context.lakeFormation, context)
    expect(await reader.ofTable(table('a'))).toEqual({})
    expect((await reader.ofTable(table('b'))).lfTags?.direct).toMatchObject([{ urn: 'urn:li:tag:k:v' }])
    expect(told()).toMatchObject([{ severity: 'warning', code, resource: 'sales.a' }])
  })

  it.each([
    ['its own', '444455556666', null, '444455556666'],
    ["the recipe's", undefined, '777788889999', '777788889999'],
    ["the caller's", undefined, null, ACCOUNT]
  ])('asks in %s account', async (_case, own, catalogId, account) => {
    const asked: string[] = []
    const resourceLfTags = async (resource: { account: string }) => {
      asked.push(resource.account)
      return {}
    }
    const { context } = contextOf({ lakeFormation: { resourceLfTags } }, { catalogId })
    const reader = new LakeFormationReader(context.lakeFormation, context)
    await reader.ofTable(table('a', undefined, own))
    await reader.ofDatabase({ Name: 'sales', ...(own === undefined ? {} : { CatalogId: own }) })
    expect(asked).toEqual([account, account])
  })
})

describe('reading tags of S3', () => {
  const both = { s3BucketTags: true, s3ObjectTags: true }

  it('asks a bucket once, and each folder', async () => {
    const asked: string[] = []
    const s3 = {
      getObject: never,
      getBucketTagging: async (bucket: string) => {
        asked.push(bucket)
        return [{ key: 'team', value: 'a' }]
      },
      getObjectTagging: async (bucket: string, key: string) => {
        asked.push(`${bucket}/${key}`)
        return [{ key: 'of', value: key }]
      }
    }
    const { context } = contextOf({ s3: async () => s3 }, both)
    const reader = new S3TagReader(context)
    const places = ['s3://lake/a/', 's3a://lake/b', 's3n://lake', 's3://lake/', 'hdfs://lake/x', undefined]
    const found = await Promise.all(places.map((place, index) => reader.ofTable(table(`t${index}`, place))))
    const bucket = 'urn:li:tag:team:a'
    expect(found.map(({ s3Tags = [] }) => s3Tags)).toEqual([
      [bucket, 'urn:li:tag:of:a/'],
      [bucket, 'urn:li:tag:of:b'],
      [bucket],
      [bucket],
      [],
      []
    ])
    expect(asked.sort()).toEqual(['lake', 'lake/a/', 'lake/b'])
  })

  it('joins what DataHub holds, and does without it where DataHub does not tell', async () => {
    const s3 = { getObject: never, getObjectTagging: never, getBucketTagging: async () => [{ key: 'k', value: 'v' }] }
    const datahub = {
      aspect: async (urn: string): Promise<JsonObject | null> => {
        if (urn.includes('bad')) throw new AppError('GMS is away', { kind: 'cannot-begin', code: 'gms-not-read' })
        return { tags: [{ tag: 'urn:li:tag:held' }, { tag: 7 }, null] }
      },
      urnsNamed: never
    }
    const { context, told } = contextOf({ s3: async () => s3, datahub }, { s3BucketTags: true })
    const reader = new S3TagReader(context)
    expect((await reader.ofTable(table('good', 's3://b/x'))).s3Tags).toEqual(['urn:li:tag:k:v', 'urn:li:tag:held'])
    expect((await reader.ofTable(table('bad', 's3://b/x'))).s3Tags).toEqual(['urn:li:tag:k:v'])
    expect(told()).toMatchObject([{ severity: 'warning', code: 's3-tags-not-joined', resource: 'sales.bad' }])
  })

  it('warns once of a bucket that may not be read, and of no folder that is no object', async () => {
    const s3 = {
      getObject: never,
      getBucketTagging: async () => Promise.reject(awsError('denied', 'Access Denied', 's3:GetBucketTagging')),
      getObjectTagging: async () => Promise.reject(awsError('not-found', 'no such key', 's3:GetObjectTagging'))
    }
    const { context, told } = contextOf({ s3: async () => s3 }, both)
    const reader = new S3TagReader(context)
    expect(await reader.ofTable(table('a', 's3://b/x/'))).toEqual({})
    expect(await reader.ofTable(table('b', 's3://b/y/'))).toEqual({})
    expect(told()).toMatchObject([{ severity: 'warning', code: 's3-tags-denied', resource: 'b' }])
    expect(told()[0]?.cure).toContain('s3:GetBucketTagging')
  })
})

describe('linking tags to Lake Formation', () => {
  const tagsOf = (...pairs: LfTagPair[]) => databaseLfTags({ LFTagOnDatabase: pairs })
  const sales = { CatalogId: ACCOUNT, TagKey: 'domain', TagValues: ['sales'] }
  const id = {
    key: 'domain',
    value: 'sales',
    catalog: ACCOUNT,
    platformInstance: null,
    inLakeFormation: true,
    persisted: false
  }
  const held = (urns: readonly string[]): LfTagResource => ({ id, urns, managedByDatahub: true, allowedValues: null })
  const linking = (...resources: LfTagResource[]) => {
    const searches: unknown[] = []
    const search = async (wanted: unknown): Promise<readonly JsonObject[]> => {
      searches.push(wanted)
      return resources.map(platformResourceInfo)
    }
    return { ...contextOf({ search: { search } }), searches }
  }

  it('makes a resource once a run, after one search', async () => {
    const { context, searches } = linking()
    const resources = new LfTagResources(context)
    const units = await resources.unitsFor(tagsOf(sales, sales))
    expect(units.map((unit) => [unit.urn, unit.aspectName])).toEqual(
      ['platformResourceInfo', 'dataPlatformInstance', 'status'].map((name) => [platformResourceUrn(id), name])
    )
    expect(await resources.unitsFor(tagsOf(sales, { ...sales, TagValues: ['other'] }))).toHaveLength(3)
    expect(searches).toHaveLength(1)
  })

  it('adds to what is held under another tag, and leaves alone what is linked already', async () => {
    const other = linking(held(['urn:li:tag:Sales']))
    const [info] = await new LfTagResources(other.context).unitsFor(tagsOf(sales))
    expect(info?.aspect).toMatchObject({ secondaryKeys: ['urn:li:tag:Sales', 'urn:li:tag:domain:sales'] })
    const same = linking(held(['urn:li:tag:domain:sales']))
    expect(await new LfTagResources(same.context).unitsFor(tagsOf(sales))).toEqual([])
  })

  it('warns of what is linked to something that is no tag', async () => {
    const { context, told } = linking(held(['urn:li:glossaryTerm:Sales']))
    expect(await new LfTagResources(context).unitsFor(tagsOf(sales))).toEqual([])
    expect(told()).toMatchObject([{ severity: 'warning', code: 'platform-resource-conflict' }])
  })

  it('goes on without links where DataHub cannot be searched, and says so once', async () => {
    const search = async (): Promise<never> => {
      throw new AppError('GMS is away', { kind: 'cannot-begin', code: 'gms-not-read' })
    }
    const { context, told } = contextOf({ search: { search } })
    const resources = new LfTagResources(context)
    expect(await resources.unitsFor(tagsOf(sales))).toEqual([])
    expect(await resources.unitsFor(tagsOf({ ...sales, TagKey: 'other' }))).toEqual([])
    expect(told()).toMatchObject([{ severity: 'warning', code: 'platform-resources-not-read' }])
  })
})
