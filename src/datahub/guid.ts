import { createHash } from 'node:crypto'
import { asciiJson } from '../core/json.ts'

/** The peer's datahub_guid: md5 of compact ASCII JSON with sorted keys. `key` is flat. */
export function guidOf(key: Readonly<Record<string, string>>): string {
  const sorted = Object.fromEntries(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)))
  return createHash('md5').update(asciiJson(sorted)).digest('hex')
}
