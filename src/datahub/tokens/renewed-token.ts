import type { Clock } from '../../core/clock.ts'
import type { GivenToken, TokenSource } from './token.ts'

/** One token for many requests, asked for again before it runs out (emitter/token_provider.py, CachingTokenProvider). */
export class RenewedToken implements TokenSource {
  readonly #ask: () => Promise<GivenToken>
  readonly #clock: Clock
  #token: Promise<GivenToken> | null = null

  constructor(ask: () => Promise<GivenToken>, clock: Clock) {
    this.#ask = ask
    this.#clock = clock
  }

  async current(): Promise<string> {
    const { token, until } = await this.#shared()
    if (this.#clock.now() < until) return token
    this.drop()
    return (await this.#shared()).token
  }

  drop(): void {
    this.#token = null
  }

  /** Who asks while a token is being fetched gets the same one; a failure is nobody's but theirs. */
  #shared(): Promise<GivenToken> {
    if (this.#token !== null) return this.#token
    const asked = this.#ask()
    this.#token = asked
    asked.catch(() => {
      if (this.#token === asked) this.#token = null
    })
    return asked
  }
}
