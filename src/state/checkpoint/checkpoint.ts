import { createHash } from 'node:crypto'
import { isObject, type Json, type JsonObject } from '../../core/json.ts'
import { dataFlowUrn, dataJobUrn } from '../../datahub/urn.ts'
import { isAnywhere, type Scopes } from '../scopes.ts'
import { decodeUrns, type EncodedState, UnreadableState } from './payload.ts'

/** What a run keeps for the next. */
export interface Checkpoint {
  /**
   * The entities that the run's sources made, and those of earlier runs that are still in DataHub, but for `uncounted`:
   * what the shares of a threshold are counted by, here and with the peer.
   */
  readonly urns: readonly string[]
  /** The same, of those that came while the threshold held removals up. */
  readonly uncounted: readonly string[]
  /** Where it does. */
  readonly held: Scopes
  /**
   * Of all of them, the ones that the run did not see and could not prove to be gone, as hashes (markOf): when the next complete
   * run does not see them either, they go.
   */
  readonly missingOnce: ReadonlySet<string>
  /** The catalogue that was read, as an ARN; null: another program wrote it. */
  readonly catalogue: string | null
  /** See writingOf. */
  readonly writing: string
}

export const ASPECT = 'datahubIngestionCheckpoint'

/** Names the checkpoint of stale removal; what a platform was called first stays (stale_entity_removal_handler.py). */
export const removalJob = (platform: string): string =>
  platform === 'glue' ? 'glue_stateful_ingestion' : `${platform}_stale_entity_removal`

/** The data job that a checkpoint is an aspect of. `provider`: `datahub` or `file`. */
export const checkpointUrn = (provider: string, pipelineName: string, job: string): string =>
  dataJobUrn(dataFlowUrn(provider, pipelineName, 'prod'), job)

/** A urn in sixteen characters. */
export const markOf = (urn: string): string => createHash('sha256').update(urn).digest('hex').slice(0, 16)

interface AspectParts {
  readonly pipelineName: string
  readonly runId: string
  readonly state: EncodedState
  /** null: there are none. */
  readonly uncounted: EncodedState | null
  readonly held: Scopes
  readonly catalogue: string
  /** As marks. */
  readonly missingOnce: readonly string[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** A checkpoint as the peer's aspect. What is this program's own stands in `config`, which the peer leaves empty and does not read. */
export function checkpointAspect(parts: AspectParts): JsonObject {
  const { pipelineName, runId, state, now } = parts
  return {
    timestampMillis: now,
    partitionSpec: { partition: 'FULL_TABLE_SNAPSHOT', type: 'FULL_TABLE' },
    pipelineName,
    platformInstanceId: '',
    config: JSON.stringify(configOf(parts)),
    state: { formatVersion: state.formatVersion, serde: state.serde, payload: state.payload },
    runId
  }
}

const configOf = ({ catalogue, missingOnce, uncounted, held }: AspectParts): JsonObject => ({
  catalogue,
  ...(missingOnce.length === 0 ? {} : { missingOnce }),
  ...(isAnywhere(held) ? { held: { all: held.all, databases: [...held.databases] } } : {}),
  ...(uncounted === null ? {} : { uncounted: { serde: uncounted.serde, payload: uncounted.payload } })
})

/**
 * Reads such an aspect.
 * @throws UnreadableState when it is no checkpoint, or none that the peer would read.
 */
export async function readCheckpoint(aspect: Json | undefined): Promise<Checkpoint> {
  if (!isObject(aspect)) throw new UnreadableState('it is no checkpoint')
  const { state, config } = aspect
  return { urns: await urnsOf(state), ...(await ownPart(config)), writing: writingOf(aspect) }
}

/** Tells a checkpoint from all others of its pipeline: a recipe may give all of its runs one `run_id`. */
export function writingOf(aspect: JsonObject): string {
  const { runId, timestampMillis } = aspect
  return `${typeof runId === 'string' ? runId : ''} ${typeof timestampMillis === 'number' ? timestampMillis : ''}`
}

/** A checkpoint without a payload is an empty one, as with the peer. */
async function urnsOf(state: Json | undefined): Promise<readonly string[]> {
  if (!isObject(state)) throw new UnreadableState('it has no state')
  const { serde, payload } = state
  if (payload === undefined || payload === null) return []
  if (typeof serde !== 'string' || typeof payload !== 'string') throw new UnreadableState('its state is damaged')
  return decodeUrns({ serde, payload })
}

/** What this program wrote beside the state; what cannot be read was written by another one. */
async function ownPart(config: Json | undefined): Promise<Omit<Checkpoint, 'urns' | 'writing'>> {
  const { catalogue, missingOnce, held, uncounted } = membersOf(config)
  const { all, databases } = isObject(held) ? held : {}
  return {
    catalogue: typeof catalogue === 'string' ? catalogue : null,
    missingOnce: new Set(textsIn(missingOnce)),
    held: { all: all === true, databases: new Set(textsIn(databases)) },
    uncounted: uncounted === undefined ? [] : await urnsOf(uncounted)
  }
}

const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

function membersOf(text: Json | undefined): JsonObject {
  try {
    const value: Json = typeof text === 'string' ? JSON.parse(text) : null
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
