import { jsonReply } from '../http/replies.ts'
import {
  type EmulatedRequest,
  type Reply,
  type RunningServer,
  type ServerOptions,
  startServer
} from '../http/server.ts'
import { type CommentOptions, CommentStore } from './comments.ts'
import { zipOf } from './zip.ts'

/** An artifact that was uploaded. */
export interface StoredArtifact {
  readonly name: string
  readonly runId: string
  readonly files: Readonly<Record<string, string | Buffer>>
  readonly expired?: boolean
}

export interface RestOptions extends ServerOptions {
  /** The token that is asked for. Default `github-token`. */
  readonly token?: string
  /** When workflow runs were made. Default 2026-11-23T04:17:42Z. */
  readonly createdAt?: string
  readonly comments?: CommentOptions
}

/** GitHub's REST API for workflow runs, their artifacts and comments, and the storage behind it. */
export interface RestServer extends RunningServer {
  readonly token: string
  /** Keeps an artifact, the newest of all. */
  upload(artifact: StoredArtifact): void
  readonly comments: CommentStore
}

/** Starts the stand-in. */
export async function startRest(options: RestOptions = {}): Promise<RestServer> {
  const token = options.token ?? 'github-token'
  const artifacts: StoredArtifact[] = []
  const comments = new CommentStore(options.comments ?? {})
  const createdAt = options.createdAt ?? '2026-11-23T04:17:42Z'
  const server = await startServer(
    {
      label: ({ method, path }) => `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+/, '')}`,
      answer: (request) => answer(request, { token, artifacts, createdAt, comments }),
      failure: (fault) => jsonReply(fault.status ?? 500, { message: fault.message ?? 'fault' }, fault.headers)
    },
    options
  )
  return { ...server, token, comments, upload: (artifact) => void artifacts.push(artifact) }
}

interface State {
  readonly token: string
  readonly artifacts: readonly StoredArtifact[]
  readonly createdAt: string
  readonly comments: CommentStore
}

function answer(request: EmulatedRequest, state: State): Reply {
  const { path, headers } = request
  const stored = /^\/storage\/(\d+)$/.exec(path)
  if (stored !== null) {
    // The signed address carries the right to read; with GitHub's token beside it the storage refuses.
    if (headers.authorization !== undefined) return { status: 400, body: 'InvalidAuthenticationInfo' }
    const artifact = state.artifacts[Number(stored[1]) - 1]
    return artifact === undefined
      ? { status: 404, body: '' }
      : { status: 200, headers: { 'content-type': 'application/zip' }, body: zipOf(artifact.files) }
  }
  if (headers.authorization !== `Bearer ${state.token}`) return jsonReply(401, { message: 'Bad credentials' })
  if (headers['user-agent'] === undefined)
    return jsonReply(403, { message: 'Request forbidden by administrative rules' })
  const ofComments = state.comments.answer(request)
  if (ofComments !== null) return ofComments
  const zip = /\/actions\/artifacts\/(\d+)\/zip$/.exec(path)
  if (zip !== null) {
    const place = `http://${headers.host ?? ''}/storage/${zip[1] ?? ''}`
    return { status: 302, headers: { location: place }, body: '' }
  }
  if (path.endsWith('/actions/artifacts')) return jsonReply(200, listed(request, state))
  const run = /\/actions\/runs\/(\d+)\/attempts\/\d+$/.exec(path)
  if (run !== null) return jsonReply(200, { id: Number(run[1]), created_at: state.createdAt })
  return jsonReply(404, { message: 'Not Found' })
}

function listed({ query }: EmulatedRequest, { artifacts, createdAt }: State) {
  const name = query.get('name')
  const perPage = Number(query.get('per_page') ?? 30)
  const page = Number(query.get('page') ?? 1)
  const found = artifacts
    .map((artifact, i) => ({
      id: i + 1,
      name: artifact.name,
      expired: artifact.expired === true,
      created_at: createdAt,
      workflow_run: { id: Number(artifact.runId) }
    }))
    .filter((artifact) => name === null || artifact.name === name)
    .reverse()
  return { total_count: found.length, artifacts: found.slice((page - 1) * perPage, page * perPage) }
}
