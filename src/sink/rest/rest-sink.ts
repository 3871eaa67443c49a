import type { Clock } from '../../core/clock.ts'
import { messageOf } from '../../core/errors.ts'
import type { GmsAnswer } from '../../datahub/gms-answer.ts'
import type { GmsClient } from '../../datahub/gms-client.ts'
import type { Emit } from '../../model/event.ts'
import type { Page, Sink } from '../../model/ports.ts'
import type { Outcome, SerialisedWorkUnit } from '../../model/work-unit.ts'
import { announce } from '../announce.ts'
import type { Stamp } from '../stamp.ts'
import { Breaker } from './breaker.ts'
import { Dispatcher } from './dispatcher.ts'
import { isTooLarge, type Packed, Packer, type PackLimits } from './pack.ts'
import { batchBody, proposalOf, systemMetadataText } from './proposal.ts'
import { ended, NOT_TRIED, type Settled, settle } from './settle.ts'

export interface RestSinkSettings {
  readonly server: string
  readonly limits: PackLimits
  /** Requests under way at once. */
  readonly parallel: number
  /** Whether GMS only queues what it is sent. */
  readonly asynchronous: boolean
  readonly stamp: Stamp
}

/** The parts of one delivery. */
interface Delivery {
  readonly breaker: Breaker
  readonly dispatcher: Dispatcher
  readonly packer: Packer
}

/**
 * Writes to GMS through ingestProposalBatch, several requests at once, as fast as GMS takes them and no faster than they
 * are made. Every work unit that comes in leaves in one outcome. When GMS is dead or refuses the token, the work units
 * under way are given out as undelivered, no more are pulled, and the reason is thrown. When reading breaks off, what was
 * read is still delivered before its error is thrown.
 */
export class RestSink implements Sink {
  readonly #settings: RestSinkSettings
  readonly #client: GmsClient
  readonly #clock: Clock

  constructor(settings: RestSinkSettings, client: GmsClient, clock: Clock) {
    this.#settings = settings
    this.#client = client
    this.#clock = clock
  }

  /** @throws AppError of kind `cannot-begin` when the delivery had to be stopped; whatever `units` throws. */
  async *deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncGenerator<Page<Outcome>> {
    const { limits, parallel, server } = this.#settings
    const breaker = new Breaker(server)
    const dispatcher = new Dispatcher(parallel, (batch) => this.#settle(batch, breaker, emit))
    const delivery = { breaker, dispatcher, packer: new Packer(limits) }
    try {
      yield* this.#send(units, delivery, emit)
    } finally {
      await leave(delivery, emit)
    }
    if (breaker.reason !== null) throw breaker.reason
  }

  async *#send(
    units: AsyncIterable<Page<SerialisedWorkUnit>>,
    { breaker, dispatcher, packer }: Delivery,
    emit: Emit
  ): AsyncGenerator<Page<Outcome>> {
    let broken: { readonly thrown: unknown } | null = null
    try {
      for await (const page of units) {
        emit({ type: 'produced', count: page.length })
        for (const batch of this.#pack(page, packer)) await dispatcher.start(batch)
        yield* given(dispatcher, emit)
        if (breaker.reason !== null) break
      }
    } catch (thrown) {
      broken = { thrown }
    }
    const rest = packer.flush()
    if (rest !== null) await dispatcher.start(rest)
    while (await dispatcher.next()) yield* given(dispatcher, emit)
    yield* given(dispatcher, emit)
    if (broken !== null && breaker.reason === null) throw broken.thrown
  }

  *#pack(page: Page<SerialisedWorkUnit>, packer: Packer): Generator<readonly Packed[]> {
    const metadata = systemMetadataText(this.#settings.stamp, this.#clock.now())
    for (const unit of page) {
      const packed = { unit, text: proposalOf(unit, metadata) }
      const full = packer.add(packed)
      if (full !== null) yield full
    }
  }

  /** Never rejects: what was not foreseen ends the delivery like a dead GMS. */
  async #settle(batch: readonly Packed[], breaker: Breaker, emit: Emit): Promise<Settled> {
    if (breaker.reason !== null) return ended(batch, 'undelivered', NOT_TRIED)
    const { limits, asynchronous } = this.#settings
    const [first] = batch
    if (batch.length === 1 && first !== undefined && isTooLarge(first, limits)) {
      const size = `${first.text.length} bytes are more than the ${limits.maxBytes} that a request may have`
      return ended(batch, 'rejected', size)
    }
    const send = async (part: readonly Packed[], retryFaults: boolean): Promise<GmsAnswer> => {
      if (breaker.reason !== null) return { kind: 'unavailable', message: NOT_TRIED }
      const texts = part.map(({ text }) => text)
      return this.#client.ingestProposalBatch(batchBody(texts, asynchronous), emit, retryFaults)
    }
    try {
      const settled = await settle(batch, send, asynchronous ? 'accepted' : 'written')
      breaker.note(settled)
      return settled
    } catch (error) {
      breaker.stop(error)
      return ended(batch, 'undelivered', messageOf(error))
    }
  }
}

/** Gives out what was settled since the last time, after it was told in events: the consumer may leave in between. */
function* given(dispatcher: Dispatcher, emit: Emit): Generator<Page<Outcome>> {
  const settled = dispatcher.take()
  for (const { outcomes } of settled) announce(outcomes, emit)
  for (const { outcomes } of settled) yield outcomes
}

/** Leaves no request running and no work unit untold, where the consumer went away before the end. */
async function leave({ dispatcher, packer }: Delivery, emit: Emit): Promise<void> {
  const unsent = packer.flush()
  if (unsent !== null) announce(ended(unsent, 'undelivered', NOT_TRIED).outcomes, emit)
  await dispatcher.idle()
  for (const { outcomes } of dispatcher.take()) announce(outcomes, emit)
}
