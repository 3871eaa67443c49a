import type { Environment } from '../core/environment.ts'
import type { IdTokenRequest } from '../model/identity-options.ts'
import type { Runner } from './runner.ts'

/**
 * How to ask GitHub for OIDC tokens; null where GitHub offers none: without `permissions: id-token: write`, on a fork's
 * pull request, and outside GitHub. Tokens are masked as they come.
 */
export function idTokenRequest(
  env: Environment,
  runner: Pick<Runner, 'getIdToken' | 'setSecret'>
): IdTokenRequest | null {
  if ((env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '') === '') return null
  return async (audience) => {
    const token = await runner.getIdToken(audience)
    runner.setSecret(token)
    return token
  }
}
