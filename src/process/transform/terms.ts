import { asObject, type JsonObject } from '../../core/json.ts'
import { pointer } from '../../core/json-pointer.ts'
import type { KeyValues } from '../../core/key-values.ts'
import type { Merging } from '../../model/transformers.ts'
import { lastOfEach, listOf, member } from './associations.ts'
import { heldAspect, type TransformDeps, type Transformer, unchanged } from './transformer.ts'

/** Who adds terms, in the peer's words. */
const ACTOR = 'urn:li:corpUser:restEmitter'

export const termStamp = (now: number): JsonObject => ({ time: now, actor: ACTOR })

export const byUrn = (term: JsonObject): string => member(term, 'urn')

/** simple_add_dataset_terms, pattern_add_dataset_terms. */
export function addTerms(options: Merging & { readonly urns: KeyValues }, deps: TransformDeps): Transformer {
  return {
    entityTypes: new Set(['dataset']),
    aspectName: 'glossaryTerms',
    transform: async ({ urn }, aspect) => {
      const existing = options.replaceExisting ? [] : listOf(aspect, 'terms')
      const added = options.urns.valuesOf(urn).map((term) => ({ urn: term }))
      const terms = lastOfEach([...existing, ...added], byUrn)
      if (terms.length === 0) return { aspect: null }
      const held = options.patch ? await heldAspect(deps, urn, 'glossaryTerms') : null
      return { aspect: termsAspect([...listOf(held, 'terms'), ...terms], aspect, deps) }
    }
  }
}

/** tags_to_term: tags that DataHub holds, of the dataset or of its columns, become terms, and leave the dataset. */
export function termsFromTags(
  options: Merging & { readonly tags: readonly string[] },
  deps: TransformDeps
): Transformer {
  const wanted = new Set(options.tags)
  return {
    entityTypes: new Set(['dataset', 'container']),
    aspectName: 'glossaryTerms',
    transform: async ({ urn, entityType, origin }, aspect) => {
      const tags = await heldTags(urn, deps)
      const found = [...tags].filter((tag) => wanted.has(termName(tag)))
      if (found.length === 0) return unchanged(aspect)
      const terms = [...new Set(found.map(termName))].sort().map((name) => ({ urn: `urn:li:glossaryTerm:${name}` }))
      const held = options.patch ? await heldAspect(deps, urn, 'glossaryTerms') : null
      const patch = found.sort().map((tag) => ({ op: 'remove', path: `/tags/${pointer(tag)}`, value: {} }))
      const base = origin === undefined ? { urn, entityType } : { urn, entityType, origin }
      const removal = { ...base, aspectName: 'globalTags', changeType: 'PATCH', aspect: patch } as const
      return { aspect: termsAspect([...listOf(held, 'terms'), ...terms], null, deps), more: [removal] }
    }
  }
}

/** The part of a tag that names the term: behind the last dot, before a colon (tags_to_terms.py). */
const termName = (tag: string): string =>
  tag
    .slice(tag.lastIndexOf('urn:li:tag:') + 'urn:li:tag:'.length)
    .split('.')
    .at(-1)
    ?.split(':')[0] ?? ''

async function heldTags(urn: string, deps: TransformDeps): Promise<ReadonlySet<string>> {
  const [own, schema] = await Promise.all([
    heldAspect(deps, urn, 'globalTags'),
    heldAspect(deps, urn, 'schemaMetadata')
  ])
  const ofFields = listOf(schema, 'fields').flatMap(({ globalTags }) => listOf(asObject(globalTags), 'tags'))
  return new Set([...listOf(own, 'tags'), ...ofFields].map((tag) => member(tag, 'tag')))
}

function termsAspect(terms: readonly JsonObject[], aspect: JsonObject | null, { now }: TransformDeps): JsonObject {
  return { terms: lastOfEach(terms, byUrn), auditStamp: aspect?.auditStamp ?? termStamp(now) }
}
