import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import { isDynamicPattern } from 'tinyglobby'
import { AppError } from '../core/errors.ts'
import { MOST_ENTRIES, walk } from './walk.ts'

const RECIPE_ENDINGS = ['.yml', '.yaml', '.json']

/**
 * The files that `patterns` (paths, folders or globs, relative to `cwd`) name: each once, however many links lead to it,
 * and relative to `cwd` where possible. A pattern's own files are in order of name; patterns keep their order. A folder
 * stands for the recipes in it.
 * @throws AppError when a pattern names nothing or takes too long a way, or when there is none.
 */
export async function findFiles(
  patterns: readonly string[],
  cwd: string,
  most = MOST_ENTRIES
): Promise<readonly string[]> {
  if (patterns.length === 0) {
    const cure = 'give the path of a recipe, such as recipes/glue.yml'
    throw new AppError('No recipe is given', { kind: 'input', code: 'no-recipe', cure })
  }
  const found = new Map<string, string>()
  for (const pattern of patterns) {
    const files = isDynamicPattern(pattern)
      ? await expandGlob(pattern, cwd, most)
      : await expandPath(pattern, cwd, most)
    for (const file of files) {
      const real = await realOf(resolve(cwd, file))
      if (!found.has(real)) found.set(real, shownPath(file, cwd))
    }
  }
  return [...found.values()]
}

/** A pipe, as the shell's `<(…)` gives it, has a path and lies nowhere. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return path
  }
}

async function expandGlob(pattern: string, cwd: string, most: number): Promise<readonly string[]> {
  const literal = await kindOf(resolve(cwd, pattern))
  if (literal === 'file') return [pattern]
  const files = await walk(pattern, { patterns: [pattern], cwd, most })
  if (files.length === 0) {
    throw new AppError(`No file matches '${pattern}'`, {
      kind: 'input',
      code: 'file-not-found',
      cure: `check the pattern; it is resolved against ${cwd}`
    })
  }
  return files.sort()
}

async function expandPath(path: string, cwd: string, most: number): Promise<readonly string[]> {
  const kind = path === '' ? 'nothing' : await kindOf(resolve(cwd, path))
  if (kind === 'file') return [path]
  if (kind === 'folder') {
    const inside = RECIPE_ENDINGS.map((ending) => `**/*${ending}`)
    const files = await walk(path, { patterns: inside, cwd: resolve(cwd, path), most })
    if (files.length > 0) return files.sort()
  }
  const what = kind === 'folder' ? `The folder '${path}' holds no recipe` : `There is no file '${path}'`
  throw new AppError(what, { kind: 'input', code: 'file-not-found', cure: notFoundCure(path, cwd) })
}

function notFoundCure(path: string, cwd: string): string {
  const place = isAbsolute(path) ? 'check the path' : `check the path; it is resolved against ${cwd}`
  return `${place}. In a workflow, actions/checkout has to run before this step`
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}

/** The path as a person would write it: relative when it lies below `cwd`. */
function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, resolve(cwd, path))
  return short === '' || short.startsWith('..') ? path : short
}
