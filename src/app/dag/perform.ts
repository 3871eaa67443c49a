import { clearFailed, clearRun, reopened } from '../../dag/clear.ts'
import type { Dag } from '../../dag/dag.ts'
import type { DagFile } from '../../dag/file/dag-file.ts'
import { instanceName } from '../../dag/record.ts'
import { newRun, recordFor } from '../../dag/run.ts'
import { runDag } from '../../dag/runner.ts'
import type { DagRunDocument, RunRecord, Transition } from '../../model/dag-run.ts'
import { EXIT } from '../../report/exit-code.ts'
import { dagProgress, transitionLine } from '../../report/render/dag-text.ts'
import { CANCELLED } from '../../report/stop.ts'
import { Journal } from '../../state/dag-run-journal.ts'
import { buildDag } from './build.ts'
import { CallbackCaller } from './callbacks.ts'
import { databasesOf } from './databases.ts'
import { callbackKeyOf, DOCUMENT_RULES } from './document.ts'
import type { Entry } from './document-shape.ts'
import { executorOf } from './execute.ts'
import { type Found, findRecord } from './find-record.ts'
import type { FolderMeans, PerformMeans } from './means.ts'
import { graphOf } from './new-document.ts'
import { newParams, tellUnused } from './run-inputs.ts'
import { askedTasks } from './subset.ts'

/** How long tasks that were told to stop may take: GitHub kills a cancelled step after ten seconds. */
const GRACE_MS = 8_000

/** Begins a run, or goes on with one, and brings it to its end. @throws AppError when it cannot begin. */
export async function performRun(dagFile: DagFile, means: FolderMeans): Promise<DagRunDocument> {
  const { request, deps, folder } = means
  const found = await findRecord(dagFile, means)
  if (found.current !== null) tellUnused(found.current, means)
  const params = found.current?.params ?? newParams(dagFile, means)
  const tasks = found.current === null ? request.tasks : (found.current.tasks ?? [])
  const known = new Map(Object.entries(found.current?.databases ?? {}))
  const databases = async (recipe: string): Promise<readonly string[]> => {
    const names = known.get(recipe) ?? (await databasesOf(recipe, request, deps))
    known.set(recipe, names)
    return names
  }
  const dag = await buildDag(dagFile, { params, databases, tasks })
  const document = documentOf(dag, dagFile, { ...means, params }, found)
  const begun = { ...document, databases: Object.fromEntries(known) }
  const journal = new Journal<DagRunDocument, Entry>(folder, begun, DOCUMENT_RULES)
  try {
    return await drive(dag, dagFile, { ...means, params, journal, previous: found.previous?.record ?? null })
  } finally {
    journal.close()
  }
}

/** The record to go on from: a new run's, or the one that is there, with what has to run again cleared. */
function documentOf(
  dag: Dag,
  dagFile: DagFile,
  means: PerformMeans,
  { current, runId, logicalDate }: Found
): DagRunDocument {
  const { request, deps, document } = means
  const graph = graphOf(dag, dagFile)
  const { description } = dagFile
  if (current !== null) {
    const record = reopened(current.record, cleared(dag, withoutLost(dag, current.record, means), means))
    const attempt = deps.github?.runAttempt ?? current.attempt + 1
    return {
      ...current,
      graph,
      description,
      record,
      attempt,
      status: 'running',
      stopped: null,
      blocked: [],
      tool: deps.tool
    }
  }
  return {
    ...document,
    dagId: dag.dagId,
    description,
    runId,
    params: means.params,
    tasks: request.tasks.length === 0 ? null : request.tasks,
    graph,
    record: newRun(dag, runId, logicalDate)
  }
}

/** What the DAG file does not have any more is not gone on with, and that is told. */
function withoutLost(dag: Dag, record: RunRecord, { deps }: PerformMeans): RunRecord {
  const lost = new Set(record.instances.filter(({ taskId }) => !dag.tasks.has(taskId)).map(({ taskId }) => taskId))
  if (lost.size > 0) deps.logger.warning(`No longer in the DAG, and left out: ${listed([...lost])}`)
  return recordFor(dag, record)
}

const listed = (names: readonly string[]): string => `${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}`

function cleared(dag: Dag, record: RunRecord, { request, deps }: PerformMeans): RunRecord {
  const asked = askedTasks(request.clear, dag, 'clear')
  const say = (names: readonly string[]): void => {
    if (names.length > 0) deps.logger.info(`Runs again: ${listed(names)}`)
  }
  if (asked.length > 0) {
    return asked.reduce((after, { name, downstream }) => {
      const tasks = dag.groups.get(name) ?? [name]
      const next = clearRun(dag, after, { tasks, downstream })
      say(next.cleared)
      return next.record
    }, record)
  }
  if (record.state !== 'failed') return record
  const next = clearFailed(dag, record)
  say(next.cleared)
  return next.record
}

interface Driving extends PerformMeans {
  readonly journal: Journal<DagRunDocument, Entry>
  readonly previous: RunRecord | null
}

async function drive(dag: Dag, dagFile: DagFile, means: Driving): Promise<DagRunDocument> {
  const { request, deps, folder, redactor, params, journal, previous } = means
  const begun = deps.clock.monotonic()
  const callbacks = callerOf(dagFile, means)
  oweAnew(journal, callbacks)
  const telling = { ...means, clearNumber: journal.document.record.clearNumber }
  const emit = (batch: readonly Transition[]): void => {
    journal.append(
      batch.map((transition) => ({ kind: 'transition', transition })),
      batch.some(isEnd)
    )
    for (const transition of batch) tell(transition, telling, callbacks)
  }
  const outcome = await runDag({
    dag,
    record: journal.document.record,
    execute: executorOf({ dagFile, request, deps, params, folder, redactor }),
    clock: deps.clock,
    emit,
    signal: deps.signal,
    previous,
    graceMs: GRACE_MS,
    onIdle: () => deps.view.progress(dagProgress(journal.document))
  })
  await callbacks.settle(outcome.interrupted)
  const failed = outcome.record.state === 'failed'
  const seconds = (deps.clock.monotonic() - begun) / 1000
  journal.compact((document) => ({
    ...document,
    status: outcome.interrupted ? 'cancelled' : failed ? 'failure' : 'success',
    exitCode: outcome.interrupted || (failed && request.failOn !== 'never') ? EXIT.lost : EXIT.done,
    stopped: outcome.interrupted ? CANCELLED : null,
    blocked: outcome.blocked,
    durationSeconds: Math.round((document.durationSeconds + seconds) * 1000) / 1000,
    callbacks: { ...document.callbacks, owed: document.callbacks.owed.filter((key) => callbacks.concerns(key)) }
  }))
  return journal.document
}

interface Telling extends Driving {
  readonly clearNumber: number
}

/** What must outlive the machine: that something has ended. What is lost of a beginning makes the same try again. */
const isEnd = (transition: Transition): boolean => transition.type !== 'task' || transition.from === 'running'

function tell(transition: Transition, { deps, redactor, clearNumber }: Telling, callbacks: CallbackCaller): void {
  const line = transitionLine(transition)
  if (line !== null) deps.view.line(redactor.text(line))
  const key = callbackKeyOf(transition, { record: { clearNumber } })
  if (key !== null) callbacks.call(key, transition.type === 'task' ? transition.instance : null)
}

/** Callbacks that a killed process owed. */
function oweAnew(journal: Driving['journal'], callbacks: CallbackCaller): void {
  const { callbacks: kept, record } = journal.document
  for (const key of kept.owed) {
    const about = JSON.parse(key) as { readonly taskId: string | null; readonly mapIndex: number }
    const name = about.taskId === null ? null : instanceName({ taskId: about.taskId, mapIndex: about.mapIndex })
    callbacks.call(key, record.instances.find((instance) => instanceName(instance) === name) ?? null)
  }
}

function callerOf(dagFile: DagFile, { deps, journal, redactor }: Driving): CallbackCaller {
  return new CallbackCaller({
    dagFile,
    env: deps.env,
    cwd: deps.cwd,
    clock: deps.clock,
    mask: deps.mask,
    redact: (text) => redactor.text(text),
    line: deps.view.line,
    runUrl: deps.github?.runUrl ?? '',
    document: () => journal.document,
    begin: (key) => journal.append([{ kind: 'called', key }]),
    warn: (failure) => {
      journal.append([{ kind: 'warning', failure }])
      deps.logger.warning(`${failure.resource ?? ''}: ${failure.message}`)
    }
  })
}
