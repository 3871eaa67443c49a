import { isDeepStrictEqual } from 'node:util'
import type { Json } from '../../../src/core/json.ts'
import type { Proposal } from './ours.ts'

/** What the peer made of a case. */
export interface PeerResult {
  readonly proposals: readonly Proposal[]
  readonly failures: readonly string[]
  readonly warnings: readonly string[]
}

export interface Comparison {
  readonly pairs: number
  readonly equal: number
  /** For a person to read. */
  readonly differences: readonly string[]
}

/** Names that the peer makes up anew in each run. */
const RANDOM_NAME = /__struct(n_\d+)?_[0-9a-f]{32}/g

const settled = (aspect: Json): Json => JSON.parse(JSON.stringify(aspect).replace(RANDOM_NAME, '__struct$1_*'))

/** The aspects of each urn, in the order in which they came; a PATCH is a pair of its own. */
function byUrn(proposals: readonly Proposal[]): Map<string, Map<string, Json[]>> {
  const urns = new Map<string, Map<string, Json[]>>()
  for (const { entityUrn, entityType, aspectName, changeType, aspect } of proposals) {
    // Without a GMS, as here, the peer sends definitions through its processors, which add this; with one it does not.
    if (entityType === 'structuredProperty' && aspectName === 'status') continue
    const urn = `${entityType} ${entityUrn}`
    const aspects = urns.get(urn) ?? new Map<string, Json[]>()
    urns.set(urn, aspects)
    const name = changeType === 'UPSERT' ? aspectName : `${aspectName} (${changeType})`
    aspects.set(name, [...(aspects.get(name) ?? []), settled(aspect)])
  }
  return urns
}

/** Holds ours against the peer's, urn by urn and aspect by aspect. */
export function compare(peer: readonly Proposal[], ours: readonly Proposal[]): Comparison {
  const [theirs, mine] = [byUrn(peer), byUrn(ours)]
  const differences: string[] = []
  let pairs = 0
  let equal = 0
  for (const urn of new Set([...theirs.keys(), ...mine.keys()])) {
    const [a, b] = [theirs.get(urn) ?? new Map(), mine.get(urn) ?? new Map()]
    const names = new Set([...a.keys(), ...b.keys()])
    for (const name of names) {
      pairs += 1
      if (isDeepStrictEqual(a.get(name), b.get(name))) equal += 1
      else differences.push(`${urn} ${name}: ${firstDifference(a.get(name), b.get(name), '')}`)
    }
    const [orderA, orderB] = [[...a.keys()].join(' '), [...b.keys()].join(' ')]
    if (orderA !== orderB && differences.length === 0) differences.push(`${urn}: order ${orderA} / ${orderB}`)
  }
  return { pairs, equal, differences }
}

function firstDifference(peer: unknown, ours: unknown, path: string): string {
  if (typeof peer === 'object' && typeof ours === 'object' && peer !== null && ours !== null) {
    const [a, b] = [new Map(Object.entries(peer)), new Map(Object.entries(ours))]
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      if (!isDeepStrictEqual(a.get(key), b.get(key))) return firstDifference(a.get(key), b.get(key), `${path}.${key}`)
    }
  }
  return `${path} peer ${JSON.stringify(peer)} ours ${JSON.stringify(ours)}`
}
