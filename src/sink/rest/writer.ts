import type { Clock } from '../../core/clock.ts'
import type { GmsAnswer } from '../../datahub/gms-answer.ts'
import type { GmsClient } from '../../datahub/gms-client.ts'
import type { Emit } from '../../model/event.ts'
import type { RestSinkOptions } from '../../model/recipe.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import { type Stamp, systemMetadataOf } from '../stamp.ts'
import { OPENAPI } from './openapi.ts'
import { RESTLI } from './restli.ts'
import type { Wire } from './wire.ts'

/** Work units that go out in one request. */
export interface WriteRequest {
  readonly units: readonly SerialisedWorkUnit[]
  /** Whether GMS is asked to queue them only. */
  readonly asynchronous: boolean
  /** Whether an error of GMS's own is tried again. */
  readonly retryFaults: boolean
}

/** Makes requests of work units, and sends them. */
export interface Writer {
  /** One request with its retries, which are told to `emit`. @throws AppError when nothing can be sent, such as no token. */
  write(request: WriteRequest, emit: Emit): Promise<GmsAnswer>
}

/** The interface of GMS that a recipe names. */
export const wireOf = ({ endpoint }: Pick<RestSinkOptions, 'endpoint'>): Wire =>
  endpoint === 'openapi' ? OPENAPI : RESTLI

/** What writes are made by. */
export interface WriterDeps {
  readonly client: GmsClient
  readonly wire: Wire
  readonly stamp: Stamp
  readonly clock: Clock
}

/** A writer in this thread. Whoever made the client closes it. */
export const writerHere = ({ client, wire, stamp, clock }: WriterDeps): Writer => ({
  write({ units, asynchronous, retryFaults }, emit) {
    const metadata = systemMetadataOf(stamp, clock.now())
    return client.write(wire.request(units, asynchronous, metadata), emit, retryFaults)
  }
})
