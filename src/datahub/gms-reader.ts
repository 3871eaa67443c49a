import type { Clock } from '../core/clock.ts'
import { AppError } from '../core/errors.ts'
import { Gate } from '../core/gate.ts'
import type { HttpResponse } from '../core/http.ts'
import { NetworkError } from '../core/http-error.ts'
import { asObject, type JsonObject } from '../core/json.ts'
import type { Emit } from '../model/event.ts'
import type { EntitySearch, MetadataReader, MetadataSearch } from '../model/ports.ts'
import { isHtml, messageOf } from './gms-answer.ts'
import type { GmsClient } from './gms-client.ts'
import { parseJson } from './gms-config.ts'

export interface GmsReaderDeps {
  /** As it may be shown. */
  readonly server: string
  readonly clock: Clock
  readonly emit: Emit
}

/** Who asks within this time asks together; in milliseconds. */
const GATHERING_MS = 1
const MOST_URNS = 100
const REQUESTS_AT_ONCE = 4

interface Asking {
  readonly urn: string
  resolve(aspect: JsonObject | null): void
  reject(error: unknown): void
}

/** Reads aspects from GMS: what is asked for at the same time goes out in one request, and the same thing only once. */
export class GmsReader implements MetadataReader, MetadataSearch {
  readonly #client: GmsClient
  readonly #deps: GmsReaderDeps
  readonly #gate = new Gate(REQUESTS_AT_ONCE)
  /** Aspect and entity type → who waits for the next request. */
  readonly #gathering = new Map<string, Asking[]>()
  /** What is under way. */
  readonly #asked = new Map<string, Promise<JsonObject | null>>()
  /** Servers before 0.14 have no batchGet. */
  #batches = true

  constructor(client: GmsClient, deps: GmsReaderDeps) {
    this.#client = client
    this.#deps = deps
  }

  async aspect(urn: string, aspectName: string): Promise<JsonObject | null> {
    const key = `${aspectName} ${urn}`
    const asked = this.#asked.get(key) ?? this.#ask(urn, aspectName)
    this.#asked.set(key, asked)
    try {
      return await asked
    } finally {
      this.#asked.delete(key)
    }
  }

  async urnsNamed(entityType: string, name: string): Promise<readonly string[]> {
    const answer = await this.#answer(() => this.#client.searchByName(entityType, name, this.#deps.emit))
    const entities: unknown = member(member(this.#json(answer), 'value'), 'entities')
    if (!Array.isArray(entities)) return []
    return entities.map((entity) => member(entity, 'entity')).filter((urn) => typeof urn === 'string')
  }

  async search(wanted: EntitySearch): Promise<readonly JsonObject[]> {
    const found: JsonObject[] = []
    for (let scrollId: string | null = null; ; ) {
      const after: string | null = scrollId
      const answer = await this.#answer(() => this.#client.scroll(wanted, after, this.#deps.emit))
      // Servers before 0.14 cannot search that way, and have nothing of what is searched for.
      if (answer.status === 404) return found
      const page = this.#json(answer)
      found.push(...inBatch(member(page, 'entities'), wanted.aspectName).values())
      const next: unknown = member(page, 'scrollId')
      if (typeof next !== 'string' || next === '' || next === after) return found
      scrollId = next
    }
  }

  #ask(urn: string, aspectName: string): Promise<JsonObject | null> {
    const group = `${urn.split(':')[2] ?? ''} ${aspectName}`
    return new Promise((resolve, reject) => {
      const waiting = this.#gathering.get(group) ?? []
      waiting.push({ urn, resolve, reject })
      if (waiting.length === 1) {
        this.#gathering.set(group, waiting)
        void this.#sendSoon(group)
      } else if (waiting.length === MOST_URNS) void this.#send(group)
    })
  }

  async #sendSoon(group: string): Promise<void> {
    await this.#deps.clock.sleep(GATHERING_MS)
    await this.#send(group)
  }

  /** Asks for everything that waits; each gets its answer or the failure. */
  async #send(group: string): Promise<void> {
    const waiting = this.#gathering.get(group)
    if (waiting === undefined) return
    this.#gathering.delete(group)
    const [entityType = '', aspectName = ''] = group.split(' ')
    const wanted = { entityType, aspectName, urns: waiting.map(({ urn }) => urn) }
    try {
      const found = await this.#gate.run(() => this.#read(wanted))
      for (const one of waiting) one.resolve(found.get(one.urn) ?? null)
    } catch (error) {
      for (const one of waiting) one.reject(error)
    }
  }

  async #read(wanted: Wanted): Promise<ReadonlyMap<string, JsonObject>> {
    if (this.#batches) {
      const answer = await this.#answer(() => this.#client.batchGet(wanted, this.#deps.emit))
      if (answer.status !== 404 && answer.status !== 405) return inBatch(this.#json(answer), wanted.aspectName)
      this.#batches = false
    }
    const read = wanted.urns.map(async (urn) => [urn, await this.#readOne(urn, wanted.aspectName)] as const)
    const found = await Promise.all(read)
    return new Map(found.flatMap(([urn, aspect]) => (aspect === null ? [] : [[urn, aspect]])))
  }

  async #readOne(urn: string, aspectName: string): Promise<JsonObject | null> {
    const answer = await this.#answer(() => this.#client.aspect(urn, aspectName, this.#deps.emit))
    if (answer.status === 404) return null
    // `{"version": 0, "aspect": {"com.linkedin.schema.SchemaMetadata": {…}}}`
    const holder = member(this.#json(answer), 'aspect')
    return asObject(isObject(holder) ? Object.values(holder)[0] : undefined)
  }

  async #answer(ask: () => Promise<HttpResponse>): Promise<HttpResponse> {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof NetworkError) throw this.#unread(error.message, error)
      throw error
    }
  }

  #json(answer: HttpResponse): unknown {
    if (answer.status !== 200 || isHtml(answer)) throw this.#unread(messageOf(answer))
    return parseJson(answer.text)
  }

  #unread(why: string, cause?: unknown): AppError {
    return new AppError(`DataHub at ${this.#deps.server} could not be asked what it holds: ${why}`, {
      kind: 'cannot-begin',
      code: 'gms-not-read',
      cure: 'check that GMS is well and that the token may read metadata',
      cause
    })
  }
}

interface Wanted {
  readonly entityType: string
  readonly aspectName: string
  readonly urns: readonly string[]
}

/** `[{"urn": …, "schemaMetadata": {"value": {…}}}]`. */
function inBatch(answer: unknown, aspectName: string): ReadonlyMap<string, JsonObject> {
  const entities: readonly unknown[] = Array.isArray(answer) ? answer : []
  return new Map(
    entities.flatMap((entity) => {
      const urn = member(entity, 'urn')
      const value = asObject(member(member(entity, aspectName), 'value'))
      return typeof urn === 'string' && value !== null ? [[urn, value] as const] : []
    })
  )
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const member = (value: unknown, name: string): unknown => (isObject(value) ? Reflect.get(value, name) : undefined)
