import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../core/errors.ts'
import { quoted } from '../../core/quote.ts'

/** A repository on GitHub, as the subjects of its tokens name it. */
export interface Repository {
  readonly owner: string
  readonly name: string
  /** The numbers of owner and repository; null: not known, and the subject that holds them is left out. */
  readonly ownerId: string | null
  readonly id: string | null
}

const NAMED = /^([\w-]+)(?:@(\d+))?\/([\w.-]+?)(?:@(\d+))?$/u
const REMOTE =
  /^\s*url\s*=\s*(?:https:\/\/(?:[^/@\s]*@)?github\.com\/|(?:ssh:\/\/)?git@github\.com[:/])([\w-]+)\/([\w.-]+?)(?:\.git)?\/?\s*$/mu

/** `OWNER/NAME` or `OWNER@ID/NAME@ID`; without it the remote `origin` of the working directory. @throws AppError */
export async function repositoryOf(given: string | null, cwd: string): Promise<Repository> {
  if (given !== null) return parsed(given)
  const origin = await originOf(cwd)
  if (origin !== null) return origin
  throw wrong('Which repository may assume the role is not known')
}

function parsed(text: string): Repository {
  const [, owner, ownerId = null, name, id = null] = NAMED.exec(text) ?? []
  if (owner === undefined || name === undefined || (ownerId === null) !== (id === null)) {
    throw wrong(`${quoted(text)} is no repository`)
  }
  return { owner, name, ownerId, id }
}

const wrong = (message: string): AppError =>
  new AppError(message, {
    kind: 'input',
    code: 'scaffold',
    cure: 'write --repository OWNER/NAME, or with their numbers OWNER@ID/NAME@ID'
  })

/** What the clone in `cwd` was made from; null: that is not GitHub, or there is no clone. */
async function originOf(cwd: string): Promise<Repository | null> {
  const config = await readFile(resolve(cwd, '.git', 'config'), 'utf8').catch(() => '')
  const origin = config.split(/^(?=\[)/mu).find((section) => /^\[remote "origin"\]/u.test(section)) ?? ''
  const [, owner, name] = REMOTE.exec(origin) ?? []
  return owner === undefined || name === undefined ? null : { owner, name, ownerId: null, id: null }
}
