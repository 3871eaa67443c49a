import type { Clock } from '../../../src/core/clock.ts'
import type { CredentialStore, Role } from './credentials.ts'
import type { IdentityProvider } from './web-identity.ts'

/** What the actions of STS work with. */
export interface StsContext {
  readonly roles: readonly Role[]
  /** The OIDC providers that the account trusts. */
  readonly identityProviders?: readonly IdentityProvider[]
  readonly credentials: CredentialStore
  readonly clock: Clock
}
