import { batchBody, mostProposalBytes } from './proposal.ts'
import type { Wire } from './wire.ts'

/** `endpoint: RESTLI`: ingestProposalBatch takes proposals of any kind. */
export const RESTLI: Wire = {
  mostBytes: mostProposalBytes,
  split: (batch) => [batch],
  request: (part, asynchronous, metadata) => ({
    method: 'POST',
    path: '/aspects?action=ingestProposalBatch',
    body: batchBody(part, asynchronous, metadata)
  })
}
