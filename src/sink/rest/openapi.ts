import { asciiJson } from '../../core/json.ts'
import type { SerialisedWorkUnit } from '../../model/work-unit.ts'
import type { Packed } from './pack.ts'
import { AROUND_UNIT } from './size.ts'
import { bytesOf, type Wire } from './wire.ts'

/** `endpoint: OPENAPI`: GMS's OpenAPI v3 entities, one entity type and one method a request (emitter/request_helper.py). */
export const OPENAPI: Wire = {
  mostBytes: ({ value, urn }) => value.length + 6 * urn.length + AROUND_UNIT,
  split: byRoute,
  request(part, asynchronous, metadata) {
    const [unit] = part
    const written = asciiJson({ ...metadata })
    return {
      method: unit?.changeType === 'PATCH' ? 'PATCH' : 'POST',
      path: `/openapi/v3/entity/${unit?.entityType ?? ''}?async=${asynchronous}`,
      body: bytesOf(`[${part.map((one) => entityOf(one, written)).join()}]`)
    }
  }
}

/** One aspect of one entity, as JSON in JSON: everything is ASCII. */
const entityOf = (unit: SerialisedWorkUnit, metadata: string): string =>
  `{"urn":${asciiJson(unit.urn)},"${unit.aspectName}":{"value":${contentOf(unit)},"systemMetadata":${metadata},"headers":{}}}`

/** A list of operations becomes the `patch` of an object; an object already is one. */
const contentOf = ({ changeType, value }: SerialisedWorkUnit): string =>
  changeType === 'PATCH' && value.startsWith('[') ? `{"patch":${value}}` : value

interface Group {
  readonly route: string
  readonly members: Packed[]
}

/**
 * Each work unit goes into the first group of its route that is not before another one with its urn: a patch never
 * overtakes what it is to be applied to, and few requests are made where patches and aspects alternate.
 */
function byRoute(batch: readonly Packed[]): readonly (readonly Packed[])[] {
  const groups: Group[] = []
  const lastOf = new Map<string, number>()
  for (const packed of batch) {
    const { urn, entityType, changeType } = packed.unit
    const route = `${changeType === 'PATCH'} ${entityType}`
    const from = lastOf.get(urn) ?? 0
    const found = groups.findIndex((group, index) => index >= from && group.route === route)
    const at = found < 0 ? groups.length : found
    if (found < 0) groups.push({ route, members: [packed] })
    else groups[at]?.members.push(packed)
    lastOf.set(urn, at)
  }
  return groups.map(({ members }) => members)
}
