import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** A checkout that a step runs in: recipes and nothing else. */
export interface Workspace {
  readonly folder: string
  /** The files in it, by path. A run must leave them as they are. */
  files(): Readonly<Record<string, string>>
  remove(): void
}

/** recipes/glue.yml of this repository. */
export const TEMPLATE = readFileSync(join(process.cwd(), 'recipes', 'glue.yml'), 'utf8')

/** A folder of its own with `files` in it. */
export function makeWorkspace(files: Readonly<Record<string, string>> = { 'recipes/glue.yml': TEMPLATE }): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return {
    folder,
    files: () => readAll(folder),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}

function readAll(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort()
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** A line of a stack trace, or of a Node that gives up. */
export const STACK_LINE = /^\s+at (?:async )?\S.*:\d+:\d+\)?$|node:internal|UnhandledPromise|^\s*throw /mu
