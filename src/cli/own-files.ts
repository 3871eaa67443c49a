import { join, resolve } from 'node:path'
import { AppError } from '../core/errors.ts'
import { quoted } from '../core/quote.ts'
import type { CliRequest } from './request.ts'

/**
 * A report that took the place of what the command reads would destroy it.
 * @throws AppError (input) that names the file
 */
export function refuseOwnFiles(asked: CliRequest, cwd: string): void {
  if (!('reportTo' in asked)) return
  const { outDir, envFile } = asked.request
  const read = new Set([...inputsOf(asked), envFile].flatMap((file) => (file === null ? [] : [resolve(cwd, file)])))
  for (const path of [join(outDir, 'report.json'), asked.reportTo]) {
    if (path === null || !read.has(resolve(cwd, path))) continue
    throw new AppError(`The report cannot go to ${quoted(path)}: ${asked.command} reads this very file`, {
      kind: 'input',
      code: 'shared-file',
      cure: 'give --report-to (or --out) another place'
    })
  }
}

function inputsOf(asked: Extract<CliRequest, { readonly reportTo: string | null }>): readonly (string | null)[] {
  return asked.command === 'mcps' ? [asked.request.file, asked.request.recipe] : asked.request.recipes
}
