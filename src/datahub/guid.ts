import { createHash } from 'node:crypto'
import { pythonJsonText } from './python-json.ts'

/** The peer's datahub_guid (mce_builder.py): md5 of Python's compact JSON with sorted keys. `key` is flat. */
export function guidOf(key: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1))
  const members = sorted.map(([name, value]) => `${pythonJsonText(name)}:${pythonJsonText(value)}`)
  return createHash('md5')
    .update(`{${members.join(',')}}`)
    .digest('hex')
}
