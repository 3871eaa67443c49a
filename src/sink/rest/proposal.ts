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

/**
 * The body of ingestProposalBatch, written once into bytes: as one text it would be copied and collected three times over.
 * `async` is a string there, not a boolean.
 */
export function batchBody(proposals: readonly string[], asynchronous: boolean): Buffer {
  const end = tail(asynchronous)
  const commas = Math.max(0, proposals.length - 1)
  const size = proposals.reduce((sum, text) => sum + text.length, HEAD.length + commas + end.length)
  const body = Buffer.allocUnsafe(size)
  let at = body.write(HEAD, 'latin1')
  for (const [index, text] of proposals.entries()) {
    if (index > 0) at += body.write(',', at, 'latin1')
    at += body.write(text, at, 'latin1')
  }
  body.write(end, at, 'latin1')
  return body
}
