import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError, messageOf } from '../core/errors.ts'

/**
 * Makes the folder that reports go to, before anything else is done: a run whose outcome cannot be kept is not begun.
 * @throws AppError (input) when it is no folder that can be written to
 */
export async function makeOutFolder(outDir: string, cwd: string): Promise<void> {
  const path = resolve(cwd, outDir)
  try {
    await mkdir(path, { recursive: true })
    await access(path, constants.W_OK)
  } catch (error) {
    throw new AppError(`Nothing can be written to the folder '${outDir}': ${messageOf(error)}`, {
      kind: 'input',
      code: 'out-folder',
      cure: 'give --out (in a workflow RUNNER_TEMP) a folder that this process may make and write to',
      cause: error
    })
  }
}
