import type { JsonObject } from '../../core/json.ts'
import type { KeyValues } from '../../core/key-values.ts'
import type { FindGroup } from '../../core/pattern-find.ts'
import type { Page } from '../../model/ports.ts'
import type { Merging } from '../../model/transformers.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import { lastOfEach, listOf, member } from './associations.ts'
import { nameInUrn } from './dataset-name.ts'
import { type Entity, heldAspect, type TransformDeps, type Transformed, type Transformer } from './transformer.ts'

const TAG = 'urn:li:tag:'

/** simple_add_dataset_tags, pattern_add_dataset_tags: the tags that it adds are created at the end. */
export function addTags(options: Merging & { readonly urns: KeyValues }, deps: TransformDeps): Transformer {
  const used = new Set<string>()
  const tagsOf = (entity: Entity): readonly string[] => {
    const urns = options.urns.valuesOf(entity.urn)
    for (const urn of urns) used.add(urn)
    return urns
  }
  return { ...tagger(tagsOf, options, deps), end: async () => keysOf(used) }
}

/** extract_dataset_tags: the first group of a pattern, found in the dataset's name, is a tag. */
export function tagsFromName(options: Merging & { readonly find: FindGroup }, deps: TransformDeps): Transformer {
  const tagsOf = ({ urn }: Entity): readonly string[] => {
    const found = options.find(nameInUrn(urn))?.group ?? null
    return found === null ? [] : [`${TAG}${found}`]
  }
  return tagger(tagsOf, options, deps)
}

function tagger(tagsOf: (entity: Entity) => readonly string[], merging: Merging, deps: TransformDeps): Transformer {
  return {
    entityTypes: new Set(['dataset']),
    aspectName: 'globalTags',
    transform: async (entity, aspect) => {
      const existing = merging.replaceExisting ? [] : listOf(aspect, 'tags')
      const tags = lastOfEach([...existing, ...tagsOf(entity).map((tag) => ({ tag }))], byTag)
      // The peer writes an empty list here, which takes away what people have added in DataHub.
      if (tags.length === 0) return { aspect: null }
      return merging.patch ? withHeld(entity, tags, deps) : { aspect: { ...aspect, tags } }
    }
  }
}

async function withHeld(entity: Entity, tags: readonly JsonObject[], deps: TransformDeps): Promise<Transformed> {
  const held = await heldAspect(deps, entity.urn, 'globalTags')
  return { aspect: { tags: lastOfEach([...listOf(held, 'tags'), ...tags], byTag) } }
}

const byTag = (tag: JsonObject): string => member(tag, 'tag')

/** Tags exist once they have a key. */
export function keysOf(urns: Iterable<string>): Page<WorkUnit> {
  return [...urns].map((urn) => ({
    urn,
    entityType: 'tag',
    aspectName: 'tagKey',
    changeType: 'UPSERT',
    aspect: { name: urn.slice(TAG.length) }
  }))
}
