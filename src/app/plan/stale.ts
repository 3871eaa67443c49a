import type { AppError } from '../../core/errors.ts'
import type { Emit } from '../../model/event.ts'
import type { StalePlan } from '../../model/plan.ts'
import type { Stage } from '../../model/ports.ts'
import type { FailureGroup } from '../../model/report.ts'
import { ReportFold } from '../../report/fold.ts'
import type { Invocation } from '../invocation.ts'
import { openStateful, type Stateful } from '../stateful/open.ts'
import { NO_END } from './side-fold.ts'
import type { OpenSide } from './sides.ts'

/** Urns that a plan shows. */
const MOST_SHOWN = 1_000

/** What the next run of the head would remove as stale. The last run's state is read, and nothing is written anywhere. */
export class StaleLook {
  readonly #stateful: Stateful
  readonly #fold: ReportFold

  private constructor(stateful: Stateful, fold: ReportFold) {
    this.#stateful = stateful
    this.#fold = fold
  }

  /** null: the recipe removes nothing. @throws AppError when the place of the state cannot be reached. */
  static async open({ recipe, session, sink, datahub }: OpenSide, invocation: Invocation): Promise<StaleLook | null> {
    if (recipe.stateful === null) return null
    const fold = new ReportFold()
    const emit: Emit = (event) => fold.add(event)
    const run = { ...invocation, emit, letterFile: '', late: invocation.deps.signal }
    const identity = { runId: 'plan', pipelineName: recipe.pipelineName }
    const stateful = await openStateful(recipe, { session, sink, datahub }, run, identity)
    return stateful === null ? null : new StaleLook(stateful, fold)
  }

  /** Sees all that the head makes. */
  get stage(): Stage | undefined {
    return this.#stateful.removal?.stage
  }

  /** Sees all that is told of the reading. */
  get emit(): Emit {
    return this.#stateful.emit
  }

  /** To be asked when everything was read. What a run would fail or warn for is a warning here. */
  async finish(): Promise<{ readonly stale: StalePlan; readonly warnings: readonly FailureGroup[] }> {
    const before = this.#told()
    for await (const _ of this.#stateful.removal?.units() ?? []) {
      // What is removed, and what is kept, comes as events.
    }
    const { removed, kept, failures, warnings } = this.#told()
    const known = new Set([...before.failures, ...before.warnings].map(({ code, message }) => `${code} ${message}`))
    const news = [...failures, ...warnings].filter(({ code, message }) => !known.has(`${code} ${message}`))
    return { stale: { count: removed.length, removed: removed.slice(0, MOST_SHOWN), kept }, warnings: news }
  }

  close(): Promise<void> {
    return this.#stateful.close()
  }

  #told() {
    return this.#fold.finish(NO_END)
  }
}

/** Why the state of the last run could not be looked at. */
export const staleGroup = (error: AppError): FailureGroup => ({
  code: error.code,
  message: `What stale removal would do is not known: ${error.message}`,
  ...(error.cure === undefined ? {} : { cure: error.cure }),
  count: 1,
  resources: []
})
