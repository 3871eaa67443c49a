import type { GmsWrite } from '../../datahub/gms-client.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import type { Packed } from './pack.ts'

/** One of GMS's interfaces for writing. */
export interface Wire {
  /** A work unit within a request, in ASCII texts to be put together. `metadata`: systemMetadata as JSON. */
  textsOf(unit: SerialisedWorkUnit, metadata: string): readonly string[]
  /**
   * Splits what is to be sent together into what may stand in one request, in the order of sending. The order of one
   * urn's aspects is kept.
   */
  split(batch: readonly Packed[]): readonly (readonly Packed[])[]
  /** The request for one such part; `asynchronous`: GMS is asked to queue it only. */
  request(part: readonly Packed[], asynchronous: boolean): GmsWrite
}
