import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../core/clock.ts'
import type { Environment } from '../../core/environment.ts'
import type { Json } from '../../core/json.ts'
import type { TaskContext, TaskResult } from '../../dag/task.ts'
import type { Redactor } from '../../report/redact.ts'
import { runShell } from './shell.ts'

/** Milliseconds from SIGTERM to SIGKILL: within what GitHub leaves a cancelled step. */
const KILL_AFTER_MS = 5_000

/** The exit status by which a command says that it was skipped (Airflow's `skip_on_exit_code`). */
const SKIP_STATUS = 99

/** Variables that are this program's own, and none of a command's business. */
const OWN = /^(INPUT_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_|GITHUB_(OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$)/

/** What a command is run with, besides its text. */
export interface RunTry {
  readonly command: string
  readonly context: TaskContext
  readonly env: Environment
  readonly taskEnv: Readonly<Record<string, string>>
  readonly cwd: string
  /** Where the file of its outputs is made. */
  readonly folder: string
  readonly line: (text: string) => void
  readonly clock: Clock
  readonly redactor: Redactor
}

/** Runs a command. What it wrote to $DAG_OUTPUT is its output; `return_value` alone, as JSON, is the whole of it. */
export async function runCommand(task: RunTry): Promise<TaskResult> {
  const { command, context, cwd, clock, redactor } = task
  await mkdir(task.folder, { recursive: true })
  const file = join(task.folder, 'output')
  await writeFile(file, '')
  const env = {
    ...commandEnv(task.env),
    ...task.taskEnv,
    ...contextEnv(context),
    DAG_OUTPUT: file,
    GITHUB_OUTPUT: file
  }
  const line = (text: string): void => task.line(redactor.text(text))
  const end = await runShell({ command, env, cwd, line, signal: context.signal, clock, killAfterMs: KILL_AFTER_MS })
  const output = outputsIn(await readFile(file, 'utf8'))
  await rm(file, { force: true })
  if (end.kind === 'exit' && end.code === 0) return { outcome: 'success', output: redactor.value(output) }
  if (end.kind === 'exit' && end.code === SKIP_STATUS) {
    return { outcome: 'skipped', why: `the command ended with exit status ${SKIP_STATUS}` }
  }
  const failure =
    end.kind === 'exit'
      ? { code: `exit-${end.code}`, message: `the command ended with exit status ${end.code}` }
      : end.kind === 'signal'
        ? { code: 'killed', message: `the command was ended by ${end.signal}` }
        : { code: 'not-started', message: `the command could not be started: ${end.why}` }
  return { outcome: 'failed', failure }
}

/** The environment that commands get: the process's, without what is this program's own. */
export const commandEnv = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !OWN.test(name)))

/** What a command knows of its try. */
export const contextEnv = (context: TaskContext): Readonly<Record<string, string>> => ({
  DAG_ID: context.dagId,
  DAG_RUN_ID: context.runId,
  DAG_LOGICAL_DATE: context.logicalDate ?? '',
  TASK_ID: context.taskId,
  TASK_MAP_INDEX: String(context.mapIndex),
  TASK_TRY_NUMBER: String(context.tryNumber),
  ...Object.fromEntries(
    Object.entries(context.values).map(([name, value]) => [
      `MAP_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`,
      typeof value === 'string' ? value : JSON.stringify(value)
    ])
  )
})

/** `NAME=value` lines and `NAME<<END` blocks, as GitHub's $GITHUB_OUTPUT takes them. */
export function outputsIn(text: string): Json {
  const outputs = Object.fromEntries(pairsIn(text.split(/\r?\n/)))
  if (Object.keys(outputs).length === 0) return null
  return outputs.return_value === undefined ? outputs : parsed(outputs.return_value)
}

function* pairsIn(lines: readonly string[]): Generator<readonly [string, string]> {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [, block, delimiter] = /^([^=<]+)<<(.+)$/.exec(line) ?? []
    const equals = line.indexOf('=')
    if (block !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1)
      const last = end < 0 ? lines.length : end
      yield [block, lines.slice(at + 1, last).join('\n')]
      at = last
    } else if (equals > 0) yield [line.slice(0, equals), line.slice(equals + 1)]
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}
