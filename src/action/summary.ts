import { appendFile, stat } from 'node:fs/promises'
import type { Environment } from '../core/environment.ts'
import type { Report } from '../model/report.ts'
import { renderMarkdown, SUMMARY_LIMIT } from '../report/render/markdown.ts'

/** Room for the line ends between what is there already and what is added. */
const MARGIN = 16

/** GitHub's limit for the summary of a step: 1 MiB. */
const MIB = 1_048_576

/**
 * Appends the report to the step's summary, within what room earlier commands of the step have left.
 * @returns whether there was a summary to write to.
 */
export const writeSummary = (report: Report, env: Environment): Promise<boolean> =>
  appendSummary((limit) => renderMarkdown(report, limit), env)

/**
 * Appends to the step's summary what `render` makes within the room that earlier commands of the step have left, in bytes.
 * @returns whether there was a summary to write to.
 */
export async function appendSummary(render: (limit: number) => string, env: Environment): Promise<boolean> {
  const path = env.GITHUB_STEP_SUMMARY ?? ''
  if (path === '') return false
  const taken = await sizeOf(path)
  const text = render(Math.min(SUMMARY_LIMIT, MIB - taken - MARGIN))
  if (text !== '') await appendFile(path, taken > 0 ? `\n\n${text}` : text)
  return true
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}
