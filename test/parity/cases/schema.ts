import type { ParityCase } from './case.ts'

const TABLES = { extract_transforms: false, include_view_lineage: false, ignore_resource_links: true }

/** Schemas from Spark's parameters, and columns with parameters of their own. */
export const SCHEMA_CASES: readonly ParityCase[] = [
  { name: 'delta', catalogue: 'odd', seed: 31, config: { ...TABLES, extract_delta_schema_from_parameters: true } },
  {
    name: 'delta-athena',
    catalogue: 'odd',
    seed: 32,
    config: { ...TABLES, extract_delta_schema_from_parameters: 'yes', platform: 'athena' }
  },
  { name: 'column-parameters', catalogue: 'odd', seed: 33, config: { ...TABLES, extract_column_parameters: true } },
  {
    name: 'column-parameters-and-delta',
    catalogue: 'odd',
    seed: 34,
    config: {
      ...TABLES,
      extract_column_parameters: true,
      extract_delta_schema_from_parameters: true,
      platform_instance: 'pi'
    }
  },
  {
    name: 'empty-instance',
    catalogue: 'odd',
    seed: 37,
    config: { ...TABLES, platform_instance: '', emit_storage_lineage: true, extract_column_parameters: true }
  },
  {
    name: 'domains',
    catalogue: 'odd',
    seed: 35,
    config: { ...TABLES, domain: { sales: { allow: ['odd_[a-n].*'] }, 'urn:li:domain:x': { deny: ['.*\\.[a-m].*'] } } }
  },
  {
    name: 'domains-realistic',
    catalogue: 'realistic',
    seed: 36,
    config: {
      ...TABLES,
      domain: { 'ec428203-ce86-4db3-985d-5a8ee6df32ba': { allow: ['.*orders.*'], ignoreCase: false } }
    }
  }
]
