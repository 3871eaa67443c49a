import type { Emit } from '../model/event.ts'
import type { Page, Sink } from '../model/ports.ts'
import type { Outcome, SerialisedWorkUnit } from '../model/work-unit.ts'

/** The sink of a dry run: counts what would have been sent. Nothing leaves it, so it has no outcomes. */
export class NoSink implements Sink {
  async *deliver(units: AsyncIterable<Page<SerialisedWorkUnit>>, emit: Emit): AsyncGenerator<Page<Outcome>> {
    for await (const page of units) {
      emit({ type: 'produced', count: page.length })
      yield []
    }
  }
}
