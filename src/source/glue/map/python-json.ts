import { asciiJson } from '../../../core/json.ts'

/** What Python's json.dumps is given where its text becomes part of an aspect. */
export type PythonValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue }

/** `value` as Python's json.dumps writes it by default: ASCII, with a space after each comma and colon. */
export function pythonJson(value: PythonValue): string {
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return asciiJson(value)
  if (isList(value)) return `[${value.map(pythonJson).join(', ')}]`
  const members = Object.entries(value).map(([key, member]) => `${asciiJson(key)}: ${pythonJson(member)}`)
  return `{${members.join(', ')}}`
}

const isList = (value: object): value is readonly PythonValue[] => Array.isArray(value)
