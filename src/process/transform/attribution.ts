import type { Json, JsonObject } from '../../core/json.ts'
import { pointer } from '../../core/json-pointer.ts'
import type { Page, Stage } from '../../model/ports.ts'
import type { Attribution } from '../../model/transformers.ts'
import type { WorkUnit } from '../../model/work-unit.ts'
import { listOf, member } from './associations.ts'
import type { TransformDeps } from './transformer.ts'

/** Aspects whose items say where they come from: the list's name, and the member that tells its items apart. */
const ATTRIBUTED: Readonly<Record<string, { readonly list: string; readonly key: string }>> = {
  globalTags: { list: 'tags', key: 'tag' },
  ownership: { list: 'owners', key: 'owner' },
  glossaryTerms: { list: 'terms', key: 'urn' }
}

/**
 * set_attribution: tags, owners and terms are added under the name of their source, beside those of other sources. The
 * other aspects of an entity pass by (the peer loses them where they come in one event).
 */
export function setAttribution(options: Attribution, { now }: TransformDeps): Stage {
  const stamp = {
    time: now,
    actor: options.actor,
    source: options.source,
    ...(options.sourceDetail === null ? {} : { sourceDetail: options.sourceDetail })
  }
  const attributed = (unit: WorkUnit): WorkUnit => {
    const kind = ATTRIBUTED[unit.aspectName]
    if (kind === undefined || unit.changeType !== 'UPSERT') return unit
    // UPSERTs hold an object (model/work-unit.ts).
    const items = listOf(unit.aspect as JsonObject, kind.list).map((item) => ({ ...item, attribution: stamp }))
    const patch = operations(items, kind, options)
    const arrayPrimaryKeys = { [kind.list]: ['attribution\u241fsource', kind.key] }
    return { ...unit, changeType: 'PATCH', aspect: { arrayPrimaryKeys, patch, forceGenericPatch: true } }
  }
  return async function* (pages): AsyncGenerator<Page<WorkUnit>> {
    for await (const page of pages) yield page.map(attributed)
  }
}

function operations(
  items: readonly JsonObject[],
  { list, key }: { readonly list: string; readonly key: string },
  { source, itemByItem }: Attribution
): readonly Json[] {
  const path = `/${list}/${pointer(source)}`
  if (!itemByItem) {
    return [{ op: 'add', path, value: Object.fromEntries(items.map((item) => [member(item, key), item])) }]
  }
  return items.map((item) => ({ op: 'add', path: `${path}/${pointer(member(item, key))}`, value: item }))
}
