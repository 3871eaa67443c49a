import type { GmsWrite } from '../../datahub/gms-client.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import type { SystemMetadata } from '../stamp.ts'
import type { Packed } from './pack.ts'

/** One of GMS's interfaces for writing. */
export interface Wire {
  /** No fewer bytes than a work unit takes within a request without its systemMetadata, told without writing it. */
  mostBytes(unit: SerialisedWorkUnit): number
  /**
   * Splits what is to be sent together into what may stand in one request, in the order of sending. The order of one
   * urn's aspects is kept.
   */
  split(batch: readonly Packed[]): readonly (readonly Packed[])[]
  /** The request for one such part, in ASCII; `asynchronous`: GMS is asked to queue it only. */
  request(part: readonly SerialisedWorkUnit[], asynchronous: boolean, metadata: SystemMetadata): GmsWrite
}

/** ASCII text as bytes. */
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')
