import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const PARTS = ['action.yml', 'recipes', '.github']

/** The bundle under test, where it is not the one of the work tree. */
const DIST = process.env.DATAHUB_GLUE_DIST ?? join(process.cwd(), 'dist')

/**
 * A repository of its own with the action, the workflows and the recipes of this one, and `files` on top, so that a test
 * can break something without touching the work tree. Called example/data-platform, as the stand-ins' role expects it.
 */
export function makeRepository(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'))
  for (const part of PARTS) cpSync(join(process.cwd(), part), join(folder, part), { recursive: true })
  cpSync(DIST, join(folder, 'dist'), { recursive: true })
  for (const [path, text] of Object.entries(files)) put(folder, path, text)
  git(folder, 'init', '--initial-branch=main')
  git(folder, 'remote', 'add', 'origin', 'https://github.com/example/data-platform.git')
  commitAll(folder, 'base')
  return folder
}

/** The two sides of a pull request. */
export interface Sides {
  readonly base: string
  readonly head: string
}

/**
 * Commits a change on a branch and checks out its merge with the base, as GitHub does for a pull request.
 * @param files Path → text; null: the file is removed.
 */
export function proposeChange(folder: string, files: Readonly<Record<string, string | null>>): Sides {
  const base = git(folder, 'rev-parse', 'main')
  git(folder, 'checkout', '-B', 'change', 'main')
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(folder, path))
    else put(folder, path, text)
  }
  commitAll(folder, 'change')
  const head = git(folder, 'rev-parse', 'HEAD')
  git(folder, 'checkout', '--detach', 'main')
  git(folder, ...AUTHOR, 'merge', '--no-ff', '--message=merge', 'change')
  return { base, head }
}

/** The event of a pull request. @param from `example/data-platform` itself, or a fork. */
export function pullRequest({ base, head }: Sides, from: string): object {
  return {
    action: 'synchronize',
    number: 7,
    repository: { full_name: 'example/data-platform' },
    pull_request: {
      number: 7,
      base: { ref: 'main', sha: base, repo: { full_name: 'example/data-platform' } },
      head: { ref: 'change', sha: head, repo: { full_name: from, fork: from !== 'example/data-platform' } }
    }
  }
}

const AUTHOR = ['-c', 'user.name=test', '-c', 'user.email=test@example.com']

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

function commitAll(folder: string, message: string): void {
  git(folder, 'add', '--all')
  git(folder, ...AUTHOR, 'commit', '--allow-empty', `--message=${message}`)
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
