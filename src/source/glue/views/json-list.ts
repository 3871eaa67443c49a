import type { JsonObject } from '../../../core/json.ts'

/** A member of an aspect that is a list of objects; empty where it is not there. */
export function listIn(aspect: JsonObject | null, name: string): readonly JsonObject[] {
  const list: unknown = aspect?.[name]
  return Array.isArray(list) ? list : []
}
