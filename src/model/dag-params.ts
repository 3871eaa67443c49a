import { isObject, type Json, type JsonObject } from '../core/json.ts'
import { err, ok, type Result } from '../core/result.ts'

/**
 * The params of a DAG run as a workflow gives them: a JSON object, or nothing. Nothing is `null` too, as `toJSON(inputs)`
 * is of a run on a schedule. The error says what it is instead.
 */
export function parseParams(text: string): Result<JsonObject, string> {
  return text.trim() === '' || text.trim() === 'null' ? ok({}) : parseParamsObject(text)
}

/** The same where whoever gives any means some. */
export function parseParamsObject(text: string): Result<JsonObject, string> {
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    return err('it is no JSON')
  }
  return isObject(value) ? ok(value) : err('it is no object')
}
