import type { Emit, Listing } from '../../model/event.ts'
import type { FailureGroup } from '../../model/report.ts'
import { ReportFold } from '../../report/fold.ts'
import type { Comparison } from './comparison.ts'

/** What one version's reading tells about itself. */
export class SideFold {
  readonly #fold = new ReportFold()
  readonly #side: 'base' | 'head'
  readonly #comparison: Comparison
  readonly #listings = new Map<string, Listing>()
  #isComplete = false

  constructor(side: 'base' | 'head', comparison: Comparison) {
    this.#side = side
    this.#comparison = comparison
  }

  readonly emit: Emit = (event) => {
    this.#fold.add(event)
    if (event.type === 'filtered') this.#comparison.leaveOut(this.#side, event.name, event.rule)
    else if (event.type === 'listing-ended') this.#listings.set(event.database, event.listing)
    else if (event.type === 'databases-listed') this.#isComplete = event.complete
    else if (event.type === 'read' && event.kind === 'database') this.#listings.set(event.name, 'incomplete')
  }

  /** How far each list of tables came, and whether that of the databases came to its end. */
  listings(): { readonly listings: ReadonlyMap<string, Listing>; readonly isComplete: boolean } {
    return { listings: this.#listings, isComplete: this.#isComplete }
  }

  told(): {
    readonly failures: readonly FailureGroup[]
    readonly warnings: readonly FailureGroup[]
    isDenied: boolean
  } {
    const { failures, warnings, databases } = this.#fold.finish(NO_END)
    const isDenied = databases.length > 0 && databases.every(({ listing }) => listing === 'denied')
    return { failures, warnings, isDenied }
  }
}

/** A reading is no run: what it is called, and who it is, is told elsewhere. */
export const NO_END = {
  runId: 'plan',
  pipelineName: null,
  recipe: '',
  dryRun: true,
  startedAt: '',
  durationSeconds: 0,
  identity: null,
  sink: null,
  stopped: null,
  deadLetters: null,
  diagnostics: [],
  failOn: 'failure'
} as const

/** Both lists, of which the same is told once. */
export function merged(head: readonly FailureGroup[], base: readonly FailureGroup[]): readonly FailureGroup[] {
  const known = new Set(head.map(({ code, message }) => `${code} ${message}`))
  return [...head, ...base.filter(({ code, message }) => !known.has(`${code} ${message}`))]
}
