import type { Emit } from '../model/event.ts'
import type { Page, Sink } from '../model/ports.ts'
import type { Outcome, SerialisedWorkUnit } from '../model/work-unit.ts'
import { announce } from './announce.ts'

/** Swallows everything, which counts as written, as with the peer (sink/blackhole.py): to measure or to try a source. */
export class BlackholeSink implements Sink {
  async *deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncGenerator<Page<Outcome>> {
    for await (const page of units) {
      emit({ type: 'produced', count: page.length })
      const outcomes = page.map((unit) => ({ unit, kind: 'written' as const }))
      announce(outcomes, emit)
      yield outcomes
    }
  }
}
