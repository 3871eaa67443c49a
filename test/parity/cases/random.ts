import type { JsonObject } from '../../../src/core/json.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'
import type { ParityCase, Runner, SecondRun } from './case.ts'
import { few } from './processors.ts'

/*
 * Recipes with options and transformers drawn by chance, over catalogues that change between two runs. They are not part of
 * the suite: `npm run test:parity -- random-1 random-2` runs those of these seeds.
 */

type Chances = Readonly<Record<string, (random: Random) => JsonObject[string]>>

const yes = (): boolean => true
const no = (): boolean => false

/** Options of the source, and what each is drawn from. */
const CONFIG: Chances = {
  platform: (random) => random.pick(['glue', 'glue', 'athena']),
  platform_instance: (random) => random.pick(['lake', 'Prod.EU', 'a b']),
  env: (random) => random.pick(['DEV', 'prod', 'qa']),
  extract_owners: no,
  ignore_resource_links: yes,
  emit_storage_lineage: yes,
  glue_storage_lineage_direction: () => 'downstream',
  include_column_lineage: no,
  include_view_lineage: no,
  domain: () => ({ 'urn:li:domain:odd': { allow: ['.*[13579]$'] }, 'urn:li:domain:rest': { deny: ['.*[13579]$'] } }),
  extract_delta_schema_from_parameters: yes,
  extract_column_parameters: yes,
  incremental_properties: yes,
  database_pattern: () => ({ deny: ['.*_00[3-9]$'] }),
  table_pattern: () => ({ deny: ['.*0$'] })
}

const KEY_VALUES = (value: string): JsonObject => ({
  rules: { '.*[02468],[A-Z]+\\)$': [value] },
  first_match_only: false
})

const TRANSFORMERS: Chances = {
  simple_add_dataset_tags: () => ({ tag_urns: ['urn:li:tag:a', 'urn:li:tag:Ünï'] }),
  pattern_add_dataset_tags: () => ({ tag_pattern: KEY_VALUES('urn:li:tag:even') }),
  simple_add_dataset_terms: () => ({ term_urns: ['urn:li:glossaryTerm:T'] }),
  simple_add_ownership: (random) => ({
    owner_urns: ['urn:li:corpuser:ann'],
    ...(random.chance(0.5) ? { entity_types: ['dataset', 'container'] } : {})
  }),
  pattern_add_ownership: () => ({ owner_pattern: KEY_VALUES('urn:li:corpGroup:even') }),
  simple_add_dataset_domain: () => ({ domains: ['urn:li:domain:x'] }),
  pattern_add_dataset_schema_tags: () => ({ tag_pattern: { rules: { '.*id.*': ['urn:li:tag:id'] } } }),
  pattern_add_dataset_schema_terms: () => ({ term_pattern: { rules: { '.*name.*': ['urn:li:glossaryTerm:N'] } } }),
  set_browse_path: (random) => ({ path: ['top', '$container[0]'], replace_existing: random.chance(0.5) }),
  set_dataset_browse_path: () => ({ path_templates: ['/ENV/PLATFORM/DATASET_PARTS'] }),
  mark_dataset_status: (random) => ({ removed: random.chance(0.3) }),
  replace_external_url: () => ({ input_pattern: 'aws', replacement: 'sky' }),
  tags_to_structured_properties: () => ({ process_key_value_tags: true })
}

/** Switches of the pipeline. */
const FLAGS: Chances = {
  generate_browse_path_v2: no,
  generate_browse_path_v2_dry_run: yes,
  set_system_metadata: no
}

/** The case of a seed. */
export function randomCase(seed: number): ParityCase {
  const random = seededRandom(seed)
  const catalogue = random.pick(['plain', 'realistic', 'odd'] as const)
  const transformers = random.chance(0.5) ? drawn(TRANSFORMERS, 0.2, random) : {}
  const pairs = Object.entries(transformers).map(([type, config]) => ({ type, config: merging(type, config, random) }))
  const by: readonly [Runner, Runner] = random.pick([
    ['ours', 'ours'],
    ['peer', 'ours'],
    ['ours', 'peer']
  ] as const)
  return {
    name: `random-${seed}`,
    catalogue,
    seed,
    config: {
      ...drawn(CONFIG, 0.2, random),
      ...(catalogue === 'odd' ? { include_view_lineage: false } : {}),
      stateful_ingestion: { enabled: true, fail_safe_threshold: random.pick([20, 50, 75, 99.5]) }
    },
    sink: random.pick([{}, {}, { endpoint: 'OPENAPI' }, { mode: 'SYNC' }, { max_per_batch: 7 }]),
    recipe: {
      pipeline_name: random.pick(['nightly', 'nightly, (eu)']),
      flags: drawn(FLAGS, 0.15, random),
      ...(pairs.length === 0 ? {} : { transformers: pairs })
    },
    change: (all) => without('no_CatalogId', few(5, 20)(all)),
    ...(random.chance(0.3) ? { gmsVersion: '1.7.1' } : {}),
    again: { change: changeBy(seed + 1, pairs.length === 0), by }
  }
}

function drawn(chances: Chances, share: number, random: Random): JsonObject {
  const names = Object.keys(chances).filter(() => random.chance(share))
  return Object.fromEntries(names.map((name) => [name, chances[name]?.(random) ?? null]))
}

/** With PATCH the peer shows a tag of a column twice. */
const MERGING = /^(simple|pattern)_add(?!.*_schema_)/

function merging(type: string, config: JsonObject[string] | undefined, random: Random): JsonObject {
  const own = { ...(config as JsonObject) }
  return MERGING.test(type) && random.chance(0.4) ? { ...own, semantics: 'PATCH' } : own
}

/** Without the table that the peer fails at: after any failure it removes nothing. */
const without = (name: string, catalogue: Catalogue): Catalogue =>
  catalogue.map(({ database, tables }) => ({
    database,
    tables: Array.from(tables).filter(({ Name }) => Name !== name)
  }))

/**
 * Some tables get another description, and, unless there are transformers, some go, or a database as a whole: the peer's
 * transformers write to what it removes. No database loses much.
 */
function changeBy(seed: number, isDropping: boolean): SecondRun['change'] {
  return (catalogue) => {
    const random = seededRandom(seed)
    const share = isDropping ? random.pick([0, 0.1, 0.25]) : 0
    const kept = isDropping && random.chance(0.3) ? catalogue.slice(0, -1) : catalogue
    return kept.map(({ database, tables }) => {
      const all = Array.from(tables)
      const left = all.filter(() => !random.chance(share))
      const changed = (left.length === 0 || left.length * 5 < all.length * 4 ? all : left).map((table) =>
        random.chance(0.1) ? { ...table, Description: 'another' } : table
      )
      return { database, tables: changed }
    })
  }
}
