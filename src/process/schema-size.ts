import { asciiJson, type Json } from '../core/json.ts'
import type { WorkUnit } from '../model/work-unit.ts'
import { contentOf } from './content.ts'

/** The peer's limit for a schema (ensure_aspect_size.py: 98.5 % of 15 MiB), which leaves room for the rest of a request. */
export const MAX_SCHEMA_BYTES = 15_492_710

/** Not more than this can become too large by being put into a JSON string, where quotes cost two bytes. */
const SURELY_FITS = MAX_SCHEMA_BYTES / 2

/** A schema with as many fields as fit, and how many were left out. */
export interface FittedSchema {
  readonly unit: WorkUnit
  readonly dropped: number
}

/** Whether a serialised schema may be too large to be sent. */
export const isSuspect = (unit: Pick<WorkUnit, 'aspectName'>, value: string): boolean =>
  unit.aspectName === 'schemaMetadata' && value.length > SURELY_FITS

/**
 * Leaves out the deepest fields of a schema that is too large (the peer's EnsureAspectSize). The peer measures the aspect
 * by itself, and what it has cut to size is still refused; here it is measured as it is sent, in a JSON string.
 */
export function fitSchema(unit: WorkUnit): FittedSchema {
  const content = contentOf(unit) ?? {}
  const fields = isList(content.fields) ? content.fields : []
  let room = MAX_SCHEMA_BYTES - sentLength({ ...content, fields: [] })
  const sizes = fields.map((field) => sentLength(field) + ','.length)
  if (sizes.reduce((sum, size) => sum + size, 0) <= room) return { unit, dropped: 0 }
  const byDepth = fields.map((field, index) => ({ field, size: sizes[index] ?? 0, depth: depthOf(field) }))
  const kept: Json[] = []
  for (const { field, size } of byDepth.toSorted((a, b) => a.depth - b.depth)) {
    room -= size
    if (room < 0) break
    kept.push(field)
  }
  return { unit: { ...unit, aspect: { ...content, fields: kept } }, dropped: fields.length - kept.length }
}

/** Bytes of a value within a JSON string within a request. */
export const sentLength = (value: Json): number => JSON.stringify(asciiJson(value)).length - '""'.length

/** The steps of a field path that are names. */
function depthOf(field: Json): number {
  const path: unknown = typeof field === 'object' && field !== null ? Reflect.get(field, 'fieldPath') : undefined
  const names = typeof path === 'string' ? path.replace(/\[[^\]]*\]/g, '') : ''
  return names.split('.').filter((step) => step !== '').length
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
