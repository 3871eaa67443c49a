import { asciiJson } from '../core/json.ts'

/** What Python's json.dumps is given where its text becomes part of an aspect. */
export type PythonValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue }

/** A text as Python's json.dumps writes it: ASCII, and unlike JavaScript's with U+007F escaped. */
export const pythonJsonText = (text: string): string => asciiJson(text).replace(/\u007f/g, '\\u007f')

/**
 * `value` as Python's json.dumps writes it by default: with a space after each comma and colon. Integers that a number
 * cannot hold are given as bigint.
 */
export function pythonJson(value: PythonValue): string {
  if (typeof value === 'string') return pythonJsonText(value)
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(pythonJson).join(', ')}]`
  const members = Object.entries(value).map(([key, member]) => `${pythonJsonText(key)}: ${pythonJson(member)}`)
  return `{${members.join(', ')}}`
}

const isList = (value: object): value is readonly PythonValue[] => Array.isArray(value)
