import { randomBytes } from 'node:crypto'
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Where a file's text goes first, and where it is moved once it is whole. */
export interface Place {
  /** Beside `path`, and of this writer alone; `path` itself where that is no regular file, such as a pipe. */
  readonly part: string
  readonly path: string
}

const SUFFIX_BYTES = 4

/** The place of a file that may be there already. A link stays a link: what it points to is replaced. */
export async function placeOf(path: string): Promise<Place> {
  const known = await stat(path).catch(() => null)
  if (known !== null && !known.isFile()) return { part: path, path }
  const target = known === null ? path : await realpath(path)
  return { part: partOf(target), path: target }
}

/** A name beside `path` that no other writer has. */
export const partOf = (path: string): string => `${path}.${randomBytes(SUFFIX_BYTES).toString('hex')}.part`

/** Puts a part into its place. @throws whatever the file system says. */
export async function settle({ part, path }: Place): Promise<void> {
  if (part !== path) await rename(part, path)
}

/** Takes a part away that will not be whole. Never throws: whatever ended the writing is what there is to say. */
export async function discard({ part, path }: Place): Promise<void> {
  if (part !== path) await rm(part, { force: true }).catch(() => undefined)
}

/**
 * Writes a file, and its folder where there is none. An earlier one is replaced once all of the new one is there: a full
 * disk or a killed process leaves the earlier one as it was.
 * @throws whatever the file system says.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const place = await placeOf(path)
  try {
    await writeFile(place.part, text)
    await settle(place)
  } catch (error) {
    await discard(place)
    throw error
  }
}
