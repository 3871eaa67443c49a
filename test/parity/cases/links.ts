import type { JsonObject } from '../../../src/core/json.ts'
import { oddOwners, SHARING_ACCOUNT } from '../../emulator/catalogue/odd-links.ts'
import type { ParityCase } from './case.ts'

const LINKS = { extract_transforms: false, include_view_lineage: false }
const MAPPED = {
  'arn:aws:glue:eu-west-1:444455556666': { platform_instance: 'owner' },
  'arn:aws:glue:eu-west-1:777788889999': { platform_instance: 'partner', env: 'STG' }
}

/** A schema as GMS holds it, with what people added in DataHub. */
const heldSchema = (table: string): JsonObject => ({
  schemaName: `shared.${table}`,
  platform: 'urn:li:dataPlatform:glue',
  version: 3,
  created: { time: 1_700_000_000_000, actor: 'urn:li:corpuser:somebody' },
  lastModified: { time: 1_700_000_001_000, actor: 'urn:li:corpuser:somebody' },
  hash: 'abc',
  platformSchema: { 'com.linkedin.schema.OtherSchema': { rawSchema: 'ü "raw"' } },
  fields: [
    {
      fieldPath: '[version=2.0].[type=string].held',
      nullable: true,
      description: 'What DataHub says – naïve',
      type: { type: { 'com.linkedin.schema.StringType': {} } },
      nativeDataType: 'string',
      recursive: false,
      globalTags: { tags: [{ tag: 'urn:li:tag:held' }] },
      isPartOfKey: false
    },
    {
      fieldPath: 'plain',
      nullable: false,
      type: { type: { 'com.linkedin.schema.ArrayType': { nestedType: ['string'] } } },
      nativeDataType: 'array<string>',
      recursive: false,
      isPartOfKey: false
    }
  ]
})

const ownerUrn = (table: string): string => `urn:li:dataset:(urn:li:dataPlatform:glue,owner.shared.${table},PROD)`

/** What an earlier run in the sharing account wrote. */
const HELD = ['orders', 'no_columns', 'broken_delta'].map((table) => ({
  urn: ownerUrn(table),
  aspectName: 'schemaMetadata',
  aspect: heldSchema(table)
}))

/** Over the odd catalogue, with the catalogue that its links lead to. */
const shared = (
  name: string,
  seed: number,
  config: JsonObject,
  more: Partial<ParityCase['standIns']> = {}
): ParityCase => ({
  name,
  catalogue: 'odd',
  seed,
  config: { ...LINKS, ...config },
  standIns: { aws: { glue: { catalogues: { [SHARING_ACCOUNT]: oddOwners(seed) } } }, ...more }
})

/** Resource links and catalogues of other accounts. */
export const LINK_CASES: readonly ParityCase[] = [
  shared('links', 51, {}),
  { name: 'links-realistic', catalogue: 'realistic', seed: 52, config: LINKS },
  shared('links-mapped', 53, { catalog_to_platform_instance: MAPPED }),
  { ...shared('links-owner-not-shared', 59, { catalog_to_platform_instance: MAPPED }), standIns: {} },
  shared('links-owner-held', 60, { catalog_to_platform_instance: MAPPED }, { gms: { holds: HELD } }),
  shared(
    'links-owner-held-and-delta',
    61,
    { catalog_to_platform_instance: MAPPED, extract_delta_schema_from_parameters: true, emit_storage_lineage: true },
    { gms: { holds: HELD } }
  ),
  shared('links-column-parameters', 62, { extract_column_parameters: true, catalog_to_platform_instance: MAPPED }),
  shared('links-ignored', 63, { ignore_resource_links: true, catalog_to_platform_instance: MAPPED }),
  shared('links-patterns', 64, {
    database_pattern: { deny: ['odd_sharing_own'] },
    table_pattern: { deny: ['odd_sharing.*\\.orders', 'shared\\..*'] },
    catalog_id: '111122223333'
  }),
  {
    name: 'links-mapped-instance',
    catalogue: 'realistic',
    seed: 54,
    config: { ...LINKS, catalog_to_platform_instance: MAPPED, platform_instance: 'own' }
  },
  shared('links-own-mapped', 55, {
    catalog_to_platform_instance: {
      'arn:aws:glue:eu-west-1:111122223333': { platform_instance: 'own', env: 'QA' },
      'arn:aws:glue:us-east-1:444455556666': { platform_instance: 'other region' }
    },
    platform_instance: 'ingesting'
  }),
  shared('links-env-only', 65, {
    catalog_to_platform_instance: { 'arn:aws:glue:eu-west-1:444455556666': { env: 'STG' } },
    platform: 'athena',
    platform_instance: 'own'
  }),
  shared('links-no-schema', 56, { resolve_resource_link_schema: false, catalog_to_platform_instance: MAPPED }),
  shared('links-storage-lineage', 57, { catalog_to_platform_instance: MAPPED, emit_storage_lineage: true }),
  shared('links-storage-downstream', 66, {
    catalog_to_platform_instance: MAPPED,
    emit_storage_lineage: true,
    glue_storage_lineage_direction: 'downstream'
  }),
  {
    name: 'links-catalog-id',
    catalogue: 'realistic',
    seed: 58,
    config: { ...LINKS, catalog_id: '111122223333', catalog_to_platform_instance: MAPPED }
  },
  shared('catalog-of-other-account', 67, { catalog_id: SHARING_ACCOUNT, catalog_to_platform_instance: MAPPED })
]
