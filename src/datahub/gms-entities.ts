import { isObject, type Json, type JsonObject } from '../core/json.ts'
import { parseJson } from './gms-config.ts'

/** Who wrote an entity last, by the system metadata of its aspects. */
export interface Writer {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly runId: string
  readonly pipelineName: string | null
}

/** An entity as OpenAPI v3 gives it. */
export interface FoundEntity {
  readonly urn: string
  /** By name; only those that it has. */
  readonly aspects: ReadonlyMap<string, JsonObject>
  /** The newest that names its run: what people change in DataHub names none. null: no run has written it. */
  readonly writer: Writer | null
}

/** What stands for the run of whoever names none (metadata/Constants.java DEFAULT_RUN_ID). */
const NO_RUN = 'no-run-id-provided'

/** The entities of a page, or of an answer to batchGet; of anything else none. */
export function entitiesIn(text: string): {
  readonly entities: readonly FoundEntity[]
  readonly scrollId: string | null
} {
  const answer = parseJson(text) as Json | undefined
  const page = isObject(answer) ? answer : {}
  const list = Array.isArray(answer) ? answer : Array.isArray(page.entities) ? page.entities : []
  const scrollId = typeof page.scrollId === 'string' && page.scrollId !== '' ? page.scrollId : null
  return { entities: list.flatMap((entity: Json) => entityOf(entity) ?? []), scrollId }
}

function entityOf(entity: Json): FoundEntity | null {
  if (!isObject(entity) || typeof entity.urn !== 'string') return null
  const aspects = new Map<string, JsonObject>()
  let writer: Writer | null = null
  for (const [name, envelope] of Object.entries(entity)) {
    if (!isObject(envelope) || !isObject(envelope.value)) continue
    aspects.set(name, envelope.value)
    const found = writerIn(envelope.systemMetadata)
    // As GMS itself tells when something was ingested last (graphql SystemMetadataUtils.java).
    if (found !== null && found.at > (writer?.at ?? 0)) writer = found
  }
  return { urn: entity.urn, aspects, writer }
}

function writerIn(metadata: Json | undefined): Writer | null {
  if (!isObject(metadata)) return null
  const { lastObserved, runId, pipelineName } = metadata
  if (typeof lastObserved !== 'number' || lastObserved <= 0) return null
  if (typeof runId !== 'string' || runId === '' || runId === NO_RUN) return null
  return { at: lastObserved, runId, pipelineName: typeof pipelineName === 'string' ? pipelineName : null }
}
