import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { HttpClient } from '../core/http.ts'
import type { Mask } from '../model/ports.ts'
import type { AuthOptions } from '../model/recipe.ts'
import { parseJson } from './gms-config.ts'

/** Where the token for GMS comes from, when it is not written down. */
export interface TokenSource {
  /** The token for the next request. @throws AppError (cannot-begin) when it cannot be had. */
  current(): Promise<string>
  /** GMS has refused the token: the next one is a new one. */
  drop(): void
}

export interface TokenDeps {
  readonly env: Environment
  readonly cwd: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly mask: Mask
}

/** Seconds that a token has to be good for when it is used; of short-lived ones half their life (emitter/token_provider.py). */
const BUFFER_SECONDS = 300
const TIMEOUT_MS = 30_000

/** The source that a recipe's `auth` names. */
export function tokenSource(options: AuthOptions, deps: TokenDeps): TokenSource {
  if (options.type === 'token') return { current: () => Promise.resolve(options.token), drop: () => undefined }
  // A mounted file is changed in place, and cheap to read.
  if (options.type === 'file') return { current: () => tokenIn(options.path, deps), drop: () => undefined }
  return new ClientCredentials(options, deps)
}

async function tokenIn(path: string, { cwd, mask }: TokenDeps): Promise<string> {
  try {
    const token = (await readFile(resolve(cwd, path), 'utf8')).trim()
    if (token === '') throw new Error('it is empty')
    mask(token)
    return token
  } catch (error) {
    throw notHad(`The file of the token for GMS '${path}' cannot be read: ${messageOf(error)}`, error)
  }
}

type Oidc = Extract<AuthOptions, { type: 'oidc' }>

interface Token {
  readonly token: string
  /** Milliseconds since the epoch; from then on another one is asked for. */
  readonly until: number
}

/** OAuth 2.0 client credentials (RFC 6749, 4.4): one token for many requests, renewed before it runs out. */
class ClientCredentials implements TokenSource {
  readonly #options: Oidc
  readonly #deps: TokenDeps
  #token: Promise<Token> | null = null

  constructor(options: Oidc, deps: TokenDeps) {
    this.#options = options
    this.#deps = deps
  }

  async current(): Promise<string> {
    const { token, until } = await this.#shared()
    if (this.#deps.clock.now() < until) return token
    this.drop()
    return (await this.#shared()).token
  }

  drop(): void {
    this.#token = null
  }

  /** Who asks while a token is being fetched gets the same one; a failure is nobody's but theirs. */
  #shared(): Promise<Token> {
    if (this.#token !== null) return this.#token
    const asked = this.#ask()
    this.#token = asked
    asked.catch(() => {
      if (this.#token === asked) this.#token = null
    })
    return asked
  }

  async #ask(): Promise<Token> {
    const { endpoint, clientId, clientSecret, scope, audience } = this.#options
    const { env, clock, signal, mask } = this.#deps
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...(scope === null ? {} : { scope }),
      ...(audience === null ? {} : { audience })
    }).toString()
    const url = new URL(endpoint)
    const http = new HttpClient(url, { env })
    const at = clock.now()
    try {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
      const answer = await http.request({ method: 'POST', url, headers, body, timeoutMs: TIMEOUT_MS, signal })
      const { access_token: token, expires_in: seconds } = (parseJson(answer.text) ?? {}) as Readonly<
        Record<string, unknown>
      >
      if (answer.status !== 200 || typeof token !== 'string' || token === '') {
        throw new Error(`it answers ${answer.status}${answer.status === 200 ? ' without an access_token' : ''}`)
      }
      mask(token)
      return { token, until: at + goodFor(seconds) * 1000 }
    } catch (error) {
      throw notHad(`${url.origin} gives no token for GMS: ${messageOf(error)}`, error)
    } finally {
      http.close()
    }
  }
}

/** Of a token that does not say how long it is good for, nothing is known beyond its first request. */
function goodFor(seconds: unknown): number {
  const life = Number(seconds)
  return Number.isFinite(life) && life > 0 ? life - Math.min(BUFFER_SECONDS, life / 2) : 0
}

const notHad = (message: string, cause: unknown): AppError =>
  new AppError(message, {
    kind: 'cannot-begin',
    code: 'gms-token-not-had',
    cure: 'check `auth` of the sink, and that this process may reach and read what it names',
    cause
  })
