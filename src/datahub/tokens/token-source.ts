import type { AuthOptions } from '../../model/recipe.ts'
import { azureEntra } from './azure-entra.ts'
import { clientCredentials } from './client-credentials.ts'
import { RenewedToken } from './renewed-token.ts'
import type { TokenDeps, TokenSource } from './token.ts'
import { secretIn } from './token-file.ts'

/** The source that a recipe's `auth` names. */
export function tokenSource(options: AuthOptions, deps: TokenDeps): TokenSource {
  switch (options.type) {
    case 'token':
      return { current: () => Promise.resolve(options.token), drop: () => undefined }
    case 'file':
      // A mounted file is changed in place, and cheap to read.
      return { current: () => secretIn(options.path, 'the token for GMS', deps), drop: () => undefined }
    case 'oidc':
      return new RenewedToken(() => clientCredentials(options, deps), deps.clock)
    case 'azure':
      return new RenewedToken(() => azureEntra(options, deps), deps.clock)
  }
}
