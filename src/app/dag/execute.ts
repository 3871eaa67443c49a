import { join } from 'node:path'
import { messageOf } from '../../core/errors.ts'
import { Gate } from '../../core/gate.ts'
import type { JsonObject } from '../../core/json.ts'
import type { DagFile, FileTask } from '../../dag/file/dag-file.ts'
import { fill, judge, type Lookup } from '../../dag/file/expression.ts'
import type { TaskContext, TaskFunction, TaskResult } from '../../dag/task.ts'
import { instanceName } from '../../model/dag-run.ts'
import type { Logger } from '../../model/ports.ts'
import type { DagDeps, DagRequest, TryLog } from '../../model/request.ts'
import type { Redactor } from '../../report/redact.ts'
import { type ReportPath, runCheck } from './check-task.ts'
import { lookupOf } from './lookup.ts'
import { MOST_RECIPES, runRecipeTask } from './recipe-task.ts'
import { runCommand } from './run-task.ts'

/** What all tries of one run share. */
export interface Executor {
  readonly dagFile: DagFile
  readonly request: DagRequest
  readonly deps: DagDeps
  readonly params: JsonObject
  /** Where reports of tries go. */
  readonly folder: string
  readonly redactor: Redactor
}

/** The function that does what the tasks of a DAG file say. */
export function executorOf(executor: Executor): TaskFunction {
  const gate = new Gate(MOST_RECIPES)
  return async (context) => {
    const task = executor.dagFile.tasks.get(context.taskId)
    if (task === undefined) throw new Error(`${context.taskId} is no task of the file`)
    const log = executor.deps.view.tryLog(instanceName(context))
    try {
      return executor.redactor.value(await perform(task, context, { ...executor, gate, log }))
    } catch (error) {
      return broken(executor.redactor.text(messageOf(error)))
    } finally {
      log.end()
    }
  }
}

const broken = (message: string): TaskResult => ({ outcome: 'failed', failure: { code: 'dag-task-threw', message } })

interface Try extends Executor {
  readonly gate: Gate
  readonly log: TryLog
}

async function perform(task: FileTask, context: TaskContext, run: Try): Promise<TaskResult> {
  const { deps, params, dagFile } = run
  const names = { context, params, env: deps.env, taskIds: [...dagFile.tasks.keys()] }
  const lookup = lookupOf(names)
  if (task.when !== null) {
    const judged = judge(task.when, lookup)
    if (!judged.ok) return { outcome: 'skipped', why: judged.error }
  }
  const env = filled(task.env, lookup)
  const { action } = task
  switch (action.kind) {
    case 'empty':
      return { outcome: 'success', output: null }
    case 'recipe':
      return recipe(action, { context, env, lookup }, run)
    case 'run':
      return runCommand({
        command: action.command,
        context,
        env: deps.env,
        taskEnv: env,
        cwd: deps.cwd,
        folder: folderOf(run.folder, context),
        line: run.log.line,
        clock: deps.clock,
        redactor: run.redactor
      })
    case 'check':
      return runCheck(action, context, { lookup, reportPath: reportPathIn(run.folder) })
    case 'branch': {
      const found = action.cases.find(({ when }) => when === null || judge(when, lookup).ok)
      return {
        outcome: 'success',
        output: [...(found?.follow ?? [])],
        choice: { kind: 'follow', names: found?.follow ?? [] }
      }
    }
    case 'short-circuit': {
      const judged = judge(action.condition, lookup)
      if (judged.ok) return { outcome: 'success', output: true }
      run.log.line(judged.error)
      return { outcome: 'success', output: false, choice: { kind: 'short-circuit', scope: action.scope } }
    }
  }
}

interface RecipeMeans {
  readonly context: TaskContext
  readonly env: Readonly<Record<string, string>>
  readonly lookup: Lookup
}

function recipe(
  action: Extract<FileTask['action'], { kind: 'recipe' }>,
  { context, env, lookup }: RecipeMeans,
  run: Try
): Promise<TaskResult> {
  const { recipe: path = '' } = filled({ recipe: action.recipe }, lookup)
  const mapped = Object.entries(context.values).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number'
      ? [[`MAP_${name.toUpperCase()}`, String(value)] as const]
      : []
  )
  return runRecipeTask({
    request: run.request,
    deps: {
      ...run.deps,
      signal: context.signal,
      logger: loggerOf(run.log),
      onEvent: () => undefined,
      stdout: (text) => run.log.line(text.replace(/\n$/, ''))
    },
    recipe: path,
    env: { ...Object.fromEntries(mapped), ...env },
    with: filled(action.with, lookup),
    folder: folderOf(run.folder, context),
    gate: run.gate,
    redactor: run.redactor
  })
}

/** @throws Error for a template that names nothing. */
function filled(texts: Readonly<Record<string, string>>, lookup: Lookup): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const result = fill(text, lookup)
      if (!result.ok) throw new Error(`${name}: ${result.error}`)
      return [name, result.value]
    })
  )
}

const loggerOf = (log: TryLog): Logger => ({
  debug: () => undefined,
  info: (message) => log.line(message),
  notice: (message) => log.line(`notice: ${message}`),
  warning: (message) => log.line(`warning: ${message}`),
  error: (message) => log.line(`error: ${message}`)
})

type Tried = Parameters<ReportPath>[0]

/** `tasks/NAME/try-N`; of an instance's name only what no file system minds. */
function folderOf(folder: string, one: Tried): string {
  const name = instanceName(one).replace(/[^\p{L}\p{N}._-]/gu, '-')
  return join(folder, 'tasks', /^\.+$/.test(name) ? `_${name}` : name, `try-${one.tryNumber}`)
}

const reportPathIn =
  (folder: string): ReportPath =>
  (instance) =>
    join(folderOf(folder, instance), 'report.json')
