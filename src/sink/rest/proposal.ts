import { asciiJson, escapeNonAscii } from '../../core/json.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { type Stamp, systemMetadataOf } from '../stamp.ts'

const PATCH_TYPE = 'application/json-patch+json'

/** The `systemMetadata` of proposals sent at `now`, as an ASCII JSON object in text. */
export const systemMetadataText = (stamp: Stamp, now: number): string =>
  escapeNonAscii(JSON.stringify(systemMetadataOf(stamp, now)))

/**
 * One proposal as rest.li takes it: the aspect is a string in a string. Everything is ASCII, so the text's length is its
 * size in bytes as sent.
 */
export function proposalOf(unit: SerialisedWorkUnit, metadata: string): string {
  const contentType = unit.changeType === 'PATCH' ? PATCH_TYPE : 'application/json'
  return (
    `{"entityType":"${unit.entityType}","entityUrn":${asciiJson(unit.urn)},"changeType":"${unit.changeType}",` +
    `"aspectName":"${unit.aspectName}","aspect":{"value":${JSON.stringify(unit.value)},"contentType":"${contentType}"},` +
    `"systemMetadata":${metadata}}`
  )
}

const HEAD = '{"proposals":['
const tail = (asynchronous: boolean): string => `],"async":"${asynchronous}"}`

/** Bytes of a request around its proposals. */
export const ENVELOPE_BYTES = HEAD.length + tail(false).length

/** The body of ingestProposalBatch. `async` is a string there, not a boolean. */
export const batchBody = (proposals: readonly string[], asynchronous: boolean): string =>
  HEAD + proposals.join(',') + tail(asynchronous)
