import type { Emit } from '../model/event.ts'
import type { RunReport } from '../model/report.ts'
import type { AppDeps, IngestRequest } from '../model/request.ts'
import type { RunIdentity } from '../model/run.ts'
import { ReportFold } from '../report/fold.ts'
import { outcomeOf } from '../report/outcome.ts'
import { CANCELLED } from '../report/stop.ts'
import type { Progress } from './run.ts'

/** What is known of a run before it begins. */
export interface Begin {
  /** The path of what is run, as the user gave it. */
  readonly file: string
  readonly run: RunIdentity
  readonly request: Pick<IngestRequest, 'dryRun' | 'failOn'>
  readonly deps: AppDeps
}

/** Does the work of one run, and gives its report. Never rejects: why it broke off stands in the report. */
export async function reportedRun(
  { file, run, request, deps }: Begin,
  work: (emit: Emit, progress: Progress) => Promise<void>
): Promise<RunReport> {
  const { clock, signal } = deps
  const { dryRun, failOn } = request
  const fold = new ReportFold()
  const emit: Emit = (event) => {
    fold.add(event)
    deps.onEvent(event)
  }
  const startedAt = new Date(clock.now()).toISOString()
  const begun = clock.monotonic()
  const progress: Progress = { run, identity: null, sink: null, diagnostics: [], deadLetters: null, history: null }
  const ended = await outcomeOf(() => work(emit, progress), deps)
  const durationSeconds = Math.round(clock.monotonic() - begun) / 1000
  const stopped = ended.stopped ?? (signal.aborted ? CANCELLED : null)
  const { run: known, history, ...found } = progress
  const end = { ...known, recipe: file, dryRun, startedAt, durationSeconds, ...found, stopped, failOn }
  await history?.end(fold.finish(end))
  // Telling it may have failed, which is told too.
  return fold.finish(end)
}
