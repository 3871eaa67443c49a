import { PROFILING, withStatistics } from '../../emulator/catalogue/partitions.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import type { ParityCase } from './case.ts'

const TABLES = { extract_transforms: false, include_view_lineage: false, ignore_resource_links: true }

/** A catalogue with statistics, whose partitions fit into the one page that the peer reads. */
const profiled = (seed: number) => ({
  seed,
  change: (all: Catalogue): Catalogue =>
    all.map((entry) => ({ ...entry, tables: Array.from(entry.tables, (table) => withStatistics(table, seed)) })),
  standIns: { aws: { glue: { partitions: { seed, most: 12 } } } }
})

/** Profiles from parameters of tables, columns and partitions. */
export const PROFILE_CASES: readonly ParityCase[] = [
  { name: 'profiles', catalogue: 'realistic', ...profiled(71), config: { ...TABLES, profiling: PROFILING } },
  {
    name: 'profiles-plain',
    catalogue: 'plain',
    ...profiled(72),
    config: { ...TABLES, profiling: PROFILING, platform_instance: 'pi' }
  },
  {
    name: 'profiles-table-level',
    catalogue: 'realistic',
    ...profiled(73),
    config: { ...TABLES, profiling: { ...PROFILING, profile_table_level_only: true } }
  },
  {
    name: 'profiles-some-keys',
    catalogue: 'realistic',
    ...profiled(74),
    config: {
      ...TABLES,
      profiling: { enabled: true, row_count: 'numRows', max: 'largest', null_proportion: 'nullShare' }
    }
  },
  {
    name: 'profiles-no-keys',
    catalogue: 'realistic',
    ...profiled(75),
    config: { ...TABLES, profiling: { enabled: true } }
  },
  {
    name: 'profiles-partition-patterns',
    catalogue: 'realistic',
    ...profiled(76),
    config: {
      ...TABLES,
      profiling: { ...PROFILING, partition_patterns: { allow: [".*'2024-.*", '.*it\\x27s.*'], deny: [".*-02'}"] } }
    }
  },
  {
    name: 'profiles-every-day',
    catalogue: 'realistic',
    ...profiled(77),
    config: {
      ...TABLES,
      profiling: {
        ...PROFILING,
        operation_config: { lower_freq_profile_enabled: true, profile_day_of_week: (new Date().getUTCDay() + 6) % 7 }
      }
    }
  },
  {
    name: 'profiles-other-day',
    catalogue: 'realistic',
    ...profiled(78),
    config: {
      ...TABLES,
      profiling: {
        ...PROFILING,
        operation_config: { lower_freq_profile_enabled: true, profile_day_of_week: (new Date().getUTCDay() + 8) % 7 }
      }
    }
  }
]
