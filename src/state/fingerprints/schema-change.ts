import { isObject, type JsonObject } from '../../core/json.ts'
import type { ColumnChanges } from '../../model/change.ts'

/** The parts of a field path that say of what type something is: `[version=2.0].[type=struct].[type=int].a`. */
const TYPE_PARTS = /\[[^\]]*\]\.?/gu

/** What is otherwise in a schema than in the one before, by columns; nested ones are named by their path. */
export function columnChanges(before: JsonObject, after: JsonObject): ColumnChanges {
  const [old, now] = [columnsOf(before), columnsOf(after)]
  return {
    added: [...now.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    retyped: [...now].flatMap(([column, to]) => {
      const from = old.get(column)
      return from === undefined || from === to ? [] : [{ column, from, to }]
    })
  }
}

/** Names of columns and their types as Glue writes them. */
function columnsOf({ fields }: JsonObject): ReadonlyMap<string, string> {
  const columns = new Map<string, string>()
  for (const field of Array.isArray(fields) ? fields : []) {
    if (!isObject(field) || typeof field.fieldPath !== 'string') continue
    const name = field.fieldPath.replace(TYPE_PARTS, '').replace(/\.$/u, '')
    if (name !== '') columns.set(name, typeof field.nativeDataType === 'string' ? field.nativeDataType : '')
  }
  return columns
}
