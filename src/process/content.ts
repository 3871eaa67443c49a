import type { JsonObject } from '../core/json.ts'
import type { WorkUnit } from '../model/work-unit.ts'

/** The content of an aspect that replaces what DataHub holds; null for the operations of a PATCH. */
export const contentOf = ({ changeType, aspect }: WorkUnit): JsonObject | null =>
  changeType === 'PATCH' || isOperations(aspect) ? null : aspect

const isOperations = (aspect: WorkUnit['aspect']): aspect is Exclude<WorkUnit['aspect'], JsonObject> =>
  Array.isArray(aspect)
