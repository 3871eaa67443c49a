import type { ParityCase } from './case.ts'

const TABLES = { extract_transforms: false, include_view_lineage: false, ignore_resource_links: true }

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
    name: 'storage-realistic',
    catalogue: 'realistic',
    seed: 46,
    config: { ...TABLES, emit_storage_lineage: true, extract_delta_schema_from_parameters: true }
  }
]
