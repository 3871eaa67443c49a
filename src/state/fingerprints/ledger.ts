import { decodeBase85, encodeBase85 } from '../../core/base85.ts'
import { isObject, type Json, type JsonObject } from '../../core/json.ts'
import { HASH_BYTES, HashSet } from '../../datahub/hash-set.ts'

/** What was last acknowledged, and by how many runs since everything was sent. */
export interface Ledger {
  readonly fingerprints: HashSet
  /** Stands for recipe, tool and server: what they are otherwise may change what entities are. */
  readonly basis: string
  /** Runs since the last full pass. */
  readonly runs: number
  /** Which state of the pipeline there was then (checkpoint.ts, writingOf); null: none. */
  readonly stateOf: string | null
}

const SERDE = 'base85-u64'

/** The name of the checkpoint. */
export const LEDGER_JOB = 'glue_fingerprints'

interface LedgerParts extends Ledger {
  readonly pipelineName: string
  readonly runId: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** A ledger as a checkpoint's aspect: eight bytes for each entity. */
export function ledgerAspect({ fingerprints, basis, runs, stateOf, ...about }: LedgerParts): JsonObject {
  return aspectOf(about, { basis, runs, stateOf }, encodeBase85(fingerprints.toBytes()))
}

/**
 * Says that a run has begun to write: should it never come to its end, nobody knows what was acknowledged last, and the
 * next run sends everything.
 */
export const begunAspect = (about: Omit<LedgerParts, keyof Ledger>): JsonObject => aspectOf(about, { begun: true }, '')

function aspectOf(
  { pipelineName, runId, now }: Omit<LedgerParts, keyof Ledger>,
  config: JsonObject,
  payload: string
): JsonObject {
  return {
    timestampMillis: now,
    partitionSpec: { partition: 'FULL_TABLE_SNAPSHOT', type: 'FULL_TABLE' },
    pipelineName,
    platformInstanceId: '',
    config: JSON.stringify(config),
    state: { formatVersion: '1.0', serde: SERDE, payload },
    runId
  }
}

/** Reads such an aspect; null when it is no ledger, or that of a run which never ended. */
export function readLedger(aspect: Json | null): Ledger | null {
  if (!isObject(aspect) || !isObject(aspect.state) || typeof aspect.config !== 'string') return null
  const { serde, payload } = aspect.state
  const { basis, runs, stateOf } = membersOf(aspect.config)
  if (serde !== SERDE || typeof payload !== 'string' || typeof basis !== 'string' || typeof runs !== 'number')
    return null
  const bytes = decodeBase85(payload)
  return bytes === null || bytes.length % HASH_BYTES > 0
    ? null
    : { fingerprints: HashSet.ofBytes(bytes), basis, runs, stateOf: textOrNull(stateOf) }
}

/** Whether there is such an aspect of a run that has ended, whatever it holds. */
export const isLedger = (aspect: Json | null): boolean =>
  isObject(aspect) && typeof aspect.config === 'string' && membersOf(aspect.config).begun !== true

const textOrNull = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

function membersOf(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
