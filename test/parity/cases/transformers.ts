import type { JsonObject } from '../../../src/core/json.ts'
import type { HeldAspect } from '../../emulator/gms/gms.ts'
import type { ParityCase } from './case.ts'
import { few } from './processors.ts'

const dataset = (name: string): string => `urn:li:dataset:(urn:li:dataPlatform:glue,${name},PROD)`
const held = (name: string, aspectName: string, aspect: JsonObject): HeldAspect => ({
  urn: dataset(name),
  aspectName,
  aspect
})
const STAMP = { time: 7, actor: 'urn:li:corpuser:someone' }
const owner = (id: string, type = 'DATAOWNER'): JsonObject => ({ owner: `urn:li:corpuser:${id}`, type })

/** What people added to tables in DataHub: some of it the same as what the recipes add. */
const TABLES_HELD: readonly HeldAspect[] = [
  'db_000.table_000000',
  'db_000.table_000003',
  'db_001.table_000021'
].flatMap((name, index) => [
  held(name, 'globalTags', { tags: [{ tag: 'urn:li:tag:by hand' }, { tag: 'urn:li:tag:pii', context: 'why' }] }),
  held(name, 'glossaryTerms', { terms: [{ urn: 'urn:li:glossaryTerm:Held' }], auditStamp: STAMP }),
  held(name, 'ownership', {
    owners: [owner('ann'), owner('svc_bob@x.org', 'TECHNICAL_OWNER')],
    ownerTypes: {},
    lastModified: STAMP
  }),
  held(name, 'domains', { domains: [index === 0 ? 'urn:li:domain:held' : 'urn:li:domain:sales'] }),
  held(name, 'browsePaths', { paths: ['/held/path'] }),
  held(name, 'datasetProperties', { customProperties: { held: 'yes', classification: 'held' }, tags: [] })
])

const HELD: readonly HeldAspect[] = [
  ...TABLES_HELD,
  { urn: 'urn:li:domain:named', aspectName: 'domainProperties', aspect: { name: 'Sales & more' } }
]

const type = (name: string, config: JsonObject = {}): JsonObject => ({ type: name, config })
const PATCH = { semantics: 'PATCH' }
const rules = (by: Readonly<Record<string, readonly string[]>>, first = true): JsonObject => ({
  rules: by,
  first_match_only: first
})
const ODD_TABLES = '.*table_0000\\d[13579],.*'
const TAGS = { tag_urns: ['urn:li:tag:pii', 'urn:li:tag:Ünïcode b'] }
const TERMS = { term_urns: ['urn:li:glossaryTerm:Finance', 'urn:li:glossaryTerm:Held'] }
const OWNERS = { owner_urns: ['urn:li:corpuser:ann', 'urn:li:corpGroup:data'] }
const DOMAINS = { domains: ['urn:li:domain:sales'] }
const OWNER_RULES = rules({ [ODD_TABLES]: ['urn:li:corpuser:odd'], '.*db_001.*': ['urn:li:corpGroup:one'] }, false)

const RECIPES: Readonly<Record<string, readonly JsonObject[]>> = {
  'simple-tags': [type('simple_add_dataset_tags', TAGS)],
  'simple-tags-patch': [type('simple_add_dataset_tags', { ...TAGS, ...PATCH })],
  'pattern-tags': [type('pattern_add_dataset_tags', { tag_pattern: rules({ [ODD_TABLES]: ['urn:li:tag:odd'] }) })],
  'pattern-tags-patch': [
    type('pattern_add_dataset_tags', {
      ...PATCH,
      tag_pattern: rules({ '.*db_000.*': ['urn:li:tag:zero'], [ODD_TABLES]: ['urn:li:tag:odd'] }, false)
    })
  ],
  'tags-from-names': [type('extract_dataset_tags', { extract_tags_from: 'urn', extract_tags_regex: '(db_\\d+)\\.' })],
  'field-tags': [type('pattern_add_dataset_schema_tags', { tag_pattern: rules({ '.*(0|a)$': ['urn:li:tag:field'] }) })],
  'field-terms-patch': [
    type('pattern_add_dataset_schema_terms', {
      ...PATCH,
      term_pattern: rules({ '.*(1|e)$': ['urn:li:glossaryTerm:field'] })
    })
  ],
  'simple-terms': [type('simple_add_dataset_terms', TERMS)],
  'simple-terms-patch': [type('simple_add_dataset_terms', { ...TERMS, ...PATCH })],
  'pattern-terms': [
    type('pattern_add_dataset_terms', { term_pattern: rules({ [ODD_TABLES]: ['urn:li:glossaryTerm:odd'] }) })
  ],
  'simple-ownership': [
    type('simple_add_ownership', { ...OWNERS, ownership_type: 'urn:li:ownershipType:steward', replace_existing: true })
  ],
  'simple-ownership-patch': [type('simple_add_dataset_ownership', { ...OWNERS, ...PATCH })],
  'pattern-ownership': [
    type('pattern_add_ownership', { owner_pattern: OWNER_RULES, entity_types: ['dataset', 'container'] })
  ],
  'pattern-ownership-patch': [
    type('pattern_add_dataset_ownership', { ...PATCH, owner_pattern: OWNER_RULES, ownership_type: 'producer' })
  ],
  'no-ownership': [type('simple_remove_dataset_ownership')],
  'clean-ownership': [type('pattern_cleanup_ownership', { pattern_for_cleanup: ['svc_', '@.*$'] })],
  'simple-domain': [type('simple_add_dataset_domain', DOMAINS)],
  'simple-domain-patch': [type('simple_add_dataset_domain', { ...DOMAINS, ...PATCH })],
  'simple-domain-unless-held': [type('simple_add_dataset_domain', { ...DOMAINS, on_conflict: 'DO_NOTHING' })],
  'pattern-domain': [
    type('pattern_add_domain', {
      domain_pattern: rules({ [ODD_TABLES]: ['urn:li:domain:odd'] }),
      replace_existing: true
    })
  ],
  'domain-by-name': [type('simple_add_domain', { domains: ['Sales & more'], entity_types: ['dataset', 'container'] })],
  'domain-by-tags': [
    type('domain_mapping_based_on_tags', { domain_mapping: { pii: 'urn:li:domain:pii', other: 'urn:li:domain:x' } })
  ],
  'domain-by-tags-patch': [
    type('domain_mapping_based_on_tags', { ...PATCH, domain_mapping: { pii: 'urn:li:domain:pii' } })
  ],
  properties: [type('simple_add_dataset_properties', { properties: { 'a/b~c': '1', classification: 'new' } })],
  'properties-patch': [type('simple_add_dataset_properties', { ...PATCH, properties: { team: 'ü' } })],
  'properties-replaced': [
    type('simple_add_dataset_properties', { replace_existing: true, properties: { only: 'this' } })
  ],
  'legacy-browse-path': [
    type('set_dataset_browse_path', { ...PATCH, path_templates: ['/ENV/PLATFORM/DATASET_PARTS', '/fixed'] })
  ],
  'browse-path': [
    type('set_browse_path', { path: ['home', '$container[*]', '$container[5]'], replace_existing: true })
  ],
  status: [type('mark_dataset_status', { removed: true })],
  'owners-from-tags': [
    type('simple_add_dataset_tags', { tag_urns: ['urn:li:tag:owner_ann', 'urn:li:tag:owner_bob_x'] }),
    type('extract_ownership_from_tags', { tag_pattern: 'owner_', email_domain: 'x.org' })
  ],
  'properties-from-tags': [
    type('simple_add_dataset_tags', { tag_urns: ['urn:li:tag:pii', 'urn:li:tag:team:sales'] }),
    type('tags_to_structured_properties', {
      process_key_value_tags: true,
      key_value_property_prefix: 'io.',
      tag_structured_property_map: { p1: { values: ['pii'] } }
    })
  ],
  'external-urls': [
    type('replace_external_url', { input_pattern: 'a', replacement: 'b' }),
    type('replace_external_url_container', { input_pattern: '(\\w+)$', replacement: '<\\1>' })
  ],
  'data-products': [
    type('pattern_add_dataset_dataproduct', {
      dataset_to_data_product_urns_pattern: rules({ [ODD_TABLES]: ['urn:li:dataProduct:odd'] })
    }),
    type('simple_add_dataset_dataproduct', {
      dataset_to_data_product_urns: { [dataset('db_000.table_000000')]: 'urn:li:dataProduct:p' }
    })
  ],
  'usage-users': [type('pattern_cleanup_dataset_usage_user', { pattern_for_cleanup: ['svc_'] })],
  'several-on-one-aspect': [
    type('simple_add_dataset_tags', TAGS),
    type('pattern_add_dataset_tags', { ...PATCH, tag_pattern: rules({ '.*': ['urn:li:tag:all'] }) }),
    type('extract_dataset_tags', { extract_tags_from: 'urn', extract_tags_regex: 'table_(\\d+)' })
  ],
  'several-aspects': [
    type('simple_add_dataset_ownership', { ...OWNERS, ...PATCH }),
    type('simple_add_dataset_terms', { ...TERMS, ...PATCH }),
    type('simple_add_domain', { ...DOMAINS, ...PATCH }),
    type('simple_add_dataset_properties', { properties: { a: '1' } }),
    type('mark_dataset_status', { removed: false }),
    type('set_browse_path', { path: ['home'] })
  ]
}

/** Each aspect by itself: of several in one event the peer's set_attribution keeps one. */
const UNPACKED: Readonly<Record<string, readonly JsonObject[]>> = {
  attribution: [
    type('simple_add_dataset_tags', TAGS),
    type('set_attribution', { attribution_source: 'urn:li:platformResource:x/y' })
  ],
  'attribution-item-by-item': [
    type('simple_add_dataset_ownership', OWNERS),
    type('simple_add_dataset_terms', TERMS),
    type('set_attribution', {
      attribution_source: 'urn:li:platformResource:x',
      patch_mode: true,
      source_detail: { a: 'b' }
    })
  ],
  'unpacked-several': RECIPES['several-aspects'] ?? []
}

/** Over properties that are a PATCH already. */
const INCREMENTAL: Readonly<Record<string, readonly JsonObject[]>> = {
  'incremental-tags': [type('simple_add_dataset_tags', { ...TAGS, ...PATCH })],
  'incremental-urls': [type('replace_external_url', { input_pattern: 'a', replacement: 'b' })],
  'incremental-properties': [type('simple_add_dataset_properties', { properties: { team: 'x' } })]
}

const casesOf = (
  recipes: Readonly<Record<string, readonly JsonObject[]>>,
  firstSeed: number,
  more: Partial<ParityCase> = {}
): readonly ParityCase[] =>
  Object.entries(recipes).map(([name, transformers], index) => ({
    name: `transform-${name}`,
    catalogue: 'plain',
    change: few(2, 12),
    seed: firstSeed + index,
    recipe: { transformers },
    standIns: { gms: { holds: HELD } },
    ...more,
    config: { extract_transforms: 'false', include_view_lineage: false, ignore_resource_links: true, ...more.config }
  }))

/** Transformers in whole recipes, over tables that people have changed in DataHub. */
export const TRANSFORMER_CASES: readonly ParityCase[] = [
  ...casesOf(RECIPES, 501),
  ...casesOf(UNPACKED, 601, { extractorConfig: { unpack_mces_into_mcps: true } }),
  ...casesOf(INCREMENTAL, 621, { config: { incremental_properties: true } })
]
