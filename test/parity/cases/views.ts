import type { ParityCase } from './case.ts'

const VIEWS = { extract_transforms: false, ignore_resource_links: true }

/** Lineage of views. */
export const VIEW_CASES: readonly ParityCase[] = [
  { name: 'views', catalogue: 'odd', seed: 81, config: VIEWS },
  { name: 'views-realistic', catalogue: 'realistic', seed: 82, config: VIEWS },
  { name: 'views-instance', catalogue: 'realistic', seed: 83, config: { ...VIEWS, platform_instance: 'Prod PI' } },
  { name: 'views-athena', catalogue: 'odd', seed: 84, config: { ...VIEWS, platform: 'athena', env: 'DEV' } },
  { name: 'views-storage-lineage', catalogue: 'odd', seed: 85, config: { ...VIEWS, emit_storage_lineage: true } },
  {
    name: 'views-patterns',
    catalogue: 'realistic',
    seed: 86,
    config: { ...VIEWS, table_pattern: { deny: ['.*orders'] } }
  }
]
