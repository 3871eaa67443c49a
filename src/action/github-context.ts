import { readFile } from 'node:fs/promises'
import type { Environment } from '../core/environment.ts'
import type { GithubContext, PullRequestContext } from '../model/request.ts'

/** Events that run with a fork's own rights. `pull_request_target` runs with those of the base repository. */
const FORK_EVENTS = /^pull_request(_review|_review_comment)?$/

/** Where in GitHub this process runs, from the runner's variables and the event's payload; null outside GitHub Actions. */
export async function githubContext(env: Environment): Promise<GithubContext | null> {
  if (env.GITHUB_ACTIONS !== 'true') return null
  const text = (name: string): string => env[name] ?? ''
  const repository = text('GITHUB_REPOSITORY')
  const eventName = text('GITHUB_EVENT_NAME')
  const payload = await payloadOf(text('GITHUB_EVENT_PATH'))
  const schedule = member(payload, 'schedule')
  const server = text('GITHUB_SERVER_URL') || 'https://github.com'
  return {
    repository,
    eventName,
    ref: text('GITHUB_REF'),
    sha: text('GITHUB_SHA'),
    workflow: text('GITHUB_WORKFLOW'),
    runId: text('GITHUB_RUN_ID'),
    runAttempt: Number(text('GITHUB_RUN_ATTEMPT')) || 1,
    schedule: typeof schedule === 'string' ? schedule : null,
    runUrl: `${server}/${repository}/actions/runs/${text('GITHUB_RUN_ID')}`,
    isForkPullRequest: FORK_EVENTS.test(eventName) && isFromFork(payload, repository),
    pullRequest: pullRequestOf(payload)
  }
}

/** The event's payload; null where there is none to read: nothing depends on it but a better message. */
async function payloadOf(path: string): Promise<unknown> {
  if (path === '') return null
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}

/** A head in another repository, or in one that is gone. */
function isFromFork(payload: unknown, repository: string): boolean {
  const head = member(member(payload, 'pull_request'), 'head')
  if (head === undefined) return false
  const name = member(member(head, 'repo'), 'full_name')
  return typeof name !== 'string' || name.toLowerCase() !== repository.toLowerCase()
}

function pullRequestOf(payload: unknown): PullRequestContext | null {
  const pull = member(payload, 'pull_request')
  const [number, baseSha] = [member(pull, 'number'), member(member(pull, 'base'), 'sha')]
  const headSha = member(member(pull, 'head'), 'sha')
  if (typeof number !== 'number' || typeof baseSha !== 'string') return null
  return { number, baseSha, ...(typeof headSha === 'string' ? { headSha } : {}) }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
