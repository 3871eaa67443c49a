import { join, resolve } from 'node:path'
import { makeOutFolder } from '../app/out-folder.ts'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { writeWhole } from '../core/whole-file.ts'
import type { Report, ToolInfo } from '../model/report.ts'
import type { App, AppDeps } from '../model/request.ts'
import { annotationsOf } from '../report/annotations.ts'
import { reportDoctor } from '../report/doctor.ts'
import { EXIT, STOP_CODE } from '../report/exit-code.ts'
import { reportIngestion, reportValidation } from '../report/outcome.ts'
import { type ProgressReporter, reportProgress } from '../report/progress.ts'
import { Redactor } from '../report/redact.ts'
import { visible } from '../report/render/escape.ts'
import { renderJson } from '../report/render/json.ts'
import { renderText } from '../report/render/text.ts'
import { outcomeOf } from '../report/render/words.ts'
import { type Arguments, parseArguments } from './arguments.ts'
import { commandHelp, generalHelp } from './help.ts'
import { refuseOwnFiles } from './own-files.ts'
import { type CliRequest, requestOf } from './request.ts'
import { renderedDag, runDagCommand } from './run-dag.ts'
import { runDescribe } from './run-describe.ts'
import { runExplain } from './run-explain.ts'
import { runPlanCommand } from './run-plan.ts'
import { isAboutRuns, runAboutRuns } from './run-runs.ts'
import { runScaffold } from './run-scaffold.ts'
import { createScreen, type Screen } from './screen.ts'
import { createWriter, showsColour, type TextStream, type Writer } from './terminal.ts'
import { workflowCommand } from './workflow-commands.ts'

/** What main hands to the command line. */
export interface CliIo {
  /** Without the program itself. */
  readonly argv: readonly string[]
  readonly env: Environment
  readonly cwd: string
  readonly stdout: TextStream
  readonly stderr: TextStream
  readonly app: App
  readonly clock: Clock
  readonly tool: ToolInfo
  /** Aborted on SIGINT and SIGTERM. */
  readonly signal: AbortSignal
}

/** From one progress line to the next, where they follow each other and where they replace each other. */
const INTERVAL_MS = { lines: 10_000, inPlace: 500 }

/** A terminal that does not tell its width. */
const USUAL_COLUMNS = 80

/**
 * One command of the command line. Results go to stdout, everything else to stderr. Never rejects.
 * @returns the exit status of the process.
 */
export async function runCli(io: CliIo): Promise<number> {
  let broken: number = EXIT.done
  const err = createWriter(io.stderr, () => {
    broken = EXIT.lost
  })
  const out = createWriter(io.stdout, (error) => {
    broken = EXIT.lost
    err.write(`error: Standard output cannot be written: ${visible(error.message)}\n`)
  })
  try {
    const code = await dispatch(io, out, err)
    // What a full disk refuses is known only then.
    await out.drained()
    return Math.max(code, broken)
  } catch (thrown) {
    err.write(`error: ${visible(messageOf(thrown))}\n`)
    if (!(thrown instanceof AppError)) return EXIT.lost
    if (thrown.cure !== undefined) err.write(`${thrown.cure}\n`)
    return STOP_CODE[thrown.kind]
  }
}

/** @throws AppError for a command line that is not well formed. */
async function dispatch(io: CliIo, out: Writer, err: Writer): Promise<number> {
  const args = parseArguments(io.argv)
  if (args === 'version') out.write(`${io.tool.name} ${io.tool.version}\n`)
  else if (args === 'help') out.write(generalHelp())
  else if (args.options.has('help')) out.write(commandHelp(args.command))
  else if (isAboutRuns(args)) return performAboutRuns(args, { io, out, err })
  else if (args.command.name === 'describe') await runDescribe(args, io.app, out)
  else if (args.command.name === 'explain') await runExplain(args, io.app, io, out)
  else if (args.command.name === 'scaffold') await runScaffold(args, io.app, io, out)
  else return perform(requestOf(args, io.env), { io, out, err })
  return EXIT.done
}

interface Means {
  readonly io: CliIo
  readonly out: Writer
  readonly err: Writer
}

/** Commands that ask DataHub about runs, and print what it says. */
async function performAboutRuns(args: Arguments, { io, out, err }: Means): Promise<number> {
  const redactor = new Redactor()
  const note = (message: string): void => err.write(`${redactor.text(visible(message))}\n`)
  const quiet = (): void => undefined
  const deps: AppDeps = {
    env: io.env,
    cwd: io.cwd,
    clock: io.clock,
    logger: { debug: quiet, info: quiet, notice: note, warning: note, error: note },
    mask: (secret) => redactor.add(secret),
    onEvent: quiet,
    idToken: null,
    github: null,
    signal: io.signal,
    stdout: err.write
  }
  const done = await runAboutRuns(args, { app: io.app, env: io.env, deps })
  out.write(redactor.text(done.out))
  return done.exitCode
}

async function perform(asked: CliRequest, means: Means): Promise<number> {
  refuseOwnFiles(asked, means.io.cwd)
  const redactor = new Redactor()
  if (asked.request.gmsToken !== null) redactor.add(asked.request.gmsToken.reveal())
  const { io, out } = means
  const screen = screenOf(asked, means, redactor)
  if (asked.command === 'dag') {
    const deps = depsOf(asked, { ...means, screen, redactor }, () => undefined)
    const { request, progress } = asked
    const isTerminal = io.stderr.isTTY === true
    const command = { request, app: io.app, tool: io.tool, deps, screen, redactor, progress, isTerminal }
    const document = await runDagCommand(command)
    out.write(renderedDag(document, asked.format, asked.colour && showsColour(io.env, io.stdout)))
    return document.exitCode
  }
  if (asked.command === 'plan') {
    const progress = progressOf(asked, io, screen)
    const deps = depsOf(asked, { ...means, screen, redactor }, progress === null ? () => {} : progress.add)
    const colour = asked.colour && showsColour(io.env, io.stdout)
    return runPlanCommand(asked, { io, out, deps, screen, redactor, progress, colour })
  }
  if (asked.command !== 'validate') await makeOutFolder(asked.request.outDir, io.cwd)
  const report = redactor.value(await reportOf(asked, { ...means, screen, redactor }))
  screen.clear()
  const written = await writeReports(report, asked, io.cwd, screen)
  out.write(rendered(report, asked, io))
  return written ? report.exitCode : Math.max(report.exitCode, EXIT.lost)
}

function screenOf(asked: CliRequest, { io, err }: Means, redactor: Redactor): Screen {
  return createScreen({
    writer: { write: (text) => err.write(redactor.text(text)) },
    columns: io.stderr.isTTY === true ? (io.stderr.columns ?? USUAL_COLUMNS) : null,
    colour: asked.colour && showsColour(io.env, io.stderr),
    level: asked.logLevel
  })
}

/** What ends with a report; a DAG's run and a plan have documents of their own. */
type ReportRequest = Exclude<CliRequest, { command: 'dag' | 'plan' }>

interface Shown extends Means {
  readonly screen: Screen
  readonly redactor: Redactor
}

const depsOf = (
  asked: CliRequest,
  { io, out, err, screen, redactor }: Shown,
  onEvent: AppDeps['onEvent']
): AppDeps => ({
  env: io.env,
  cwd: io.cwd,
  clock: io.clock,
  logger: screen.logger,
  mask: (secret) => redactor.add(secret),
  onEvent,
  idToken: null,
  github: null,
  signal: io.signal,
  // With --format json the one document is all that stdout holds.
  stdout: asked.format === 'json' ? err.write : out.write
})

async function reportOf(asked: ReportRequest, shown: Shown): Promise<Report> {
  const { io, screen } = shown
  const progress = progressOf(asked, io, screen)
  const deps = depsOf(asked, shown, progress === null ? () => {} : progress.add)
  const invocation = { tool: io.tool, clock: io.clock, signal: io.signal, logger: screen.logger }
  try {
    if (asked.command === 'validate')
      return await reportValidation(() => io.app.validate(asked.request, deps), asked.failOn, invocation)
    if (asked.command === 'doctor')
      return await reportDoctor(() => io.app.doctor(asked.request, deps), asked.failOn, invocation)
    const run = () => (asked.command === 'mcps' ? io.app.mcps(asked.request, deps) : io.app.ingest(asked.request, deps))
    return await reportIngestion(run, asked.request.dryRun, invocation)
  } finally {
    await progress?.stop()
  }
}

function progressOf(asked: CliRequest, io: CliIo, screen: Screen): ProgressReporter | null {
  if (!('progress' in asked) || asked.command === 'dag' || !asked.progress) return null
  const intervalMs = io.stderr.isTTY === true ? INTERVAL_MS.inPlace : INTERVAL_MS.lines
  return reportProgress({ clock: io.clock, intervalMs, line: screen.progress })
}

/** Whether every file that the report was to go to has been written. */
async function writeReports(report: Report, asked: ReportRequest, cwd: string, screen: Screen): Promise<boolean> {
  if (asked.command === 'validate') return true
  const paths = [join(asked.request.outDir, 'report.json'), ...(asked.reportTo === null ? [] : [asked.reportTo])]
  for (const path of paths) {
    try {
      await writeWhole(resolve(cwd, path), renderJson(report))
    } catch (error) {
      screen.logger.error(`The report cannot be written to ${path}: ${messageOf(error)}`)
      return false
    }
  }
  return true
}

function rendered(report: Report, asked: ReportRequest, io: CliIo): string {
  if (asked.format === 'json') return renderJson(report)
  if (asked.format === 'text') return renderText(report, { colour: asked.colour && showsColour(io.env, io.stdout) })
  const elsewhere = asked.command === 'validate' ? '--format text lists them all' : 'report.json has them'
  const commands = annotationsOf(report, elsewhere).map((annotation) => workflowCommand(annotation, io))
  return [...commands, outcomeOf(report), ''].join('\n')
}
