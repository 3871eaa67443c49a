import type { Json } from '../../../src/core/json.ts'
import type { Reply } from './server.ts'

/** A JSON answer. */
export function jsonReply(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}
