import { asciiJson, type Json } from '../../../src/core/json.ts'
import { post } from '../client.ts'
import type { GmsServer } from './gms.ts'

export const URN = 'urn:li:dataset:(urn:li:dataPlatform:glue,sales.orders,PROD)'

/** A proposal as clients send it. */
export function mcp(aspectName: string, aspect: Json, more: object = {}): object {
  const patch = Array.isArray(aspect)
  return {
    entityType: 'dataset',
    entityUrn: URN,
    changeType: patch ? 'PATCH' : 'UPSERT',
    aspectName,
    aspect: { value: asciiJson(aspect), contentType: patch ? 'application/json-patch+json' : 'application/json' },
    systemMetadata: { lastObserved: 1, runId: 'run-1' },
    ...more
  }
}

/** Sends proposals in one request. */
export const batch = (server: GmsServer, proposals: readonly object[], more: object = { async: 'false' }) =>
  post(`${server.url}/aspects?action=ingestProposalBatch`, { proposals, ...more })
