import type { Ownership } from '../../../datahub/aspect-types.ts'
import { UNKNOWN_STAMP } from '../../../datahub/aspects.ts'
import { userUrn } from '../../../datahub/urn.ts'
import { textOf } from './record-values.ts'

/** The table's `Owner` as a data owner; null when it names none (glue.py _get_ownership). */
export function ownership(owner: string | undefined): Ownership | null {
  const name = textOf(owner)
  if (name === undefined || name === '') return null
  return { owners: [{ owner: userUrn(name), type: 'DATAOWNER' }], ownerTypes: {}, lastModified: UNKNOWN_STAMP }
}
