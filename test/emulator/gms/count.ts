import type { EmulatedRequest } from '../http/server.ts'

/** The end of `"aspectName"`; the other members of the wire end otherwise. */
const END = Buffer.from('ctName"')
/** Looked for from its rare capital letter on: what begins with a quote or a small letter takes five times as long. */
const RARE = END.indexOf('N')
const TAIL = END.subarray(RARE)

/**
 * How many proposals a Rest.li write holds, without parsing it: how often the member `aspectName` occurs. Inside
 * `aspect.value` its quotes are escaped, so that only the wire's own members are counted.
 */
export function countProposals({ query, parts }: Pick<EmulatedRequest, 'query' | 'parts'>): number {
  if (!query.get('action')?.startsWith('ingestProposal')) return 0
  let count = 0
  let before = Buffer.alloc(0)
  for (const part of parts) {
    // What lies across the border of two parts is in neither.
    const border = Buffer.concat([before, part.subarray(0, END.length - 1)])
    count += namesIn(border) + namesIn(part)
    before = Buffer.concat([before, part.subarray(1 - END.length)]).subarray(1 - END.length)
  }
  return count
}

function namesIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(TAIL); at >= 0; at = bytes.indexOf(TAIL, at + TAIL.length)) {
    if (bytes[at - 1] === END[RARE - 1] && bytes[at - 2] === END[RARE - 2]) count += 1
  }
  return count
}
