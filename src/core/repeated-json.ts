import { asciiJson, type Json } from './json.ts'

/** By the value itself; forgotten with it. */
const texts = new WeakMap<object, string>()

/** Makes JSON of a value that is part of many others, once for all of them. It must not change any more. */
export function repeats(value: Json & object): void {
  if (!texts.has(value)) texts.set(value, asciiJson(value))
}

/** `value` as JSON in ASCII (core/json.ts asciiJson), from what is known of it. */
export const repeatedJson = (value: Json): string =>
  (typeof value === 'object' && value !== null ? texts.get(value) : undefined) ?? asciiJson(value)
