import type { Catalogue } from '../../emulator/catalogue/types.ts'
import { seededRandom } from '../../emulator/random.ts'
import type { ParityCase, SecondRun } from './case.ts'
import { few } from './processors.ts'

const STATEFUL = { stateful_ingestion: { enabled: true } }
const NAMED = { pipeline_name: 'nightly' }

/** A catalogue without some of its tables, drawn by chance. No database loses all. */
const dropping =
  (seed: number, share: number) =>
  (catalogue: Catalogue): Catalogue => {
    const random = seededRandom(seed)
    return catalogue.map(({ database, tables }) => {
      const all = Array.from(tables)
      const left = all.filter(() => !random.chance(share))
      return { database, tables: left.length > all.length / 2 ? left : all }
    })
  }

/** A catalogue without its last databases. */
const droppingDatabases =
  (count: number) =>
  (catalogue: Catalogue): Catalogue =>
    catalogue.slice(0, -count)

/** Without the table that the peer fails at: after any failure it removes nothing. */
const unbroken = (catalogue: Catalogue): Catalogue =>
  catalogue.map(({ database, tables }) => ({
    database,
    tables: Array.from(tables).filter(({ Name }) => Name !== 'no_CatalogId')
  }))

const both =
  (...changes: readonly SecondRun['change'][]): SecondRun['change'] =>
  (catalogue) =>
    changes.reduce((changed, change) => change(changed), catalogue)

/** Two runs with drops in between, and the state that they leave. */
export const STATEFUL_CASES: readonly ParityCase[] = [
  { name: 'stateful-first', catalogue: 'realistic', seed: 501, config: STATEFUL, recipe: NAMED },
  {
    name: 'stateful-tables-dropped',
    catalogue: 'realistic',
    seed: 502,
    config: STATEFUL,
    recipe: NAMED,
    again: { change: dropping(1, 0.2) }
  },
  {
    name: 'stateful-databases-dropped',
    catalogue: 'plain',
    change: few(6, 10),
    seed: 503,
    config: STATEFUL,
    recipe: NAMED,
    again: { change: both(droppingDatabases(2), dropping(2, 0.1)) }
  },
  {
    name: 'stateful-odd',
    catalogue: 'odd',
    change: unbroken,
    seed: 504,
    config: { ...STATEFUL, include_view_lineage: false },
    recipe: NAMED,
    again: { change: dropping(3, 0.15) }
  },
  {
    name: 'stateful-nothing-dropped',
    catalogue: 'plain',
    change: few(3, 10),
    seed: 505,
    config: STATEFUL,
    recipe: NAMED,
    again: { change: (catalogue) => catalogue }
  },
  {
    name: 'stateful-instance',
    catalogue: 'realistic',
    seed: 506,
    config: { ...STATEFUL, platform_instance: 'prod.eu', env: 'DEV' },
    recipe: { pipeline_name: 'nightly, (eu)' },
    again: { change: both(dropping(4, 0.2), droppingDatabases(1)) }
  },
  {
    name: 'stateful-athena',
    catalogue: 'plain',
    change: few(4, 10),
    seed: 507,
    config: { ...STATEFUL, platform: 'athena' },
    recipe: NAMED,
    again: { change: dropping(5, 0.3) }
  },
  {
    name: 'stateful-status-patched',
    catalogue: 'plain',
    change: few(4, 10),
    seed: 508,
    config: STATEFUL,
    recipe: NAMED,
    gmsVersion: '1.7.1',
    again: { change: dropping(6, 0.3) }
  },
  {
    name: 'stateful-over-the-threshold',
    catalogue: 'plain',
    change: few(8, 10),
    seed: 509,
    config: { stateful_ingestion: { enabled: true, fail_safe_threshold: 20 } },
    recipe: NAMED,
    again: { change: droppingDatabases(4) }
  },
  {
    name: 'stateful-below-the-threshold',
    catalogue: 'plain',
    change: few(8, 10),
    seed: 510,
    config: { stateful_ingestion: { enabled: true, fail_safe_threshold: 50 } },
    recipe: NAMED,
    again: { change: droppingDatabases(4) }
  },
  {
    name: 'stateful-pattern-changed',
    catalogue: 'plain',
    change: few(5, 10),
    seed: 511,
    config: STATEFUL,
    recipe: NAMED,
    again: {
      change: (catalogue) => catalogue,
      config: { ...STATEFUL, database_pattern: { deny: ['db_001'] }, table_pattern: { deny: ['db_002\\..*[13579]$'] } }
    }
  },
  {
    name: 'stateful-old-state-ignored',
    catalogue: 'plain',
    change: few(4, 10),
    seed: 512,
    config: { stateful_ingestion: { enabled: true, ignore_old_state: true } },
    recipe: NAMED,
    again: { change: dropping(7, 0.2) }
  },
  {
    name: 'stateful-new-state-ignored',
    catalogue: 'plain',
    change: few(4, 10),
    seed: 513,
    config: STATEFUL,
    recipe: NAMED,
    again: {
      change: dropping(8, 0.2),
      config: { stateful_ingestion: { enabled: true, ignore_new_state: true } }
    }
  },
  {
    name: 'stateful-not-removing',
    catalogue: 'plain',
    change: few(4, 10),
    seed: 514,
    config: { stateful_ingestion: { enabled: true, remove_stale_metadata: false } },
    recipe: NAMED,
    again: { change: dropping(9, 0.2) }
  },
  {
    name: 'stateful-storage-lineage',
    catalogue: 'realistic',
    seed: 515,
    config: { ...STATEFUL, emit_storage_lineage: true, glue_storage_lineage_direction: 'downstream' },
    recipe: NAMED,
    again: { change: dropping(10, 0.2) }
  },
  {
    name: 'stateful-transformers',
    catalogue: 'realistic',
    seed: 516,
    config: STATEFUL,
    recipe: {
      ...NAMED,
      transformers: [{ type: 'simple_add_dataset_tags', config: { tag_urns: ['urn:li:tag:nightly'] } }]
    },
    again: { change: dropping(11, 0.2) }
  },
  {
    name: 'stateful-peer-then-ours',
    catalogue: 'realistic',
    seed: 517,
    config: STATEFUL,
    recipe: NAMED,
    again: { change: both(dropping(12, 0.2), droppingDatabases(1)), by: ['peer', 'ours'] }
  },
  {
    name: 'stateful-ours-then-peer',
    catalogue: 'realistic',
    seed: 518,
    config: STATEFUL,
    recipe: NAMED,
    again: { change: both(dropping(13, 0.2), droppingDatabases(1)), by: ['ours', 'peer'] }
  },
  {
    name: 'stateful-ours-then-peer-odd',
    catalogue: 'odd',
    change: unbroken,
    seed: 519,
    config: { ...STATEFUL, include_view_lineage: false, platform_instance: 'lake' },
    recipe: NAMED,
    again: { change: dropping(14, 0.15), by: ['ours', 'peer'] }
  },
  {
    // Properties that no column has any more are not the peer's to remove: its own runs do not tell their state of them.
    name: 'stateful-ours-then-peer-column-parameters',
    catalogue: 'odd',
    change: unbroken,
    seed: 520,
    config: { ...STATEFUL, include_view_lineage: false, extract_column_parameters: true },
    recipe: NAMED,
    again: {
      change: (catalogue) => catalogue,
      config: { ...STATEFUL, include_view_lineage: false },
      by: ['ours', 'peer']
    }
  },
  {
    name: 'stateful-ours-then-peer-lf-tags',
    catalogue: 'realistic',
    seed: 521,
    config: { ...STATEFUL, extract_lakeformation_tags: true },
    recipe: NAMED,
    standIns: { aws: { lakeFormation: { tags: 'plain' } } },
    again: { change: (catalogue) => catalogue, config: STATEFUL, by: ['ours', 'peer'] }
  }
]
