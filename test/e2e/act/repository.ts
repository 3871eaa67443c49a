import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
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
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const git = (...args: readonly string[]): unknown => execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
  git('init', '--initial-branch=main')
  git('remote', 'add', 'origin', 'https://github.com/example/data-platform.git')
  git('add', '--all')
  git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--message=test')
  return folder
}
