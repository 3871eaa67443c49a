import type { HeldAspect } from '../../emulator/gms/gms.ts'
import type { ParityCase } from './case.ts'

const TABLES = { extract_transforms: false, include_view_lineage: false, ignore_resource_links: true }

/** A schema that DataHub holds of a table's storage, in paths of both versions. */
const storageSchema = (urn: string, paths: readonly string[]): HeldAspect => ({
  urn,
  aspectName: 'schemaMetadata',
  aspect: {
    schemaName: 'storage',
    platform: 'urn:li:dataPlatform:s3',
    version: 0,
    hash: '',
    platformSchema: { 'com.linkedin.schema.OtherSchema': { rawSchema: '' } },
    fields: paths.map((fieldPath) => ({
      fieldPath,
      nullable: true,
      type: { type: { 'com.linkedin.schema.StringType': {} } },
      nativeDataType: 'string',
      recursive: false,
      isPartOfKey: false
    }))
  }
})

const s3 = (name: string): string => `urn:li:dataset:(urn:li:dataPlatform:s3,${name},PROD)`

/** What another source wrote of the storage. */
const HELD = [
  storageSchema(s3('bucket/key'), ['id', 'Name', 'a.b', 'other']),
  storageSchema(s3('bucket'), ['[version=2.0].[type=struct].[type=string].id', 'ü', 'id']),
  storageSchema(s3('b/a.parquet'), []),
  storageSchema('urn:li:dataset:(urn:li:dataPlatform:iceberg,odd_lineage.iceberg,PROD)', [
    '[version=2.0].[type=Name].[type=int].Name',
    '[version=2.0].[type=struct].[type=array].[type=struct].id',
    'ID'
  ])
]

/** Lineage between tables and their storage. */
export const LINEAGE_CASES: readonly ParityCase[] = [
  { name: 'storage-upstream', catalogue: 'odd', seed: 41, config: { ...TABLES, emit_storage_lineage: true } },
  {
    name: 'storage-downstream',
    catalogue: 'odd',
    seed: 42,
    config: { ...TABLES, emit_storage_lineage: true, glue_storage_lineage_direction: 'downstream' }
  },
  {
    name: 'storage-old-names',
    catalogue: 'odd',
    seed: 43,
    config: { ...TABLES, emit_s3_lineage: true, glue_s3_lineage_direction: 'downstream', env: 'DEV' }
  },
  {
    name: 'storage-no-columns',
    catalogue: 'odd',
    seed: 44,
    config: { ...TABLES, emit_storage_lineage: true, include_column_lineage: false }
  },
  {
    name: 'storage-athena',
    catalogue: 'odd',
    seed: 45,
    config: { ...TABLES, emit_storage_lineage: true, platform: 'athena', platform_instance: 'pi' }
  },
  {
    name: 'storage-held',
    catalogue: 'odd',
    seed: 47,
    config: { ...TABLES, emit_storage_lineage: true },
    standIns: { gms: { holds: HELD } }
  },
  {
    name: 'storage-held-not-asked',
    catalogue: 'odd',
    seed: 48,
    config: { ...TABLES, emit_storage_lineage: true, include_column_lineage: false, env: 'DEV' },
    standIns: { gms: { holds: HELD } }
  },
  {
    name: 'storage-realistic',
    catalogue: 'realistic',
    seed: 46,
    config: { ...TABLES, emit_storage_lineage: true, extract_delta_schema_from_parameters: true }
  }
]
