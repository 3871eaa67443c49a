import { hash } from 'node:crypto'
import { ReusedRoom } from '../../core/reused-room.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'

/** 64 bits in two numbers, of which never both are zero. */
export type Fingerprint = readonly [high: number, low: number]

/** Aspects that hold no moment of the run, unless a transformer puts one in. */
export const TIMELESS: ReadonlySet<string> = new Set([
  'operation',
  'schemaMetadata',
  'datasetProperties',
  'status',
  'container',
  'subTypes',
  'browsePathsV2',
  'dataPlatformInstance'
])

/** Milliseconds since the epoch, from 2017 on. */
const MOMENT = /:(1[5-9]\d{11}|[2-9]\d{12})(?=[,}\]])/gu

/**
 * What tells whether an entity is as it was: its urn and all that is written of it, but for the moments that the run itself
 * puts in, which are those from `since` on (milliseconds since the epoch), in aspects that are not `timeless`.
 */
export function fingerprintOf(
  units: readonly SerialisedWorkUnit[],
  since: number,
  timeless: ReadonlySet<string> = TIMELESS
): Fingerprint {
  const texts: string[] = []
  let short = units[0]?.urn ?? ''
  for (const { aspectName, changeType, value } of units) {
    short += `\n${aspectName} ${changeType} `
    const text = timeless.has(aspectName) ? value : withoutMoments(value, since)
    if (text.length < LONG) short += text
    else {
      texts.push(short, text)
      short = ''
    }
  }
  texts.push(short)
  const digest = hash('sha256', bytesOf(texts), 'buffer')
  return [digest.readUInt32LE(0), (digest.readUInt32LE(4) | 1) >>> 0]
}

/** Texts of fewer characters are joined before they are written: each writing costs as much as joining so many. */
const LONG = 512

/** For the texts of an entity, unless they are very long. */
const entities = new ReusedRoom(64 * 1024)
const MOST_ROOM = 512 * 1024

/** Texts one behind the other. They are hashed in one call: each call costs as much as hashing a kilobyte. */
function bytesOf(texts: readonly string[]): Uint8Array {
  // A urn may hold any character.
  let size = 0
  for (const text of texts) size += 3 * text.length
  if (size > MOST_ROOM) return Buffer.from(texts.join(''))
  const room = entities.take(size)
  let at = 0
  for (const text of texts) at += room.write(text, at)
  return room.subarray(0, at)
}

const withoutMoments = (value: string, since: number): string =>
  value.replace(MOMENT, (whole, moment: string) => (Number(moment) >= since ? ':0' : whole))
