import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { contentTypeOf } from '../content-type.ts'
import type { SystemMetadata } from '../stamp.ts'
import { AROUND_UNIT } from './size.ts'

/** One proposal as rest.li takes it: the aspect is a string in a string. */
export const proposalOf = (unit: SerialisedWorkUnit, systemMetadata: SystemMetadata) => ({
  entityType: unit.entityType,
  entityUrn: unit.urn,
  changeType: unit.changeType,
  aspectName: unit.aspectName,
  aspect: { value: unit.value, contentType: contentTypeOf(unit) },
  systemMetadata
})

/** What ingestProposalBatch takes. `async` is a string there, not a boolean. */
export const batchOf = (units: readonly SerialisedWorkUnit[], asynchronous: boolean, metadata: SystemMetadata) => ({
  proposals: units.map((unit) => proposalOf(unit, metadata)),
  async: String(asynchronous)
})

/** Every character of the aspect may be one that is escaped, and of the urn one that becomes `\\uXXXX`. */
export const mostProposalBytes = ({ value, urn }: SerialisedWorkUnit): number =>
  2 * value.length + 6 * urn.length + AROUND_UNIT
