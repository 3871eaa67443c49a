/*
 * Members of a record whose types are what AWS promises, and which may be anything all the same. What is not of its type
 * counts as not there, as reading has it too.
 */

/** A text, the empty one included. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A map of texts; entries that are none are left out, as GMS accepts no other. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  if (isTexts(value)) return value
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )
}

const isTexts = (value: object): value is Readonly<Record<string, string>> =>
  Object.values(value).every((text) => typeof text === 'string')

/** A list of structures; what is none is left out. */
export function recordsOf<T extends object>(value: readonly T[] | undefined): readonly T[] {
  if (!Array.isArray(value)) return []
  const items: readonly T[] = value
  // Nearly always all of them are some, and no copy is made. A loop sees holes too, which `every` passes over.
  for (const item of items) if (!isRecord(item)) return items.filter(isRecord)
  return items
}

const isRecord = (item: unknown): boolean => typeof item === 'object' && item !== null

/** Milliseconds since the epoch, which reading has cut off as the peer does (record.ts). null for a date that is none. */
export function millisOf(value: unknown): number | null {
  const millis = value instanceof Date ? value.getTime() : Number.NaN
  return Number.isNaN(millis) ? null : millis
}
