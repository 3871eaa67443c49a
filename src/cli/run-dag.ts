import type { DagRunDocument } from '../model/dag-run.ts'
import type { ToolInfo } from '../model/report.ts'
import type { App, AppDeps, DagRequest, DagView } from '../model/request.ts'
import type { Redactor } from '../report/redact.ts'
import { renderDagText } from '../report/render/dag-text.ts'
import type { Screen } from './screen.ts'

/** A DAG run as it is asked for on a command line. */
export interface DagCommand {
  readonly request: DagRequest
  readonly app: App
  readonly tool: ToolInfo
  readonly deps: AppDeps
  readonly screen: Screen
  readonly redactor: Redactor
  readonly progress: boolean
  readonly isTerminal: boolean
}

/** Runs a DAG and shows its tasks as they go: lines with the task's name before them. */
export async function runDagCommand(command: DagCommand): Promise<DagRunDocument> {
  const { screen, deps, tool, redactor } = command
  const view: DagView = {
    line: (text) => screen.logger.info(text),
    progress: (text) => {
      if (command.progress && command.isTerminal) screen.progress(text)
    },
    tryLog: (name) => ({ line: (text) => screen.logger.info(`${name} | ${text}`), end: () => undefined })
  }
  const document = await command.app.dag(command.request, { ...deps, tool, view })
  screen.clear()
  return redactor.value(document)
}

/** What a DAG run has come to, as `--format` asks for it. */
export const renderedDag = (document: DagRunDocument, format: string, colour: boolean): string =>
  format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : renderDagText(document, { colour })
