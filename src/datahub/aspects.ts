import { repeated } from '../core/repeated-json.ts'
import type {
  AuditStamp,
  BrowsePathEntry,
  BrowsePathsV2,
  Container,
  DataPlatformInstance,
  Status,
  SubTypes
} from './aspect-types.ts'
import { platformInstanceUrn, platformUrn } from './urn.ts'

/** What DataHub writes where no one is known (the peer's AuditStamp default). */
export const UNKNOWN_STAMP: AuditStamp = { time: 0, actor: 'urn:li:corpuser:unknown' }

/** A whole-table partition, as timeseries aspects name it (the peer's PartitionSpecClass default). */
export const FULL_TABLE = { partition: 'FULL_TABLE_SNAPSHOT', type: 'FULL_TABLE' } as const

const REMOVED: Status = repeated({ removed: true })
const ALIVE: Status = repeated({ removed: false })

export const statusAspect = (removed: boolean): Status => (removed ? REMOVED : ALIVE)

export const subTypesAspect = (...typeNames: string[]): SubTypes => ({ typeNames })

export const containerAspect = (urn: string): Container => ({ container: urn })

/** An instance that is empty is none, as with the peer. */
export const dataPlatformInstanceAspect = (platform: string, instance: string | null): DataPlatformInstance => ({
  platform: platformUrn(platform),
  ...(instance === null || instance === '' ? {} : { instance: platformInstanceUrn(platform, instance) })
})

/** One step of a browse path: an entity, which is its own id. */
export const browseStep = (urn: string): BrowsePathEntry => ({ id: urn, urn })

export const browsePathsAspect = (path: readonly BrowsePathEntry[]): BrowsePathsV2 => ({ path })
