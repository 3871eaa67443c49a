/** What the action's inputs say about the AWS identity. Names as in aws-actions/configure-aws-credentials. */
export interface IdentityOptions {
  /** The role that GitHub's OIDC token is exchanged for; null: the SDK's default credential chain is used. */
  readonly roleToAssume: string | null
  readonly region: string | null
  readonly roleSessionName: string
  /** 900 to 43,200, capped by the role's own maximum. */
  readonly roleDurationSeconds: number
  readonly audience: string
  /** Accounts that a run may act in; empty: any. */
  readonly allowedAccountIds: readonly string[]
  /** Whether sessions carry a policy that holds only what the recipe needs. */
  readonly leastPrivilege: boolean
  /** A policy document that takes the place of the least-privilege one. */
  readonly inlineSessionPolicy: string | null
  readonly managedSessionPolicies: readonly string[]
}

/** Asks GitHub for a new OIDC token for `audience`. Each call gives a new one: a run may outlast a role session. */
export type IdTokenRequest = (audience: string) => Promise<string>
