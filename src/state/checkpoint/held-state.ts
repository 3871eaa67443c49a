import type { JsonObject } from '../../core/json.ts'
import { isAnywhere, NOWHERE } from '../scopes.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type CheckpointStore, lastCheckpoint } from './store.ts'

/** Where the state of a pipeline is kept. */
export interface StatePlaces {
  readonly store: CheckpointStore
  /** A place of this program's own, which the peer does not replace together with the state. */
  readonly copies: CheckpointStore
  /** Names the checkpoint within the pipeline. */
  readonly job: string
}

/** The state that there is. */
export interface LastState {
  readonly checkpoint: Checkpoint
  /** Whether something is held by a copy of it. */
  readonly isCopied: boolean
}

const copyOf = (job: string): string => `${job}_held`

/**
 * The last state. The peer lists together what a threshold has held up and what came since, from which nobody can tell any
 * more what it was a share of: for a state of the peer's, that is told by the copy that this program's last one has left.
 * @throws AppError with its cure when there is a state that cannot be read.
 */
export async function lastState({ store, copies, job }: StatePlaces, catalogue: string): Promise<LastState | null> {
  const last = await lastCheckpoint(store, job)
  if (last === null) return null
  const isOurs = last.catalogue !== null
  if (isOurs) return { checkpoint: last, isCopied: isAnywhere(last.held) }
  const copy = await lastCheckpoint(copies, copyOf(job))
  const isHolding = copy !== null && copy.catalogue === catalogue && isAnywhere(copy.held)
  return isHolding ? { checkpoint: withHeld(last, copy), isCopied: true } : { checkpoint: last, isCopied: false }
}

/** Keeps a state, with a copy while something is held, and once more when that ends. */
export async function keepState(places: StatePlaces, aspect: JsonObject, isCopied: boolean): Promise<void> {
  const { store, copies, job } = places
  if (isCopied) await copies.write(copyOf(job), aspect)
  await store.write(job, aspect)
}

/**
 * A run of the peer in which too much is missing keeps all that it knew; when anything of it is gone, the peer has let go
 * what was held, or some of it. What came since, the peer knows of as far as it has seen it.
 */
function withHeld(last: Checkpoint, copy: Checkpoint): Checkpoint {
  const known = new Set(last.urns)
  const unknown = copy.uncounted.filter((urn) => !known.has(urn))
  if (!copy.urns.every((urn) => known.has(urn))) return { ...last, held: NOWHERE, uncounted: unknown }
  const counted = new Set(copy.urns)
  const since = last.urns.filter((urn) => !counted.has(urn))
  return { ...last, urns: copy.urns, held: copy.held, uncounted: [...since, ...unknown] }
}
