import type { EmulatedRequest } from '../http/server.ts'

const NAME = Buffer.from('"aspectName"')

/**
 * How many proposals a Rest.li write holds, without parsing it: how often the member `aspectName` occurs. Inside
 * `aspect.value` its quotes are escaped, so that only the wire's own members are counted.
 */
export function countProposals(request: EmulatedRequest): number {
  if (!request.query.get('action')?.startsWith('ingestProposal')) return 0
  let count = 0
  for (let at = request.body.indexOf(NAME); at >= 0; at = request.body.indexOf(NAME, at + NAME.length)) count += 1
  return count
}
