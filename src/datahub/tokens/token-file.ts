import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { messageOf } from '../../core/errors.ts'
import { notHad, type TokenDeps } from './token.ts'

/**
 * The secret that a file holds, masked from then on. `what` it is stands in errors.
 * @throws AppError (cannot-begin) when the file cannot be read or is empty
 */
export async function secretIn(path: string, what: string, { cwd, mask }: TokenDeps): Promise<string> {
  try {
    const secret = (await readFile(resolve(cwd, path), 'utf8')).trim()
    if (secret === '') throw new Error('it is empty')
    mask(secret)
    return secret
  } catch (error) {
    throw notHad(`The file of ${what} '${path}' cannot be read: ${messageOf(error)}`, error)
  }
}
