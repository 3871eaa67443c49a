import type { JsonObject } from '../../../core/json.ts'
import { FULL_TABLE } from '../../../datahub/aspects.ts'
import type { WorkUnit } from '../../../model/work-unit.ts'

/** What is known of a column's values. */
export interface FieldProfile {
  readonly fieldPath: string
  readonly uniqueCount?: number
  /** From 0 to 1. */
  readonly uniqueProportion?: number
  readonly nullCount?: number
  readonly nullProportion?: number
  /** Values of any type, as text. */
  readonly min?: string
  readonly max?: string
  readonly mean?: string
  readonly median?: string
  readonly stdev?: string
}

/** What is known of a table or of one of its partitions. */
export interface TableProfile {
  readonly rowCount?: number
  readonly columnCount?: number
  readonly fields: readonly FieldProfile[]
  /** As the peer prints it, `{'day': '2024-01-01'}`; absent: the whole table. */
  readonly partition?: string
}

/** Two profiles of the same thing in one: what the first says goes before what the second says. */
export function merged(first: TableProfile, second: TableProfile): TableProfile {
  const others = new Map(second.fields.map((field) => [field.fieldPath, field]))
  const fields = first.fields.map((field) => ({ ...others.get(field.fieldPath), ...field }))
  const known = new Set(first.fields.map(({ fieldPath }) => fieldPath))
  return { ...second, ...first, fields: [...fields, ...second.fields.filter((field) => !known.has(field.fieldPath))] }
}

/** A dataset's profile as a work unit at `now`, milliseconds since the epoch; null when nothing is known. */
export function profileUnit(urn: string, origin: string, profile: TableProfile, now: number): WorkUnit | null {
  const { rowCount, columnCount, fields, partition } = profile
  if (fields.length === 0 && rowCount === undefined && columnCount === undefined) return null
  const aspect: JsonObject = {
    timestampMillis: now,
    partitionSpec: partition === undefined ? FULL_TABLE : { partition, type: 'PARTITION' },
    ...(rowCount === undefined ? {} : { rowCount }),
    ...(columnCount === undefined ? {} : { columnCount }),
    fieldProfiles: fields.map((field) => ({ ...field }))
  }
  return { urn, entityType: 'dataset', aspectName: 'datasetProfile', changeType: 'UPSERT', aspect, origin }
}
