import type { GmsAnswer } from '../../datahub/gms-answer.ts'
import type { Outcome, OutcomeKind } from '../../model/work-unit.ts'
import type { Packed } from './pack.ts'

/** What became of one request, and of the requests it was split into. */
export interface Settled {
  readonly outcomes: readonly Outcome[]
  /** Why the whole delivery should stop: the token, or whatever it is that answers in GMS's place; null: go on. */
  readonly stop: GmsAnswer | null
}

/** Why a work unit is undelivered that no request was made for. */
export const NOT_TRIED = 'not tried any more'

/** Sends proposals; GMS's own errors are tried again only when `retryFaults` says so. Never throws. */
export type Send = (batch: readonly Packed[], retryFaults: boolean) => Promise<GmsAnswer>

/**
 * Server errors in a row after which they are no longer blamed on records. Halving 200 records down to one takes nine
 * requests, and each neighbour that GMS fails at too takes two more: a table has about ten aspects, whose urn they share.
 */
const PATIENCE = 40

/**
 * Delivers one batch and finds the records in it that GMS refuses, or that the token may not write: a refused batch is
 * halved until they are alone, and everything else is written. A server error may be one record's doing, so it is halved
 * too, but it is blamed on a record only where GMS took or judged another one of the batch: where it did not, GMS is at
 * fault, and what it said counts as undelivered.
 */
export async function settle(batch: readonly Packed[], send: Send, done: OutcomeKind): Promise<Settled> {
  return new Settling(send, done).deliver(batch)
}

class Settling {
  readonly #send: Send
  readonly #done: OutcomeKind
  #patience = PATIENCE
  #first = true
  /** Whether GMS took, or refused for a reason, anything of the batch. */
  #works = false
  /** The records that were alone in a request that GMS answered with a server error. */
  readonly #blamed = new Set<Outcome>()

  constructor(send: Send, done: OutcomeKind) {
    this.#send = send
    this.#done = done
  }

  async deliver(batch: readonly Packed[]): Promise<Settled> {
    const { outcomes, stop } = await this.#settle(batch)
    if (this.#works || this.#blamed.size === 0) return { outcomes, stop }
    const acquitted = (outcome: Outcome): Outcome =>
      this.#blamed.has(outcome) ? { ...outcome, kind: 'undelivered' } : outcome
    return { outcomes: outcomes.map(acquitted), stop }
  }

  async #settle(batch: readonly Packed[]): Promise<Settled> {
    if (this.#patience === 0) return ended(batch, 'undelivered', 'GMS answers every request with a server error')
    const answer = await this.#send(batch, this.#first)
    this.#first = false
    switch (answer.kind) {
      case 'ok':
        this.#noteWorking()
        return ended(batch, this.#done)
      case 'faulty':
        this.#patience -= 1
        return batch.length === 1 ? this.#blame(batch, answer.message) : this.#split(batch, answer.message)
      case 'rejected':
        this.#noteWorking()
        return this.#split(batch, answer.message)
      case 'forbidden':
        this.#noteWorking()
        return batch.length === 1 ? denied(batch, answer.message) : this.#split(batch, answer.message)
      case 'too-large':
        return this.#split(batch, answer.message)
      case 'unavailable':
        return ended(batch, 'undelivered', answer.message)
      case 'unauthorized':
      case 'misrouted':
        return { ...ended(batch, 'undelivered', answer.message), stop: answer }
    }
  }

  #noteWorking(): void {
    this.#works = true
    this.#patience = PATIENCE
  }

  #blame(batch: readonly Packed[], message: string): Settled {
    const settled = ended(batch, 'rejected', message)
    for (const outcome of settled.outcomes) this.#blamed.add(outcome)
    return settled
  }

  /** One half after the other, which keeps the order of one urn's aspects. A record that is alone is the culprit. */
  async #split(batch: readonly Packed[], message: string): Promise<Settled> {
    if (batch.length === 1) return ended(batch, 'rejected', message)
    const middle = Math.ceil(batch.length / 2)
    const first = await this.#settle(batch.slice(0, middle))
    const rest = batch.slice(middle)
    const second = first.stop === null ? await this.#settle(rest) : ended(rest, 'undelivered', NOT_TRIED)
    return { outcomes: [...first.outcomes, ...second.outcomes], stop: first.stop ?? second.stop }
  }
}

/** What the token may not write: refused, though nothing is wrong with it. */
function denied(batch: readonly Packed[], reason: string): Settled {
  return { outcomes: batch.map(({ unit }) => ({ unit, kind: 'rejected', reason, isDenied: true })), stop: null }
}

/** The same fate for every work unit of a batch. */
export function ended(batch: readonly Packed[], kind: OutcomeKind, reason?: string): Settled {
  const outcomes = batch.map(({ unit }) => (reason === undefined ? { unit, kind } : { unit, kind, reason }))
  return { outcomes, stop: null }
}
