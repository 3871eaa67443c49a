import { isObject, type JsonObject } from '../core/json.ts'
import type { Emit } from '../model/event.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import { contentOf } from './content.ts'
import { eachUnit, type Processor } from './processor.ts'

/**
 * Keeps the first of several schema fields with one path, and drops fields without a path (the peer's
 * ValidateDuplicateSchemaFieldPaths and ValidateEmptySchemaFieldPaths): GMS refuses a whole schema for one of them.
 */
export const uniqueFieldPaths = (emit: Emit): Processor => eachUnit((unit) => withUniqueFieldPaths(unit, emit))

function withUniqueFieldPaths(unit: WorkUnit, emit: Emit): WorkUnit {
  const content = unit.aspectName === 'schemaMetadata' ? contentOf(unit) : null
  const fields = content?.fields
  if (!isList(fields)) return unit
  const seen = new Set<unknown>([''])
  for (const field of fields) seen.add(pathOf(field))
  if (seen.size === fields.length + 1) return unit
  seen.clear()
  seen.add('')
  const kept = fields.filter((field) => !seen.has(pathOf(field)) && seen.add(pathOf(field)))
  emit({ type: 'failed', severity: 'notice', failure: { ...DROPPED, resource: unit.origin ?? unit.urn } })
  return { ...unit, aspect: { ...content, fields: kept } }
}

const DROPPED = {
  code: 'schema-field-twice',
  message: 'Columns of the same name and type, or without a name, are shown once or not at all',
  cure: 'Give every column of the table a name of its own in the Glue Data Catalog'
}

const isList = (value: unknown): value is readonly JsonObject[string][] => Array.isArray(value)
const pathOf = (field: JsonObject[string]): unknown => (isObject(field) ? field.fieldPath : '')
