import { batchBody, proposalOf } from './proposal.ts'
import type { Wire } from './wire.ts'

/** `endpoint: RESTLI`: ingestProposalBatch takes proposals of any kind. */
export const RESTLI: Wire = {
  textsOf: proposalOf,
  split: (batch) => [batch],
  request: (part, asynchronous) => ({
    method: 'POST',
    path: '/aspects?action=ingestProposalBatch',
    body: batchBody(
      part.map(({ bytes }) => bytes),
      asynchronous
    )
  })
}
