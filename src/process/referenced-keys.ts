import { isObject } from '../core/json.ts'
import type { Emit } from '../model/event.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import { contentOf } from './content.ts'
import { inPages, type Processor } from './processor.ts'

/** An entity that need not exist before something refers to it. */
interface Kind {
  readonly prefix: string
  readonly entityType: 'tag' | 'glossaryTerm'
  readonly aspectName: string
}

const TAG: Kind = { prefix: 'urn:li:tag:', entityType: 'tag', aspectName: 'tagKey' }
const TERM: Kind = { prefix: 'urn:li:glossaryTerm:', entityType: 'glossaryTerm', aspectName: 'glossaryTermKey' }

/**
 * Creates, at the end, the tags and glossary terms that aspects refer to and that do not come themselves (the peer's
 * AutoMaterializeReferencedTagsTerms): without a key of their own DataHub does not show them. Remembers their urns, of
 * which there are few: a catalogue's vocabulary. What PATCHes refer to is not looked at.
 */
export function autoKeys(emit: Emit): Processor {
  const referenced = new Set<string>()
  const present = new Set<string>()
  return {
    process: (page) => {
      for (const unit of page) {
        if (unit.entityType === 'tag' || unit.entityType === 'glossaryTerm') present.add(unit.urn)
        collect(unit, referenced)
      }
      return page
    },
    end: () => {
      const lacking = [...referenced].filter((urn) => !present.has(urn)).sort()
      return inPages(lacking.flatMap((urn) => keyOf(urn, emit)))
    }
  }
}

/** References stand in `globalTags` and `glossaryTerms`: aspects of entities, or members of schema fields. */
function collect(unit: WorkUnit, urns: Set<string>): void {
  const { aspectName } = unit
  const aspect = contentOf(unit)
  if (aspectName === 'globalTags') addReferences(aspect, 'tags', 'tag', urns)
  else if (aspectName === 'glossaryTerms') addReferences(aspect, 'terms', 'urn', urns)
  else if (aspectName === 'schemaMetadata') {
    for (const field of listIn(aspect, 'fields')) {
      if (!isObject(field)) continue
      if ('globalTags' in field) addReferences(field.globalTags, 'tags', 'tag', urns)
      if ('glossaryTerms' in field) addReferences(field.glossaryTerms, 'terms', 'urn', urns)
    }
  }
}

function addReferences(holder: unknown, list: string, member: string, urns: Set<string>): void {
  for (const item of listIn(holder, list)) {
    const urn: unknown = isObject(item) ? Reflect.get(item, member) : undefined
    if (typeof urn === 'string' && (urn.startsWith(TAG.prefix) || urn.startsWith(TERM.prefix))) urns.add(urn)
  }
}

function keyOf(urn: string, emit: Emit): WorkUnit[] {
  const { prefix, entityType, aspectName } = urn.startsWith(TAG.prefix) ? TAG : TERM
  const name = urn.slice(prefix.length)
  if (name !== '' && !/[,()\u241f]/.test(name)) {
    return [{ urn, entityType, aspectName, changeType: 'UPSERT', aspect: { name } }]
  }
  emit({ type: 'failed', severity: 'warning', failure: { ...INVALID, resource: urn } })
  return []
}

const INVALID = {
  code: 'urn-invalid',
  message: 'Something refers to a tag or term whose urn is not valid, so it is not created',
  cure: 'Give it a name without commas and parentheses'
}

function listIn(holder: unknown, name: string): readonly unknown[] {
  const list: unknown = isObject(holder) ? Reflect.get(holder, name) : undefined
  return Array.isArray(list) ? list : []
}
