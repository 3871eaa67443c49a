import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { findBase } from '../../../src/app/plan/base.ts'
import { Git } from '../../../src/app/plan/git.ts'
import type { GithubContext } from '../../../src/model/request.ts'
import { appErrorOf } from '../../aws/support.ts'
import { git, PULL_REQUEST, put } from './rig.ts'

const folder = mkdtempSync(join(tmpdir(), 'base-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => rmSync(clone(), { recursive: true, force: true }))

const origin = (): string => join(folder, 'origin')
const clone = (): string => join(folder, 'clone')

const commit = (file: string): string => {
  put(origin(), { [file]: String(Math.random()) })
  git(origin(), 'add', '-A')
  git(origin(), 'commit', '-q', '-m', file)
  return git(origin(), 'rev-parse', 'HEAD')
}

/** main: a, b, and later c; the pull request: from a, p. GitHub merges c and p. */
function makeRepository(): Readonly<Record<'a' | 'b' | 'c' | 'p' | 'merge', string>> {
  git(folder, 'init', '-q', 'origin')
  const [a, b] = [commit('a'), commit('b')]
  git(origin(), 'checkout', '-q', '-b', 'feature', a)
  const p = commit('p')
  git(origin(), 'checkout', '-q', 'main')
  const c = commit('c')
  git(origin(), 'checkout', '-q', '--detach')
  git(origin(), 'merge', '-q', '--no-ff', '-m', 'merge', 'feature')
  git(origin(), 'update-ref', 'refs/pull/7/merge', 'HEAD')
  const merge = git(origin(), 'rev-parse', 'HEAD')
  git(origin(), 'checkout', '-q', 'main')
  return { a, b, c, p, merge }
}

let made: ReturnType<typeof makeRepository> | null = null

function repository(): ReturnType<typeof makeRepository> {
  made ??= makeRepository()
  return made
}

/** As actions/checkout does it. */
function checkout(ref: string, depth: number): void {
  git(folder, 'init', '-q', 'clone')
  git(clone(), 'remote', 'add', 'origin', `file://${origin()}`)
  const [deep, refs] = depth === 0 ? [[], ['+refs/heads/*:refs/remotes/origin/*']] : [[`--depth=${depth}`], []]
  git(clone(), 'fetch', '-q', '--no-tags', ...deep, 'origin', ...refs, ref)
  git(clone(), 'checkout', '-q', '--detach', 'FETCH_HEAD')
}

const found = async (asked: string | null, github: GithubContext | null = null): Promise<string | null> => {
  const base = await findBase(new Git(clone(), { PATH: process.env.PATH }, new AbortController().signal), asked, github)
  return base?.commit ?? null
}

const pullRequest = (baseSha: string): GithubContext => ({ ...PULL_REQUEST, pullRequest: { number: 7, baseSha } })

describe('git', () => {
  it('gets no secret, and looks into no other clone than that of the working directory', async () => {
    repository()
    checkout('refs/heads/feature', 0)
    const log = join(folder, 'git-env')
    put(folder, { 'bin/git': `#!/bin/sh\nenv > '${log}'\nexit 1\n` })
    chmodSync(join(folder, 'bin/git'), 0o755)
    const env = { PATH: `${folder}/bin:${process.env.PATH}`, GIT_DIR: '/nowhere', DATAHUB_GMS_TOKEN: 'secret' }
    expect(await new Git(clone(), env, new AbortController().signal).commit('HEAD')).toBeNull()
    expect(readFileSync(log, 'utf8')).not.toMatch(/secret|GIT_DIR/u)
    expect(await new Git(clone(), { ...env, PATH: process.env.PATH }, new AbortController().signal).root()).toBe(
      git(clone(), 'rev-parse', '--show-toplevel')
    )
    expect(await new Git(clone(), { PATH: join(folder, 'nothing') }, new AbortController().signal).root()).toBeNull()
  })
})

describe('what a change is compared with', () => {
  it("is on a pull request the base branch's side of the merge, which two commits hold", async () => {
    const { b, c } = repository()
    checkout('refs/pull/7/merge', 2)
    expect(await found(null, pullRequest(c))).toBe(c)
    // The base branch has gone on since the event.
    expect(await found(null, pullRequest(b))).toBe(c)
  })

  it('is where the pull request leaves the base branch, when its own head is checked out', async () => {
    const { a, c } = repository()
    checkout('refs/heads/feature', 0)
    expect(await found(null, pullRequest(c))).toBe(a)
  })

  it('is not there in a clone of one commit, and it is said how to get it', async () => {
    const { c } = repository()
    checkout('refs/pull/7/merge', 1)
    const error = await appErrorOf(() => found(null, pullRequest(c)))
    expect(error).toMatchObject({ kind: 'input', code: 'base-not-in-clone' })
    expect(error.cure).toContain('fetch-depth: 2')
    expect(await appErrorOf(() => found('main'))).toMatchObject({ code: 'base-not-in-clone' })
  })

  it('is what was asked for: a commit, or a branch that it parts from', async () => {
    const { a, b } = repository()
    checkout('refs/heads/feature', 0)
    expect(await found('main')).toBe(a)
    expect(await found('origin/main')).toBe(a)
    expect(await found(b)).toBe(a)
    expect(await found('HEAD')).toBe(git(clone(), 'rev-parse', 'HEAD'))
    expect(await found('HEAD~1')).toBe(a)
  })

  it('is nothing that an option, or no name at all, could be taken for', async () => {
    repository()
    checkout('refs/heads/feature', 0)
    for (const name of ['--output=x', '-h', 'no such ref', 'a..b', '']) {
      expect(await appErrorOf(() => found(name))).toMatchObject({ kind: 'input' })
    }
  })

  it('is where a branch leaves the default one, and on that the last commit', async () => {
    const { a, c } = repository()
    checkout('refs/heads/feature', 0)
    expect(await found(null)).toBe(a)
    git(clone(), 'checkout', '-q', '--detach', 'origin/main')
    expect(await found(null)).toBe(c)
  })

  it('is the last commit where there is no default branch, and nothing where there is no commit', async () => {
    git(folder, 'init', '-q', 'clone')
    expect(await found(null)).toBeNull()
    put(clone(), { a: 'a' })
    git(clone(), 'add', '-A')
    git(clone(), 'checkout', '-q', '-b', 'mine')
    git(clone(), 'commit', '-q', '-m', 'a')
    expect(await found(null)).toBe(git(clone(), 'rev-parse', 'HEAD'))
  })
})
