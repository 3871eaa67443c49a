import { join, resolve } from 'node:path'
import { makeOutFolder } from '../app/out-folder.ts'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { messageOf } from '../core/errors.ts'
import { writeWhole } from '../core/whole-file.ts'
import type { PlanReport } from '../model/plan.ts'
import type { ToolInfo } from '../model/report.ts'
import type { App, AppDeps } from '../model/request.ts'
import { EXIT } from '../report/exit-code.ts'
import { planAnnotations } from '../report/plan-annotations.ts'
import { reportPlan } from '../report/plan-total.ts'
import type { ProgressReporter } from '../report/progress.ts'
import type { Redactor } from '../report/redact.ts'
import { renderJson } from '../report/render/json.ts'
import { planOutcome, renderPlanText } from '../report/render/plan-text.ts'
import type { CliRequest } from './request.ts'
import type { Screen } from './screen.ts'
import type { Writer } from './terminal.ts'
import { workflowCommand } from './workflow-commands.ts'

type PlanAsked = Extract<CliRequest, { command: 'plan' }>

interface PlanMeans {
  readonly io: {
    readonly env: Environment
    readonly cwd: string
    readonly app: App
    readonly clock: Clock
    readonly tool: ToolInfo
    readonly signal: AbortSignal
  }
  readonly out: Writer
  readonly deps: AppDeps
  readonly screen: Screen
  readonly redactor: Redactor
  readonly progress: ProgressReporter | null
  readonly colour: boolean
}

/** Plans, writes plan.json, and shows the plan. @returns the exit status. */
export async function runPlanCommand(asked: PlanAsked, means: PlanMeans): Promise<number> {
  const { io, out, deps, screen, redactor, progress } = means
  await makeOutFolder(asked.request.outDir, io.cwd)
  const found = await reportPlan(() => io.app.plan(asked.request, deps), { ...io, logger: screen.logger })
  await progress?.stop()
  screen.clear()
  const report = redactor.value(found)
  const path = join(asked.request.outDir, 'plan.json')
  const written = await isWritten(resolve(io.cwd, path), report, (why) =>
    screen.logger.error(`The plan cannot be written to ${path}: ${why}`)
  )
  out.write(rendered(report, asked, means))
  return written ? report.exitCode : Math.max(report.exitCode, EXIT.lost)
}

async function isWritten(path: string, report: PlanReport, failed: (why: string) => void): Promise<boolean> {
  try {
    await writeWhole(path, renderJson(report))
    return true
  } catch (error) {
    failed(messageOf(error))
    return false
  }
}

function rendered(report: PlanReport, { format }: PlanAsked, { io, colour }: PlanMeans): string {
  if (format === 'json') return renderJson(report)
  if (format === 'text') return renderPlanText(report, { colour })
  const commands = planAnnotations(report).map((annotation) => workflowCommand(annotation, io))
  return [...commands, planOutcome(report), ''].join('\n')
}
