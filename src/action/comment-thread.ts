// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholder is that of workflows
import { type GithubApi, type GithubRequest, jsonOf, memberOf, textAt } from '../app/github/api.ts'
import { isLimited } from '../app/github/retry.ts'
import { AppError } from '../core/errors.ts'
import type { HttpResponse } from '../core/http.ts'
import { NetworkError } from '../core/http-error.ts'
import { oneLine } from '../core/quote.ts'

/** A comment on a pull request. */
export interface IssueComment {
  readonly id: number
  readonly body: string
  /** Such as `github-actions[bot]`. */
  readonly login: string
  readonly isBot: boolean
}

/** The comments of one pull request, as far as they are needed here. */
export interface CommentThread {
  /** The oldest first. */
  list(): Promise<readonly IssueComment[]>
  create(body: string): Promise<void>
  update(id: number, body: string): Promise<void>
  /** One that is gone already is as good. */
  remove(id: number): Promise<void>
  /** Whose token it is; null: GitHub does not tell. */
  viewer(): Promise<string | null>
}

/** GitHub did not take a comment because it is too long, or says something that it does not take. */
export class UnprocessableComment extends AppError {}

/** It is not known whether the comment was made. */
export class UncertainComment extends AppError {}

const PER_PAGE = 100
/** "Commenting is disabled on issues with more than 2500 comments", says GitHub. */
const MOST_PAGES = 30
/** GitHub's messages are shorter. */
const LONGEST_MESSAGE = 200

/**
 * The comments of a pull request by REST: to GitHub it is an issue in this respect, and `pull-requests: write` suffices.
 * All of it throws an AppError that says what is missing.
 * @param repository `owner/name`.
 */
export function commentThread(api: GithubApi, repository: string, number: number): CommentThread {
  const comments = `/repos/${repository}/issues/${number}/comments`
  const one = (id: number): string => `/repos/${repository}/issues/comments/${id}`
  return {
    list: () => listed(api, comments),
    create: async (body) => {
      await sent(api, { method: 'POST', path: comments, body: { body } }, [201])
    },
    update: async (id, body) => {
      await sent(api, { method: 'PATCH', path: one(id), body: { body } }, [200])
    },
    remove: async (id) => {
      await sent(api, { method: 'DELETE', path: one(id) }, [204, 404])
    },
    viewer: () => api.viewer()
  }
}

async function listed(api: GithubApi, path: string): Promise<readonly IssueComment[]> {
  const all: IssueComment[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await sent(api, { method: 'GET', path: `${path}?per_page=${PER_PAGE}&page=${page}` }, [200])
    const items = jsonOf(answer)
    if (!Array.isArray(items)) throw refusal('its answer is no list of comments')
    all.push(...items.flatMap(commentOf))
    if (items.length < PER_PAGE) break
  }
  return all
}

function commentOf(item: unknown): readonly IssueComment[] {
  const id = memberOf(item, 'id')
  const user = memberOf(item, 'user')
  if (typeof id !== 'number') return []
  return [
    {
      id,
      body: textAt(item, 'body') ?? '',
      login: textAt(user, 'login') ?? '',
      isBot: textAt(user, 'type') === 'Bot'
    }
  ]
}

async function sent(api: GithubApi, request: GithubRequest, wanted: readonly number[]): Promise<HttpResponse> {
  let answer: HttpResponse
  try {
    answer = await api.request(request)
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error
    if (request.method === 'POST') throw new UncertainComment(...failed(error.message))
    throw refusal(error.message)
  }
  if (wanted.includes(answer.status)) return answer
  throw refused(answer, request)
}

function refused(answer: HttpResponse, { method }: GithubRequest): AppError {
  const { status } = answer
  const said = oneLine(textAt(jsonOf(answer), 'message') ?? '').slice(0, LONGEST_MESSAGE)
  const why = said === '' ? `it answered ${status}` : `it answered ${status}, ${said}`
  if (status === 422) return new UnprocessableComment(...failed(why))
  if (status === 401) return refusal(why, "Give the job's own token: github-token: ${{ github.token }}")
  if (/\b(?:locked|disabled)\b/i.test(said)) return refusal(why, CLOSED)
  if (isLimited(answer)) return refusal(why, 'Run the job again later')
  if (status === 403 || status === 404) return refusal(why, PERMISSION)
  if (method === 'POST' && status >= 500) return new UncertainComment(...failed(why))
  return refusal(why)
}

const CLOSED = 'The conversation takes no more comments: unlock it, or let the input comment be false'

const PERMISSION =
  'The job needs permissions: pull-requests: write. Pull requests of forks and of Dependabot never have it'

const refusal = (why: string, cure?: string): AppError => new AppError(...failed(why, cure))

const failed = (why: string, cure?: string): ConstructorParameters<typeof AppError> => [
  `The comment on the pull request could not be written: ${why}`,
  { kind: 'cannot-begin', code: 'comment-failed', ...(cure === undefined ? {} : { cure }) }
]
