import { option, required } from '../../../core/config/option.ts'
import { checked, choice, list, type Type, text } from '../../../core/config/types.ts'
import { always } from '../../../core/key-values.ts'
import { compileFind, type FindGroup } from '../../../core/pattern-find.ts'
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

const TAG = urn('tag')
const TERM = urn('glossaryTerm')

const TAGS = { ...MERGING, tag_urns: required(list(TAG), 'The tags, as urns.') } as const
const TERMS = { ...MERGING, term_urns: required(list(TERM), 'The glossary terms, as urns.') } as const
const TAG_PATTERN = { ...MERGING, tag_pattern: option(keyValues(TAG), NO_VALUES, 'Tags, as urns by pattern.') } as const
const TERM_PATTERN = {
  ...MERGING,
  term_pattern: option(keyValues(TERM), NO_VALUES, 'Glossary terms, as urns by pattern.')
} as const

const tagPattern = (doc: string, kind: 'add-tags' | 'add-field-tags'): TransformerType =>
  transformer(doc, TAG_PATTERN, (values) => ({ kind, ...mergingOf(values), urns: values.tag_pattern }))

const termPattern = (doc: string, kind: 'add-terms' | 'add-field-terms'): TransformerType =>
  transformer(doc, TERM_PATTERN, (values) => ({ kind, ...mergingOf(values), urns: values.term_pattern }))

/** A pattern with a group, which is what is found. */
const finding: Type<FindGroup> = checked(text, (pattern, node, context) => {
  const compiled = compileFind(pattern)
  if (!compiled.ok) return tellPattern(compiled.error, pattern, { at: node.at, context })
  if (compiled.value.hasGroup) return compiled.value.find
  const fault = {
    offset: pattern.length,
    message: 'it has no group, which would be the tag',
    reason: 'invalid'
  } as const
  return tellPattern(fault, pattern, { at: node.at, context })
})

const EXTRACT_TAGS = {
  ...MERGING,
  extract_tags_from: option(choice(['urn']), 'urn', 'Where the tag is looked for: the dataset’s name in its urn.'),
  extract_tags_regex: required(finding, 'A pattern whose first group is the tag.')
} as const

const TAGS_TO_TERM = { ...MERGING, tags: required(list(text), 'Names of tags that become terms.') } as const

/** Transformers of tags and glossary terms. */
export const VOCABULARY: Readonly<Record<string, TransformerType>> = {
  simple_add_dataset_tags: transformer('Adds tags to each dataset.', TAGS, (values) => ({
    kind: 'add-tags',
    ...mergingOf(values),
    urns: always(values.tag_urns)
  })),
  simple_add_dataset_terms: transformer('Adds glossary terms to each dataset.', TERMS, (values) => ({
    kind: 'add-terms',
    ...mergingOf(values),
    urns: always(values.term_urns)
  })),
  pattern_add_dataset_tags: tagPattern('Adds tags to datasets, by patterns of their urns.', 'add-tags'),
  pattern_add_dataset_terms: termPattern('Adds glossary terms to datasets, by patterns of their urns.', 'add-terms'),
  pattern_add_dataset_schema_tags: tagPattern('Adds tags to columns, by patterns of their paths.', 'add-field-tags'),
  pattern_add_dataset_schema_terms: termPattern(
    'Adds glossary terms to columns, by patterns of their paths.',
    'add-field-terms'
  ),
  extract_dataset_tags: transformer(
    'Adds to each dataset a tag that is taken from its name.',
    EXTRACT_TAGS,
    (values) => ({
      kind: 'tags-from-name',
      ...mergingOf(values),
      find: values.extract_tags_regex
    })
  ),
  tags_to_term: transformer('Makes glossary terms of tags.', TAGS_TO_TERM, (values) => ({
    kind: 'terms-from-tags',
    ...mergingOf(values),
    tags: values.tags
  }))
}
