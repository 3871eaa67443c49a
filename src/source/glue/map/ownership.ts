import type { JsonObject } from '../../../core/json.ts'
import { UNKNOWN_STAMP } from '../../../datahub/aspects.ts'
import { userUrn } from '../../../datahub/urn.ts'

/** The table's `Owner` as a data owner; null when it names none (glue.py _get_ownership). */
export function ownership(owner: string | undefined): JsonObject | null {
  if (owner === undefined || owner === '') return null
  return { owners: [{ owner: userUrn(owner), type: 'DATAOWNER' }], ownerTypes: {}, lastModified: UNKNOWN_STAMP }
}
