import { resolve } from 'node:path'
import { writeWhole } from '../core/whole-file.ts'
import type { Logger } from '../model/ports.ts'
import type { Report } from '../model/report.ts'
import { reportDoctor } from '../report/doctor.ts'
import { EXIT } from '../report/exit-code.ts'
import { reportIngestion, reportValidation } from '../report/outcome.ts'
import { reportProgress } from '../report/progress.ts'
import { Redactor } from '../report/redact.ts'
import { renderJson } from '../report/render/json.ts'
import { renderText } from '../report/render/text.ts'
import { totalOf } from '../report/total.ts'
import { annotate } from './annotate.ts'
import { type ActionRequest, outDirOf, readInputs, stopOfFaults } from './inputs.ts'
import { createLogger } from './logger.ts'
import { type ActionIo, attempt, depsOf, type Means, PROGRESS_INTERVAL_MS, printAll } from './means.ts'
import { outputsOf } from './outputs.ts'
import { annotateDag, dagLines, dagOutputs, runDagStep, writeDagSummary } from './run-dag.ts'
import { publishPlan } from './run-plan.ts'
import type { Runner } from './runner.ts'
import { writeSummary } from './summary.ts'

/**
 * One step of a workflow: inputs, the use case, and then, however it ended, report.json, outputs, annotations, summary.
 * Never rejects.
 * @returns the exit status of the process.
 */
export async function runAction(io: ActionIo): Promise<number> {
  const redactor = new Redactor()
  const mask = (secret: string): void => {
    if (secret.trim() === '') return
    io.runner.setSecret(secret)
    redactor.add(secret)
  }
  const inputs = readInputs(io.env, mask)
  const logger = redacted(createLogger(io.runner, inputs.ok ? inputs.value.logLevel : 'info'), redactor)
  const asked = inputs.ok ? inputs.value : null
  if (asked?.command === 'dag') return publishDag(asked, { io, logger, mask, redactor })
  if (asked?.command === 'plan') return publishPlan(asked, { io, logger, mask, redactor })
  const report =
    inputs.ok && asked !== null
      ? await perform(asked, { io, logger, mask })
      : totalOf([], stopOfFaults(inputs.ok ? [] : inputs.error), {
          tool: io.tool,
          dryRun: false,
          startedAt: io.clock.now(),
          durationMs: 0
        })
  return publish(redactor.value(report), io, logger)
}

type PlanAsked = Extract<ActionRequest, { command: 'plan' }>
type DagAsked = Extract<ActionRequest, { command: 'dag' }>

/** Runs a DAG, and tells its run everywhere a workflow looks for it. The use case itself has written dag-run.json. */
async function publishDag(asked: DagAsked, means: Means & { readonly redactor: Redactor }): Promise<number> {
  const { io, logger, redactor } = means
  const deps = await depsOf(means, () => undefined)
  const { request } = asked
  const found = await runDagStep({ request, app: io.app, tool: io.tool, deps, runner: io.runner })
  const document = redactor.value(found)
  await attempt('The run cannot be shown', logger, () => {
    for (const line of dagLines(document)) io.runner.info(line)
    annotateDag(document, io.runner)
  })
  const told = await attempt('The outputs cannot be set', logger, () => {
    for (const [name, value] of Object.entries(dagOutputs(document, request.outDir, io.cwd))) {
      io.runner.setOutput(name, value)
    }
  })
  await attempt('The step summary cannot be written', logger, () => writeDagSummary(document, io.env))
  return told ? document.exitCode : Math.max(document.exitCode, EXIT.lost)
}

async function perform(asked: Exclude<ActionRequest, DagAsked | PlanAsked>, means: Means): Promise<Report> {
  const { io, logger } = means
  const progress = reportProgress({
    clock: io.clock,
    intervalMs: PROGRESS_INTERVAL_MS,
    line: (text) => logger.info(text)
  })
  const deps = await depsOf(means, progress.add)
  const invocation = { tool: io.tool, clock: io.clock, signal: io.signal, logger }
  try {
    if (asked.command === 'validate')
      return await reportValidation(() => io.app.validate(asked.request, deps), asked.failOn, invocation)
    if (asked.command === 'doctor')
      return await reportDoctor(() => io.app.doctor(asked.request, deps), asked.failOn, invocation)
    const run = () => (asked.command === 'mcps' ? io.app.mcps(asked.request, deps) : io.app.ingest(asked.request, deps))
    return await reportIngestion(run, asked.request.dryRun, invocation)
  } finally {
    await progress.stop()
  }
}

/**
 * Tells the report everywhere a workflow looks for it, as far as that goes. Later steps rely on report.json and the
 * outputs: without them the step fails, whatever the run achieved.
 */
async function publish(report: Report, io: ActionIo, logger: Logger): Promise<number> {
  const path = resolve(io.cwd, outDirOf(io.env), 'report.json')
  await attempt('The report cannot be shown', logger, () => {
    printReport(report, io.runner)
    annotate(report, io.runner)
  })
  const written = await attempt(`report.json cannot be written to ${path}`, logger, () =>
    writeWhole(path, renderJson(report))
  )
  const told = await attempt('The outputs cannot be set', logger, () => {
    const outputs = Object.entries(outputsOf(report, written ? path : ''))
    for (const [name, value] of outputs) io.runner.setOutput(name, value)
  })
  await attempt('The step summary cannot be written', logger, () => writeSummary(report, io.env))
  return written && told ? report.exitCode : Math.max(report.exitCode, EXIT.lost)
}

/** The report folded away, and below it its last line, which is the outcome. */
function printReport(report: Report, runner: Runner): void {
  const lines = renderText(report, { colour: false }).trimEnd().split('\n')
  runner.startGroup('Report')
  for (const line of lines.slice(0, -1)) printAll(line, runner)
  runner.endGroup()
  printAll(lines.at(-1) ?? '', runner)
}

function redacted(logger: Logger, redactor: Redactor): Logger {
  return {
    debug: (message) => logger.debug(redactor.text(message)),
    info: (message) => logger.info(redactor.text(message)),
    notice: (message) => logger.notice(redactor.text(message)),
    warning: (message) => logger.warning(redactor.text(message)),
    error: (message) => logger.error(redactor.text(message))
  }
}
