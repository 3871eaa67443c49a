import type { JsonObject } from '../../../src/core/json.ts'
import { type Random, seededRandom } from '../../emulator/random.ts'

/** What one case gives to the peer and to this project. */
export interface TransformCase {
  readonly name: string
  readonly transformers: readonly { readonly type: string; readonly config: JsonObject }[]
  readonly units: readonly CaseUnit[]
  readonly held: Readonly<Record<string, JsonObject>>
  readonly domains: Readonly<Record<string, string>>
}

export interface CaseUnit {
  readonly urn: string
  readonly entityType: string
  readonly aspectName: string
  readonly aspect: JsonObject
}

const TAGS = ['pii', 'team:sales', 'owner_ann', 'cost.high', 'ü', 'a b']
const TERMS = ['pii', 'Finance', 'a.b']
const USERS = ['urn:li:corpuser:ann', 'urn:li:corpGroup:data', 'urn:li:corpuser:svc_bob@x.org']
const DOMAINS = ['urn:li:domain:sales', 'urn:li:domain:1', 'Sales & more', 'marketing']
const NAMED = { 'Sales & more': 'urn:li:domain:named' }
const STAMP = { time: 7, actor: 'urn:li:corpuser:someone' }
const PATTERNS = ['.*', '.*t1.*', 'urn:li:dataset:.*glue,db\\.[a-m]', '.*(odd|even)', 't1', '.*PROD\\)$', '(?i).*T2']

/** Of these two in a row are compared: what the one does differently on purpose would show in the other. */
const PLAIN = [
  ...['mark_dataset_status', 'set_browse_path', 'set_dataset_browse_path', 'simple_add_dataset_properties'],
  ...['replace_external_url', 'simple_add_dataset_terms', 'simple_add_dataset_tags', 'simple_add_ownership']
]

/** Random transformers over random entities, of some of which DataHub holds something. */
export function randomCase(seed: number): TransformCase {
  const random = seededRandom(seed)
  const make = new Maker(random)
  const transformers = random.chance(0.8) ? [make.transformer()] : [make.transformer(PLAIN), make.transformer(PLAIN)]
  const tables = ['t1', 'even', 'odd', 'x.y', 'T2'].filter(() => random.chance(0.8))
  const units = [...make.container('c1'), ...tables.flatMap((name) => make.table(name))]
  const held = Object.assign(
    { 'urn:li:domain:marketing domainProperties': { name: 'm' } },
    ...units.map(({ urn }) => make.heldOf(urn))
  )
  return { name: `case-${seed}`, transformers, units, held, domains: NAMED }
}

class Maker {
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  #some<T>(items: readonly T[], chance = 0.4): T[] {
    return items.filter(() => this.#random.chance(chance))
  }

  #maybe(chance: number, make: () => JsonObject): JsonObject {
    return this.#random.chance(chance) ? make() : {}
  }

  container(name: string): CaseUnit[] {
    const urn = `urn:li:container:${name}`
    return [
      {
        urn,
        entityType: 'container',
        aspectName: 'containerProperties',
        aspect: { name, customProperties: {}, externalUrl: 'https://a.example/b/c' }
      }
    ]
  }

  table(name: string): CaseUnit[] {
    const urn = `urn:li:dataset:(urn:li:dataPlatform:glue,db.${name},PROD)`
    const aspects: Record<string, JsonObject> = {
      status: { removed: false },
      datasetProperties: {
        name,
        customProperties: { a: '1', b: '2' },
        tags: [],
        ...this.#maybe(0.5, () => ({ externalUrl: 'https://a.example/b/c' }))
      },
      schemaMetadata: this.#schema(name),
      ownership: this.#ownership(),
      globalTags: this.#tags(),
      glossaryTerms: this.#terms(),
      domains: { domains: this.#some(['urn:li:domain:sales', 'urn:li:domain:x']) },
      browsePathsV2: { path: [{ id: 'urn:li:container:c1', urn: 'urn:li:container:c1' }, { id: 'folder' }] },
      container: { container: 'urn:li:container:c1' }
    }
    const always = ['status', 'browsePathsV2', 'container']
    const names = Object.keys(aspects).filter((aspect) => always.includes(aspect) || this.#random.chance(0.6))
    return names.map((aspectName) => ({ urn, entityType: 'dataset', aspectName, aspect: aspects[aspectName] ?? {} }))
  }

  heldOf(urn: string): JsonObject {
    const possible: Record<string, () => JsonObject> = {
      globalTags: () => this.#tags(),
      glossaryTerms: () => this.#terms(),
      ownership: () => this.#ownership(),
      domains: () => ({ domains: this.#some(['urn:li:domain:held', 'urn:li:domain:sales']) }),
      browsePaths: () => ({ paths: this.#some(['/held/path', '/prod/glue/db/t1']) }),
      schemaMetadata: () => this.#schema('held'),
      datasetProperties: () => ({ customProperties: { held: 'yes', a: 'held' }, tags: [] }),
      // Both know it: the peer from DataHub, this project from the run.
      browsePathsV2: () => ({ path: [{ id: 'urn:li:container:c1', urn: 'urn:li:container:c1' }, { id: 'folder' }] }),
      container: () => ({ container: 'urn:li:container:c1' })
    }
    if (urn.includes(':container:')) return {}
    const always = ['browsePathsV2', 'container']
    const chosen = Object.entries(possible).filter(([name]) => always.includes(name) || this.#random.chance(0.5))
    return Object.fromEntries(chosen.map(([name, make]) => [`${urn} ${name}`, make()]))
  }

  #tags(): JsonObject {
    return {
      tags: this.#some(TAGS).map((tag) => ({ tag: `urn:li:tag:${tag}`, ...this.#maybe(0.2, () => ({ context: 'c' })) }))
    }
  }

  #terms(): JsonObject {
    return { terms: this.#some(TERMS).map((term) => ({ urn: `urn:li:glossaryTerm:${term}` })), auditStamp: STAMP }
  }

  #ownership(): JsonObject {
    const owners = this.#some(USERS).map((owner) => ({
      owner,
      type: this.#random.pick(['DATAOWNER', 'TECHNICAL_OWNER'])
    }))
    return { owners, ownerTypes: {}, lastModified: STAMP }
  }

  #schema(name: string): JsonObject {
    const field = (path: string): JsonObject => ({
      fieldPath: `[version=2.0].[type=string].${path}`,
      nullable: true,
      type: { type: { 'com.linkedin.schema.StringType': {} } },
      nativeDataType: 'string',
      recursive: false,
      isPartOfKey: false,
      ...this.#maybe(0.3, () => ({ globalTags: this.#tags() })),
      ...this.#maybe(0.3, () => ({ glossaryTerms: this.#terms() }))
    })
    return {
      schemaName: name,
      platform: 'urn:li:dataPlatform:glue',
      version: 0,
      created: { time: 0, actor: 'urn:li:corpuser:unknown' },
      lastModified: { time: 0, actor: 'urn:li:corpuser:unknown' },
      hash: '',
      platformSchema: { 'com.linkedin.schema.MySqlDDL': { tableSchema: '' } },
      fields: this.#some(['id', 'email', 'price'], 0.7).map(field)
    }
  }

  #merging(): JsonObject {
    return { semantics: this.#random.pick(['OVERWRITE', 'PATCH', 'patch']), replace_existing: this.#random.chance(0.3) }
  }

  #pattern(values: readonly string[], patterns: readonly string[] = PATTERNS): JsonObject {
    const rules = Object.fromEntries(this.#some(patterns).map((pattern) => [pattern, this.#some(values, 0.5)]))
    return { rules, first_match_only: this.#random.chance(0.5) }
  }

  transformer(among: readonly string[] = []): { readonly type: string; readonly config: JsonObject } {
    const types = Object.entries(this.#types()).filter(([name]) => among.length === 0 || among.includes(name))
    const [type, make] = this.#random.pick(types)
    return { type, config: make() }
  }

  #types(): Record<string, () => JsonObject> {
    const tags = TAGS.map((tag) => `urn:li:tag:${tag}`)
    const terms = TERMS.map((term) => `urn:li:glossaryTerm:${term}`)
    const fields = ['.*', '.*\\.email$', '\\[version=2.0\\].*id', 'email']
    const ownership = (): JsonObject => ({
      ...this.#merging(),
      ownership_type: this.#random.pick(['TECHNICAL_OWNER', 'dataowner', 'urn:li:ownershipType:steward'])
    })
    const types = (): JsonObject =>
      this.#maybe(0.4, () => ({ entity_types: this.#some(['dataset', 'container', 'chart'], 0.5) }))
    return {
      simple_add_dataset_tags: () => ({ ...this.#merging(), tag_urns: this.#some(tags, 0.5) }),
      pattern_add_dataset_tags: () => ({ ...this.#merging(), tag_pattern: this.#pattern(tags) }),
      extract_dataset_tags: () => ({
        ...this.#merging(),
        extract_tags_regex: this.#random.pick(['db\\.(t\\d)', '([^.]*)$', '(x)?y', '^(db)'])
      }),
      simple_add_dataset_terms: () => ({ ...this.#merging(), term_urns: this.#some(terms, 0.5) }),
      pattern_add_dataset_terms: () => ({ ...this.#merging(), term_pattern: this.#pattern(terms) }),
      tags_to_term: () => ({ ...this.#merging(), tags: this.#some(['pii', 'team', 'high', 'cost'], 0.6) }),
      pattern_add_dataset_schema_tags: () => ({ ...this.#merging(), tag_pattern: this.#pattern(tags, fields) }),
      pattern_add_dataset_schema_terms: () => ({ ...this.#merging(), term_pattern: this.#pattern(terms, fields) }),
      simple_add_dataset_ownership: () => ({ ...ownership(), owner_urns: this.#some(USERS, 0.5) }),
      pattern_add_dataset_ownership: () => ({
        ...ownership(),
        owner_pattern: this.#pattern(USERS),
        is_container: this.#random.chance(0.5)
      }),
      simple_add_ownership: () => ({ ...ownership(), ...types(), owner_urns: this.#some(USERS, 0.5) }),
      pattern_add_ownership: () => ({
        ...ownership(),
        ...types(),
        owner_pattern: this.#pattern(USERS),
        is_container: this.#random.chance(0.5)
      }),
      simple_remove_dataset_ownership: () => ({}),
      pattern_cleanup_ownership: () => ({ pattern_for_cleanup: this.#some(['svc_', '@.*$', 'a+'], 0.6) }),
      extract_ownership_from_tags: () => ({
        tag_pattern: this.#random.pick(['owner_', 'team:', '(\\w+):']),
        is_user: this.#random.chance(0.5),
        ...this.#maybe(0.4, () => ({ tag_character_mapping: { _: '@', team: 'crew', a: 'e' } })),
        ...this.#maybe(0.3, () => ({ email_domain: 'x.org' })),
        extract_owner_type_from_tag_pattern: this.#random.chance(0.3)
      }),
      simple_add_dataset_domain: () => ({
        ...this.#merging(),
        domains: this.#some(DOMAINS, 0.5),
        on_conflict: this.#random.pick(['DO_UPDATE', 'do_nothing'])
      }),
      pattern_add_dataset_domain: () => ({
        ...this.#merging(),
        domain_pattern: this.#pattern(DOMAINS),
        is_container: this.#random.chance(0.5)
      }),
      simple_add_domain: () => ({ ...this.#merging(), ...types(), domains: this.#some(DOMAINS, 0.5) }),
      pattern_add_domain: () => ({
        ...this.#merging(),
        ...types(),
        domain_pattern: this.#pattern(DOMAINS),
        is_container: this.#random.chance(0.5)
      }),
      domain_mapping_based_on_tags: () => ({
        ...this.#merging(),
        domain_mapping: { pii: 'urn:li:domain:pii', 'a b': 'marketing' }
      }),
      simple_add_dataset_properties: () => ({ ...this.#merging(), properties: { a: 'new', 'x/y~z': '1' } }),
      set_dataset_browse_path: () => ({
        ...this.#merging(),
        path_templates: this.#some(['/ENV/PLATFORM/DATASET_PARTS', '/fixed', '/PLATFORM/PLATFORM'], 0.7)
      }),
      set_browse_path: () => ({
        ...this.#merging(),
        path: this.#some(
          ['a', '$container[*]', '$container[0]', '$container[3]', 'urn:li:container:z', ' ', '$dataset[0]'],
          0.5
        )
      }),
      mark_dataset_status: () => ({ removed: this.#random.chance(0.5) }),
      replace_external_url: () => ({
        input_pattern: this.#random.pick(['/b/(c)', 'a+', '(?P<w>\\w)\\.']),
        replacement: this.#random.pick(['x', 'q\\g<0>', '\\n'])
      }),
      replace_external_url_container: () => ({ input_pattern: '\\b(\\w)/', replacement: '<\\1>' }),
      tags_to_structured_properties: () => ({
        process_key_value_tags: this.#random.chance(0.5),
        key_value_property_prefix: 'io.',
        tag_structured_property_map: { p1: { values: ['pii', 'ü'] }, p2: { values: ['pii', 'a b'] } },
        remove_original_tags: this.#random.chance(0.5)
      }),
      set_attribution: () => ({
        attribution_source: 'urn:li:platformResource:x/y',
        patch_mode: this.#random.chance(0.5),
        ...this.#maybe(0.3, () => ({ source_detail: { a: 'b' } }))
      }),
      simple_add_dataset_dataproduct: () => ({
        dataset_to_data_product_urns: { 'urn:li:dataset:(urn:li:dataPlatform:glue,db.t1,PROD)': 'urn:li:dataProduct:p' }
      }),
      pattern_add_dataset_dataproduct: () => ({
        dataset_to_data_product_urns_pattern: {
          rules: { '.*t1.*': ['urn:li:dataProduct:p'], '.*': ['urn:li:dataProduct:q'] }
        },
        is_container: this.#random.chance(0.5)
      })
    }
  }
}
