import { mkdtemp, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from './environment.ts'
import { AppError, messageOf } from './errors.ts'

/** Makes a folder for what does not fit into memory. @throws AppError when there is no place for it. */
export async function makeTempFolder(prefix: string, place = tmpdir()): Promise<string> {
  try {
    return await mkdtemp(join(place, prefix))
  } catch (error) {
    throw new AppError(`No temporary folder can be made in ${place}: ${messageOf(error)}`, {
      kind: 'input',
      code: 'temp-folder',
      cure: 'set TMPDIR to a folder that this program may write to, on a disk with room',
      cause: error
    })
  }
}

/** Whether folders can be made, known before anything that needs one is under way. @throws AppError, as above. */
export async function checkTempFolder({ TMPDIR = '' }: Environment): Promise<void> {
  await rmdir(await makeTempFolder('datahub-glue-', TMPDIR === '' ? tmpdir() : TMPDIR))
}
