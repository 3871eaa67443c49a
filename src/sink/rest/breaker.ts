import { AppError, messageOf } from '../../core/errors.ts'
import type { GmsAnswer } from '../../datahub/gms-answer.ts'
import { PRIVILEGE_CURE } from '../privilege.ts'
import type { Settled } from './settle.ts'

/** Requests in a row of which nothing arrived, after all their retries, that end the delivery. */
const LIMIT = 5

/**
 * Work units that the token may not write, found one by one, after which it counts as one that may write nothing, unless
 * GMS has taken anything: about a hundred tables. Fewer may be a database that is not the token's, before others that are;
 * a whole catalogue would be two requests for every one of its work units.
 */
const MOST_DENIED = 1000

/**
 * Ends the deliveries of a run that cannot succeed any more: a dead GMS, a token that is not accepted or may write nothing,
 * something else in GMS's place.
 */
export class Breaker {
  readonly #server: string
  #lost = 0
  #hasArrived = false
  #hasTaken = false
  #denied = 0
  #reason: Error | null = null

  constructor(server: string) {
    this.#server = server
  }

  /** Why the delivery ended early; null while it may go on. */
  get reason(): Error | null {
    return this.#reason
  }

  /** Ends the delivery because of something that nobody foresaw. */
  stop(thrown: unknown): void {
    this.#reason ??= thrown instanceof Error ? thrown : new Error(messageOf(thrown))
  }

  /** Takes note of GMS's answer to a request of so many work units, at once: halving a batch takes hundreds of them. */
  noteAnswer(answer: GmsAnswer, count: number): void {
    if (answer.kind === 'ok') this.#hasTaken = true
    if (answer.kind !== 'forbidden' || count > 1) return
    this.#denied += 1
    if (this.#denied >= MOST_DENIED && !this.#hasTaken) this.#reason ??= this.#mayWriteNothing(answer.message)
  }

  /** Takes note of what became of a request. */
  note({ outcomes, stop }: Settled): void {
    const arrived = outcomes.some(({ kind }) => kind !== 'undelivered')
    this.#hasArrived ||= arrived
    this.#lost = arrived ? 0 : this.#lost + 1
    if (stop !== null) this.#reason ??= this.#stopped(stop)
    const last = outcomes.findLast(({ kind }) => kind === 'undelivered')?.reason ?? 'no answer'
    if (this.#lost >= LIMIT) this.#reason ??= this.#opened(last)
  }

  #opened(last: string): AppError {
    return new AppError(`${LIMIT} requests in a row could not be delivered to ${this.#server}; the last: ${last}`, {
      kind: 'cannot-begin',
      code: 'gms-breaker-open',
      cure: 'look at the health, the load and the log of GMS, then run this again'
    })
  }

  #stopped(answer: GmsAnswer): AppError {
    const message = answer.kind === 'ok' ? '' : answer.message
    if (answer.kind === 'unauthorized') return this.#unauthorized(message)
    return new AppError(`${this.#server} does not answer writes as GMS does: ${message}`, {
      kind: 'cannot-begin',
      code: 'gms-misrouted',
      cure: "set `server` to GMS's own address, past redirects, login pages and firewalls; a redirected write would be lost"
    })
  }

  #mayWriteNothing(last: string): AppError {
    return new AppError(
      `${this.#server} lets the token write nothing: it refused all of ${MOST_DENIED} work units; the last: ${last}`,
      { kind: 'cannot-begin', code: 'gms-forbidden', cure: PRIVILEGE_CURE }
    )
  }

  /** GMS answers `/config` to everyone: that a token is missing or wrong shows at the first write only. */
  #unauthorized(message: string): AppError {
    const what = this.#hasArrived ? 'does not accept the token any more' : 'does not accept the token, or asks for one'
    return new AppError(`${this.#server} ${what}: ${message}`, {
      kind: 'cannot-begin',
      code: 'gms-unauthorized',
      cure: this.#hasArrived
        ? 'the token may have expired during the run; give it a longer life'
        : 'set the sink’s `token` (input gms-token or DATAHUB_GMS_TOKEN) to an access token that has not expired and may write metadata'
    })
  }
}
