import type { Json, JsonObject } from '../../../src/core/json.ts'
import { textOf } from '../text.ts'
import { GmsError } from './gms-error.ts'
import { applyPatch, type PatchOperation } from './json-patch.ts'
import { isObject } from './proposal.ts'

/**
 * Which arrays of an aspect a patch addresses by key instead of by index, and by which of their items' fields:
 * GMS's patch templates. `a␟b` is the field `b` of the field `a`.
 */
const ARRAY_KEYS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  globalTags: { tags: ['tag'] },
  glossaryTerms: { terms: ['urn'] },
  ownership: { owners: ['owner', 'type'] },
  upstreamLineage: { upstreams: ['dataset'] },
  structuredProperties: { properties: ['propertyUrn'] },
  editableSchemaMetadata: { editableSchemaFieldInfo: ['fieldPath'] },
  dataProductProperties: { assets: ['destinationUrn'] }
}

/** What an aspect starts as when a patch arrives before any content. */
const EMPTY: Readonly<Record<string, JsonObject>> = {
  datasetProperties: { customProperties: {}, tags: [] },
  globalTags: { tags: [] },
  glossaryTerms: { terms: [], auditStamp: { time: 0, actor: 'urn:li:corpuser:__datahub_system' } },
  ownership: { owners: [], ownerTypes: {} },
  status: { removed: false },
  structuredProperties: { properties: [] },
  upstreamLineage: { upstreams: [] }
}

/** The aspect that results when `patch` (a list of operations, or GMS's generic patch) is applied to `current`. */
export function patchAspect(aspectName: string, current: Json | undefined, patch: Json): Json {
  const { operations, keys } = readPatch(aspectName, patch)
  const start = structuredClone(current ?? EMPTY[aspectName] ?? {})
  if (!isObject(start)) throw new GmsError(400, `Cannot patch ${aspectName}: it is not a record`)
  return fromMaps(applyPatch(toMaps(start, keys), operations), keys)
}

type Keys = Readonly<Record<string, readonly string[]>>

function readPatch(aspectName: string, patch: Json): { operations: readonly PatchOperation[]; keys: Keys } {
  if (Array.isArray(patch)) return { operations: patch.map(operationOf), keys: ARRAY_KEYS[aspectName] ?? {} }
  if (isObject(patch) && Array.isArray(patch.patch)) {
    const keys = isObject(patch.arrayPrimaryKeys) ? patch.arrayPrimaryKeys : {}
    return { operations: patch.patch.map(operationOf), keys: { ...ARRAY_KEYS[aspectName], ...stringLists(keys) } }
  }
  throw new GmsError(400, `Unsupported patch of ${aspectName}: neither a list of operations nor a generic patch`)
}

function stringLists(keys: JsonObject): Keys {
  return Object.fromEntries(
    Object.entries(keys).map(([name, list]) => [name, Array.isArray(list) ? list.map(String) : []])
  )
}

function operationOf(value: Json): PatchOperation {
  if (!isObject(value) || typeof value.op !== 'string' || typeof value.path !== 'string') {
    throw new GmsError(400, `JSON patch: ${JSON.stringify(value)} is not an operation`)
  }
  return {
    op: value.op,
    path: value.path,
    ...(typeof value.from === 'string' ? { from: value.from } : {}),
    ...(value.value === undefined ? {} : { value: value.value })
  }
}

/** `[{tag: a}]` becomes `{a: {tag: a}}`, one level for each key. */
function toMaps(aspect: JsonObject, keys: Keys): Json {
  const changed = Object.entries(keys).map(([field, by]): [string, Json] => {
    const items = aspect[field]
    const map: { [key: string]: Json } = {}
    if (Array.isArray(items))
      for (const item of items)
        put(
          map,
          by.map((key) => keyOf(item, key)),
          item
        )
    return [field, map]
  })
  return { ...aspect, ...Object.fromEntries(changed) }
}

function put(map: { [key: string]: Json }, path: readonly string[], item: Json): void {
  const [head, ...rest] = path
  if (head === undefined) return
  if (rest.length === 0) {
    map[head] = item
    return
  }
  const inner = { ...(isObject(map[head]) ? definedOnly(map[head]) : {}) }
  put(inner, rest, item)
  map[head] = inner
}

function definedOnly(object: JsonObject): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(object).flatMap(([k, v]): [string, Json][] => (v === undefined ? [] : [[k, v]]))
  )
}

function keyOf(item: Json, key: string): string {
  let value: Json | undefined = item
  for (const part of key.split('␟')) value = isObject(value) ? value[part] : undefined
  return value === undefined || value === null ? '' : textOf(value)
}

function fromMaps(value: Json, keys: Keys): Json {
  if (!isObject(value)) return value
  const changed = Object.entries(keys).map(([field, by]): [string, Json] => [field, leaves(value[field], by.length)])
  return { ...value, ...Object.fromEntries(changed) }
}

function leaves(value: Json | undefined, depth: number): Json[] {
  if (!isObject(value)) return value === undefined ? [] : [value]
  if (depth === 0) return [value]
  return Object.values(value).flatMap((inner) => leaves(inner, depth - 1))
}
