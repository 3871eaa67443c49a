import type { Json, JsonObject } from '../../../src/core/json.ts'
import { jsonReply } from '../http/replies.ts'
import type { EmulatedRequest, Reply } from '../http/server.ts'
import { GmsError } from './gms-error.ts'
import type { GmsState } from './gms-state.ts'
import { metadataModel } from './model.ts'
import { isObject, readProposal } from './proposal.ts'
import { answerRuns } from './runs.ts'
import { proposalsOfSnapshot } from './snapshot.ts'

/** GMS's Rest.li resources: `/aspects` and `/entities`. Null when the request is for neither. */
export function answerRestli(request: EmulatedRequest, state: GmsState): Reply | null {
  const action = request.query.get('action')
  if (request.method === 'POST' && request.path === '/aspects') return aspectAction(action, request, state)
  if (request.method === 'POST' && request.path === '/entities') return entityAction(action, request, state)
  if (request.method === 'POST' && request.path === '/runs') return answerRuns(action, parseBody(request), state.store)
  if (request.method === 'GET' && request.path.startsWith('/aspects/')) return getAspect(request, state)
  return null
}

function aspectAction(action: string | null, request: EmulatedRequest, state: GmsState): Reply {
  const body = parseBody(request)
  if (action === 'ingestProposalBatch') {
    const proposals = body.proposals
    if (!Array.isArray(proposals)) throw invalidParameter(action, '/proposals', 'field is required')
    checkAsync(action, body)
    state.accept(proposals.map((proposal) => readProposal(proposal, state.rules)))
    return jsonReply(200, { value: 'success' })
  }
  if (action === 'ingestProposal') {
    checkAsync(action, body)
    state.accept([readProposal(body.proposal, state.rules)])
    return jsonReply(200, { value: 'success' })
  }
  if (action === 'getTimeseriesAspectValues') return timeseriesValues(body, state)
  throw new GmsError(400, `POST operation named ${action ?? ''} not supported on resource '/aspects'`)
}

function entityAction(action: string | null, request: EmulatedRequest, state: GmsState): Reply {
  const body = parseBody(request)
  if (action === 'ingest') {
    const proposals = proposalsOfSnapshot(body)
    for (const proposal of proposals) state.check(proposal)
    state.accept(proposals)
    return jsonReply(200, {})
  }
  if (action === 'delete' && typeof body.urn === 'string') {
    state.store.delete(body.urn)
    return jsonReply(200, { value: { urn: body.urn, rows: 1 } })
  }
  if (action === 'search') return search(body, state)
  throw new GmsError(400, `POST operation named ${action ?? ''} not supported on resource '/entities'`)
}

/** Entities of a type whose properties fit the filter. */
function search(body: JsonObject, state: GmsState): Reply {
  const { entity, filter, count } = body
  if (typeof entity !== 'string') throw invalidParameter('search', '/entity', 'field is required')
  const fitting = state.store
    .urns()
    .filter((urn) => urn.startsWith(`urn:li:${entity}:`))
    .filter((urn) => matches(state.store.read(urn, `${entity}Properties`) ?? {}, filter))
  const entities = fitting.slice(0, typeof count === 'number' ? count : 10).map((urn) => ({ entity: urn }))
  return jsonReply(200, { value: { numEntities: fitting.length, entities } })
}

/** Pegasus wants a string here; a JSON boolean is refused. */
function checkAsync(action: string, body: JsonObject): void {
  if (body.async !== undefined && typeof body.async !== 'string') {
    throw invalidParameter(action, '/async', `${JSON.stringify(body.async)} cannot be coerced to String`)
  }
}

function getAspect(request: EmulatedRequest, state: GmsState): Reply {
  const urn = decodeURIComponent(request.path.slice('/aspects/'.length))
  const aspectName = request.query.get('aspect') ?? ''
  const aspect = state.store.read(urn, aspectName)
  if (aspect === undefined) return jsonReply(404, { status: 404 }, { 'x-restli-error-response': 'true' })
  const type = metadataModel().aspects[aspectName]?.type ?? aspectName
  return jsonReply(200, { version: Number(request.query.get('version') ?? 0), aspect: { [type]: aspect } })
}

function timeseriesValues(body: JsonObject, state: GmsState): Reply {
  const { urn, aspect, entity } = body
  if (typeof urn !== 'string' || typeof aspect !== 'string' || typeof entity !== 'string') {
    throw invalidParameter('getTimeseriesAspectValues', '/urn', 'field is required')
  }
  const limit = typeof body.limit === 'number' ? body.limit : 10_000
  const values = state.store
    .readTimeseries(urn, aspect)
    .filter((value) => matches(value, body.filter))
    .slice(0, limit)
    .map((value) => ({ aspect: { value: JSON.stringify(value), contentType: 'application/json' } }))
  return jsonReply(200, { value: { entityName: entity, aspectName: aspect, limit, values } })
}

/** A filter is an `or` of `and`s of `{field, values, condition: EQUAL}`. */
function matches(value: Json, filter: Json | undefined): boolean {
  const either = isObject(filter) && Array.isArray(filter.or) ? filter.or : []
  if (either.length === 0) return true
  return either.some((both) => isObject(both) && Array.isArray(both.and) && both.and.every((one) => holds(value, one)))
}

function holds(value: Json, criterion: Json): boolean {
  if (!isObject(value) || !isObject(criterion) || typeof criterion.field !== 'string') return false
  const wanted = Array.isArray(criterion.values) ? criterion.values : [criterion.value ?? null]
  return wanted.includes(value[criterion.field] ?? null)
}

/** The body as a JSON object. */
export function parseBody(request: EmulatedRequest): JsonObject {
  const body: unknown = parseJson(request)
  if (isObject(body)) return body
  throw new GmsError(400, 'Request body is not a JSON object')
}

/** The body as JSON. */
export function parseJson(request: EmulatedRequest): unknown {
  try {
    return JSON.parse(request.body.toString())
  } catch (error) {
    throw new GmsError(400, `Cannot parse request entity: ${String(error)}`)
  }
}

function invalidParameter(action: string, path: string, what: string): GmsError {
  return new GmsError(
    400,
    `Parameters of method '${action}' failed validation with error 'ERROR :: ${path} :: ${what}\n'`
  )
}
