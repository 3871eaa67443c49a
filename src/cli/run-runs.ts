import type { Environment } from '../core/environment.ts'
import type { App, AppDeps } from '../model/request.ts'
import { EXIT } from '../report/exit-code.ts'
import { restoreText, rollbackText, runsText } from '../report/render/runs.ts'
import { type Arguments, usageError } from './arguments.ts'
import { choiceOf, inputsOf, single } from './values.ts'

/** The commands about runs that have been. */
const COMMANDS: Readonly<Record<string, (args: Arguments, means: Means) => Promise<Outcome>>> = {
  runs: async (args, { app, env, deps }) => {
    const request = { ...inputsOf(args, env), recipe: single(args, 'config'), limit: limitOf(args) }
    const result = await app.runs(request, deps)
    return { result, text: runsText(result), exitCode: EXIT.done }
  },
  rollback: async (args, { app, env, deps }) => {
    const dryRun = args.options.has('dry-run')
    const runId = runIdOf(args)
    if (!dryRun && !args.options.has('force')) {
      throw usageError('rollback', 'A rollback changes DataHub; look with --dry-run first, and do it with --force')
    }
    const result = await app.rollback({ ...inputsOf(args, env), runId, dryRun, recipe: single(args, 'config') }, deps)
    return { result, text: rollbackText(result), exitCode: result.forgotten === false ? EXIT.lost : EXIT.done }
  },
  restore: async (args, { app, env, deps }) => {
    const about = { runId: runIdOf(args), dryRun: args.options.has('dry-run'), report: single(args, 'report') }
    const result = await app.restore({ ...inputsOf(args, env), ...about, recipe: single(args, 'config') }, deps)
    const isWhole = result.failed.length === 0 && result.forgotten !== false
    return { result, text: restoreText(result), exitCode: isWhole ? EXIT.done : EXIT.lost }
  }
}

interface Means {
  readonly app: App
  readonly env: Environment
  readonly deps: AppDeps
}

interface Outcome {
  readonly result: object
  readonly text: string
  readonly exitCode: number
}

/** Whether a command is one of these. */
export const isAboutRuns = (args: Arguments): boolean => args.command.name in COMMANDS

/** Runs one of them. @throws AppError for a wrong command line, or when DataHub does not answer. */
export async function runAboutRuns(
  args: Arguments,
  means: Means
): Promise<{ readonly out: string; readonly exitCode: number }> {
  const format = choiceOf<'text' | 'json'>(args, 'format', ['text', 'json'])
  const perform = COMMANDS[args.command.name]
  if (perform === undefined) throw usageError(args.command.name, 'This is no command about runs')
  const { result, text, exitCode } = await perform(args, means)
  return { out: format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : text, exitCode }
}

function runIdOf(args: Arguments): string {
  const [runId, ...others] = args.operands
  // An empty one is a variable without a value, as in `rollback "$RUN_ID"`.
  if (runId !== undefined && runId.trim() !== '' && others.length === 0) return runId
  throw usageError(
    args.command.name,
    `One run is named: datahub-glue ${args.command.name} RUN_ID; 'datahub-glue runs' lists them`
  )
}

function limitOf(args: Arguments): number {
  const text = single(args, 'limit') ?? '100'
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text)
  throw usageError('runs', `The option '--limit' takes a number from 1 to 9999, not '${text}'`)
}
