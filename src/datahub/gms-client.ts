import type { Clock } from '../core/clock.ts'
import type { HttpClient, HttpResponse } from '../core/http.ts'
import { NetworkError } from '../core/http-error.ts'
import { pauseBefore, type RetryPolicy, retryAfterMs } from '../core/retry.ts'
import type { Emit } from '../model/event.ts'
import { TOOL } from '../model/tool.ts'
import { answerOf, type GmsAnswer, unanswered } from './gms-answer.ts'

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
}

/** Statuses that are always worth another attempt, beside the recipe's own list. */
const ALWAYS_RETRIED = [408, 429]
const SERVICE = 'DataHub'

/** DataHub's metadata service: one method for each endpoint, above one request with retries. */
export class GmsClient {
  readonly #options: GmsClientOptions
  readonly #deps: GmsClientDeps
  readonly #headers: Readonly<Record<string, string>>
  readonly #retried: ReadonlySet<number>

  constructor(options: GmsClientOptions, deps: GmsClientDeps) {
    this.#options = options
    this.#deps = deps
    this.#headers = headersOf(options)
    this.#retried = new Set([...ALWAYS_RETRIED, ...options.retryStatusCodes])
  }

  /** `GET /config`. @throws NetworkError when no answer came after all retries. */
  config(emit: Emit): Promise<HttpResponse> {
    return this.#request('GET', '/config', { retryFaults: true }, emit)
  }

  /**
   * `POST /aspects?action=ingestProposalBatch` with a body that is ready to be sent. Never throws. `retryFaults: false`
   * takes an error of GMS's own as its answer: it may be one record's doing, and would come again.
   */
  async ingestProposalBatch(body: string, emit: Emit, retryFaults = true): Promise<GmsAnswer> {
    try {
      return answerOf(await this.#request('POST', '/aspects?action=ingestProposalBatch', { body, retryFaults }, emit))
    } catch (error) {
      if (error instanceof NetworkError) return unanswered(error.reason, error.message)
      throw error
    }
  }

  async #request(
    method: 'GET' | 'POST',
    path: string,
    { body, retryFaults }: { readonly body?: string; readonly retryFaults: boolean },
    emit: Emit
  ): Promise<HttpResponse> {
    const url = new URL(`${this.#options.server}${path}`)
    for (let retry = 1; ; retry++) {
      const attempt = await this.#attempt(method, url, body)
      const reason = this.#retryReason(attempt, retryFaults)
      const pause = reason === null ? null : this.#pause(retry, attempt)
      if (reason === null || pause === null) {
        if (attempt instanceof NetworkError) throw attempt
        return attempt
      }
      emit({ type: 'retried', service: SERVICE, reason, after: pause })
      await this.#sleep(pause)
    }
  }

  async #attempt(method: 'GET' | 'POST', url: URL, body: string | undefined): Promise<HttpResponse | NetworkError> {
    const { timeoutMs } = this.#options
    const sent = body === undefined ? {} : { body }
    try {
      return await this.#deps.http.request({
        method,
        url,
        headers: this.#headers,
        timeoutMs,
        signal: this.#deps.signal,
        ...sent
      })
    } catch (error) {
      if (error instanceof NetworkError) return error
      throw error
    }
  }

  /** Why another attempt may help, or null. Certificates and cancellations do not mend themselves. */
  #retryReason(attempt: HttpResponse | NetworkError, retryFaults: boolean): string | null {
    if (attempt instanceof NetworkError) return RETRIED_REASONS.has(attempt.reason) ? attempt.message : null
    if (!this.#retried.has(attempt.status)) return null
    return retryFaults || answerOf(attempt).kind !== 'faulty' ? `status ${attempt.status}` : null
  }

  #pause(retry: number, attempt: HttpResponse | NetworkError): number | null {
    const { clock } = this.#deps
    const asked = attempt instanceof NetworkError ? null : retryAfterMs(attempt.headers['retry-after'], clock.now())
    return pauseBefore(retry, this.#options.retry, { random: clock.random(), retryAfterMs: asked })
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

const RETRIED_REASONS: ReadonlySet<string> = new Set([
  'refused',
  'reset',
  'timeout',
  'unknown-host',
  'unreachable',
  'other'
])

/** The headers of every call; what the peer sends in spirit (rest_emitter.py), under our own name. */
function headersOf(options: GmsClientOptions): Readonly<Record<string, string>> {
  const token = options.token === null ? {} : { authorization: `Bearer ${options.token}` }
  const lowerCase = Object.entries(options.extraHeaders).map(([name, value]) => [name.toLowerCase(), value])
  return {
    'user-agent': `${TOOL.name}/${TOOL.version} (ingestion)`,
    'x-datahub-client-mode': 'INGESTION',
    'x-restli-protocol-version': '2.0.0',
    'content-type': 'application/json',
    accept: '*/*',
    'accept-encoding': 'gzip, deflate',
    ...token,
    ...Object.fromEntries(lowerCase)
  }
}
