import type { Clock } from '../../core/clock.ts'
import type { GmsClient } from '../../datahub/gms-client.ts'
import type { Emit } from '../../model/event.ts'
import type { Page, Sink } from '../../model/ports.ts'
import type { Outcome, OutcomeKind, SerialisedWorkUnit } from '../../model/work-unit.ts'
import { announce } from '../announce.ts'
import type { Stamp } from '../stamp.ts'
import { Breaker } from './breaker.ts'
import { Dispatcher } from './dispatcher.ts'
import { isTooLarge, type Packed, Packer, type PackLimits } from './pack.ts'
import { batchBody, proposalOf, systemMetadataText } from './proposal.ts'
import { ended, type Settled, settle } from './settle.ts'

export interface RestSinkSettings {
  readonly server: string
  readonly limits: PackLimits
  /** Requests under way at once. */
  readonly parallel: number
  /** Whether GMS only queues what it is sent. */
  readonly asynchronous: boolean
  readonly stamp: Stamp
}

/**
 * Writes to GMS through ingestProposalBatch, several requests at once, as fast as GMS takes them and no faster than they
 * are made. Every work unit that comes in leaves in one outcome. When GMS is dead or refuses the token, the work units
 * under way are given out as undelivered, no more are pulled, and the reason is thrown.
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

  /** @throws AppError of kind `cannot-begin` when the delivery had to be stopped. */
  async *deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncGenerator<Page<Outcome>> {
    const { limits, parallel, server } = this.#settings
    const breaker = new Breaker(server)
    const dispatcher = new Dispatcher(parallel, (batch) => this.#settle(batch, breaker, emit))
    const packer = new Packer(limits)
    for await (const page of units) {
      emit({ type: 'produced', count: page.length })
      for (const batch of this.#pack(page, packer)) await dispatcher.start(batch)
      yield* given(dispatcher, emit)
      if (breaker.reason !== null) break
    }
    const rest = packer.flush()
    if (rest !== null) await dispatcher.start(rest)
    while (await dispatcher.next()) yield* given(dispatcher, emit)
    yield* given(dispatcher, emit)
    if (breaker.reason !== null) throw breaker.reason
  }

  *#pack(page: Page<SerialisedWorkUnit>, packer: Packer): Generator<readonly Packed[]> {
    const metadata = systemMetadataText(this.#settings.stamp, this.#clock.now())
    for (const unit of page) {
      const packed = { unit, text: proposalOf(unit, metadata) }
      const full = packer.add(packed)
      if (full !== null) yield full
    }
  }

  async #settle(batch: readonly Packed[], breaker: Breaker, emit: Emit): Promise<Settled> {
    if (breaker.reason !== null) return ended(batch, 'undelivered', 'not tried any more')
    const { limits, asynchronous } = this.#settings
    const [first] = batch
    if (batch.length === 1 && first !== undefined && isTooLarge(first, limits)) {
      const size = `${first.text.length} bytes are more than the ${limits.maxBytes} that a request may have`
      return ended(batch, 'rejected', size)
    }
    const send = (part: readonly Packed[], retries: boolean) => {
      const body = batchBody(
        part.map(({ text }) => text),
        asynchronous
      )
      return this.#client.ingestProposalBatch(body, emit, retries)
    }
    const settled = await settle(batch, send, this.#done())
    breaker.note(settled)
    return settled
  }

  #done(): OutcomeKind {
    return this.#settings.asynchronous ? 'accepted' : 'written'
  }
}

/** Gives out what was settled since the last time, and says so in events. */
function* given(dispatcher: Dispatcher, emit: Emit): Generator<Page<Outcome>> {
  for (const { outcomes } of dispatcher.take()) {
    announce(outcomes, emit)
    yield outcomes
  }
}
