import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../core/errors.ts'
import type { Gate } from '../../core/gate.ts'
import type { JsonObject } from '../../core/json.ts'
import type { TaskResult } from '../../dag/task.ts'
import type { RunReport } from '../../model/report.ts'
import type { AppDeps, IngestRequest } from '../../model/request.ts'
import { Secret } from '../../model/secret.ts'
import { addCounts, noCounts } from '../../report/counts.ts'
import type { Redactor } from '../../report/redact.ts'
import { VARIABLES_OF } from '../environment.ts'
import { ingest } from '../ingest.ts'
import { classOf, failureOf } from './failure-class.ts'

/** More recipes at once than these wait: each holds pages of a catalogue and a window of deliveries in memory. */
export const MOST_RECIPES = 4

/** One try of a recipe. */
export interface RecipeTry {
  /** What the whole run was asked for. */
  readonly request: Omit<IngestRequest, 'recipes'>
  readonly deps: AppDeps
  /** Path or glob of the recipe. */
  readonly recipe: string
  /** Variables that the recipe may name, before those of the process. */
  readonly env: Readonly<Record<string, string>>
  /** Inputs of the action that this task has otherwise, by their names. */
  readonly with: Readonly<Record<string, string>>
  /** Where report.json goes. */
  readonly folder: string
  readonly gate: Gate
  readonly redactor: Redactor
}

/** Runs a recipe, keeps its report, and says what became of it. */
export function runRecipeTask(task: RecipeTry): Promise<TaskResult> {
  return task.gate.run(async () => {
    const { deps, folder, redactor } = task
    if (deps.signal.aborted) return failed('cancelled', 'stopped before it began')
    try {
      const asked = withTaskInputs(withEnvironment(task.request, task.env), task.with)
      const request = { ...asked, recipes: [task.recipe], outDir: folder }
      const found = await ingest(request, { ...deps, env: { ...deps.env, ...task.env } })
      const reports = redactor.value(found)
      const path = join(folder, 'report.json')
      await mkdir(folder, { recursive: true })
      await writeFile(path, `${JSON.stringify(reports, null, 1)}\n`)
      return resultOf(reports, path)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const code = error.kind === 'input' ? 'input' : classOf(error.code)
      return { ...failed(code, error.message), ...(error.kind === 'input' ? { retry: 'never' as const } : {}) }
    }
  })
}

const failed = (code: string, message: string) => ({ outcome: 'failed', failure: { code, message } }) as const

function resultOf(reports: readonly RunReport[], path: string): TaskResult {
  const bad = reports.find(({ exitCode }) => exitCode !== 0)
  if (bad === undefined) return { outcome: 'success', output: outputOf(reports, path) }
  const failure = failureOf(bad)
  return { outcome: 'failed', failure, ...(failure.code === 'input' ? { retry: 'never' } : {}) }
}

/** What downstreams can use, and checks are made on: counts by name, and where the whole report is. */
export function outputOf(reports: readonly RunReport[], path: string): JsonObject {
  const counts = reports.map((report) => report.counts).reduce(addCounts, noCounts())
  const sum = (of: (report: RunReport) => number): number => reports.reduce((all, report) => all + of(report), 0)
  const total = (groups: readonly { readonly count: number }[]): number =>
    groups.reduce((all, one) => all + one.count, 0)
  return {
    status: reports.every(({ status }) => status === 'success') ? 'success' : 'failure',
    run_id: reports.map(({ runId }) => runId).join(','),
    report: path,
    counts: { ...counts },
    warnings: sum(({ warnings }) => total(warnings)),
    failures: sum(({ failures, stopped }) => total(failures) + (stopped === null ? 0 : 1))
  }
}

/** A task's variables stand before the inputs of the whole run, which came from the same variables of the process. */
function withEnvironment<R extends Omit<IngestRequest, 'recipes'>>(
  request: R,
  env: Readonly<Record<string, string>>
): R {
  const first = (...names: readonly string[]): string | undefined => names.map((name) => env[name]).find(Boolean)
  const { identity } = request
  const token = first('DATAHUB_GMS_TOKEN')
  return {
    ...request,
    identity: {
      ...identity,
      region: first(...VARIABLES_OF.region) ?? identity.region,
      roleToAssume: first(...VARIABLES_OF.role) ?? identity.roleToAssume
    },
    gmsUrl: first(...VARIABLES_OF.gmsUrl) ?? request.gmsUrl,
    gmsToken: token === undefined ? request.gmsToken : new Secret(token)
  }
}

type Change = (request: Omit<IngestRequest, 'recipes'>, value: string) => Omit<IngestRequest, 'recipes'> | null

const booleanOf = (value: string): boolean | null => (value === 'true' ? true : value === 'false' ? false : null)

/** The inputs that a task may have of its own; null for a value that the input cannot have. */
const INPUTS: Readonly<Record<string, Change>> = {
  'dry-run': (request, value) => {
    const dryRun = booleanOf(value)
    return dryRun === null ? null : { ...request, dryRun }
  },
  'column-statistics': (request, value) => {
    const columnStatistics = booleanOf(value)
    return columnStatistics === null ? null : { ...request, columnStatistics }
  },
  incremental: (request, value) => {
    const incremental = booleanOf(value)
    return incremental === null ? null : { ...request, incremental }
  },
  'rate-limit': (request, value) => {
    const rateLimit = Number(value)
    return rateLimit >= 0.1 && rateLimit <= 1000 ? { ...request, rateLimit } : null
  },
  'fail-on': (request, value) =>
    value === 'failure' || value === 'warning' || value === 'never' ? { ...request, failOn: value } : null,
  'aws-region': (request, region) => ({ ...request, identity: { ...request.identity, region } }),
  'role-to-assume': (request, roleToAssume) => ({ ...request, identity: { ...request.identity, roleToAssume } }),
  'gms-url': (request, gmsUrl) => ({ ...request, gmsUrl }),
  'env-file': (request, envFile) => ({ ...request, envFile })
}

/** @throws AppError for an input that a task cannot have. */
function withTaskInputs(
  request: Omit<IngestRequest, 'recipes'>,
  inputs: Readonly<Record<string, string>>
): Omit<IngestRequest, 'recipes'> {
  let changed = request
  for (const [name, value] of Object.entries(inputs)) {
    const change = INPUTS[name]
    const next = change === undefined ? null : change(changed, value)
    if (next === null) {
      const message = change === undefined ? `with: there is no input ${name} here` : `with: '${value}' is no ${name}`
      const cure = `A task may have ${Object.keys(INPUTS).join(', ')} of its own`
      throw new AppError(message, { kind: 'input', code: 'bad-input', cure })
    }
    changed = next
  }
  return changed
}
