import type { Json, JsonObject } from '../core/json.ts'
import { err, ok, type Result } from '../core/result.ts'

/** The params of a DAG run as a user gives them: a JSON object, or nothing. The error says what it is instead. */
export function parseParams(text: string): Result<JsonObject, string> {
  if (text.trim() === '') return ok({})
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    return err('it is no JSON')
  }
  if (value === null) return ok({})
  return typeof value === 'object' && !Array.isArray(value) ? ok(value as JsonObject) : err('it is no object')
}
