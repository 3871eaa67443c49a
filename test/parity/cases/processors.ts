import type { Catalogue } from '../../emulator/catalogue/types.ts'
import type { ParityCase } from './case.ts'

/** As many of each database's tables as keep these many cases quick. */
export const few =
  (databases: number, tables: number) =>
  (catalogue: Catalogue): Catalogue =>
    catalogue
      .slice(0, databases)
      .map((it) => ({ database: it.database, tables: Array.from(it.tables).slice(0, tables) }))

const INCREMENTAL = { incremental_properties: true }

const CASES: readonly ParityCase[] = [
  { name: 'incremental-properties', catalogue: 'odd', seed: 401, config: INCREMENTAL },
  {
    name: 'incremental-properties-storage',
    catalogue: 'realistic',
    seed: 402,
    config: { ...INCREMENTAL, emit_storage_lineage: true, platform_instance: 'p1' }
  },
  {
    name: 'incremental-properties-status-patched',
    catalogue: 'plain',
    change: few(3, 10),
    seed: 403,
    config: INCREMENTAL,
    gmsVersion: '1.7.1'
  },
  {
    name: 'browse-paths-dry-run',
    catalogue: 'realistic',
    seed: 404,
    config: { platform_instance: 'p1' },
    recipe: { flags: { generate_browse_path_v2_dry_run: true } }
  },
  {
    name: 'browse-paths-dry-run-and-off',
    catalogue: 'plain',
    change: few(2, 5),
    seed: 405,
    recipe: { flags: { generate_browse_path_v2: false, generate_browse_path_v2_dry_run: true } }
  },
  {
    name: 'incremental-properties-of-jobs-data',
    catalogue: 'odd',
    change: few(6, 12),
    seed: 406,
    config: { ...INCREMENTAL, emit_storage_lineage: true, glue_storage_lineage_direction: 'downstream' },
    recipe: { flags: { generate_browse_path_v2_dry_run: true } }
  },
  {
    name: 'extractor-unpacks',
    catalogue: 'odd',
    change: few(6, 12),
    seed: 407,
    config: { ...INCREMENTAL, platform_instance: 'p1' },
    extractorConfig: { unpack_mces_into_mcps: true }
  },
  {
    name: 'no-system-metadata',
    catalogue: 'plain',
    change: few(2, 5),
    seed: 408,
    recipe: { flags: { set_system_metadata: false, set_system_metadata_pipeline_name: false } }
  }
]

/** The steps behind the source that a recipe switches on and off. */
export const PROCESSOR_CASES: readonly ParityCase[] = CASES.map((it) => ({
  ...it,
  config: { extract_transforms: 'false', include_view_lineage: false, ignore_resource_links: true, ...it.config }
}))
