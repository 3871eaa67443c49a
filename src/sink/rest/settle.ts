import type { GmsAnswer } from '../../datahub/gms-answer.ts'
import type { Outcome, OutcomeKind } from '../../model/work-unit.ts'
import type { Packed } from './pack.ts'

/** What became of one request, and of the requests it was split into. */
export interface Settled {
  readonly outcomes: readonly Outcome[]
  /** Why the whole delivery should stop: the token, or whatever it is that answers in GMS's place; null: go on. */
  readonly stop: GmsAnswer | null
}

/** Sends proposals, with or without retries; never throws. */
export type Send = (batch: readonly Packed[], retries: boolean) => Promise<GmsAnswer>

/**
 * Server errors in a row after which they are no longer blamed on a record. Halving 200 records down to one takes eight.
 */
const PATIENCE = 12

/**
 * Delivers one batch and finds the records in it that GMS refuses: a refused batch is halved until they are alone, and
 * everything else is written. A server error may be one record's doing, so it is halved too, but only a batch of which
 * something was written can tell: when nothing was, GMS is at fault and the batch counts as undelivered.
 */
export async function settle(batch: readonly Packed[], send: Send, done: OutcomeKind): Promise<Settled> {
  return new Settling(send, done).deliver(batch)
}

class Settling {
  readonly #send: Send
  readonly #done: OutcomeKind
  #patience = PATIENCE
  #first = true

  constructor(send: Send, done: OutcomeKind) {
    this.#send = send
    this.#done = done
  }

  async deliver(batch: readonly Packed[]): Promise<Settled> {
    const { outcomes, stop } = await this.#settle(batch)
    if (this.#patience === PATIENCE || outcomes.some(({ kind }) => kind === this.#done)) return { outcomes, stop }
    return { outcomes: outcomes.map((outcome) => ({ ...outcome, kind: 'undelivered' as const })), stop }
  }

  async #settle(batch: readonly Packed[]): Promise<Settled> {
    if (this.#patience === 0) return ended(batch, 'undelivered', 'GMS answers every request with a server error')
    const answer = await this.#send(batch, this.#first)
    this.#first = false
    switch (answer.kind) {
      case 'ok':
        this.#patience = PATIENCE
        return ended(batch, this.#done)
      case 'faulty':
        this.#patience -= 1
        return this.#split(batch, answer.message)
      case 'rejected':
      case 'too-large':
        return this.#split(batch, answer.message)
      case 'unavailable':
        return ended(batch, 'undelivered', answer.message)
      case 'unauthorized':
      case 'misrouted':
        return { ...ended(batch, 'undelivered', answer.message), stop: answer }
    }
  }

  /** One half after the other, which keeps the order of one urn's aspects. A record that is alone is the culprit. */
  async #split(batch: readonly Packed[], message: string): Promise<Settled> {
    if (batch.length === 1) return ended(batch, 'rejected', message)
    const middle = Math.ceil(batch.length / 2)
    const first = await this.#settle(batch.slice(0, middle))
    const rest = batch.slice(middle)
    const second = first.stop === null ? await this.#settle(rest) : ended(rest, 'undelivered', 'not tried any more')
    return { outcomes: [...first.outcomes, ...second.outcomes], stop: first.stop ?? second.stop }
  }
}

/** The same fate for every work unit of a batch. */
export function ended(batch: readonly Packed[], kind: OutcomeKind, reason?: string): Settled {
  const outcomes = batch.map(({ unit }) => (reason === undefined ? { unit, kind } : { unit, kind, reason }))
  return { outcomes, stop: null }
}
