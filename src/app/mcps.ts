import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError, messageOf } from '../core/errors.ts'
import type { Emit } from '../model/event.ts'
import type { Page } from '../model/ports.ts'
import type { DeadLetterReport, RunReport, SinkReport, Stop } from '../model/report.ts'
import type { AppDeps, McpsRequest } from '../model/request.ts'
import type { SerialisedWorkUnit } from '../model/work-unit.ts'
import { ReportFold } from '../report/fold.ts'
import { CANCELLED, stopOf } from '../report/stop.ts'
import { DeadLetters } from '../sink/dead-letters.ts'
import { openSink } from '../sink/open.ts'
import type { Stamp } from '../sink/stamp.ts'
import { proposalsIn } from '../source/mcps/proposals.ts'
import { recipeEnvironment } from './environment.ts'
import { withGrace } from './grace.ts'
import { keepLosses, letterFileOf } from './losses.ts'
import { makeRunId } from './run-id.ts'
import { targetOf } from './target.ts'

/** Proposals that are handed on together. */
const PAGE = 500

/** Bad records that are told one by one. */
const MOST_TOLD = 5

/** What the run finds out about itself on its way, for its report. */
interface Progress {
  sink: SinkReport | null
  deadLetters: DeadLetterReport | null
}

/**
 * Sends a file of proposals to GMS, as `datahub ingest mcps` does, under a run id of its own (model/request.ts App). A file
 * that holds anything else is refused as a whole.
 */
export async function mcps(request: McpsRequest, deps: AppDeps): Promise<readonly RunReport[]> {
  const { clock, signal } = deps
  const fold = new ReportFold()
  const emit: Emit = (event) => {
    fold.add(event)
    deps.onEvent(event)
  }
  const run = { runId: makeRunId(clock, 'file'), pipelineName: null }
  const startedAt = new Date(clock.now()).toISOString()
  const begun = clock.monotonic()
  const progress: Progress = { sink: null, deadLetters: null }
  let stopped: Stop | null = null
  try {
    await withGrace(signal, clock, (late) => send(request, { deps, emit, late, run, progress }))
    stopped = signal.aborted ? CANCELLED : null
  } catch (thrown) {
    stopped = stopOf(thrown, signal)
    if (stopped.kind === 'defect' && thrown instanceof Error) deps.logger.debug(thrown.stack ?? thrown.message)
  }
  const durationSeconds = Math.round(clock.monotonic() - begun) / 1000
  const { dryRun, failOn, file } = request
  const about = { ...run, recipe: file, dryRun, startedAt, durationSeconds, identity: null, diagnostics: [], failOn }
  return [fold.finish({ ...about, ...progress, stopped })]
}

interface Sending {
  readonly deps: AppDeps
  readonly emit: Emit
  readonly late: AbortSignal
  readonly run: Stamp['run']
  readonly progress: Progress
}

async function send(request: McpsRequest, { deps, emit, late, run, progress }: Sending): Promise<void> {
  const { cwd, clock, stdout, signal } = deps
  const env = await recipeEnvironment(request, deps.env, cwd)
  const { sink: options, flags } = await targetOf('mcps', request, { ...deps, env })
  const units = await readUnits(request.file, cwd)
  const stamp = { run, setSystemMetadata: flags.setSystemMetadata, setPipelineName: false }
  const { dryRun, outDir } = request
  const sink = await openSink(options, { env, cwd, clock, stdout, mask: deps.mask, emit, signal: late, dryRun, stamp })
  try {
    progress.sink = sink.report
    deps.logger.info(`${units.length} proposals of ${request.file} to ${sink.report.target}, run ${run.runId}`)
    const shownPath = join(outDir, letterFileOf(0))
    const kept = { path: resolve(cwd, shownPath), shownPath, stamp, clock, emit }
    const letters = dryRun ? null : new DeadLetters(kept)
    const delivery = sink.sink.deliver(pagesOf(units, signal), emit)
    const told = (report: DeadLetterReport | null): void => {
      progress.deadLetters = report
    }
    // What the file held may be in that very place: it is replaced by what is left of it, and never just removed.
    await keepLosses(delivery, letters, told, false)
  } finally {
    sink.close()
  }
}

/** @throws AppError for a file that cannot be read, or holds anything but proposals. */
async function readUnits(file: string, cwd: string): Promise<readonly SerialisedWorkUnit[]> {
  let text: string
  try {
    text = await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    const cure = `check the path; it is resolved against ${cwd}`
    const message = `The file '${file}' cannot be read: ${messageOf(error)}`
    throw new AppError(message, { kind: 'input', code: 'file-not-readable', cure, cause: error })
  }
  const proposals = proposalsIn(text)
  if (proposals.ok) return proposals.value
  const bad = proposals.error
  const told = bad
    .slice(0, MOST_TOLD)
    .map(({ record, message }) => (record === 0 ? message : `record ${record}: ${message}`))
  const more = bad.length > MOST_TOLD ? `; and ${bad.length - MOST_TOLD} more` : ''
  throw new AppError(`${file} is no file of proposals: ${told.join('; ')}${more}`, {
    kind: 'input',
    code: 'bad-proposals',
    cure: 'Nothing was sent. Correct or remove these records, or write the file again with a file sink'
  })
}

async function* pagesOf(
  units: readonly SerialisedWorkUnit[],
  signal: AbortSignal
): AsyncGenerator<Page<SerialisedWorkUnit>> {
  for (let at = 0; at < units.length; at += PAGE) {
    signal.throwIfAborted()
    yield units.slice(at, at + PAGE)
  }
}
