import type { Clock } from '../../core/clock.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { messageOf } from '../../datahub/gms-answer.ts'
import type { GmsClient, Proposal } from '../../datahub/gms-client.ts'
import { type GmsConfig, parseJson } from '../../datahub/gms-config.ts'
import { knowsLifecycle } from '../../datahub/status-support.ts'
import type { Emit } from '../../model/event.ts'
import { ASPECT, checkpointUrn } from './checkpoint.ts'
import type { CheckpointStore } from './store.ts'

export interface DatahubStoreDeps {
  readonly client: GmsClient
  readonly gms: GmsConfig
  /** As it may be shown. */
  readonly server: string
  readonly pipelineName: string
  readonly clock: Clock
  readonly emit: Emit
}

const SYSTEM_ACTOR = 'urn:li:corpuser:__datahub_system'

/** Checkpoints as an aspect of a data job in DataHub (state_provider/datahub_ingestion_checkpointing_provider.py). */
export class DatahubStore implements CheckpointStore {
  readonly #deps: DatahubStoreDeps

  constructor(deps: DatahubStoreDeps) {
    this.#deps = deps
  }

  get shown(): string {
    return `DataHub at ${this.#deps.server}`
  }

  async read(job: string): Promise<Json | null> {
    const { client, pipelineName, emit } = this.#deps
    const wanted = { entityType: 'dataJob', aspectName: ASPECT, field: 'pipelineName', value: pipelineName }
    const answer = await client.latestValue({ urn: this.#urn(job), ...wanted }, emit)
    if (answer.status !== 200) throw new Error(`GMS says: ${messageOf(answer)}`)
    return valueIn(parseJson(answer.text))
  }

  /**
   * The job is kept out of searches as a removed one. The time in its status makes each write a change, so that DataHub's
   * own clean-up never takes the job away; servers that do not know that member would refuse it.
   */
  async write(job: string, aspect: JsonObject): Promise<void> {
    const { clock, gms } = this.#deps
    const urn = this.#urn(job)
    const now = clock.now()
    const stamp = { lifecycleLastUpdated: { time: now, actor: SYSTEM_ACTOR } }
    const status = { removed: true, ...(knowsLifecycle(gms) ? stamp : {}) }
    const entity = { urn, entityType: 'dataJob' }
    await this.#propose({ ...entity, aspectName: 'status', aspect: status, systemMetadata: { lastObserved: now } })
    await this.#propose({ ...entity, aspectName: ASPECT, aspect })
  }

  async #propose(proposal: Proposal): Promise<void> {
    const answer = await this.#deps.client.propose(proposal, this.#deps.emit)
    if (answer.kind !== 'ok') throw new Error(`GMS says: ${answer.message}`)
  }

  #urn(job: string): string {
    return checkpointUrn('datahub', this.#deps.pipelineName, job)
  }
}

/** `{"value": {"values": [{"aspect": {"value": "…"}}]}}`: the aspect is JSON in a text. */
function valueIn(answer: unknown): Json | null {
  const values = member(member(answer, 'value'), 'values')
  if (!Array.isArray(values)) throw new Error('GMS answers something that is no list of values')
  if (values.length === 0) return null
  const text = member(member(values[0], 'aspect'), 'value')
  const aspect = typeof text === 'string' ? parseJson(text) : undefined
  if (aspect === undefined) throw new Error('GMS answers an aspect that is no JSON')
  return aspect as Json
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
