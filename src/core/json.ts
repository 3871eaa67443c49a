/** A value that JSON can hold. `undefined` members are left out when written, as JSON.stringify does. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** Whether a value is a JSON object, and no list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value that should be a JSON object; null: it is none. */
export const asObject = (value: unknown): JsonObject | null => (isObject(value) ? value : null)

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range starts right after ASCII on purpose
const NON_ASCII = /[^\x00-\x7f]/g

/**
 * `value` as JSON in which every UTF-16 unit above U+007F is written `\uXXXX`, so that its length is its size in bytes.
 * GMS reads `aspect.value` as Pegasus bytes and refuses raw UTF-8 there (datahub-project/datahub#4700).
 */
export function asciiJson(value: Json): string {
  return escapeNonAscii(JSON.stringify(value))
}

/** Escapes every UTF-16 unit above U+007F of a JSON text as `\uXXXX`. */
export function escapeNonAscii(json: string): string {
  // Counting bytes is many times faster than looking for such a unit, and nearly every text has none.
  if (Buffer.byteLength(json) === json.length) return json
  return json.replace(NON_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
