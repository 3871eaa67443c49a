import { asciiJson, type Json } from '../core/json.ts'
import { repeatedJson } from '../core/repeated-json.ts'
import type { WorkUnit } from '../model/work-unit.ts'

/** How a schema without fields ends. */
const NO_FIELDS = '"fields":[]}'

/**
 * A work unit's content as JSON in ASCII. Most of a catalogue is the fields of its schemas, and many tables have the same
 * columns: the text of such a field is made once (core/repeated-json.ts).
 */
export function aspectJson({ aspectName, aspect }: Pick<WorkUnit, 'aspectName' | 'aspect'>): string {
  const fields = aspectName === 'schemaMetadata' && 'fields' in aspect ? aspect.fields : undefined
  if (!isList(fields) || fields.length === 0) return repeatedJson(aspect) ?? asciiJson(aspect)
  const head = asciiJson({ ...aspect, fields: [] })
  if (!head.endsWith(NO_FIELDS)) return asciiJson(aspect)
  return `${head.slice(0, -']}'.length)}${listed(fields)}]}`
}

/** The fields without their brackets. Those that are no other table's are written together: each call has its price. */
function listed(fields: readonly Json[]): string {
  const texts: string[] = []
  let own: Json[] = []
  const writeOwn = (): void => {
    if (own.length > 0) texts.push(asciiJson(own).slice(1, -1))
    own = []
  }
  for (const field of fields) {
    const known = repeatedJson(field)
    if (known === undefined) own.push(field)
    else {
      writeOwn()
      texts.push(known)
    }
  }
  writeOwn()
  return texts.join()
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
