import { AppError, messageOf } from '../../core/errors.ts'
import { HttpClient, type HttpResponse } from '../../core/http.ts'
import { readZip, type ZipEntry } from '../../core/zip.ts'
import { GithubApi, type GithubApiOptions, jsonOf, memberOf, textAt, USER_AGENT } from '../github/api.ts'

/** An artifact of a workflow run. */
export interface Artifact {
  readonly id: number
  readonly name: string
  readonly runId: string
  /** ISO 8601. */
  readonly createdAt: string
}

export interface GithubRestOptions extends GithubApiOptions {
  /** `owner/name`. */
  readonly repository: string
}

const TIMEOUT_MS = 30_000
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
    this.#base = `/repos/${options.repository}`
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
    const path = `/actions/artifacts/${artifact.id}/zip`
    const first = await this.#get(path)
    const place = first.headers.location
    if (first.status !== 302 || place === undefined || !URL.canParse(place)) throw this.#refused(first, 'the artifact')
    const stored = await this.#stored(new URL(place))
    if (stored.status !== 200) throw this.#refused(stored, 'the artifact')
    try {
      const entries = readZip(Buffer.from(stored.text, 'latin1'))
      return new Map(entries.map((entry: ZipEntry) => [entry.name, entry.read(MOST_BYTES)]))
    } catch (error) {
      throw unreadable(`the artifact ${artifact.name}: ${messageOf(error)}`)
    }
  }

  async #json(path: string): Promise<unknown> {
    const answer = await this.#get(path)
    if (answer.status !== 200) throw this.#refused(answer, path)
    const json = jsonOf(answer)
    if (json === undefined) throw unreadable('the answer is no JSON')
    return json
  }

  async #get(path: string): Promise<HttpResponse> {
    const api = new GithubApi(this.#options)
    try {
      return await api.request({ method: 'GET', path: `${this.#base}${path}`, maxAnswerBytes: MOST_BYTES })
    } catch (error) {
      throw unreadable(messageOf(error), error)
    } finally {
      api.close()
    }
  }

  /** What the storage keeps; its address holds its own right to read, and GitHub's token is not for it. */
  async #stored(url: URL): Promise<HttpResponse> {
    const { env, signal } = this.#options
    const client = new HttpClient(url, { env })
    try {
      const headers = { 'user-agent': USER_AGENT }
      const request = { method: 'GET', url, headers, timeoutMs: TIMEOUT_MS, signal, encoding: 'latin1' } as const
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
