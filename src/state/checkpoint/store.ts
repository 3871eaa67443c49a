import { AppError, messageOf } from '../../core/errors.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { type Checkpoint, readCheckpoint as readAspect } from './checkpoint.ts'

/** Where checkpoints are kept from run to run. */
export interface CheckpointStore {
  /** As a person is told where it is. */
  readonly shown: string
  /** The newest one of a job; null: there is none. @throws Error that says why it cannot be read. */
  read(job: string): Promise<Json | null>
  /** Keeps one, in place of the last. @throws Error that says why it cannot be written. */
  write(job: string, aspect: JsonObject): Promise<void>
}

/**
 * The last checkpoint of a job.
 * @throws AppError with its cure when there is one that cannot be read.
 */
export async function lastCheckpoint(store: CheckpointStore, job: string): Promise<Checkpoint | null> {
  try {
    const aspect = await store.read(job)
    return aspect === null ? null : await readAspect(aspect)
  } catch (error) {
    throw new AppError(`The state of the last run in ${store.shown} cannot be read: ${messageOf(error)}`, {
      kind: 'cannot-begin',
      code: 'state-not-read',
      cure: 'Run it again; if it is damaged for good, set `ignore_old_state: true` for one run: nothing is removed then',
      cause: error
    })
  }
}
