import { type ConfigNode, entryOf } from '../../../core/config/node.ts'
import { option, required } from '../../../core/config/option.ts'
import {
  checked,
  choice,
  flag,
  INVALID,
  list,
  mismatch,
  type ReadContext,
  record,
  schemaOf,
  type Type,
  text
} from '../../../core/config/types.ts'
import { always } from '../../../core/key-values.ts'
import { compileReplacement } from '../../../core/pattern-replace.ts'
import { entityTypes, typesOf } from './people.ts'
import {
  keyValues,
  MERGING,
  mergingOf,
  NO_VALUES,
  type TransformerType,
  tellPattern,
  transformer,
  urn
} from './shared.ts'

const ENTITY_TYPES = {
  entity_types: option(entityTypes, null, 'Which kinds of entities get domains; the dataset_ forms pay no heed to it.')
} as const

const SIMPLE_DOMAIN = {
  ...MERGING,
  ...ENTITY_TYPES,
  domains: required(list(text), 'The domains, as urns, ids or names.'),
  on_conflict: option(
    choice(['DO_UPDATE', 'DO_NOTHING'], { fold: true }),
    'DO_UPDATE',
    'DO_NOTHING leaves alone what has a domain in DataHub.'
  )
} as const

const PATTERN_DOMAIN = {
  ...MERGING,
  ...ENTITY_TYPES,
  domain_pattern: option(keyValues(), NO_VALUES, 'Domains, as urns, ids or names by pattern.'),
  is_container: option(flag, false, 'Whether the containers of what gets a domain get it too.')
} as const

const simpleDomain = (doc: string, legacy: boolean): TransformerType =>
  transformer(doc, SIMPLE_DOMAIN, (values) => ({
    kind: 'add-domains',
    ...mergingOf(values),
    domains: always(values.domains),
    entityTypes: legacy ? ['dataset'] : typesOf(values.entity_types),
    containers: false,
    keepExisting: values.on_conflict === 'DO_NOTHING'
  }))

const patternDomain = (doc: string, legacy: boolean): TransformerType =>
  transformer(doc, PATTERN_DOMAIN, (values) => ({
    kind: 'add-domains',
    ...mergingOf(values),
    domains: values.domain_pattern,
    entityTypes: legacy ? ['dataset'] : typesOf(values.entity_types),
    containers: values.is_container,
    keepExisting: false
  }))

const BY_TAGS = { ...MERGING, domain_mapping: required(record(text), 'Names of tags, and their domains.') } as const

const LEGACY_PATH = {
  ...MERGING,
  path_templates: required(list(text), 'Paths with PLATFORM, DATASET_PARTS, ENV.')
} as const
const PATH = {
  ...MERGING,
  path: required(list(text), 'Entries of the path; $container[*] stands for those there are.')
} as const

const PRODUCT = urn('dataProduct')
const PRODUCTS = {
  dataset_to_data_product_urns: required(record(PRODUCT), 'Urns of datasets, and their data products.')
} as const

/** A dataset is an asset of one data product at most. */
const oneProduct: Type<readonly string[]> = {
  name: 'an urn of a data product, or a list with one',
  schema: { anyOf: [schemaOf(PRODUCT), { type: 'array', items: schemaOf(PRODUCT), maxItems: 1 }] },
  read(node: ConfigNode, context: ReadContext) {
    if (node.kind !== 'list') {
      const product = PRODUCT.read(node, context)
      return product === INVALID ? INVALID : [product]
    }
    if (node.items.length > 1) return mismatch(node, this.name, context, 'leave one: a dataset has one data product')
    return list(PRODUCT).read(node, context)
  }
}

const PRODUCT_PATTERN = {
  dataset_to_data_product_urns_pattern: required(
    checked(keyValues(PRODUCT, oneProduct), (values, node, context) => {
      if (node.kind === 'map' && entryOf(node, 'rules') !== undefined) return values
      return mismatch(node, 'a mapping with `rules`', context)
    }),
    'Data products, as urns by pattern.'
  ),
  is_container: option(flag, false, 'Whether the container of a dataset becomes an asset too.')
} as const

const URL = {
  input_pattern: required(text, 'A pattern of what is replaced in the address.'),
  replacement: required(text, 'What takes its place; \\1 is what the first group matched.')
} as const

const externalUrl = (doc: string, entityType: 'dataset' | 'container'): TransformerType =>
  transformer(doc, URL, (values, node, context) => {
    const compiled = compileReplacement(values.input_pattern, values.replacement)
    if (compiled.ok) return { kind: 'external-url', entityType, replace: compiled.value }
    return tellPattern(compiled.error, values.input_pattern, { at: node.at, context })
  })

/** Transformers of where an entity belongs, and of its addresses. */
export const PLACE: Readonly<Record<string, TransformerType>> = {
  simple_add_domain: simpleDomain('Puts each entity into domains.', false),
  pattern_add_domain: patternDomain('Puts entities into domains, by patterns of their urns.', false),
  simple_add_dataset_domain: simpleDomain('Puts each dataset into domains.', true),
  pattern_add_dataset_domain: patternDomain('Puts datasets into domains, by patterns of their urns.', true),
  domain_mapping_based_on_tags: transformer('Puts datasets into domains by their tags.', BY_TAGS, (values) => ({
    kind: 'domains-by-tags',
    ...mergingOf(values),
    domains: values.domain_mapping
  })),
  set_dataset_browse_path: transformer('Gives datasets browse paths of the old kind.', LEGACY_PATH, (values) => ({
    kind: 'legacy-browse-path',
    ...mergingOf(values),
    templates: values.path_templates
  })),
  set_browse_path: transformer('Gives entities a browse path.', PATH, (values) => ({
    kind: 'browse-path',
    ...mergingOf(values),
    path: values.path
  })),
  simple_add_dataset_dataproduct: transformer(
    'Makes datasets, by their urns, assets of data products.',
    PRODUCTS,
    ({ dataset_to_data_product_urns: products }) => ({
      kind: 'data-products',
      productsOf: { valuesOf: (urn) => (Object.hasOwn(products, urn) ? [products[urn] ?? ''] : []) },
      containers: false
    })
  ),
  pattern_add_dataset_dataproduct: transformer(
    'Makes datasets, by patterns of their urns, assets of data products.',
    PRODUCT_PATTERN,
    (values) => ({
      kind: 'data-products',
      productsOf: values.dataset_to_data_product_urns_pattern,
      containers: values.is_container
    })
  ),
  replace_external_url: externalUrl('Replaces a part of the address that datasets link to.', 'dataset'),
  replace_external_url_container: externalUrl('Replaces a part of the address that containers link to.', 'container')
}
