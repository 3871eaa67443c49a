import type { JsonObject } from '../../core/json.ts'
import type { Page } from '../../model/ports.ts'
import type { OwnersFromTags } from '../../model/transformers.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import { listOf, member } from './associations.ts'
import { ownerOf, ownership } from './owners.ts'
import { type Transformer, unchanged, unitOf } from './transformer.ts'

const TAG = 'urn:li:tag:'

/**
 * extract_ownership_from_tags: what stands in a tag behind the pattern is an owner. A dataset without such a tag keeps
 * its owners (the peer would write an empty list).
 */
export const ownersFromTags = (options: OwnersFromTags): Transformer => ({
  entityTypes: new Set(['dataset']),
  aspectName: 'globalTags',
  transform: async (entity, aspect) => {
    const names = listOf(aspect, 'tags').map((tag) => member(tag, 'tag').slice(TAG.length))
    const owners = names.flatMap((name) => ownerIn(name, options))
    const more: Page<WorkUnit> = owners.length === 0 ? [] : [unitOf(entity, 'ownership', ownership(owners, null))]
    return { ...unchanged(aspect), more }
  }
})

function ownerIn(tag: string, options: OwnersFromTags): readonly JsonObject[] {
  const name = replaced(tag, options.replacements)
  const found = options.find(name)
  if (found === null) return []
  const id = name.slice(found.end).trim()
  const account = options.emailDomain === null ? id : `${id}@${options.emailDomain}`
  const urn = `urn:li:${options.isUser ? 'corpuser' : 'corpGroup'}:${account}`
  if (!options.typeFromTag) return [ownerOf(urn, options.ownershipType)]
  return found.group === null ? [] : [ownerOf(urn, { type: 'CUSTOM', typeUrn: typeUrnOf(found.group) })]
}

const typeUrnOf = (name: string): string => `urn:li:ownershipType:${name}`

/** The longest first; what was put in is not replaced again (extract_ownership_from_tags.py convert_tag_as_per_mapping). */
function replaced(tag: string, replacements: Readonly<Record<string, string>>): string {
  let text = tag
  let places: number[] = []
  const byLength = Object.entries(replacements).sort(([a], [b]) => [...b].length - [...a].length)
  for (const [old, fresh] of byLength) {
    for (let at = text.indexOf(old); at !== -1; at = text.indexOf(old, at + fresh.length)) {
      if (old === '') break
      if (places.includes(at)) {
        if (fresh === '') break
        continue
      }
      text = text.slice(0, at) + fresh + text.slice(at + old.length)
      const shift = fresh.length - old.length
      const from = at
      places = [...places.map((place) => (place > from ? place + shift : place)), at]
    }
  }
  return text
}
