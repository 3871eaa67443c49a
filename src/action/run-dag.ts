import { appendFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Environment } from '../core/environment.ts'
import type { DagRunDocument } from '../model/dag-run.ts'
import type { ToolInfo } from '../model/report.ts'
import type { App, AppDeps, DagRequest, DagView, TryLog } from '../model/request.ts'
import { noCounts } from '../report/counts.ts'
import { dagAnnotations } from '../report/render/dag-annotations.ts'
import { renderDagMarkdown } from '../report/render/dag-markdown.ts'
import { renderDagText } from '../report/render/dag-text.ts'
import { SUMMARY_LIMIT } from '../report/render/markdown.ts'
import type { OutputName } from './definition.ts'
import { safeLines } from './logger.ts'
import { NO_PLAN } from './outputs.ts'
import type { Place, Runner } from './runner.ts'

/** A DAG run as a workflow's step asks for it. */
export interface DagStep {
  readonly request: DagRequest
  readonly app: App
  readonly tool: ToolInfo
  readonly deps: AppDeps
  readonly runner: Runner
}

/** The log of one try is held back until its end, for groups cannot be interleaved; of a longer one its end is shown. */
const MOST_LINES = 5_000

/** Runs a DAG: lines as its tasks go, and the log of each try in a group of its own when it has ended. */
export async function runDagStep({ request, app, tool, deps, runner }: DagStep): Promise<DagRunDocument> {
  const view: DagView = {
    line: (text) => deps.logger.info(text),
    progress: () => undefined,
    tryLog: (name) => groupedLog(name, deps, runner)
  }
  return app.dag(request, { ...deps, tool, view })
}

function groupedLog(name: string, deps: AppDeps, runner: Runner): TryLog {
  let lines: string[] = []
  let dropped = 0
  return {
    line: (text) => {
      lines.push(text)
      if (lines.length <= MOST_LINES) return
      dropped += lines.length / 2
      lines = lines.slice(lines.length / 2)
    },
    end: () => {
      if (lines.length === 0) return
      runner.startGroup(`Log of ${safeLines(name).join(' ')}`)
      if (dropped > 0) deps.logger.info(`… ${Math.floor(dropped)} lines before are left out`)
      for (const line of lines) deps.logger.info(line)
      runner.endGroup()
    }
  }
}

/** The text of a run, for the log. */
export const dagLines = (document: DagRunDocument): readonly string[] =>
  safeLines(renderDagText(document, { colour: false }).trimEnd())

/** Annotates the run: failed tasks, warnings, why it stopped. */
export function annotateDag(document: DagRunDocument, runner: Pick<Runner, 'error' | 'warning' | 'notice'>): void {
  for (const { level, title, message, place } of dagAnnotations(document)) {
    const where: Place = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column }
    runner[level](message, { title, ...where })
  }
}

/** The value of every output: the recipes' counts of all tasks, added up. */
export function dagOutputs(
  document: DagRunDocument,
  outDir: string,
  cwd: string
): Readonly<Record<OutputName, string>> {
  const sums = countsOf(document)
  const failed = document.record.instances.filter(({ state }) => state === 'failed').length
  return {
    status: document.status === 'running' ? 'failure' : document.status,
    'run-id': document.runId,
    tables: String(sums.tables ?? 0),
    views: String(sums.views ?? 0),
    'aspects-written': String(sums.written ?? 0),
    'aspects-unchanged': String(sums.unchanged ?? 0),
    removed: String(sums.removed ?? 0),
    warnings: String(document.warnings.length),
    failures: String(failed + (document.stopped === null ? 0 : 1)),
    ...NO_PLAN,
    'report-path': resolve(cwd, join(outDir, 'dag-run.json'))
  }
}

function countsOf({ record }: DagRunDocument): Readonly<Record<string, number>> {
  const sums: Record<string, number> = { ...noCounts() }
  for (const { output } of record.instances) {
    const counts = typeof output === 'object' && output !== null && 'counts' in output ? output.counts : null
    for (const [name, count] of Object.entries(counts ?? {})) {
      if (typeof count === 'number') sums[name] = (sums[name] ?? 0) + count
    }
  }
  return sums
}

/** Appends the run to the step's summary. */
export async function writeDagSummary(document: DagRunDocument, env: Environment): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY ?? ''
  if (path !== '') await appendFile(path, renderDagMarkdown(document, SUMMARY_LIMIT))
}
