import { option, required, section } from '../../../core/config/option.ts'
import { flag, list, orNull, record, schemaOf, type Type, text } from '../../../core/config/types.ts'
import { MERGING, mergingOf, type TransformerType, transformer, urn } from './shared.ts'

const PROPERTIES = { ...MERGING, properties: required(record(text), 'Names and values.') } as const

const STATUS = { removed: required(flag, 'Whether datasets are marked as removed.') } as const

const KEYWORDS = section(
  { values: required(list(text), 'Tags that are values of the property.') } as const,
  'tag_structured_property_map'
)

const FROM_TAGS = {
  ...MERGING,
  process_key_value_tags: option(flag, false, 'Whether a tag `key:value` is a property of its own.'),
  key_value_separator: option(text, ':', 'What stands between key and value.'),
  key_value_property_prefix: option(text, '', 'What is put before the key to make the property’s id.'),
  tag_structured_property_map: option(record(KEYWORDS), {}, 'Ids of properties, and the tags that are their values.'),
  remove_original_tags: option(flag, false, 'Whether the tags are left out.')
} as const

const anyUrn = urn()

/** An urn, or nothing but space, which the peer lets pass (set_attribution.py validate_actor_urn). */
const actor: Type<string> = {
  name: anyUrn.name,
  schema: schemaOf(text),
  read(node, context) {
    const isBlank = node.kind === 'scalar' && node.type === 'string' && node.value.trim() === ''
    return (isBlank ? text : anyUrn).read(node, context)
  }
}

const ATTRIBUTION = {
  attribution_source: required(urn(), 'The urn of what tags, owners and terms come from.'),
  actor: option(orNull(actor), 'urn:li:corpuser:datahub', 'The urn of who says so.'),
  source_detail: option(orNull(record(text)), null, 'More about the source.'),
  patch_mode: option(flag, false, 'Whether what the source said before stays beside it.')
} as const

/** Transformers of what is written about an entity. */
export const CONTENT: Readonly<Record<string, TransformerType>> = {
  simple_add_dataset_properties: transformer('Adds custom properties to each dataset.', PROPERTIES, (values) => ({
    kind: 'add-properties',
    ...mergingOf(values),
    properties: values.properties
  })),
  mark_dataset_status: transformer('Marks each dataset as removed, or as not removed.', STATUS, ({ removed }) => ({
    kind: 'status',
    removed
  })),
  tags_to_structured_properties: transformer('Makes structured properties of tags.', FROM_TAGS, (values) => ({
    kind: 'properties-from-tags',
    keyValue: values.process_key_value_tags
      ? { separator: values.key_value_separator, prefix: values.key_value_property_prefix }
      : null,
    keywords: Object.fromEntries(Object.entries(values.tag_structured_property_map).map(([id, it]) => [id, it.values])),
    removeTags: values.remove_original_tags
  })),
  set_attribution: transformer('Tells of tags, owners and terms where they come from.', ATTRIBUTION, (values) => ({
    kind: 'attribution',
    source: values.attribution_source,
    actor: values.actor,
    sourceDetail: values.source_detail,
    itemByItem: values.patch_mode
  }))
}
