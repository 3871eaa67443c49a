import { mkdir, realpath, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { AppError } from '../../core/errors.ts'
import { makeTempFolder } from '../../core/temp-folder.ts'
import { isDagText } from '../../dag/file/parse.ts'
import type { RecipePlan } from '../../model/plan.ts'
import { findFiles } from '../find-files.ts'
import { readRecipeText } from '../load-recipe.ts'
import type { Git } from './git.ts'

/** A recipe that the change touches, in both of its versions. */
export interface ChangedRecipe {
  /** Relative to the clone's folder; of a removed one as it was. */
  readonly path: string
  readonly edit: RecipePlan['edit']
  readonly renamedFrom: string | null
  /** null: it is not in base. */
  readonly before: string | null
  /** null: it is not in head. */
  readonly after: string | null
}

/** A clone, and the commit that its files are compared with. */
export interface Clone {
  readonly git: Git
  /** Its folder. */
  readonly root: string
  readonly commit: string
}

/** A file that is otherwise than in base. */
interface Touched {
  readonly path: string
  readonly renamedFrom: string | null
}

/**
 * The recipes among `patterns` whose files differ from those of base, in order of name. DAG files are none.
 * @throws AppError when a pattern names nothing on either side.
 */
export async function changedRecipes(
  patterns: readonly string[],
  cwd: string,
  clone: Clone
): Promise<readonly ChangedRecipe[]> {
  const touched = await touchedFiles(clone)
  const inside = resolve(clone.root, relative(await realpath(clone.root), await realpath(cwd)))
  const wanted = await wantedAmong(patterns, { cwd: inside, root: clone.root, touched })
  const found: ChangedRecipe[] = []
  for (const file of touched.filter(({ path }) => wanted.has(path))) {
    const before = await clone.git.file(clone.commit, file.renamedFrom ?? file.path)
    const after = await textInside(file.path, clone.root)
    if (isDagText({ file: file.path, text: after ?? before ?? '' })) continue
    if (before !== null || after !== null) found.push({ ...file, before, after, edit: editOf(before, after) })
  }
  return found
}

/** Every recipe among `patterns` as a new one, where there is nothing to compare with. @throws AppError as above. */
export async function newRecipes(patterns: readonly string[], cwd: string): Promise<readonly ChangedRecipe[]> {
  const found: ChangedRecipe[] = []
  for (const path of await findFiles(patterns, cwd)) {
    const after = await readRecipeText(path, cwd)
    if (isDagText({ file: path, text: after })) continue
    found.push({ path, renamedFrom: null, before: null, after, edit: 'added' })
  }
  return found
}

function editOf(before: string | null, after: string | null): RecipePlan['edit'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return before === after ? 'unchanged' : 'modified'
}

/** What differs from base, what is not committed and what is not even known to git included. */
async function touchedFiles({ git, root, commit }: Clone): Promise<readonly Touched[]> {
  const here = git.in(root)
  const diff = ['diff', '--name-status', '-z', '--find-renames', '--no-ext-diff', '--end-of-options', commit, '--']
  const known = await here.parts(diff, 'compare the files')
  const others = await here.parts(['ls-files', '--others', '--exclude-standard', '-z'], 'list the new files')
  const touched: Touched[] = others.map((path) => ({ path, renamedFrom: null }))
  for (let at = 0; at < known.length; ) {
    const [status = '', first = '', second = ''] = known.slice(at, at + 3)
    const isPair = /^[RC]/u.test(status)
    touched.push({ path: isPair ? second : first, renamedFrom: status.startsWith('R') ? first : null })
    at += isPair ? 3 : 2
  }
  return touched.sort((a, b) => (a.path < b.path ? -1 : 1))
}

interface Place {
  readonly cwd: string
  readonly root: string
  readonly touched: readonly Touched[]
}

/**
 * Which of the touched files the patterns name. Files that are gone cannot be found by patterns, so those of both sides are
 * laid out once more, empty, for the same search.
 */
async function wantedAmong(patterns: readonly string[], { cwd, root, touched }: Place): Promise<ReadonlySet<string>> {
  const stage = await realpath(await makeTempFolder('datahub-glue-plan-'))
  try {
    const paths = touched.flatMap(({ path, renamedFrom }) => [path, ...(renamedFrom === null ? [] : [renamedFrom])])
    await mkdir(join(stage, relative(root, cwd)), { recursive: true })
    for (const path of paths.filter((one) => /\.(?:ya?ml|json)$/iu.test(one))) {
      await mkdir(dirname(join(stage, path)), { recursive: true })
      await writeFile(join(stage, path), '')
    }
    const there = join(stage, relative(root, cwd))
    const wanted = new Set<string>()
    for (const pattern of patterns) {
      const moved = isAbsolute(pattern) ? join(stage, relative(root, pattern)) : pattern
      const found = await findFiles([moved], there).catch(none)
      if (found === null) await findFiles([pattern], cwd)
      for (const file of found ?? []) wanted.add(relative(stage, resolve(there, file)).split(sep).join('/'))
    }
    for (const { path, renamedFrom } of touched) if (renamedFrom !== null && wanted.has(renamedFrom)) wanted.add(path)
    return wanted
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

function none(error: unknown): null {
  if (error instanceof AppError) return null
  throw error
}

/**
 * A file of the clone; null: it is not there.
 * @throws AppError when a link leads out of the clone: what lies there is nobody's recipe.
 */
async function textInside(path: string, root: string): Promise<string | null> {
  const real = await realpath(resolve(root, path)).catch(() => null)
  if (real === null) return null
  const within = relative(await realpath(root), real)
  if (within.startsWith('..') || isAbsolute(within)) {
    const cure = 'put the recipe itself in the place of the link'
    throw new AppError(`${path} is a link that leads out of the repository`, {
      kind: 'input',
      code: 'link-outside',
      cure
    })
  }
  return readRecipeText(path, root)
}
