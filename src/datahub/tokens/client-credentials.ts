import type { AuthOptions } from '../../model/recipe.ts'
import { askForToken } from './oauth.ts'
import type { GivenToken, TokenDeps } from './token.ts'

/**
 * OAuth 2.0 client credentials (ingestion/auth/oidc_client_credentials.py).
 * @throws AppError (cannot-begin) when the endpoint gives none
 */
export function clientCredentials(
  { endpoint, clientId, clientSecret, scope, audience }: Extract<AuthOptions, { type: 'oidc' }>,
  deps: TokenDeps
): Promise<GivenToken> {
  const form = {
    client_id: clientId,
    client_secret: clientSecret,
    ...(scope === null ? {} : { scope }),
    ...(audience === null ? {} : { audience })
  }
  return askForToken(new URL(endpoint), form, deps)
}
