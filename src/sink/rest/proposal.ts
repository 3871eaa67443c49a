import { asciiJson } from '../../core/json.ts'
import { ReusedRoom } from '../../core/reused-room.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { contentTypeOf } from '../content-type.ts'
import type { SystemMetadata } from '../stamp.ts'
import { escapeInto } from './escape-into.ts'
import { AROUND_UNIT } from './size.ts'

/** Every character of the aspect may be one that is escaped, and of the urn one that becomes `\\uXXXX`. */
export const mostProposalBytes = ({ value, urn }: SerialisedWorkUnit): number =>
  2 * value.length + 6 * urn.length + AROUND_UNIT

const HEAD = '{"proposals":['

/** For one body, which may turn out half as large as it might have been: what is kept until GMS has answered is not. */
const bodies = new ReusedRoom(512 * 1024)

/**
 * What ingestProposalBatch takes, in ASCII. In a proposal the aspect is a string in a string, which makes up nearly all of
 * it: it is written byte by byte, since JSON.stringify takes twice as long. `async` is a string there, not a boolean.
 */
export function batchBody(
  units: readonly SerialisedWorkUnit[],
  asynchronous: boolean,
  systemMetadata: SystemMetadata
): Buffer {
  const metadata = asciiJson({ ...systemMetadata })
  const tail = `],"async":"${asynchronous}"}`
  const most = units.reduce((sum, unit) => sum + mostProposalBytes(unit) + metadata.length, HEAD.length + tail.length)
  const body = bodies.take(most)
  let at = body.write(HEAD, 'latin1')
  for (const [index, unit] of units.entries()) {
    at += body.write(`${index === 0 ? '' : ','}${beginningOf(unit)}`, at, 'latin1')
    at = escapeInto(body, at, unit.value)
    at += body.write(`","contentType":"${contentTypeOf(unit)}"},"systemMetadata":${metadata}}`, at, 'latin1')
  }
  at += body.write(tail, at, 'latin1')
  return Buffer.copyBytesFrom(body, 0, at)
}

/** A proposal as far as its aspect's first character. */
const beginningOf = ({ entityType, urn, changeType, aspectName }: SerialisedWorkUnit): string =>
  `{"entityType":"${entityType}","entityUrn":${asciiJson(urn)},"changeType":"${changeType}",` +
  `"aspectName":"${aspectName}","aspect":{"value":"`
