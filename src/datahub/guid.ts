import { hash } from 'node:crypto'
import { pythonJsonText } from './python-json.ts'

/** The peer's datahub_guid (mce_builder.py): md5 of Python's compact JSON with sorted keys. `key` is flat. */
export function guidOf(key: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1))
  const members = sorted.map(([name, value]) => `${pythonJsonText(name)}:${pythonJsonText(value)}`)
  return hash('md5', `{${members.join(',')}}`)
}

/** The peer's generate_hash (sql_parsing/sql_parsing_common.py, sqlglot_utils.py): SHA-256 in hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text)
