import type { JsonObject } from '../core/json.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import { eachUnit, type Processor } from './processor.ts'

/**
 * Keeps the first of several schema fields with one path, and drops fields without a path (the peer's
 * ValidateDuplicateSchemaFieldPaths and ValidateEmptySchemaFieldPaths): GMS refuses a whole schema for one of them.
 */
export const uniqueFieldPaths = (): Processor => eachUnit(withUniqueFieldPaths)

function withUniqueFieldPaths(unit: WorkUnit): WorkUnit {
  if (unit.aspectName !== 'schemaMetadata' || isList(unit.aspect)) return unit
  const fields = unit.aspect.fields
  if (!isList(fields)) return unit
  const seen = new Set<unknown>([''])
  const kept = fields.filter((field) => {
    const path = isObject(field) ? field.fieldPath : ''
    return !seen.has(path) && seen.add(path)
  })
  return kept.length === fields.length ? unit : { ...unit, aspect: { ...unit.aspect, fields: kept } }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null
