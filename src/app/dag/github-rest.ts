import type { Environment } from '../../core/environment.ts'
import { AppError, messageOf } from '../../core/errors.ts'
import { HttpClient, type HttpResponse } from '../../core/http.ts'
import { readZip, type ZipEntry } from '../../core/zip.ts'
import type { Secret } from '../../model/secret.ts'

/** An artifact of a workflow run. */
export interface Artifact {
  readonly id: number
  readonly name: string
  readonly runId: string
  /** ISO 8601. */
  readonly createdAt: string
}

export interface GithubRestOptions {
  /** GITHUB_API_URL names the server; proxies and certificates are the environment's. */
  readonly env: Environment
  readonly token: Secret
  /** `owner/name`. */
  readonly repository: string
  readonly signal: AbortSignal
}

const TIMEOUT_MS = 30_000
const API_VERSION = '2022-11-28'
const PER_PAGE = 100
/** Artifacts are listed newest first: what is not among the first thousand is too old to matter. */
const MOST_PAGES = 10
/** The longest artifact that is read, and the longest file in it. */
const MOST_BYTES = 256 * 1024 * 1024

/** GitHub's REST API, as far as a DAG run needs it: its own run, and artifacts of earlier ones (`actions: read`). */
export class GithubRest {
  readonly #options: GithubRestOptions
  readonly #base: string

  constructor(options: GithubRestOptions) {
    this.#options = options
    const api = (options.env.GITHUB_API_URL ?? '').trim() || 'https://api.github.com'
    this.#base = `${api.replace(/\/+$/, '')}/repos/${options.repository}`
  }

  /** When the run was made, which its later attempts do not change; ISO 8601. @throws AppError */
  async createdAt(runId: string): Promise<string> {
    const run = await this.#json(`/actions/runs/${encodeURIComponent(runId)}/attempts/1`)
    const createdAt = textAt(run, 'created_at')
    if (createdAt === null) throw unreadable('it does not say when the run was made')
    return createdAt
  }

  /** The newest artifact of that name; null when there is none, or it has expired. @throws AppError */
  async artifactNamed(name: string): Promise<Artifact | null> {
    const page = await this.#json(`/actions/artifacts?per_page=${PER_PAGE}&name=${encodeURIComponent(name)}`)
    return artifactsIn(page).find((artifact) => artifact.name === name) ?? null
  }

  /** The newest artifact whose name `wanted` takes; null when there is none. @throws AppError */
  async newestArtifact(wanted: (artifact: Artifact) => boolean): Promise<Artifact | null> {
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await this.#json(`/actions/artifacts?per_page=${PER_PAGE}&page=${page}`)
      const found = artifactsIn(answer).find(wanted)
      if (found !== undefined) return found
      if (listIn(answer).length < PER_PAGE) return null
    }
    return null
  }

  /** The files in an artifact. @throws AppError */
  async files(artifact: Artifact): Promise<ReadonlyMap<string, Buffer>> {
    const first = await this.#get(new URL(`${this.#base}/actions/artifacts/${artifact.id}/zip`), true)
    const place = first.headers.location
    if (first.status !== 302 || place === undefined) throw this.#refused(first, 'the artifact')
    // The storage's address holds its own right to read; GitHub's token is not for it.
    const stored = await this.#get(new URL(place, this.#base), false, 'latin1')
    if (stored.status !== 200) throw this.#refused(stored, 'the artifact')
    try {
      const entries = readZip(Buffer.from(stored.text, 'latin1'))
      return new Map(entries.map((entry: ZipEntry) => [entry.name, entry.read(MOST_BYTES)]))
    } catch (error) {
      throw unreadable(`the artifact ${artifact.name}: ${messageOf(error)}`)
    }
  }

  async #json(path: string): Promise<unknown> {
    const answer = await this.#get(new URL(`${this.#base}${path}`), true)
    if (answer.status !== 200) throw this.#refused(answer, path)
    try {
      return JSON.parse(answer.text)
    } catch {
      throw unreadable('the answer is no JSON')
    }
  }

  async #get(url: URL, ours: boolean, encoding: 'utf8' | 'latin1' = 'utf8'): Promise<HttpResponse> {
    const { env, token, signal } = this.#options
    const client = new HttpClient(url, { env })
    const headers = {
      'user-agent': 'datahub-glue-ingestion',
      ...(ours
        ? {
            accept: 'application/vnd.github+json',
            'x-github-api-version': API_VERSION,
            authorization: `Bearer ${token.reveal()}`
          }
        : {})
    }
    try {
      const request = { method: 'GET', url, headers, timeoutMs: TIMEOUT_MS, signal, encoding } as const
      return await client.request({ ...request, maxAnswerBytes: MOST_BYTES })
    } catch (error) {
      throw unreadable(messageOf(error), error)
    } finally {
      client.close()
    }
  }

  #refused({ status }: HttpResponse, what: string): AppError {
    if (status === 401 || status === 403 || status === 404) {
      return new AppError(`GitHub does not show ${what} (${status})`, {
        kind: 'cannot-begin',
        code: 'github-refused',
        cure: 'The job needs permissions: actions: read, and the input github-token'
      })
    }
    return unreadable(`it answered ${status}`)
  }
}

const unreadable = (why: string, cause?: unknown): AppError =>
  new AppError(`GitHub's REST API cannot be read: ${why}`, { kind: 'cannot-begin', code: 'github-unreachable', cause })

function artifactsIn(page: unknown): readonly Artifact[] {
  return listIn(page).flatMap((item) => {
    const id = memberOf(item, 'id')
    const name = textAt(item, 'name')
    const run = memberOf(memberOf(item, 'workflow_run'), 'id')
    if (typeof id !== 'number' || name === null || memberOf(item, 'expired') === true) return []
    return [
      { id, name, runId: typeof run === 'number' ? String(run) : '', createdAt: textAt(item, 'created_at') ?? '' }
    ]
  })
}

function listIn(page: unknown): readonly unknown[] {
  const list = memberOf(page, 'artifacts')
  return Array.isArray(list) ? list : []
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

function textAt(value: unknown, name: string): string | null {
  const member = memberOf(value, name)
  return typeof member === 'string' ? member : null
}
