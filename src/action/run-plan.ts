import { resolve } from 'node:path'
import { writeWhole } from '../core/whole-file.ts'
import type { PlanReport } from '../model/plan.ts'
import { noCounts } from '../report/counts.ts'
import { EXIT } from '../report/exit-code.ts'
import { planAnnotations } from '../report/plan-annotations.ts'
import { reportPlan } from '../report/plan-total.ts'
import { reportProgress } from '../report/progress.ts'
import type { Redactor } from '../report/redact.ts'
import { renderJson } from '../report/render/json.ts'
import { renderPlanSummary } from '../report/render/plan-markdown.ts'
import { planOutcome, renderPlanText } from '../report/render/plan-text.ts'
import type { OutputName } from './definition.ts'
import type { ActionRequest } from './inputs.ts'
import { safeLines } from './logger.ts'
import { attempt, depsOf, type Means, PROGRESS_INTERVAL_MS } from './means.ts'
import type { Place, Runner } from './runner.ts'
import { appendSummary } from './summary.ts'

type PlanAsked = Extract<ActionRequest, { command: 'plan' }>

/** Plans, and tells the plan everywhere a workflow looks for it. @returns the exit status of the process. */
export async function publishPlan(
  { request, comment }: PlanAsked,
  means: Means & { readonly redactor: Redactor }
): Promise<number> {
  const { io, logger, redactor } = means
  const progress = reportProgress({
    clock: io.clock,
    intervalMs: PROGRESS_INTERVAL_MS,
    line: (text) => logger.info(text)
  })
  const deps = await depsOf(means, progress.add)
  const found = await reportPlan(() => io.app.plan(request, deps), { ...io, logger })
  await progress.stop()
  const report = redactor.value(found)
  const path = resolve(io.cwd, request.outDir, 'plan.json')
  await attempt('The plan cannot be shown', logger, () => {
    printPlan(report, io.runner)
    annotatePlan(report, io.runner)
  })
  const written = await attempt(`plan.json cannot be written to ${path}`, logger, () =>
    writeWhole(path, renderJson(report))
  )
  const told = await attempt('The outputs cannot be set', logger, () => {
    for (const [name, value] of Object.entries(planOutputs(report, written ? path : ''))) {
      io.runner.setOutput(name, value)
    }
  })
  await attempt('The step summary cannot be written', logger, () =>
    appendSummary((limit) => renderPlanSummary(report, limit), io.env)
  )
  const { commentOn } = await import('./comment.ts')
  await commentOn(report, comment, { ...io, logger, github: deps.github })
  return written && told ? report.exitCode : Math.max(report.exitCode, EXIT.lost)
}

/** The plan folded away, and below it its last line, which is the outcome. */
function printPlan(report: PlanReport, runner: Runner): void {
  const lines = safeLines(renderPlanText(report, { colour: false }).trimEnd())
  runner.startGroup('Plan')
  for (const line of lines.slice(0, -1)) runner.info(line)
  runner.endGroup()
  runner.info(lines.at(-1) ?? '')
}

/** A step that fails has at least one error that says so. */
function annotatePlan(report: PlanReport, runner: Pick<Runner, 'error' | 'warning' | 'notice'>): void {
  const annotations = planAnnotations(report)
  if (report.exitCode !== 0 && !annotations.some(({ level }) => level === 'error')) {
    runner.error(planOutcome(report), {})
  }
  for (const { level, title, message, place } of annotations) {
    const where: Place = place === null ? {} : { file: place.file, startLine: place.line, startColumn: place.column }
    runner[level](message, { title, ...where })
  }
}

/** The value of every output. What counts runs says nothing. */
export function planOutputs(report: PlanReport, path: string): Readonly<Record<OutputName, string>> {
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
  const told = (of: 'failures' | 'warnings'): number =>
    sum(report.recipes.flatMap((plan) => plan[of].map(({ count }) => count)))
  const found = (severity: string): number =>
    sum(report.recipes.map(({ diagnostics }) => diagnostics.filter((one) => one.severity === severity).length))
  const { counts } = report
  const none = noCounts()
  return {
    status: report.status,
    'run-id': '',
    tables: String(none.tables),
    views: String(none.views),
    'aspects-written': String(none.written),
    'aspects-unchanged': String(none.unchanged),
    removed: String(none.removed),
    warnings: String(told('warnings') + found('warning')),
    failures: String(told('failures') + found('error') + (report.stopped === null ? 0 : 1)),
    'to-add': String(counts.toAdd),
    'to-change': String(counts.toChange),
    'to-remove': String(counts.toRemove),
    'plan-path': path,
    'report-path': path
  }
}
