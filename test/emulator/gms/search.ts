import type { Json, JsonObject } from '../../../src/core/json.ts'
import { jsonReply } from '../http/replies.ts'
import type { EmulatedRequest, Reply } from '../http/server.ts'
import { isObject } from './proposal.ts'
import type { AspectStore } from './store.ts'

/** A condition of a query string: a member of an aspect, and the value that one of its texts must have. */
interface Term {
  readonly field: string
  readonly value: string
}

/** `field:"value"`, with backslashes before what means something to Elasticsearch. */
const TERM = /(\w+):"((?:\\.|[^"\\])*)"/gs

/**
 * GMS's scrolling through the entities of a type: those that fulfil all terms of the query, in any of their aspects.
 * Compared without regard to case, as the index does with keywords. A page has `count` of them.
 */
export function listEntities(entityType: string, request: EmulatedRequest, store: AspectStore): Reply {
  const query = request.query.get('query') ?? '*'
  const terms = Array.from(query.matchAll(TERM), ([, field = '', value = '']): Term => {
    return { field, value: value.replace(/\\(.)/gsu, '$1').toLowerCase() }
  })
  const found = store.urns().filter((urn) => isOfType(urn, entityType) && fulfils(urn, terms, store))
  const from = Number(request.query.get('scrollId') ?? 0)
  const count = Number(request.query.get('count') ?? 10)
  const page = found.slice(from, from + count)
  const names = request.query.getAll('aspects').flatMap((list) => list.split(','))
  const entities = page.map((urn): JsonObject => ({ urn, ...aspectsOf(urn, names, store) }))
  return jsonReply(200, from + count < found.length ? { entities, scrollId: String(from + count) } : { entities })
}

const WHOLE = /^\/entitiesV2\/([^/]+)$/u

/** `GET /entitiesV2/{urn}`: an entity with all its versioned aspects. Null when the request is for something else. */
export function answerEntity(request: EmulatedRequest, store: AspectStore): Reply | null {
  const match = WHOLE.exec(request.path)
  if (request.method !== 'GET' || match === null) return null
  const urn = decodeURIComponent(match[1] ?? '')
  const aspects = store.aspectsOf(urn).map((name): [string, JsonObject] => {
    return [name, { name, type: 'VERSIONED', version: 0, value: store.read(urn, name) ?? {} }]
  })
  return jsonReply(200, { urn, entityName: urn.split(':')[2] ?? '', aspects: Object.fromEntries(aspects) })
}

const isOfType = (urn: string, entityType: string): boolean =>
  urn.toLowerCase().startsWith(`urn:li:${entityType.toLowerCase()}:`)

function aspectsOf(urn: string, names: readonly string[], store: AspectStore): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = store.read(urn, name)
      return value === undefined ? [] : [[name, { value }]]
    })
  )
}

function fulfils(urn: string, terms: readonly Term[], store: AspectStore): boolean {
  const status = store.read(urn, 'status')
  if (isObject(status) && status.removed === true) return false
  const aspects = store.aspectsOf(urn).map((name) => store.read(urn, name))
  return terms.every((term) => aspects.some((aspect) => isObject(aspect) && has(aspect[term.field], term.value)))
}

function has(held: Json | undefined, value: string): boolean {
  if (typeof held === 'string') return held.toLowerCase() === value
  return Array.isArray(held) && held.some((item: Json) => has(item, value))
}
