import { createHash } from 'node:crypto'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'

/** 64 bits in two numbers, of which never both are zero. */
export type Fingerprint = readonly [high: number, low: number]

/** Aspects that are large and hold no moment of the run. */
const TIMELESS: ReadonlySet<string> = new Set([
  'schemaMetadata',
  'datasetProperties',
  'status',
  'container',
  'subTypes'
])

/** Milliseconds since the epoch, from 2017 on. */
const MOMENT = /:(1[5-9]\d{11}|[2-9]\d{12})(?=[,}\]])/gu

/**
 * What tells whether an entity is as it was: its urn and all that is written of it, but for the moments that the run itself
 * puts in, which are those from `since` on (milliseconds since the epoch).
 */
export function fingerprintOf(units: readonly SerialisedWorkUnit[], since: number): Fingerprint {
  const hash = createHash('md5')
  hash.update(units[0]?.urn ?? '')
  for (const unit of units) hash.update(`\n${unit.aspectName} ${unit.changeType} ${timeless(unit, since)}`, 'latin1')
  const digest = hash.digest()
  return [digest.readUInt32LE(0), (digest.readUInt32LE(4) | 1) >>> 0]
}

function timeless({ aspectName, value }: SerialisedWorkUnit, since: number): string {
  if (TIMELESS.has(aspectName)) return value
  return value.replace(MOMENT, (whole, moment: string) => (Number(moment) >= since ? ':0' : whole))
}
