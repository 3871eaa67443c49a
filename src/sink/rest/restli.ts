import { escapeNonAscii } from '../../core/json.ts'
import { batchOf, mostProposalBytes } from './proposal.ts'
import { bytesOf, type Wire } from './wire.ts'

/** `endpoint: RESTLI`: ingestProposalBatch takes proposals of any kind. */
export const RESTLI: Wire = {
  mostBytes: mostProposalBytes,
  split: (batch) => [batch],
  request: (part, asynchronous, metadata) => ({
    method: 'POST',
    path: '/aspects?action=ingestProposalBatch',
    // Written as a whole: what is put together proposal by proposal costs twice as much.
    body: bytesOf(escapeNonAscii(JSON.stringify(batchOf(part, asynchronous, metadata))))
  })
}
