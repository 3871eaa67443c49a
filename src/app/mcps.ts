import { join, resolve } from 'node:path'
import type { Clock } from '../core/clock.ts'
import type { Emit } from '../model/event.ts'
import type { SinkOptions } from '../model/recipe.ts'
import type { DeadLetterReport, RunReport } from '../model/report.ts'
import type { AppDeps, McpsRequest } from '../model/request.ts'
import { DeadLetters } from '../sink/dead-letters.ts'
import { type OpenSink, openSink } from '../sink/open.ts'
import type { Stamp } from '../sink/stamp.ts'
import { leaveUntracked } from '../state/fingerprints/untracked.ts'
import { recipeEnvironment } from './environment.ts'
import { withGrace } from './grace.ts'
import { keepLosses, letterFileOf } from './losses.ts'
import { checkedFile, openText, pagesOf } from './proposal-file.ts'
import { reportedRun } from './reported-run.ts'
import type { Progress } from './run.ts'
import { makeRunId } from './run-id.ts'
import { sinksStore } from './stateful/open-store.ts'
import { targetOf } from './target.ts'

/**
 * Sends a file of proposals to GMS, as `datahub ingest mcps` does, under a run id of its own (model/request.ts App). A file
 * that holds anything else is refused as a whole.
 */
export async function mcps(request: McpsRequest, deps: AppDeps): Promise<readonly RunReport[]> {
  const { clock, signal } = deps
  const run = { runId: makeRunId(clock, 'file'), pipelineName: null }
  const report = await reportedRun({ file: request.file, run, request, deps }, (emit, progress) =>
    withGrace(signal, clock, (late) => send(request, { deps, emit, late, run, progress }))
  )
  return [report]
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
  const { sink: options, flags, pipelineName } = await targetOf('mcps', request, { deps, env, emit })
  const text = await openText(request.file, cwd)
  const { count, pipelines: told } = await checkedFile(request.file, text)
  // Records need not say whose they are (`set_system_metadata_pipeline_name: false`).
  const pipelines = new Set([...told, ...(pipelineName === null ? [] : [pipelineName])])
  const stamp = { run, setSystemMetadata: flags.setSystemMetadata, setPipelineName: false }
  const { dryRun, outDir } = request
  const sink = await openSink(options, { env, cwd, clock, stdout, mask: deps.mask, emit, signal: late, dryRun, stamp })
  try {
    progress.sink = sink.report
    deps.logger.info(`${count} proposals of ${request.file} to ${sink.report.target}, run ${run.runId}`)
    if (!dryRun) await leavePipelines(pipelines, { sink, options, run, clock, emit })
    const shownPath = join(outDir, letterFileOf(0))
    const kept = { path: resolve(cwd, shownPath), shownPath, stamp: stampOfRest(stamp, pipelines), clock, emit }
    // What the file held may be in that very place: it is replaced by what is left of it, and never just removed.
    const letters = dryRun ? null : new DeadLetters({ ...kept, sent: resolve(cwd, request.file) })
    const delivery = sink.sink.deliver(pagesOf(request.file, { text, count, signal }), emit)
    const keep = (report: DeadLetterReport | null): void => {
      progress.deadLetters = report
    }
    await keepLosses(delivery, letters, keep, false)
  } finally {
    sink.close()
  }
}

/** What is left of a file stays the pipeline's, whose next run without a loss takes it away. */
function stampOfRest(stamp: Stamp, pipelines: ReadonlySet<string>): Stamp {
  const [pipelineName = null, another] = pipelines
  if (pipelineName === null || another !== undefined) return stamp
  return { ...stamp, run: { ...stamp.run, pipelineName }, setPipelineName: true }
}

interface Leaving {
  readonly sink: OpenSink
  readonly options: SinkOptions
  readonly run: Stamp['run']
  readonly clock: Clock
  readonly emit: Emit
}

/** What is sent again may be older than what a later run has written: the pipelines' next runs send everything. */
async function leavePipelines(pipelines: ReadonlySet<string>, { sink, options, ...about }: Leaving): Promise<void> {
  const { clock, emit, run } = about
  for (const pipelineName of pipelines) {
    const store = sinksStore({ sink: options, pipelineName }, { sink, clock, emit })
    if (store !== null) await leaveUntracked({ store, run: { ...run, pipelineName }, now: clock.now(), emit })
  }
}
