import { AppError } from '../../core/errors.ts'
import type { GithubContext } from '../../model/request.ts'
import type { Git } from './git.ts'

/** What the files are compared with. */
export interface Base {
  /** The full sha. */
  readonly commit: string
  /** Why it is this one, for the log. */
  readonly why: string
}

/**
 * The commit to compare with: the one that was asked for, or what suits the event or the clone; null: there is no commit.
 * @throws AppError when the clone does not reach so far.
 */
export async function findBase(git: Git, asked: string | null, github: GithubContext | null): Promise<Base | null> {
  const head = await git.commit('HEAD')
  if (asked !== null) return namedBase(git, asked, head)
  if (head === null) return null
  const pull = github?.pullRequest ?? null
  if (pull !== null) return pullRequestBase(git, pull.baseSha, head)
  return clonesOwn(git, head)
}

async function namedBase(git: Git, name: string, head: string | null): Promise<Base> {
  if (name.startsWith('-')) {
    const cure = 'write a commit, a branch or a tag, such as origin/main'
    throw new AppError(`'${name}' names no commit`, { kind: 'input', code: 'base-ref', cure })
  }
  const commit = (await git.commit(name)) ?? (await git.commit(`refs/remotes/origin/${name}`))
  if (commit === null) throw notThere(`'${name}'`)
  return parting(git, commit, head, name)
}

/** Where the two part, for what others have merged since is not this change. */
async function parting(git: Git, commit: string, head: string | null, name: string): Promise<Base> {
  const common = head === null ? null : await git.mergeBase(commit, head)
  return common === null || common === commit
    ? { commit, why: name }
    : { commit: common, why: `where this commit and ${name} part` }
}

/**
 * A pull request's run checks out the merge of both sides, whose first parent is the base branch as it was merged with.
 * Where the pull request's own head is checked out, it is where the two part.
 */
async function pullRequestBase(git: Git, baseSha: string, head: string): Promise<Base> {
  const [first, second] = [await git.commit(`${head}^1`), await git.commit(`${head}^2`)]
  const known = await git.commit(baseSha)
  const isMerge = first !== null && second !== null && (known === null || (await git.mergeBase(known, first)) === known)
  if (isMerge) return { commit: first, why: "the base branch's side of the merge" }
  const common = known === null ? null : await git.mergeBase(known, head)
  if (common === null) throw notThere(`the base branch's commit ${baseSha}`)
  return { commit: common, why: 'where the pull request leaves the base branch' }
}

/** Where this branch leaves the default one; on it, the last commit: what is not committed yet is planned. */
async function clonesOwn(git: Git, head: string): Promise<Base> {
  const remote = await git.target('refs/remotes/origin/HEAD')
  for (const name of [remote, ...USUAL].filter((one) => one !== null)) {
    const commit = await git.commit(name)
    const common = commit === null ? null : await git.mergeBase(commit, head)
    if (common !== null) return { commit: common, why: `where this commit leaves ${shortName(name)}` }
  }
  return { commit: head, why: 'the last commit' }
}

const USUAL = ['refs/remotes/origin/main', 'refs/remotes/origin/master', 'refs/heads/main', 'refs/heads/master']

const shortName = (reference: string): string => reference.replace(/^refs\/(?:remotes|heads)\//u, '')

const notThere = (what: string): AppError =>
  new AppError(`${what} is not in this clone`, {
    kind: 'input',
    code: 'base-not-in-clone',
    cure: 'In a workflow give actions/checkout `fetch-depth: 2`, with which a pull request has its base, or `fetch-depth: 0` for all commits; elsewhere `git fetch` it'
  })
