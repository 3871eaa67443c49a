import { asciiJson, type Json } from './json.ts'

/** By the value itself; forgotten with it. */
const texts = new WeakMap<object, string>()

/** Makes JSON of a value that is written many times, once for all of them. It must not change any more. */
export function repeated<T extends Json & object>(value: T): T {
  if (!texts.has(value)) texts.set(value, asciiJson(value))
  return value
}

/** The JSON of such a value, in ASCII (core/json.ts asciiJson); undefined for every other one. */
export const repeatedJson = (value: Json): string | undefined =>
  typeof value === 'object' && value !== null ? texts.get(value) : undefined
