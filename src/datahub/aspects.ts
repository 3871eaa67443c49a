import type { JsonObject } from '../core/json.ts'
import { platformInstanceUrn, platformUrn } from './urn.ts'

/** What DataHub writes where no one is known (the peer's AuditStamp default). */
export const UNKNOWN_STAMP = { time: 0, actor: 'urn:li:corpuser:unknown' } as const

export const statusAspect = (removed: boolean): JsonObject => ({ removed })

export const subTypesAspect = (...typeNames: string[]): JsonObject => ({ typeNames })

export const containerAspect = (urn: string): JsonObject => ({ container: urn })

export const dataPlatformInstanceAspect = (platform: string, instance: string | null): JsonObject => ({
  platform: platformUrn(platform),
  ...(instance === null || instance === '' ? {} : { instance: platformInstanceUrn(platform, instance) })
})

/** One step of a browse path: an entity, which is its own id. */
export const browseStep = (urn: string): JsonObject => ({ id: urn, urn })

export const browsePathsAspect = (path: readonly JsonObject[]): JsonObject => ({ path })

/** A whole-table partition, as timeseries aspects name it (the peer's PartitionSpecClass default). */
export const FULL_TABLE = { partition: 'FULL_TABLE_SNAPSHOT', type: 'FULL_TABLE' } as const
