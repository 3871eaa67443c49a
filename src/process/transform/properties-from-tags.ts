import type { PropertiesFromTags } from '../../model/transformers.ts'
import { listOf, member } from './associations.ts'
import { type Transformer, unchanged, unitOf } from './transformer.ts'

const TAG = 'urn:li:tag:'

/** tags_to_structured_properties: tags become values of structured properties, beside themselves or instead of them. */
export const propertiesFromTags = (options: PropertiesFromTags): Transformer => ({
  entityTypes: new Set(['dataset', 'dataJob', 'dataFlow', 'schemaField']),
  aspectName: 'globalTags',
  transform: async (entity, aspect) => {
    const values = new Map<string, string[]>()
    for (const tag of listOf(aspect, 'tags')) {
      const found = propertyOf(member(tag, 'tag').slice(TAG.length), options)
      if (found !== null) values.set(found.id, [...(values.get(found.id) ?? []), found.value])
    }
    const kept = options.removeTags ? null : aspect
    if (values.size === 0) return unchanged(kept)
    const properties = [...values].map(([id, texts]) => ({
      propertyUrn: `urn:li:structuredProperty:${id}`,
      values: texts.map((string) => ({ string }))
    }))
    return {
      aspect: kept,
      more: [unitOf(entity, 'structuredProperties', { properties })]
    }
  }
})

function propertyOf(tag: string, { keyValue, keywords }: PropertiesFromTags): { id: string; value: string } | null {
  const at = keyValue === null ? -1 : tag.indexOf(keyValue.separator)
  if (keyValue !== null && at !== -1) {
    return { id: `${keyValue.prefix}${tag.slice(0, at)}`, value: tag.slice(at + keyValue.separator.length) }
  }
  const id = Object.entries(keywords).find(([, tags]) => tags.includes(tag))?.[0]
  return id === undefined ? null : { id, value: tag }
}
