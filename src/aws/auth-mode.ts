import type { Environment } from '../core/environment.ts'
import { AppError } from '../core/errors.ts'
import type { IdentityOptions, IdTokenRequest } from '../model/identity-options.ts'
import type { AwsOptions, RoleToAssume } from '../model/recipe.ts'
import type { Identity } from '../model/report.ts'
import type { GithubContext } from '../model/request.ts'
import { faultOfRoleArn, parseRoleArn, type RoleArn } from './arn.ts'
import { missingIdTokenPermission, noTokenForForks } from './explain-oidc.ts'

/** How the first credentials are come by. Decided once; everything after looks only at this. */
export type AuthMode =
  | { readonly kind: 'recipe-keys'; readonly keys: NonNullable<AwsOptions['keys']> }
  | { readonly kind: 'recipe-profile'; readonly profile: string }
  | { readonly kind: 'web-identity'; readonly role: RoleArn; readonly idToken: IdTokenRequest }
  /** `ifNone`: what to say when the chain has nothing; null: just that. */
  | { readonly kind: 'default-chain'; readonly ifNone: AppError | null }

/** The first credentials, and the roles to be assumed with them, one after the other. */
export interface AuthPlan {
  readonly mode: AuthMode
  readonly source: Identity['source']
  readonly chain: readonly RoleToAssume[]
  /** Roles that the recipe names and that nobody assumes. */
  readonly ignoredRoles: readonly RoleToAssume[]
}

export interface AuthFacts {
  readonly aws: AwsOptions
  readonly identity: IdentityOptions
  readonly env: Environment
  readonly idToken: IdTokenRequest | null
  /** null outside GitHub Actions. */
  readonly github: Pick<GithubContext, 'eventName' | 'isForkPullRequest'> | null
}

/**
 * Decides who a run acts as. What the recipe says wins: keys, then a profile, either without `aws_role`, which the peer
 * then ignores too (aws_common.py get_session); else GitHub's OIDC token for `role-to-assume`; else the SDK's default
 * chain, which has to assume `role-to-assume` first when one is given.
 * @throws AppError when a role is not one, or when nothing can come of it: no token on a hosted runner, a fork's run.
 */
export function planAuth(facts: AuthFacts): AuthPlan {
  const { aws, identity, idToken } = facts
  for (const role of aws.roles) checkRole(role.roleArn, 'aws_role in the recipe')
  const ignored = { chain: [], ignoredRoles: aws.roles }
  if (aws.keys !== null) return { mode: { kind: 'recipe-keys', keys: aws.keys }, source: 'recipe-keys', ...ignored }
  if (aws.profile !== null) {
    return { mode: { kind: 'recipe-profile', profile: aws.profile }, source: 'recipe-profile', ...ignored }
  }
  const first = identity.roleToAssume === null ? null : checkRole(identity.roleToAssume, 'the input role-to-assume')
  if (first !== null && idToken !== null) {
    const mode: AuthMode = { kind: 'web-identity', role: first, idToken }
    return { mode, source: 'github-oidc', chain: aws.roles, ignoredRoles: [] }
  }
  const own = first === null ? [] : [{ roleArn: first.arn, externalId: null }]
  const mode: AuthMode = { kind: 'default-chain', ifNone: withoutToken(facts) }
  return { mode, source: 'default-chain', chain: [...own, ...aws.roles], ignoredRoles: [] }
}

/** Why there is no OIDC token although a role is to be assumed in GitHub Actions; thrown where nothing else can help. */
function withoutToken({ identity, idToken, github, env }: AuthFacts): AppError | null {
  if (identity.roleToAssume === null || idToken !== null || github === null) return null
  const reason = github.isForkPullRequest ? noTokenForForks(github.eventName) : missingIdTokenPermission()
  if (hasCredentialsOfItsOwn(env)) return reason
  throw reason
}

/** Variables that lead the SDK to credentials: keys, a profile, a token file, a container's endpoint. */
const LEADS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI'
]

/** A runner of one's own may have an instance profile, which no variable tells of. */
export function hasCredentialsOfItsOwn(env: Environment): boolean {
  return env.RUNNER_ENVIRONMENT === 'self-hosted' || LEADS.some((name) => (env[name] ?? '') !== '')
}

function checkRole(text: string, where: string): RoleArn {
  const role = parseRoleArn(text)
  if (role !== null) return role
  throw new AppError(`"${text}" ${faultOfRoleArn(text)} (${where})`, {
    kind: 'input',
    code: 'role-arn-invalid',
    cure: 'Write it as arn:aws:iam::123456789012:role/NAME; the IAM console shows it on the page of the role'
  })
}
