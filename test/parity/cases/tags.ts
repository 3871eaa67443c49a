import type { JsonObject } from '../../../src/core/json.ts'
import {
  type LfTagResource,
  platformResourceInfo,
  platformResourceUrn
} from '../../../src/datahub/platform-resource.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import { seededRandom, seedOf } from '../../emulator/random.ts'
import type { ParityCase } from './case.ts'

const TABLES_ONLY: JsonObject = {
  extract_transforms: 'false',
  include_view_lineage: false,
  ignore_resource_links: true
}
const LF = { extract_lakeformation_tags: true }
const PROPAGATED = { ...LF, propagate_lakeformation_tags: true }
const ACCOUNT = '111122223333'

/** Tags of any bucket and of most folders, with every character that S3 allows in them. */
function tagsOf(bucket: string, key: string | null): Readonly<Record<string, string>> | null {
  const random = seededRandom(seedOf(`${bucket}/${key ?? ''}`, 1))
  const names = [
    'team',
    'Cost Center',
    'a:b',
    'x=y+z',
    'me@example.com',
    'Ünïcode',
    'path/to',
    'empty',
    'under_score-.'
  ]
  const tags = names.filter(() => random.chance(0.3)).map((name) => [name, name === 'empty' ? '' : random.pick(names)])
  return tags.length === 0 ? null : Object.fromEntries(tags)
}

const s3 = { tagsOf }

const datasetUrn = (name: string): string => `urn:li:dataset:(urn:li:dataPlatform:glue,${name},PROD)`

/** What people added to tables in DataHub, some of it the same as what S3 says. */
const HELD_TAGS = ['db_000.table_000000', 'db_000.table_000003', 'db_004.table_000090'].map((name) => ({
  urn: datasetUrn(name),
  aspectName: 'globalTags',
  aspect: { tags: [{ tag: 'urn:li:tag:added by hand' }, { tag: 'urn:li:tag:team:team', context: 'lost by both' }] }
}))

/** What an earlier run, or someone else, linked to Lake Formation's tags. */
function heldResource(key: string, value: string, changes: Partial<LfTagResource> = {}, removed = false) {
  const id = { key, value, catalog: ACCOUNT, platformInstance: null, inLakeFormation: true, persisted: false }
  const resource = {
    id,
    urns: [`urn:li:tag:${key}:${value}`],
    managedByDatahub: false,
    allowedValues: null,
    ...changes
  }
  const urn = platformResourceUrn(resource.id)
  return [
    { urn, aspectName: 'platformResourceKey', aspect: { id: urn.slice(urn.lastIndexOf(':') + 1) } },
    { urn, aspectName: 'platformResourceInfo', aspect: platformResourceInfo(resource) },
    { urn, aspectName: 'status', aspect: { removed } }
  ]
}

const otherPlace = (key: string, value: string, changes: object): Partial<LfTagResource> => ({
  id: { key, value, catalog: ACCOUNT, platformInstance: null, inLakeFormation: false, persisted: true, ...changes }
})

const HELD_RESOURCES = [
  ...heldResource('domain', 'sales'),
  ...heldResource('domain', 'finance', { urns: ['urn:li:tag:Finance'], managedByDatahub: true }),
  ...heldResource('domain', 'marketing', { urns: [], allowedValues: ['marketing', 'sales'] }),
  ...heldResource('domain', 'logistics', { urns: ['urn:li:glossaryTerm:Logistics'] }),
  ...heldResource('environment', 'prod', {}, true),
  ...heldResource('environment', 'test', otherPlace('environment', 'test', { platformInstance: 'elsewhere' })),
  ...heldResource('pii', 'yes', otherPlace('pii', 'yes', { catalog: '444455556666' })),
  ...heldResource('pii', 'no', otherPlace('pii', 'no', { platformInstance: 'p1' })),
  ...heldResource('owner', 'team-a', otherPlace('owner', 'team-a', { platformInstance: 'p1' })),
  ...heldResource('owner', 'team-a')
]

/** Without what ends the peer's run: locations that are not in S3, or have no folder. */
const inS3 = (catalogue: Catalogue): Catalogue =>
  catalogue.map(({ database, tables }) => ({
    database,
    tables: Array.from(tables).filter(({ StorageDescriptor }) => {
      const location: unknown = Reflect.get(Object(StorageDescriptor), 'Location')
      return typeof location !== 'string' || location === '' || /^s3[na]?:\/\/[a-z0-9.-]{3,}\/./s.test(location)
    })
  }))

const lf = (tags: 'plain' | 'odd') => ({ lakeFormation: { tags } })

const CASES: readonly ParityCase[] = [
  { name: 'lf-tags', catalogue: 'realistic', seed: 201, config: LF, standIns: { aws: lf('plain') } },
  { name: 'lf-tags-odd', catalogue: 'odd', seed: 202, config: LF, standIns: { aws: lf('odd') } },
  { name: 'lf-tags-propagated', catalogue: 'odd', seed: 203, config: PROPAGATED, standIns: { aws: lf('odd') } },
  {
    name: 'lf-tags-without-columns',
    catalogue: 'realistic',
    seed: 204,
    config: { ...PROPAGATED, extract_lakeformation_column_tags: false, platform_instance: 'p1' },
    standIns: { aws: lf('odd') }
  },
  {
    name: 'lf-tags-not-asked-for',
    catalogue: 'plain',
    seed: 205,
    config: { propagate_lakeformation_tags: true },
    standIns: { aws: lf('plain') }
  },
  {
    name: 'lf-tags-linked-before',
    catalogue: 'plain',
    seed: 206,
    config: PROPAGATED,
    standIns: { aws: lf('plain'), gms: { holds: HELD_RESOURCES } }
  },
  {
    name: 'lf-tags-linked-before-in-instance',
    catalogue: 'plain',
    seed: 207,
    config: { ...LF, platform_instance: 'p1', catalog_id: ACCOUNT },
    standIns: { aws: lf('odd'), gms: { holds: HELD_RESOURCES } }
  },
  {
    name: 'lf-tags-denied',
    catalogue: 'plain',
    seed: 208,
    config: PROPAGATED,
    standIns: {
      aws: { lakeFormation: { tags: 'plain', denied: ['db_001', 'db_002.table_000042'] } },
      gms: { holds: HELD_TAGS }
    }
  },
  {
    name: 's3-bucket-tags',
    catalogue: 'realistic',
    seed: 209,
    config: { use_s3_bucket_tags: true },
    standIns: { aws: { s3 } }
  },
  {
    name: 's3-object-tags',
    catalogue: 'realistic',
    seed: 210,
    config: { use_s3_object_tags: true },
    standIns: { aws: { s3 } }
  },
  {
    name: 's3-tags-odd',
    catalogue: 'odd',
    change: inS3,
    seed: 211,
    config: { use_s3_bucket_tags: true, use_s3_object_tags: true },
    standIns: { aws: { s3 } }
  },
  {
    name: 's3-tags-beside-held',
    catalogue: 'plain',
    seed: 212,
    config: { use_s3_bucket_tags: true, use_s3_object_tags: true },
    standIns: { aws: { s3 }, gms: { holds: HELD_TAGS } }
  },
  {
    name: 's3-and-lf-tags',
    catalogue: 'plain',
    seed: 213,
    config: { ...PROPAGATED, use_s3_bucket_tags: true, use_s3_object_tags: true },
    standIns: { aws: { s3, ...lf('plain') } }
  }
]

/** Tags of Lake Formation and S3. */
export const TAG_CASES: readonly ParityCase[] = CASES.map((it) => ({ ...it, config: { ...TABLES_ONLY, ...it.config } }))
