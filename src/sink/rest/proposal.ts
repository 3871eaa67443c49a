import { asciiJson, escapeNonAscii } from '../../core/json.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { contentTypeOf } from '../content-type.ts'
import { type Stamp, systemMetadataOf } from '../stamp.ts'
import { joined } from './joined.ts'

/** The `systemMetadata` of proposals sent at `now`, as an ASCII JSON object in text. */
export const systemMetadataText = (stamp: Stamp, now: number): string =>
  escapeNonAscii(JSON.stringify(systemMetadataOf(stamp, now)))

/** One proposal as rest.li takes it, in ASCII texts to be put together: the aspect is a string in a string. */
export const proposalOf = (unit: SerialisedWorkUnit, metadata: string): readonly string[] => [
  `{"entityType":"${unit.entityType}","entityUrn":${asciiJson(unit.urn)},"changeType":"${unit.changeType}",` +
    `"aspectName":"${unit.aspectName}","aspect":{"value":`,
  JSON.stringify(unit.value),
  `,"contentType":"${contentTypeOf(unit)}"},"systemMetadata":`,
  metadata,
  '}'
]

const HEAD = '{"proposals":['
const tail = (asynchronous: boolean): string => `],"async":"${asynchronous}"}`

/** Bytes of a request around its proposals. */
export const ENVELOPE_BYTES = HEAD.length + tail(false).length

/** The body of ingestProposalBatch. `async` is a string there, not a boolean. */
export function batchBody(proposals: readonly Uint8Array[], asynchronous: boolean): Buffer {
  return joined(HEAD, proposals, tail(asynchronous))
}
