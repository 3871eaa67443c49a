import type { Json } from '../../../src/core/json.ts'

/** One write, as it reaches DataHub. */
export interface Proposal {
  readonly urn: string
  readonly aspectName: string
  readonly changeType: string
  readonly aspect: unknown
}

export interface Difference {
  readonly text: string
  /** Why it is meant; null: it is not. */
  readonly reason: string | null
}

const HELD = 'what DataHub holds is not written to it again'

/** Compares what DataHub would hold after each: the last UPSERT of an aspect, and all its PATCHes. */
export function differences(
  peer: readonly Proposal[],
  ours: readonly Proposal[],
  held: Readonly<Record<string, unknown>>
): { readonly pairs: number; readonly found: readonly Difference[] } {
  const [a, b] = [heldAfter(peer), heldAfter(ours)]
  const keys = [...new Set([...a.keys(), ...b.keys()])]
  const found = keys.flatMap((key): Difference[] => {
    const [left, right] = [a.get(key), b.get(key)]
    if (canonical(left) === canonical(right)) return []
    return [
      {
        text: `${key}\n   peer ${canonical(left)}\n   ours ${canonical(right)}`,
        reason:
          reasonOf(key, left, right) ?? (right === undefined && canonical(left) === canonical(held[key]) ? HELD : null)
      }
    ]
  })
  return { pairs: keys.length, found }
}

function heldAfter(proposals: readonly Proposal[]): ReadonlyMap<string, unknown> {
  const held = new Map<string, unknown>()
  for (const { urn, aspectName, changeType, aspect } of proposals) {
    if (changeType === 'PATCH') {
      const key = `${urn} ${aspectName} (patch)`
      held.set(key, [...((held.get(key) as unknown[] | undefined) ?? []), ...patchesIn(aspect)])
    } else held.set(`${urn} ${aspectName}`, aspect)
  }
  return held
}

/** The order of patches for different paths has no meaning. */
const patchesIn = (aspect: unknown): unknown[] => {
  const list: unknown = Array.isArray(aspect) ? aspect : Reflect.get(Object(aspect), 'patch')
  return Array.isArray(list) ? list : [aspect]
}

/** Members in order, "now" masked, null members gone. */
function canonical(value: unknown): string {
  return JSON.stringify(value === undefined ? null : tidy(value as Json))
}

/** Lists that the peer makes from sets, whose order is another one in each of its runs. */
const UNORDERED = new Set(['owners', 'terms', 'domains'])

const sorted = (list: Json): Json =>
  Array.isArray(list) ? [...list].sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1)) : list

function tidy(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(tidy)
    return items.every((item) => typeof item === 'object' && item !== null && 'op' in item)
      ? [...new Set(items.map((item) => JSON.stringify(item)))].sort()
      : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(
    entries.sort(([x], [y]) => (x < y ? -1 : 1)).map(([name, member]) => [name, tidyMember(name, member as Json)])
  )
}

function tidyMember(name: string, member: Json): Json {
  if (name === 'time' && Number(member) > 1e12) return '<now>'
  return UNORDERED.has(name) ? sorted(tidy(member)) : tidy(member)
}

/** Differences that are wanted (section Transformers of the README). */
function reasonOf(key: string, peer: unknown, ours: unknown): string | null {
  const lists = ['tags', 'terms', 'owners', 'domains', 'paths', 'path']
  const empty = typeof peer === 'object' && peer !== null && lists.some((name) => isEmptyList(Reflect.get(peer, name)))
  if (empty && (ours === undefined || key.endsWith('ownership')))
    return 'an empty list would take away what people added in DataHub'
  if (key.includes('datasetProperties') && (peer === undefined || ours === undefined))
    return 'properties are added to what DataHub holds'
  if (key.endsWith('globalTags (patch)') && peer === undefined)
    return 'the peer removes the tag by GraphQL while it runs'
  if (JSON.stringify(peer)?.includes('urn:li:tag:None')) return 'a group that took no part makes no tag'
  if (key.endsWith('schemaMetadata') && sameFields(peer, ours)) {
    return 'a column shows a tag once'
  }
  if (key.endsWith('schemaMetadata') && canonical(withoutTerms(peer)) === canonical(withoutTerms(ours))) {
    return 'PATCH keeps the terms of columns that DataHub holds'
  }
  if (key.endsWith('globalTags') && peer === undefined && isEmptyList(Reflect.get(Object(ours), 'tags'))) {
    return 'an empty list of the source’s own is left as it is'
  }
  return null
}

function withoutTerms(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTerms)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([name]) => name !== 'glossaryTerms')
  return Object.fromEntries(members.map(([name, member]) => [name, withoutTerms(member)]))
}

/** Whether two schemas are the same but for tags that stand twice; where one stands then has no meaning. */
const sameFields = (peer: unknown, ours: unknown): boolean => canonical(onceEach(peer)) === canonical(onceEach(ours))

/** The value with the second of two tags of a field taken away. */
function onceEach(value: unknown): unknown {
  if (Array.isArray(value)) {
    const seen = new Set<unknown>()
    const items = value.map(onceEach).filter((item) => {
      const tag: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'tag') : undefined
      const isNew = tag === undefined || !seen.has(tag)
      seen.add(tag)
      return isNew
    })
    return seen.size > 1 ? items.sort(byText) : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === 'context' ? null : onceEach(member)])
  )
}

const byText = (a: unknown, b: unknown): number => (tagOf(a) < tagOf(b) ? -1 : 1)
const tagOf = (item: unknown): string => String(Reflect.get(Object(item), 'tag'))

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0
