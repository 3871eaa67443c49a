import type { Clock } from '../core/clock.ts'
import type { HttpClient, HttpResponse } from '../core/http.ts'
import { NetworkError } from '../core/http-error.ts'
import { asciiJson, type JsonObject } from '../core/json.ts'
import { pauseBefore, type RetryPolicy, retryAfterMs } from '../core/retry.ts'
import type { Emit } from '../model/event.ts'
import type { EntitySearch } from '../model/ports.ts'
import { answerOf, type GmsAnswer, unanswered } from './gms-answer.ts'
import { gmsHeaders } from './gms-headers.ts'
import { type Purpose, type RetryRules, retryOf } from './gms-retry.ts'
import type { TokenSource } from './tokens/token.ts'

export interface GmsClientOptions {
  /** Base URL without a trailing slash. */
  readonly server: string
  /** Sent to `server` and nowhere else: redirects are not followed. */
  readonly token: string | null
  /** Win over every other header, as with the peer. */
  readonly extraHeaders: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly retry: RetryPolicy
  readonly retryStatusCodes: readonly number[]
}

export interface GmsClientDeps {
  readonly http: HttpClient
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Where the token comes from when the options have none. */
  readonly tokens?: TokenSource
}

const SERVICE = 'DataHub'

/** A request that writes, ready to be sent. */
export interface GmsWrite {
  readonly method: 'POST' | 'PATCH'
  /** Below the server's address, with its query. */
  readonly path: string
  readonly body: Uint8Array
}

/** One request, and what it is for. */
interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: Uint8Array
  readonly purpose: Purpose
}

/** One aspect of several entities of one type. */
export interface AspectsWanted {
  readonly entityType: string
  readonly aspectName: string
  readonly urns: readonly string[]
  /** Whether to tell who wrote it, too (`systemMetadata`). */
  readonly withWriters?: boolean
}

/** One page of entities of a type, with who wrote them. */
export interface EntitiesWanted {
  readonly entityType: string
  /** In the syntax of Elasticsearch's query strings. */
  readonly query: string
  readonly aspectNames: readonly string[]
  readonly count: number
  /** A field of the search index, the largest value first; null: by urn. */
  readonly newestBy: string | null
  /** Where the page before it ended; null for the first. */
  readonly scrollId: string | null
}

/** A value of a timeseries aspect, found by one of its members. */
export interface SeriesWanted {
  readonly urn: string
  readonly entityType: string
  readonly aspectName: string
  readonly field: string
  readonly value: string
}

/** One aspect that is written by itself: state and history, which are no metadata of the source. */
export interface Proposal {
  readonly urn: string
  readonly entityType: string
  readonly aspectName: string
  readonly aspect: JsonObject
  readonly systemMetadata?: JsonObject
}

/** DataHub's metadata service: one method for each endpoint, above one request with retries. */
export class GmsClient {
  readonly #options: GmsClientOptions
  readonly #deps: GmsClientDeps
  readonly #headers: Readonly<Record<string, string>>
  readonly #rules: RetryRules

  /** @throws AppError of kind `input` when the token or an extra header cannot be sent. */
  constructor(options: GmsClientOptions, deps: GmsClientDeps) {
    this.#options = options
    this.#deps = deps
    this.#headers = gmsHeaders(options.token, options.extraHeaders)
    this.#rules = { policy: options.retry, statuses: new Set(options.retryStatusCodes) }
  }

  /** `GET /config`. @throws NetworkError when no answer came after all retries. */
  config(emit: Emit): Promise<HttpResponse> {
    return this.#request({ method: 'GET', path: '/config', purpose: 'probe' }, emit)
  }

  /**
   * Sends a write. Never throws. `retryFaults: false` takes an error of GMS's own as its answer: it may be one record's
   * doing, and would come again.
   */
  async write(write: GmsWrite, emit: Emit, retryFaults = true): Promise<GmsAnswer> {
    const purpose = retryFaults ? 'write' : 'once'
    try {
      return answerOf(await this.#request({ ...write, purpose }, emit))
    } catch (error) {
      if (error instanceof NetworkError) return unanswered(error.reason, error.message)
      throw error
    }
  }

  /**
   * `POST /openapi/v3/entity/{type}/batchGet`: one aspect of several entities of a type; those without it are left out.
   * @throws NetworkError when no answer came after all retries.
   */
  batchGet({ entityType, aspectName, urns, withWriters }: AspectsWanted, emit: Emit): Promise<HttpResponse> {
    const body = Buffer.from(asciiJson(urns.map((urn) => ({ urn, [aspectName]: {} }))))
    const path = `/openapi/v3/entity/${entityType}/batchGet${withWriters === true ? '?systemMetadata=true' : ''}`
    return this.#request({ method: 'POST', path, body, purpose: 'read' }, emit)
  }

  /**
   * `GET /openapi/v3/entity/{type}`: a page of what a search finds, without what is removed, with who wrote it.
   * @throws NetworkError, as above.
   */
  entities(wanted: EntitiesWanted, emit: Emit): Promise<HttpResponse> {
    const { entityType, query, aspectNames, count, newestBy, scrollId } = wanted
    const parameters = new URLSearchParams({
      systemMetadata: 'true',
      includeSoftDelete: 'false',
      skipCache: 'true',
      aspects: aspectNames.join(','),
      count: String(count),
      query,
      ...(newestBy === null ? {} : { sortCriteria: newestBy, sortOrder: 'DESCENDING' }),
      ...(scrollId === null ? {} : { scrollId })
    })
    const path = `/openapi/v3/entity/${entityType.toLowerCase()}?${parameters.toString()}`
    return this.#request({ method: 'GET', path, purpose: 'read' }, emit)
  }

  /** `POST /api/graphql`: a question that changes nothing. @throws NetworkError, as above. */
  graphql(query: string, emit: Emit): Promise<HttpResponse> {
    const body = Buffer.from(asciiJson({ query }))
    return this.#request({ method: 'POST', path: '/api/graphql', body, purpose: 'read' }, emit)
  }

  /** `GET /aspects/{urn}`: one aspect, as older servers have it. @throws NetworkError, as above. */
  aspect(urn: string, aspectName: string, emit: Emit): Promise<HttpResponse> {
    const path = `/aspects/${encodeURIComponent(urn)}?aspect=${encodeURIComponent(aspectName)}&version=0`
    return this.#request({ method: 'GET', path, purpose: 'read' }, emit)
  }

  /** `POST /entities?action=search`: entities of a type whose `name` is this one. @throws NetworkError, as above. */
  searchByName(entityType: string, name: string, emit: Emit): Promise<HttpResponse> {
    const filter = { or: [{ and: [{ field: 'name', values: [name], condition: 'EQUAL' }] }] }
    const body = Buffer.from(asciiJson({ input: '*', entity: entityType, start: 0, count: 10, filter }))
    return this.#request({ method: 'POST', path: '/entities?action=search', body, purpose: 'read' }, emit)
  }

  /**
   * `GET /openapi/v3/entity/{type}`: a page of the entities that a search finds, without those that are removed.
   * `scrollId`: where the page before it ended; null for the first. @throws NetworkError, as above.
   */
  scroll({ entityType, query, aspectName }: EntitySearch, scrollId: string | null, emit: Emit): Promise<HttpResponse> {
    const parameters = new URLSearchParams({
      systemMetadata: 'false',
      includeSoftDelete: 'false',
      skipCache: 'false',
      aspects: aspectName,
      count: '1000',
      query,
      ...(scrollId === null ? {} : { scrollId })
    })
    const path = `/openapi/v3/entity/${entityType.toLowerCase()}?${parameters.toString()}`
    return this.#request({ method: 'GET', path, purpose: 'read' }, emit)
  }

  /**
   * `POST /aspects?action=getTimeseriesAspectValues`: the newest value of a timeseries aspect whose member `field` is
   * `value`. @throws NetworkError, as above.
   */
  latestValue({ urn, entityType, aspectName, field, value }: SeriesWanted, emit: Emit): Promise<HttpResponse> {
    const filter = { or: [{ and: [{ field, values: [value], condition: 'EQUAL' }] }] }
    const body = Buffer.from(asciiJson({ urn, entity: entityType, aspect: aspectName, limit: 1, filter }))
    return this.#request(
      { method: 'POST', path: '/aspects?action=getTimeseriesAspectValues', body, purpose: 'read' },
      emit
    )
  }

  /**
   * `POST /runs?action={list|describe|rollback}`: what GMS knows of runs by the run ids of aspects. A rollback is tried
   * again only when it was not begun. @throws NetworkError, as above.
   */
  runs(action: 'list' | 'describe' | 'rollback', body: JsonObject, emit: Emit): Promise<HttpResponse> {
    const purpose = action === 'rollback' ? 'once' : 'read'
    return this.#request(
      { method: 'POST', path: `/runs?action=${action}`, body: Buffer.from(asciiJson(body)), purpose },
      emit
    )
  }

  /** `POST /aspects?action=ingestProposal`: one aspect, stored before GMS answers. Never throws. */
  propose({ urn, entityType, aspectName, aspect, systemMetadata }: Proposal, emit: Emit): Promise<GmsAnswer> {
    const content = { value: asciiJson(aspect), contentType: 'application/json' }
    const base = { entityType, entityUrn: urn, changeType: 'UPSERT', aspectName, aspect: content }
    const proposal = systemMetadata === undefined ? base : { ...base, systemMetadata }
    const body = Buffer.from(asciiJson({ proposal, async: 'false' }))
    return this.write({ method: 'POST', path: '/aspects?action=ingestProposal', body }, emit)
  }

  async #request(call: Call, emit: Emit): Promise<HttpResponse> {
    const { tokens } = this.#deps
    for (let retry = 1; ; retry++) {
      let attempt = await this.#attempt(call)
      if (tokens !== undefined && isRefusal(attempt)) {
        // It may have been revoked before its time; a second refusal is an answer.
        tokens.drop()
        attempt = await this.#attempt(call)
      }
      const again = retryOf(attempt, call.purpose, this.#rules)
      const pause = again === null ? null : this.#pause(retry, again.policy, attempt)
      if (again === null || pause === null) {
        if (attempt instanceof NetworkError) throw attempt
        return attempt
      }
      emit({ type: 'retried', service: SERVICE, reason: again.reason, after: pause })
      await this.#sleep(pause)
    }
  }

  async #attempt({ method, path, body }: Call): Promise<HttpResponse | NetworkError> {
    const { server, timeoutMs } = this.#options
    const { http, signal } = this.#deps
    const headers = await this.#authorised()
    const request = { method, url: new URL(`${server}${path}`), headers, timeoutMs, signal }
    try {
      return await http.request(body === undefined ? request : { ...request, body })
    } catch (error) {
      if (error instanceof NetworkError) return error
      throw error
    }
  }

  /** As with the peer, the token of `auth` takes the place of an extra header. */
  async #authorised(): Promise<Readonly<Record<string, string>>> {
    const { tokens } = this.#deps
    return tokens === undefined
      ? this.#headers
      : { ...this.#headers, authorization: `Bearer ${await tokens.current()}` }
  }

  #pause(retry: number, policy: RetryPolicy, attempt: HttpResponse | NetworkError): number | null {
    const { clock } = this.#deps
    const asked = attempt instanceof NetworkError ? null : retryAfterMs(attempt.headers['retry-after'], clock.now())
    return pauseBefore(retry, policy, { random: clock.random(), retryAfterMs: asked })
  }

  async #sleep(ms: number): Promise<void> {
    const { clock, signal } = this.#deps
    try {
      await clock.sleep(ms, signal)
    } catch (error) {
      throw new NetworkError('cancelled', 'the request was cancelled', error)
    }
  }
}

const UNAUTHORISED = 401
const isRefusal = (attempt: HttpResponse | NetworkError): boolean =>
  !(attempt instanceof NetworkError) && attempt.status === UNAUTHORISED
