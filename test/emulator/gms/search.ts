import type { Json, JsonObject } from '../../../src/core/json.ts'
import { jsonReply } from '../http/replies.ts'
import type { EmulatedRequest, Reply } from '../http/server.ts'
import { isObject } from './proposal.ts'
import type { AspectStore } from './store.ts'

/** A condition of a query string: a field of the search index, and the value that it must have. */
interface Term {
  readonly field: string
  readonly value: string
}

/** `field:"value"`, with backslashes before what means something to Elasticsearch. */
const TERM = /([\w.]+):"((?:\\.|[^"\\])*)"/gs

/**
 * GMS's scrolling through the entities of a type: those that fulfil all terms of the query, or of one side of its `OR`s.
 * Compared without regard to case, as the index does with keywords. A page has `count` of them.
 */
export function listEntities(entityType: string, request: EmulatedRequest, store: AspectStore): Reply {
  const { query: parameters } = request
  const sides = (parameters.get('query') ?? '*').split(' OR ').map(termsOf)
  const fulfilling = (urn: string): boolean => sides.some((terms) => fulfils(urn, terms, store))
  const found = sorted(
    store.urns().filter((urn) => isOfType(urn, entityType) && fulfilling(urn)),
    parameters,
    store
  )
  const from = Number(parameters.get('scrollId') ?? 0)
  const count = Number(parameters.get('count') ?? 10)
  const names = parameters.getAll('aspects').flatMap((list) => list.split(','))
  const withWriters = parameters.get('systemMetadata') === 'true'
  const entities = found.slice(from, from + count).map((urn): JsonObject => {
    const held = names.filter((name) => store.read(urn, name) !== undefined)
    return { urn, ...envelopesOf(urn, held, store, withWriters) }
  })
  return jsonReply(200, from + count < found.length ? { entities, scrollId: String(from + count) } : { entities })
}

const termsOf = (query: string): readonly Term[] =>
  Array.from(query.matchAll(TERM), ([, field = '', value = '']): Term => {
    return { field: field.replace(/\.keyword$/u, ''), value: value.replace(/\\(.)/gsu, '$1').toLowerCase() }
  })

/** By urn, or by the first of `sortCriteria`; what lacks the field comes last. */
function sorted(urns: readonly string[], parameters: URLSearchParams, store: AspectStore): readonly string[] {
  const field = parameters.get('sortCriteria')
  if (field === null) return urns.toSorted()
  const sign = parameters.get('sortOrder') === 'DESCENDING' ? -1 : 1
  const rank = (urn: string): number => Number(valuesOf(urn, field, store)[0] ?? Number.NaN)
  return urns.toSorted((a, b) => {
    const difference = sign * (rank(a) - rank(b))
    return Number.isNaN(difference) ? Number(Number.isNaN(rank(a))) - Number(Number.isNaN(rank(b))) : difference
  })
}

/** Aspects as OpenAPI v3 wraps them. */
export const envelopesOf = (
  urn: string,
  names: readonly string[],
  store: AspectStore,
  withWriters: boolean
): JsonObject =>
  Object.fromEntries(
    names.map((name) => {
      const systemMetadata = withWriters ? store.systemMetadata(urn, name) : null
      return [name, { value: store.read(urn, name) ?? {}, ...(systemMetadata === null ? {} : { systemMetadata }) }]
    })
  )

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

/** Fields whose names in the index are not those of members (`@Searchable` of ExecutionRequestInput.pdl, DatasetKey.pdl). */
const MEMBER_OF: Readonly<Record<string, string>> = { requestTimeMs: 'requestedAt' }
const DATASET = /^urn:li:dataset:\((urn:li:dataPlatform:[^,]+),(.*),([^,]+)\)$/su

/** What the index has of an entity under a field: of its key, of its aspects, and of their records. */
function valuesOf(urn: string, field: string, store: AspectStore): readonly Json[] {
  const [, platform = '', name = '', origin = ''] = DATASET.exec(urn) ?? []
  const key: JsonObject = { platform, name, origin }
  const aspects = store.aspectsOf(urn).map((aspect) => store.read(urn, aspect))
  const records = [key, ...aspects.filter(isObject)].flatMap((one) => [one, ...Object.values(one).filter(isObject)])
  return records.flatMap((record) => record[MEMBER_OF[field] ?? field] ?? [])
}

function fulfils(urn: string, terms: readonly Term[], store: AspectStore): boolean {
  const status = store.read(urn, 'status')
  if (isObject(status) && status.removed === true) return false
  return terms.every(({ field, value }) => valuesOf(urn, field, store).some((held) => has(held, value)))
}

function has(held: Json, value: string): boolean {
  if (typeof held === 'string') return held.toLowerCase() === value
  return Array.isArray(held) && held.some((item: Json) => has(item, value))
}
