import { isObject, type JsonObject } from '../../core/json.ts'

/** Members of an aspect that are lists of objects, such as `tags` of globalTags. */
export function listOf(aspect: JsonObject | null, name: string): readonly JsonObject[] {
  const list = aspect?.[name]
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** Members of an aspect that are lists of texts. */
export function textsOf(aspect: JsonObject | null, name: string): readonly string[] {
  const list = aspect?.[name]
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
}

/**
 * One of each key. As with the peer (utilities/dedup_list.py, keep last), an item takes the place of the first one that
 * has its key, and the value of the last.
 */
export function lastOfEach<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()]
}

/** The text of a member; empty where there is none. */
export const member = (item: JsonObject, name: string): string => {
  const value = item[name]
  return typeof value === 'string' ? value : ''
}
