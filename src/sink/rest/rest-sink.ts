import type { Clock } from '../../core/clock.ts'
import { messageOf } from '../../core/errors.ts'
import { asciiJson } from '../../core/json.ts'
import type { GmsAnswer } from '../../datahub/gms-answer.ts'
import type { Emit } from '../../model/event.ts'
import type { Page, Sink } from '../../model/ports.ts'
import type { Outcome, SerialisedWorkUnit } from '../../model/work-unit.ts'
import { announce } from '../announce.ts'
import { type Stamp, type SystemMetadata, systemMetadataOf } from '../stamp.ts'
import { Breaker } from './breaker.ts'
import { isDefinition } from './definition.ts'
import { Dispatcher } from './dispatcher.ts'
import { isTooLarge, type Packed, Packer, type PackLimits } from './pack.ts'
import { ended, NOT_TRIED, type Settled, settle } from './settle.ts'
import { ENVELOPE_BYTES } from './size.ts'
import type { Wire } from './wire.ts'
import type { Writer } from './writer.ts'

export interface RestSinkSettings {
  readonly server: string
  readonly limits: PackLimits
  /** Requests under way at once. */
  readonly parallel: number
  /** Whether GMS only queues what it is sent. */
  readonly asynchronous: boolean
  readonly wire: Wire
  readonly stamp: Stamp
}

/** The parts of one delivery. */
interface Delivery {
  readonly dispatcher: Dispatcher
  readonly packer: Packer
  /** Holds definitions, which are stored before anything goes out that was made after them. */
  readonly definitions: Packer
}

/**
 * Writes to GMS, several requests at once, as fast as GMS takes them and no faster than they
 * are made. Every work unit that comes in leaves in one outcome. When GMS is dead, refuses the token or lets it write
 * nothing, the work units under way are given out as undelivered, no more are pulled, and the reason is thrown. When
 * reading breaks off, what was read is still delivered before its error is thrown.
 */
export class RestSink implements Sink {
  readonly #settings: RestSinkSettings
  readonly #writer: Writer
  readonly #clock: Clock
  /** One for all deliveries of the run: whether the token may write anything shows in the first of them. */
  readonly #breaker: Breaker
  /** What the run's systemMetadata takes within each work unit. */
  readonly #metadataBytes: number

  constructor(settings: RestSinkSettings, writer: Writer, clock: Clock, breaker = new Breaker(settings.server)) {
    this.#settings = settings
    this.#writer = writer
    this.#clock = clock
    this.#breaker = breaker
    this.#metadataBytes = asciiJson({ ...this.#metadata() }).length
  }

  /** @throws AppError of kind `cannot-begin` when the delivery had to be stopped; whatever `units` throws. */
  async *deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncGenerator<Page<Outcome>> {
    const { limits, parallel } = this.#settings
    const dispatcher = new Dispatcher(parallel, (batch) => this.#settle(batch, emit))
    const delivery = { dispatcher, packer: new Packer(limits), definitions: new Packer(limits) }
    try {
      yield* this.#send(units, delivery, emit)
    } finally {
      await leave(delivery, emit)
    }
    if (this.#breaker.reason !== null) throw this.#breaker.reason
  }

  async *#send(
    units: AsyncIterable<Page<SerialisedWorkUnit>>,
    delivery: Delivery,
    emit: Emit
  ): AsyncGenerator<Page<Outcome>> {
    const { dispatcher } = delivery
    let broken: { readonly thrown: unknown } | null = null
    try {
      for await (const page of units) {
        emit({ type: 'produced', count: page.length })
        for (const batch of this.#pack(page, delivery)) await start(batch, dispatcher)
        yield* given(dispatcher, emit)
        if (this.#breaker.reason !== null) break
      }
    } catch (thrown) {
      broken = { thrown }
    }
    for (const batch of rest(delivery)) await start(batch, dispatcher)
    while (await dispatcher.next()) yield* given(dispatcher, emit)
    yield* given(dispatcher, emit)
    if (broken !== null && this.#breaker.reason === null) throw broken.thrown
  }

  /** The requests that a page fills, each behind the definitions that were made before it. */
  *#pack(page: Page<SerialisedWorkUnit>, { packer, definitions }: Delivery): Generator<readonly Packed[]> {
    for (const unit of page) {
      const defines = isDefinition(unit)
      const full = (defines ? definitions : packer).add({ unit, size: this.#sizeOf(unit) })
      if (full === null) continue
      const before = defines ? null : definitions.flush()
      if (before !== null) yield before
      yield full
    }
  }

  /** Only what is large is measured: as many as a request holds of anything else are within its limit whatever they are. */
  #sizeOf(unit: SerialisedWorkUnit): number {
    const { wire, limits } = this.#settings
    const most = wire.mostBytes(unit) + this.#metadataBytes
    if (most * limits.maxProposals + ENVELOPE_BYTES <= limits.maxBytes) return most
    return wire.request([unit], false, this.#metadata()).body.length - ENVELOPE_BYTES
  }

  #metadata(): SystemMetadata {
    return systemMetadataOf(this.#settings.stamp, this.#clock.now())
  }

  /** Sends a batch in as many requests as the interface needs for it, one after the other. */
  async #settle(batch: readonly Packed[], emit: Emit): Promise<Settled> {
    const parts = this.#settings.wire.split(batch)
    const outcomes: Outcome[] = []
    for (const part of parts) outcomes.push(...(await this.#settlePart(part, emit)))
    return { outcomes, stop: null }
  }

  /** Never rejects: what was not foreseen ends the delivery like a dead GMS. */
  async #settlePart(batch: readonly Packed[], emit: Emit): Promise<readonly Outcome[]> {
    const breaker = this.#breaker
    if (breaker.reason !== null) return ended(batch, 'undelivered', NOT_TRIED).outcomes
    const { limits } = this.#settings
    const [first] = batch
    const asynchronous = this.#settings.asynchronous && !definesAny(batch)
    if (batch.length === 1 && first !== undefined && isTooLarge(first, limits)) {
      const size = `${first.size} bytes are more than the ${limits.maxBytes} that a request may have`
      return ended(batch, 'rejected', size).outcomes
    }
    const send = async (part: readonly Packed[], retryFaults: boolean): Promise<GmsAnswer> => {
      if (breaker.reason !== null) return { kind: 'unavailable', message: NOT_TRIED }
      const units = part.map(({ unit }) => unit)
      const answer = await this.#writer.write({ units, asynchronous, retryFaults }, emit)
      breaker.noteAnswer(answer, part.length)
      return answer
    }
    try {
      const settled = await settle(batch, send, asynchronous ? 'accepted' : 'written')
      breaker.note(settled)
      return settled.outcomes
    } catch (error) {
      breaker.stop(error)
      return ended(batch, 'undelivered', messageOf(error)).outcomes
    }
  }
}

const definesAny = (batch: readonly Packed[]): boolean => batch.some(({ unit }) => isDefinition(unit))

/** What is left, definitions first. */
function* rest({ definitions, packer }: Delivery): Generator<readonly Packed[]> {
  for (const open of [definitions, packer]) {
    const batch = open.flush()
    if (batch !== null) yield batch
  }
}

/** Starts a request. After definitions nothing else starts until GMS has answered: it knows only what it has stored. */
async function start(batch: readonly Packed[], dispatcher: Dispatcher): Promise<void> {
  await dispatcher.start(batch)
  if (definesAny(batch)) await dispatcher.answered(batch)
}

/** Gives out what was settled since the last time, after it was told in events: the consumer may leave in between. */
function* given(dispatcher: Dispatcher, emit: Emit): Generator<Page<Outcome>> {
  const settled = dispatcher.take()
  for (const { outcomes } of settled) announce(outcomes, emit)
  for (const { outcomes } of settled) yield outcomes
}

/** Leaves no request running and no work unit untold, where the consumer went away before the end. */
async function leave(delivery: Delivery, emit: Emit): Promise<void> {
  const { dispatcher } = delivery
  for (const unsent of rest(delivery)) announce(ended(unsent, 'undelivered', NOT_TRIED).outcomes, emit)
  await dispatcher.idle()
  for (const { outcomes } of dispatcher.take()) announce(outcomes, emit)
}
