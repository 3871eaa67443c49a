import type { Diagnostic } from '../core/diagnostic.ts'
import type { Emit } from '../model/event.ts'
import type { DeadLetterReport, Identity, SinkReport } from '../model/report.ts'
import type { RunIdentity } from '../model/run.ts'
import type { Invocation } from './invocation.ts'
import type { RunHistory } from './run-history.ts'

/** What a run finds out about itself on its way, for its report. */
export interface Progress {
  run: RunIdentity
  identity: Identity | null
  sink: SinkReport | null
  diagnostics: readonly Diagnostic[]
  deadLetters: DeadLetterReport | null
  /** null: the recipe is not known yet. */
  history: RunHistory | null
}

/** One recipe's run. */
export interface Run extends Invocation {
  readonly emit: Emit
  /** Of what was lost, in the folder of the run's files. */
  readonly letterFile: string
}
