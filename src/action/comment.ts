import { GithubApi } from '../app/github/api.ts'
import { GITHUB_RETRY } from '../app/github/retry.ts'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { pauseBefore } from '../core/retry.ts'
import type { PlanReport } from '../model/plan.ts'
import type { Logger } from '../model/ports.ts'
import type { GithubContext } from '../model/request.ts'
import type { Secret } from '../model/secret.ts'
import { renderOrigin, renderOutdated, renderPlanComment } from '../report/render/plan-markdown.ts'
import { hasNews } from '../report/render/plan-markdown-words.ts'
import { type Settled, settle, type Wanted } from './comment-sticky.ts'
import { commentThread } from './comment-thread.ts'
import type { Runner } from './runner.ts'

/**
 * When a plan is told in a comment.
 * - `true`: whenever the pull request touches recipes
 * - `changes-only`: only once there is something to tell; a comment that is there is kept up to date
 */
export type CommentMode = 'true' | 'changes-only' | 'false'

/** What the inputs say of the comment. */
export interface CommentInputs {
  readonly mode: CommentMode
  /** Tells several comments on one pull request apart; '': there is one. */
  readonly label: string
  /** null: none was given. */
  readonly token: Secret | null
}

/** What a comment is written with. */
export interface CommentMeans {
  readonly env: Environment
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly github: GithubContext | null
  readonly logger: Logger
  readonly runner: Pick<Runner, 'warning'>
}

/**
 * Tells the plan in a comment on the pull request that the run is for. Never rejects: a comment that cannot be written is a
 * warning, and the plan stands elsewhere.
 */
export async function commentOn(report: PlanReport, inputs: CommentInputs, means: CommentMeans): Promise<void> {
  const { github, logger, runner } = means
  const silent = whySilent(inputs, github)
  if (silent !== null) {
    logger[silent.level](silent.why)
    return
  }
  try {
    const became = await write(report, inputs, means)
    logger.info(BECAME[became])
  } catch (error) {
    if (means.signal.aborted) return
    const cure = error instanceof AppError && error.cure !== undefined ? `. ${error.cure}` : ''
    const message = `${messageOf(error)}${cure}`
    logger.warning(message)
    runner.warning(message, { title: 'Comment on the pull request' })
  }
}

const BECAME: Readonly<Record<Settled, string>> = {
  created: 'The plan was told in a new comment on the pull request',
  updated: 'The comment on the pull request was brought up to date',
  unchanged: 'The comment on the pull request says the same already',
  none: 'There is nothing to tell in a comment on the pull request',
  later: 'A later run has written the comment on the pull request: it stays as it is'
}

interface Silence {
  readonly level: 'debug' | 'info'
  readonly why: string
}

function whySilent({ mode, token }: CommentInputs, github: GithubContext | null): Silence | null {
  if (mode === 'false') return { level: 'debug', why: 'No comment is asked for' }
  if (github === null || numberOf(github) === null) {
    return { level: 'debug', why: 'There is no pull request to comment on' }
  }
  if (github.isForkPullRequest) {
    return { level: 'info', why: 'No comment: GitHub gives pull requests from forks no right to write one' }
  }
  if (token === null) return { level: 'info', why: 'No comment: the input github-token is not given' }
  return null
}

const numberOf = ({ pullRequest }: GithubContext): number | null => pullRequest?.number ?? null

async function write(report: PlanReport, { mode, label, token }: CommentInputs, means: CommentMeans): Promise<Settled> {
  const { github, env, clock, signal, logger } = means
  const number = github === null ? null : numberOf(github)
  if (github === null || number === null || token === null) return 'none'
  const api = new GithubApi({
    env,
    token,
    clock,
    signal,
    onRetry: (reason, afterMs) => logger.debug(`GitHub: ${reason}; tried again in ${Math.ceil(afterMs / 1000)} s`)
  })
  try {
    const thread = commentThread(api, github.repository, number)
    return await settle(thread, wantedOf(report, { mode, label, github }), (retry) => pause(retry, means))
  } finally {
    api.close()
  }
}

async function pause(retry: number, { clock, signal }: CommentMeans): Promise<boolean> {
  const afterMs = pauseBefore(retry, GITHUB_RETRY, { random: clock.random(), retryAfterMs: null })
  if (afterMs === null) return false
  await clock.sleep(afterMs, signal)
  return true
}

interface Asked {
  readonly mode: CommentMode
  readonly label: string
  readonly github: GithubContext
}

function wantedOf(report: PlanReport, { mode, label, github }: Asked): Wanted {
  const { runUrl, runId, pullRequest } = github
  const origin = renderOrigin({ runUrl, head: pullRequest?.headSha ?? '', base: report.base })
  const isTouched = report.recipes.length > 0 || report.stopped !== null
  return {
    label,
    origin,
    runId,
    text: isTouched ? (limit) => renderPlanComment(report, label, limit) : () => renderOutdated(label),
    mayCreate: isTouched && (mode === 'true' || hasNews(report))
  }
}
