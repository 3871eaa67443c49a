import type { JsonObject } from '../../../src/core/json.ts'
import type { Fault } from '../http/faults.ts'
import { jsonReply } from '../http/replies.ts'
import type { EmulatedRequest, Reply, RunningServer, ServerOptions } from '../http/server.ts'
import { startServer } from '../http/server.ts'
import { countProposals } from './count.ts'
import { containerErrorReply, GmsError, restliErrorReply } from './gms-error.ts'
import { GmsState, type Poison } from './gms-state.ts'
import { answerGraphql, type Me, SOMEBODY } from './graphql.ts'
import { answerOpenApi } from './openapi.ts'
import { type Recorded, Recorder } from './recorder.ts'
import { answerRestli } from './restli.ts'
import { answerEntity } from './search.ts'
import { AspectStore } from './store.ts'

export interface GmsOptions extends ServerOptions {
  /** The token that every request but `/config` and `/health` must carry. Absent: none is asked for. */
  readonly token?: string
  /** After so many requests with the token, it has expired. */
  readonly tokenExpiresAfter?: number
  /** Asks for the token on `/config` too, as a proxy in front of GMS may. */
  readonly configNeedsToken?: boolean
  /** The server's version, without `v`. Default 1.3.0. */
  readonly version?: string
  /** Members of `/config` that replace the usual ones. */
  readonly config?: JsonObject
  /** File that gets one JSON object a line for each accepted proposal. */
  readonly recordTo?: string
  /** Whether accepted proposals are kept in `proposals`. Default true. */
  readonly recordInMemory?: boolean
  /**
   * `store` (default): contents are checked, stored, readable back. `count`: writes are only counted, without looking at
   * them, for benchmarks.
   */
  readonly mode?: 'store' | 'count'
  /** Whether contents are checked against DataHub's metadata model. Default true. */
  readonly validateAspects?: boolean
  /** Longest urn, URL-encoded. Default 512, as GMS has it; 0: any. */
  readonly maxUrnBytes?: number
  /** Longest request body in bytes, answered with 413 beyond. Default 16 MiB, the Jetty limit of GMS; 0: any. */
  readonly maxBodyBytes?: number
  readonly poison?: readonly Poison[]
  /** Whose the token is, for GraphQL's `me`. Default: a service account that may manage ingestion. null: there is no GraphQL. */
  readonly me?: Me | null
  /** What is stored from the beginning: it counts as written by nobody, and is not recorded. */
  readonly holds?: readonly HeldAspect[]
}

export interface HeldAspect {
  readonly urn: string
  readonly aspectName: string
  readonly aspect: JsonObject
  /** Who wrote it and when, as a run would have said. */
  readonly systemMetadata?: JsonObject
}

/** DataHub's metadata service. */
export interface GmsServer extends RunningServer {
  readonly store: AspectStore
  /** Every accepted proposal, in order (with `recordInMemory`). */
  readonly proposals: readonly Recorded[]
  /** How many proposals were accepted, but for those that tell of runs. */
  accepted(): number
}

interface Context {
  readonly options: GmsOptions
  readonly state: GmsState
  authorised: number
  counted: number
  /** Requests with a body, and the bytes of these. */
  readonly received: { requests: number; bytes: number }
}

const MAX_BODY_BYTES = 16 * 1024 * 1024
const MAX_URN_BYTES = 512

/** Starts the stand-in for GMS. */
export async function startGms(options: GmsOptions = {}): Promise<GmsServer> {
  const file = options.recordTo === undefined ? {} : { file: options.recordTo }
  const recorder = new Recorder({ ...file, inMemory: options.recordInMemory ?? options.mode !== 'count' })
  const store = new AspectStore(options.holds)
  const rules = { validateAspects: options.validateAspects ?? true, maxUrnBytes: options.maxUrnBytes ?? MAX_URN_BYTES }
  const state = new GmsState({ store, recorder, rules, poison: options.poison ?? [] })
  const context: Context = { options, state, authorised: 0, counted: 0, received: { requests: 0, bytes: 0 } }
  const service = { label, answer: (request: EmulatedRequest) => answer(request, context), failure }
  const server = await startServer(service, options)
  const close = async (): Promise<void> => {
    await server.close()
    recorder.close()
  }
  return {
    ...server,
    store,
    proposals: recorder.proposals,
    accepted: () => store.written - state.history + context.counted,
    close
  }
}

function label(request: EmulatedRequest): string {
  const action = request.query.get('action')
  if (action !== null) return action
  return request.path.startsWith('/aspects/') ? 'getAspect' : `${request.method} ${request.path}`
}

function answer(request: EmulatedRequest, context: Context): Reply {
  const { path } = request
  if (path === '/health') return { status: 200, body: '' }
  if (path === RECEIVED) return jsonReply(200, context.received)
  context.received.requests += request.size > 0 ? 1 : 0
  context.received.bytes += request.size
  const open = path === '/config' && context.options.configNeedsToken !== true
  if (!open && !isAuthorised(request, context)) return unauthorised(request)
  if (path === '/config') return jsonReply(200, configOf(context.options))
  const limit = context.options.maxBodyBytes ?? MAX_BODY_BYTES
  if (limit > 0 && request.size > limit) {
    return containerErrorReply(413, 'Request Entity Too Large', path, request.headers.accept)
  }
  if (context.options.mode === 'count' && !isAnswered(request)) {
    context.counted += countProposals(request)
    return jsonReply(200, { value: 'success' })
  }
  return store(request, context.state, context.options.me === undefined ? SOMEBODY : context.options.me)
}

/** No path of GMS's: how many requests and bytes it has received, for benchmarks. */
const RECEIVED = '/stand-in/received'

/** What asks for something and changes nothing; what is written one by one, such as state, is kept even when others are counted. */
const ACTIONS: ReadonlySet<string | null> = new Set(['search', 'getTimeseriesAspectValues', 'ingestProposal'])
const isAnswered = ({ method, path, query }: EmulatedRequest): boolean =>
  method === 'GET' || path.endsWith('/batchGet') || ACTIONS.has(query.get('action'))

function store(request: EmulatedRequest, state: GmsState, me: Me | null): Reply {
  try {
    const reply =
      answerRestli(request, state) ??
      answerEntity(request, state.store) ??
      answerOpenApi(request, state) ??
      answerGraphql(request, me)
    if (reply !== null) return reply
    const message = `${request.method} ${request.path} is not known`
    return jsonReply(404, { message, status: 404 })
  } catch (error) {
    if (error instanceof GmsError) return restliErrorReply(error)
    throw error
  }
}

function isAuthorised(request: EmulatedRequest, context: Context): boolean {
  const { token, tokenExpiresAfter } = context.options
  if (token === undefined) return true
  if (request.headers.authorization !== `Bearer ${token}`) return false
  context.authorised += 1
  return tokenExpiresAfter === undefined || context.authorised <= tokenExpiresAfter
}

/** `/config` and `/health` are open; everything else is refused before Rest.li sees it (AuthenticationEnforcementFilter). */
function unauthorised(request: EmulatedRequest): Reply {
  return containerErrorReply(401, 'Unauthorized to perform this action.', request.path, request.headers.accept)
}

function configOf(options: GmsOptions): JsonObject {
  const version = options.version ?? '1.3.0'
  return {
    models: {},
    patchCapable: true,
    versions: { 'acryldata/datahub': { version: `v${version}`, commit: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00' } },
    managedIngestion: { defaultCliVersion: version, enabled: true },
    statefulIngestionCapable: true,
    supportsImpactAnalysis: true,
    timeZone: 'GMT',
    telemetry: { enabledCli: false, enabledIngestion: false },
    datasetUrnNameCasing: false,
    retention: 'true',
    datahub: { serverType: 'prod', serverEnv: 'core' },
    noCode: 'true',
    ...options.config
  }
}

function failure(fault: Fault): Reply {
  const status = fault.status ?? 500
  if (fault.body !== undefined) {
    return { status, headers: { 'content-type': 'text/html', ...fault.headers }, body: fault.body }
  }
  const reply = restliErrorReply(new GmsError(status, fault.message ?? MESSAGES[status] ?? 'Internal Server Error'))
  return { ...reply, headers: { ...reply.headers, ...fault.headers } }
}

const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Unauthorized to perform this action.',
  403: 'User urn:li:corpuser:ingest is unauthorized to modify entity',
  429: 'Too many requests',
  503: 'Service Unavailable'
}
