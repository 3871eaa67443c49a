import { type Dirent, readdir } from 'node:fs'
import { glob } from 'tinyglobby'
import { AppError } from '../core/errors.ts'

/** Entries of folders that are looked at for one pattern: those of a large repository, and not of a whole disk. */
export const MOST_ENTRIES = 100_000

/** Where files are looked for. */
export interface Walk {
  readonly patterns: readonly string[]
  readonly cwd: string
  /** Entries that are looked at. */
  readonly most: number
}

/** The files that match, with their whole paths. @throws AppError when there are too many to look at. */
export async function walk(asked: string, { patterns, cwd, most }: Walk): Promise<string[]> {
  const tooMany = new AbortController()
  let seen = 0
  // As the library calls it (fdir, walkDirectory).
  const counted = (path: string, options: { withFileTypes: true }, done: Done): void =>
    readdir(path, options, (error, entries) => {
      seen += error === null ? entries.length : 0
      if (seen > most) tooMany.abort()
      done(error, entries)
    })
  const fs = { readdir: counted as unknown as typeof readdir }
  const files = await glob(patterns, { cwd, absolute: true, expandDirectories: false, fs, signal: tooMany.signal })
  if (!tooMany.signal.aborted) return files
  throw new AppError(`'${asked}' leads to more than ${most} files and folders`, {
    kind: 'input',
    code: 'too-many-files',
    cure: `name the folder in which the recipes are, such as recipes; it is resolved against ${cwd}`
  })
}

type Done = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void
