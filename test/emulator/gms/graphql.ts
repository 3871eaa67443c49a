import { jsonReply } from '../http/replies.ts'
import type { EmulatedRequest, Reply } from '../http/server.ts'
import { GmsError } from './gms-error.ts'
import { parseBody } from './restli.ts'

/** Who a token is, and what it may do to the platform. */
export interface Me {
  readonly urn: string
  readonly manageIngestion: boolean
}

export const SOMEBODY: Me = { urn: 'urn:li:corpuser:glue-ingestion', manageIngestion: true }

/** The only question that is known, whatever the spaces in it. */
const ME =
  /^query\s*\w*\s*\{\s*me\s*\{\s*corpUser\s*\{\s*urn\s*\}\s*platformPrivileges\s*\{\s*manageIngestion\s*\}\s*\}\s*\}$/u

/**
 * `POST /api/graphql` (GraphQLController): `me` alone. Mistakes in a question are answered with 200, and named.
 * Null when the request is for something else, or where there is no GraphQL.
 */
export function answerGraphql(request: EmulatedRequest, me: Me | null): Reply | null {
  if (me === null || request.method !== 'POST' || request.path !== '/api/graphql') return null
  const { query } = parseBody(request)
  if (typeof query !== 'string') throw new GmsError(400, 'No query')
  if (!ME.test(query.trim())) {
    const extensions = { classification: 'ValidationError' }
    return jsonReply(200, { errors: [{ message: 'Validation error (FieldUndefined)', extensions }], data: null })
  }
  const { urn, manageIngestion } = me
  return jsonReply(200, { data: { me: { corpUser: { urn }, platformPrivileges: { manageIngestion } } } })
}
