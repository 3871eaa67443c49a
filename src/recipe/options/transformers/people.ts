import { type ConfigNode, entryOf, shown } from '../../../core/config/node.ts'
import { option, required, type ValuesOf } from '../../../core/config/option.ts'
import {
  checked,
  flag,
  INVALID,
  type Invalid,
  list,
  orNull,
  type ReadContext,
  record,
  type Type,
  text
} from '../../../core/config/types.ts'
import { always, type KeyValues } from '../../../core/key-values.ts'
import { compileFind, type FindGroup } from '../../../core/pattern-find.ts'
import { compileReplacement, type Replace } from '../../../core/pattern-replace.ts'
import { quoted } from '../../../core/quote.ts'
import type { OwnershipType } from '../../../model/transformers.ts'
import type { EntityType } from '../../../model/work-unit.ts'
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

/** DataHub's own types of ownership (metadata/schema_classes.py OwnershipTypeClass). */
const TYPES = [
  ...['CUSTOM', 'TECHNICAL_OWNER', 'BUSINESS_OWNER', 'DATA_STEWARD', 'NONE', 'DEVELOPER', 'DATAOWNER', 'DELEGATE'],
  ...['PRODUCER', 'CONSUMER', 'STAKEHOLDER']
]

const TYPE_URN = /^urn:li:ownershipType:.+/

/** A type by its name in any case, or one of the company's own by its urn (mce_builder.py validate_ownership_type). */
const ownershipType: Type<OwnershipType> = checked(text, (value, node, context) => {
  if (TYPE_URN.test(value)) return { type: 'CUSTOM', typeUrn: value }
  const type = value.toUpperCase()
  if (TYPES.includes(type)) return { type, typeUrn: null }
  context.tell(node.at, 'error', {
    code: 'bad-value',
    message: `${node.kind === 'scalar' ? shown(node) : quoted(value)} is no type of ownership`,
    cure: `write one of ${TYPES.join(', ')}, or urn:li:ownershipType:…`
  })
  return INVALID
})

/** Kinds of entities; those that a Glue source never makes are accepted and change nothing. */
export const entityTypes = orNull(list(text))

/** Everything that a Glue source makes and that can have owners and domains. */
export const ALL_TYPES: readonly EntityType[] = ['dataset', 'container', 'dataJob', 'dataFlow']

export const typesOf = (given: readonly string[] | null): readonly EntityType[] =>
  given === null || given.length === 0 ? ALL_TYPES : ALL_TYPES.filter((type) => given.includes(type))

const OWNER = urn()

const OWNERSHIP = {
  ...MERGING,
  ownership_type: option(ownershipType, { type: 'DATAOWNER', typeUrn: null }, 'What kind of owners they are.'),
  default_actor: option(text, 'urn:li:corpuser:etl', 'No meaning here, nor with the peer.'),
  entity_types: option(entityTypes, null, 'Which kinds of entities get owners; the dataset_ forms pay no heed to it.')
} as const

const SIMPLE = { ...OWNERSHIP, owner_urns: required(list(OWNER), 'The owners, as urns.') } as const
const PATTERN = {
  ...OWNERSHIP,
  owner_pattern: option(keyValues(OWNER), NO_VALUES, 'Owners, as urns by pattern.'),
  is_container: option(flag, false, 'Whether the containers of what gets an owner get it too.')
} as const

/** The dataset_ forms are older than `entity_types`. */
const LEGACY: readonly EntityType[] = ['dataset', 'dataJob', 'dataFlow']

const addOwners = (
  values: ValuesOf<typeof OWNERSHIP>,
  urns: KeyValues,
  more: { readonly containers: boolean; readonly legacy: boolean }
) =>
  ({
    kind: 'add-owners',
    ...mergingOf(values),
    urns,
    ownershipType: values.ownership_type,
    entityTypes: more.legacy ? LEGACY : typesOf(values.entity_types),
    containers: more.containers
  }) as const

const simple = (doc: string, legacy: boolean): TransformerType =>
  transformer(doc, SIMPLE, (values) => addOwners(values, always(values.owner_urns), { containers: false, legacy }))

const byPattern = (doc: string, legacy: boolean): TransformerType =>
  transformer(doc, PATTERN, (values) =>
    addOwners(values, values.owner_pattern, { containers: values.is_container, legacy })
  )

/** A pattern that is searched for. */
const searching: Type<FindGroup> = checked(text, (pattern, node, context) => {
  const compiled = compileFind(pattern)
  return compiled.ok ? compiled.value.find : tellPattern(compiled.error, pattern, { at: node.at, context })
})

/** A pattern of which every match is taken away. */
const removing: Type<Replace> = checked(text, (pattern, node, context) => {
  const compiled = compileReplacement(pattern, '')
  return compiled.ok ? compiled.value : tellPattern(compiled.error, pattern, { at: node.at, context })
})

const CLEANUP = { pattern_for_cleanup: required(list(removing), 'Patterns of what is taken out of names.') } as const

const FROM_TAGS = {
  tag_pattern: option(orNull(searching), null, 'What stands before the owner in a tag.'),
  tag_prefix: { ...option(orNull(searching), null, 'The old name of tag_pattern.'), renamedTo: 'tag_pattern' },
  is_user: option(flag, true, 'Whether owners are users; otherwise they are groups.'),
  tag_character_mapping: option(orNull(record(text)), null, 'Texts of a tag, and what takes their place.'),
  email_domain: option(orNull(text), null, 'What is put behind the owner, after an @.'),
  extract_owner_type_from_tag_pattern: option(flag, false, 'Whether the first group of the pattern is the type.'),
  owner_type: option(text, 'TECHNICAL_OWNER', 'What kind of owners they are.'),
  owner_type_urn: option(orNull(text), null, 'The urn of a type of the company’s own.')
} as const

function ownersFromTags(values: ValuesOf<typeof FROM_TAGS>, node: ConfigNode, context: ReadContext) {
  // Nothing before the owner: the whole tag is one.
  const nothing: FindGroup = () => ({ end: 0, group: null })
  const ownerType = ownerTypeOf(values, node, context)
  if (ownerType === INVALID) return INVALID
  return {
    kind: 'owners-from-tags',
    find: values.tag_pattern ?? values.tag_prefix ?? nothing,
    isUser: values.is_user,
    replacements: values.tag_character_mapping ?? {},
    emailDomain: values.email_domain,
    typeFromTag: values.extract_owner_type_from_tag_pattern,
    ownershipType: ownerType
  } as const
}

/** A type that is none of DataHub's is a custom one, which needs an urn (extract_ownership_from_tags.py get_owner_type). */
function ownerTypeOf(
  {
    owner_type: type,
    owner_type_urn: typeUrn,
    extract_owner_type_from_tag_pattern: fromTag
  }: ValuesOf<typeof FROM_TAGS>,
  node: ConfigNode,
  context: ReadContext
): OwnershipType | Invalid {
  const known = TYPES.includes(type) ? type : 'CUSTOM'
  if (known !== 'CUSTOM' || typeUrn !== null || fromTag) return { type: known, typeUrn }
  const place = node.kind === 'map' ? (entryOf(node, 'owner_type')?.value ?? node) : node
  context.tell(place.at, 'error', {
    code: 'missing-key',
    message: 'an owner_type that is none of DataHub’s own needs an owner_type_urn',
    cure: `add owner_type_urn, or write one of ${TYPES.slice(1).join(', ')}`
  })
  return INVALID
}

/** Transformers of owners. */
export const PEOPLE: Readonly<Record<string, TransformerType>> = {
  simple_add_ownership: simple('Adds owners to each entity.', false),
  pattern_add_ownership: byPattern('Adds owners to entities, by patterns of their urns.', false),
  simple_add_dataset_ownership: simple('Adds owners to each dataset.', true),
  pattern_add_dataset_ownership: byPattern('Adds owners to datasets, by patterns of their urns.', true),
  simple_remove_dataset_ownership: transformer('Takes all owners away from datasets.', {}, () => ({
    kind: 'remove-owners'
  })),
  pattern_cleanup_ownership: transformer(
    'Takes what matches patterns out of the names of owners.',
    CLEANUP,
    ({ pattern_for_cleanup: cleaners }) => ({
      kind: 'clean-owners',
      clean: (name) => cleaners.reduce((cleaned, clean) => clean(cleaned), name)
    })
  ),
  // A Glue source makes no usage statistics.
  pattern_cleanup_dataset_usage_user: transformer('Changes nothing: AWS Glue tells of no usage.', CLEANUP, () => ({
    kind: 'nothing'
  })),
  extract_ownership_from_tags: transformer('Makes owners of tags.', FROM_TAGS, ownersFromTags)
}
