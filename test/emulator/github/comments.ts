import type { JsonObject } from '../../../src/core/json.ts'
import { jsonReply } from '../http/replies.ts'
import type { EmulatedRequest, Reply } from '../http/server.ts'

/** A comment on an issue or a pull request. */
export interface StoredComment {
  readonly id: number
  readonly issue: number
  readonly body: string
  readonly login: string
  readonly type: 'Bot' | 'User'
}

/** What a comment is made of; by default it is one of the token's own. */
export type NewComment = Pick<StoredComment, 'issue' | 'body'> & Partial<Pick<StoredComment, 'login' | 'type'>>

export interface CommentOptions {
  /** What the job's `permissions` say of pull requests. Default `write`. */
  readonly pullRequests?: 'write' | 'read'
  /** The pull requests there are. Default: 7. */
  readonly pulls?: readonly number[]
  /** Whose token it is. Default `github-actions[bot]`; null: GraphQL does not answer. */
  readonly viewer?: string | null
  /** A conversation that nobody may add to. */
  readonly locked?: boolean
  /** The longest body that is taken, in characters. Default 65,536. */
  readonly longest?: number
}

/** "Body is too long (maximum is 65536 characters)". */
const LONGEST = 65_536
const VERSION = '2022-11-28'
const ACCEPTED = 'application/vnd.github+json'

/**
 * GitHub's REST API of issue comments and the one question of GraphQL that tells whose token it is. It asks for what GitHub
 * asks for, and for what our own requests should have, such as the version of the API.
 */
export class CommentStore {
  readonly #options: CommentOptions
  readonly #comments: StoredComment[] = []
  #last = 1000

  constructor(options: CommentOptions) {
    this.#options = options
  }

  /** All of them, the oldest first. */
  get all(): readonly StoredComment[] {
    return this.#comments
  }

  /** Makes a comment, as somebody else would. */
  add(comment: NewComment): StoredComment {
    this.#last += 1
    const stored = { id: this.#last, ...this.#author(), ...comment }
    this.#comments.push(stored)
    return stored
  }

  /** Forgets all. */
  clear(): void {
    this.#comments.length = 0
  }

  /** The answer to a request of these; null: it is none. */
  answer(request: EmulatedRequest): Reply | null {
    const { method, path } = request
    if (path === '/graphql') return this.#graphql(request)
    const listed = /^\/repos\/[\w.-]+\/[\w.-]+\/issues\/(\d+)\/comments$/.exec(path)
    const single = /^\/repos\/[\w.-]+\/[\w.-]+\/issues\/comments\/(\d+)$/.exec(path)
    if (listed === null && single === null) return null
    const fault = misuse(request)
    if (fault !== null) return jsonReply(400, { message: fault })
    const id = Number((listed ?? single)?.[1])
    if (listed !== null && method === 'GET') return this.#list(request, id)
    if (listed !== null && method === 'POST') return this.#create(request, id)
    if (single !== null && method === 'PATCH') return this.#update(request, id)
    if (single !== null && method === 'DELETE') return this.#remove(id)
    return jsonReply(404, { message: 'Not Found' })
  }

  #author(): Pick<StoredComment, 'login' | 'type'> {
    const login = this.#options.viewer ?? 'github-actions[bot]'
    return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
  }

  #graphql({ method, body }: EmulatedRequest): Reply {
    const { viewer = 'github-actions[bot]' } = this.#options
    const query = parsed(body)?.query
    if (method !== 'POST' || typeof query !== 'string') return jsonReply(400, { message: 'Problems parsing JSON' })
    if (viewer === null) return jsonReply(403, { message: 'Resource not accessible by integration' })
    return /^\{ viewer \{ login \} \}$/.test(query)
      ? jsonReply(200, { data: { viewer: { login: viewer } } })
      : jsonReply(200, { errors: [{ message: `the stand-in knows no '${query}'` }] })
  }

  #list({ query }: EmulatedRequest, issue: number): Reply {
    if (!this.#has(issue)) return jsonReply(404, { message: 'Not Found' })
    const size = Math.min(100, Number(query.get('per_page') ?? 30))
    const page = Number(query.get('page') ?? 1)
    const found = this.#comments.filter((comment) => comment.issue === issue)
    return jsonReply(200, found.slice((page - 1) * size, page * size).map(shown))
  }

  #create(request: EmulatedRequest, issue: number): Reply {
    if (!this.#has(issue)) return jsonReply(404, { message: 'Not Found' })
    return this.#refusal(request) ?? jsonReply(201, shown(this.add({ issue, body: textOf(request) })))
  }

  #update(request: EmulatedRequest, id: number): Reply {
    const at = this.#comments.findIndex((comment) => comment.id === id)
    const old = this.#comments[at]
    if (old === undefined) return jsonReply(404, { message: 'Not Found' })
    const refusal = this.#refusal(request)
    if (refusal !== null) return refusal
    const comment = { ...old, body: textOf(request) }
    this.#comments[at] = comment
    return jsonReply(200, shown(comment))
  }

  #remove(id: number): Reply {
    const at = this.#comments.findIndex((comment) => comment.id === id)
    if (this.#options.pullRequests === 'read') return jsonReply(403, NOT_ACCESSIBLE)
    if (at < 0) return jsonReply(404, { message: 'Not Found' })
    this.#comments.splice(at, 1)
    return { status: 204, body: '' }
  }

  #refusal(request: EmulatedRequest): Reply | null {
    const { pullRequests, locked, longest = LONGEST } = this.#options
    if (pullRequests === 'read') return jsonReply(403, NOT_ACCESSIBLE)
    if (locked === true) return jsonReply(403, { message: 'Unable to create comment because issue is locked.' })
    const text = textOf(request)
    if (text.trim() === '') return invalid('body is missing')
    return [...text].length > longest ? invalid(`Body is too long (maximum is ${longest} characters)`) : null
  }

  #has(issue: number): boolean {
    return (this.#options.pulls ?? [7]).includes(issue)
  }
}

const NOT_ACCESSIBLE = {
  message: 'Resource not accessible by integration',
  documentation_url: 'https://docs.github.com/rest/issues/comments#create-an-issue-comment',
  status: '403'
}

const invalid = (message: string): Reply =>
  jsonReply(422, {
    message: 'Validation Failed',
    errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }],
    status: '422'
  })

/** What a request of ours should not be like; GitHub itself is more patient with most of it. */
function misuse({ method, headers, body }: EmulatedRequest): string | null {
  if (headers['x-github-api-version'] !== VERSION) return `x-github-api-version is not ${VERSION}`
  if (headers.accept !== ACCEPTED) return `accept is not ${ACCEPTED}`
  const writes = method === 'POST' || method === 'PATCH'
  if (!writes) return body.length === 0 ? null : `a ${method} with a body`
  if (headers['content-type'] !== 'application/json') return 'content-type is not application/json'
  const text = parsed(body)
  if (text === null) return 'Problems parsing JSON'
  return Object.keys(text).join() === 'body' && typeof text.body === 'string' ? null : 'the body has other members'
}

function parsed(body: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}

function textOf({ body }: EmulatedRequest): string {
  const text = parsed(body)?.body
  return typeof text === 'string' ? text : ''
}

const shown = ({ id, body, login, type }: StoredComment): JsonObject => ({
  id,
  body,
  user: { login, type },
  html_url: `https://github.com/example/data-platform/pull/7#issuecomment-${id}`
})
