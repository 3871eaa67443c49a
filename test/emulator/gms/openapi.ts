import type { Json, JsonObject } from '../../../src/core/json.ts'
import { jsonReply } from '../http/replies.ts'
import type { EmulatedRequest, Reply } from '../http/server.ts'
import { textOf } from '../text.ts'
import { GmsError } from './gms-error.ts'
import type { GmsState } from './gms-state.ts'
import { metadataModel } from './model.ts'
import { isObject, type Proposal } from './proposal.ts'
import { parseJson } from './restli.ts'
import { envelopesOf, listEntities } from './search.ts'

const ENTITY = /^\/openapi\/v3\/entity\/([^/]+)(?:\/([^/]+))?$/u

/** GMS's OpenAPI v3 entities: write, patch, read several, read one, list. Null when the request is for something else. */
export function answerOpenApi(request: EmulatedRequest, state: GmsState): Reply | null {
  const match = ENTITY.exec(request.path)
  if (match === null) return null
  const entityType = entityTypeOf(match[1] ?? '')
  const rest = match[2] === undefined ? null : decodeURIComponent(match[2])
  if (request.method === 'POST' && rest === 'batchGet') return batchGet(request, state)
  if (request.method === 'POST' && rest === null) return write(entityType, 'UPSERT', request, state)
  if (request.method === 'PATCH' && rest === null) return write(entityType, 'PATCH', request, state)
  if (request.method === 'GET' && rest === null) return listEntities(entityType, request, state.store)
  if (request.method === 'GET' && rest !== null) return getOne(rest, request, state)
  if (request.method === 'DELETE' && rest !== null) {
    state.store.delete(rest)
    return jsonReply(200, {})
  }
  return null
}

/** Paths write entity types without regard to case (`platformresource`). */
function entityTypeOf(written: string): string {
  const found = Object.keys(metadataModel().entities).find((name) => name.toLowerCase() === written.toLowerCase())
  if (found === undefined) throw new GmsError(404, `No entity type ${written}`)
  return found
}

/** With `async=true` GMS answers that it has queued it (202). */
function write(entityType: string, changeType: 'UPSERT' | 'PATCH', request: EmulatedRequest, state: GmsState): Reply {
  const body = parseJson(request)
  if (!Array.isArray(body)) throw new GmsError(400, 'The body is not a list of entities')
  const proposals = body.flatMap((entity: unknown) => proposalsOf(entity, entityType, changeType))
  for (const proposal of proposals) state.check(proposal)
  state.accept(proposals)
  return jsonReply(
    request.query.get('async') === 'true' ? 202 : 200,
    body.map((entity: unknown) => ({ urn: isObject(entity) ? textOf(entity.urn) : '' }))
  )
}

function proposalsOf(entity: unknown, entityType: string, changeType: 'UPSERT' | 'PATCH'): readonly Proposal[] {
  if (!isObject(entity) || typeof entity.urn !== 'string') throw new GmsError(400, 'An entity has no urn')
  const { urn, ...aspects } = entity
  return Object.entries(aspects).map(([aspectName, envelope]) => {
    const content = isObject(envelope) ? envelope.value : undefined
    if (!isObject(envelope) || content === undefined) throw new GmsError(400, `${aspectName} of ${urn} has no value`)
    const aspect = changeType === 'PATCH' ? patchOf(content) : content
    const systemMetadata = isObject(envelope.systemMetadata) ? envelope.systemMetadata : null
    return { entityType, entityUrn: urn, aspectName, changeType, value: JSON.stringify(aspect), aspect, systemMetadata }
  })
}

/** A plain patch is recorded as its list of operations, whatever the endpoint. */
function patchOf(content: Json): Json {
  return isObject(content) && Array.isArray(content.patch) && content.arrayPrimaryKeys === undefined
    ? content.patch
    : content
}

function batchGet(request: EmulatedRequest, state: GmsState): Reply {
  const body = parseJson(request)
  if (!Array.isArray(body)) throw new GmsError(400, 'The body is not a list of entities')
  const withWriters = request.query.get('systemMetadata') === 'true'
  const found = body.flatMap((wanted: unknown): JsonObject[] => {
    if (!isObject(wanted) || typeof wanted.urn !== 'string') throw new GmsError(400, 'An entity has no urn')
    const { urn, ...aspects } = wanted
    const entity = read(urn, Object.keys(aspects), state, withWriters)
    return entity === null ? [] : [entity]
  })
  return jsonReply(200, found)
}

function getOne(urn: string, request: EmulatedRequest, state: GmsState): Reply {
  const entity = read(
    urn,
    request.query.getAll('aspects').flatMap((list) => list.split(',')),
    state
  )
  return entity === null ? jsonReply(404, { message: `Entity ${urn} not found`, status: 404 }) : jsonReply(200, entity)
}

/** The entity with the wanted aspects, all of them when none is named; null when GMS has never heard of it. */
function read(urn: string, wanted: readonly string[], state: GmsState, withWriters = false): JsonObject | null {
  const all = state.store.aspectsOf(urn)
  if (all.length === 0) return null
  const names = wanted.length === 0 ? all : wanted.filter((name) => all.includes(name))
  return { urn, ...envelopesOf(urn, names, state.store, withWriters) }
}
