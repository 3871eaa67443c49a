import type { Clock } from '../core/clock.ts'
import type { Emit } from '../model/event.ts'
import type { Page, Sink } from '../model/ports.ts'
import type { Outcome, SerialisedWorkUnit } from '../model/work-unit.ts'
import { announce } from './announce.ts'
import { recordOf } from './record.ts'
import type { Stamp } from './stamp.ts'

/** Prints one proposal a line, as JSON in the file sink's shape. */
export class ConsoleSink implements Sink {
  readonly #print: (text: string) => void
  readonly #stamp: Stamp
  readonly #clock: Clock

  constructor(print: (text: string) => void, stamp: Stamp, clock: Clock) {
    this.#print = print
    this.#stamp = stamp
    this.#clock = clock
  }

  async *deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncGenerator<Page<Outcome>> {
    for await (const page of units) {
      emit({ type: 'produced', count: page.length })
      const now = this.#clock.now()
      for (const unit of page) this.#print(`${JSON.stringify(recordOf(unit, this.#stamp, now))}\n`)
      const outcomes = page.map((unit) => ({ unit, kind: 'written' as const }))
      announce(outcomes, emit)
      yield outcomes
    }
  }
}
