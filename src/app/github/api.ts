import type { Clock } from '../../core/clock.ts'
import type { Environment } from '../../core/environment.ts'
import { AppError } from '../../core/errors.ts'
import { HttpClient, type HttpRequest, type HttpResponse } from '../../core/http.ts'
import { networkError } from '../../core/http-error.ts'
import { quoted } from '../../core/quote.ts'
import type { Secret } from '../../model/secret.ts'
import { againOf } from './retry.ts'

export interface GithubApiOptions {
  /** GITHUB_API_URL and GITHUB_GRAPHQL_URL name the server; proxies and certificates are the environment's. */
  readonly env: Environment
  /** Sent to the origin of GITHUB_API_URL and to no other. */
  readonly token: Secret
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Hears of every request that is tried again. */
  readonly onRetry?: (reason: string, afterMs: number) => void
}

/** One request to GitHub. */
export interface GithubRequest {
  readonly method: HttpRequest['method']
  /** Below the API's address, with a leading slash, such as `/repos/octo/data/issues/1/comments?per_page=100`. */
  readonly path: string
  /** Sent as JSON. */
  readonly body?: object
  /** The longest answer that is taken, in bytes. */
  readonly maxAnswerBytes?: number
}

const TIMEOUT_MS = 30_000
const API_VERSION = '2022-11-28'
export const USER_AGENT = 'datahub-glue-ingestion'

/**
 * GitHub's REST API, on github.com and GitHub Enterprise. It tries again what is worth it (retry.ts), follows no redirect
 * and gives every other answer as it is.
 */
export class GithubApi {
  readonly #options: GithubApiOptions
  readonly #base: URL
  readonly #client: HttpClient

  /** @throws AppError of kind `input` when the address, the proxy or a certificate cannot be used. */
  constructor(options: GithubApiOptions) {
    this.#options = options
    const given = (options.env.GITHUB_API_URL ?? '').trim() || 'https://api.github.com'
    if (!URL.canParse(given)) throw noAddress(given)
    this.#base = new URL(given.replace(/\/+$/, ''))
    this.#client = new HttpClient(this.#base, { env: options.env })
  }

  /** The address of a path. */
  address(path: string): URL {
    return new URL(`${this.#base.href.replace(/\/$/, '')}${path}`)
  }

  /** @throws NetworkError when no answer came; any status is an answer. */
  request(request: GithubRequest): Promise<HttpResponse> {
    return this.#tried(this.address(request.path), request, request.method !== 'POST')
  }

  /**
   * The login of whose token it is, such as `github-actions[bot]`: REST tells that only to people, GraphQL to apps as
   * well. null: it is not told.
   */
  async viewer(): Promise<string | null> {
    const url = graphqlAddress(this.#base, this.#options.env.GITHUB_GRAPHQL_URL)
    if (url === null) return null
    try {
      const body = { query: '{ viewer { login } }' }
      const answer = await this.#tried(url, { method: 'POST', path: '', body }, true)
      const login = textAt(memberOf(memberOf(jsonOf(answer), 'data'), 'viewer'), 'login')
      return answer.status === 200 ? login : null
    } catch (error) {
      if (this.#options.signal.aborted) throw error
      return null
    }
  }

  /** Ends the connections that are kept alive. */
  close(): void {
    this.#client.close()
  }

  async #tried(url: URL, request: GithubRequest, repeatable: boolean): Promise<HttpResponse> {
    const { clock, signal, onRetry } = this.#options
    for (let retry = 1; ; retry++) {
      const outcome = await this.#once(url, request).catch(networkError)
      const attempt = { retry, repeatable, now: clock.now(), random: clock.random() }
      const again = againOf(outcome, attempt)
      if (again === null) {
        if (outcome instanceof Error) throw outcome
        return outcome
      }
      onRetry?.(again.reason, again.afterMs)
      await clock.sleep(again.afterMs, signal)
    }
  }

  #once(url: URL, { method, body, maxAnswerBytes }: GithubRequest): Promise<HttpResponse> {
    const { token, signal } = this.#options
    return this.#client.request({
      method,
      url,
      headers: {
        'user-agent': USER_AGENT,
        accept: 'application/vnd.github+json',
        'x-github-api-version': API_VERSION,
        authorization: `Bearer ${token.reveal()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' })
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(maxAnswerBytes === undefined ? {} : { maxAnswerBytes }),
      timeoutMs: TIMEOUT_MS,
      signal
    })
  }
}

/**
 * Where GraphQL answers: what the runner says, as long as it is of the same origin; otherwise null. Where it says nothing,
 * https://HOST/api/v3 has https://HOST/api/graphql beside it (docs.github.com, GraphQL on GitHub Enterprise Server).
 */
export function graphqlAddress(base: URL, given: string | undefined): URL | null {
  const said = (given ?? '').trim() || `${base.href.replace(/\/$/, '').replace(/\/v3$/, '')}/graphql`
  if (!URL.canParse(said)) return null
  const url = new URL(said)
  return url.origin === base.origin ? url : null
}

const noAddress = (given: string): AppError =>
  new AppError(`The environment variable GITHUB_API_URL is no address: ${quoted(given)}`, {
    kind: 'input',
    code: 'github-address',
    cure: 'Leave it as the runner sets it'
  })

/** The JSON of an answer; undefined when it is none. */
export function jsonOf({ text }: HttpResponse): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A member of an object; undefined when it has none or is no object. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** A text in an object; null when there is none. */
export function textAt(value: unknown, name: string): string | null {
  const member = memberOf(value, name)
  return typeof member === 'string' ? member : null
}
