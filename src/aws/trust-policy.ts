import type { RoleArn } from './arn.ts'
import type { TokenClaims } from './oidc-token.ts'

/** GitHub's issuer on github.com. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

/** `sub` of a repository, in either form: names alone, or each with its number. */
const REPOSITORY_SUBJECT = /^repo:([^/@:]+)(?:@\d+)?\/([^@:]+)(?:@\d+)?:(.*)$/su

/**
 * The forms in which GitHub may write a token's subject, the token's own first. Repositories made, renamed or moved since
 * 15 July 2026 have immutable ids in it: https://docs.github.com/actions/reference/security/oidc
 */
export function subjectForms(claims: TokenClaims): readonly string[] {
  const { subject, repositoryId, repositoryOwnerId } = claims
  if (subject === null) return []
  const [, owner, name, context] = REPOSITORY_SUBJECT.exec(subject) ?? []
  if (owner === undefined || name === undefined || context === undefined) return [subject]
  const forms = [subject, `repo:${owner}/${name}:${context}`]
  if (repositoryId !== null && repositoryOwnerId !== null) {
    forms.push(`repo:${owner}@${repositoryOwnerId}/${name}@${repositoryId}:${context}`)
  }
  return [...new Set(forms)]
}

/** An issuer's name as IAM uses it in condition keys and provider ARNs: without the scheme. */
export function issuerHost(claims: TokenClaims | null): string {
  return (claims?.issuer ?? GITHUB_ISSUER).replace(/^https?:\/\//u, '').replace(/\/$/u, '')
}

/** The ARN of the OIDC identity provider that has to exist in the role's account. */
export function providerArn(role: Pick<RoleArn, 'partition' | 'account'>, claims: TokenClaims | null): string {
  return `arn:${role.partition}:iam::${role.account}:oidc-provider/${issuerHost(claims)}`
}

/** A statement of a role's trust policy. */
export interface TrustStatement {
  readonly Effect: 'Allow'
  readonly Principal: Readonly<Record<string, string>>
  readonly Action: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** The statement of a role's trust policy that admits a token with these claims and no other subject, as JSON. */
export const webIdentityTrust = (role: RoleArn, claims: TokenClaims, audience: string): string =>
  JSON.stringify(webIdentityStatement(role, claims, audience), null, 2)

/** The same as an object. @param others More subjects that are let in, such as those of pull requests. */
export function webIdentityStatement(
  role: Pick<RoleArn, 'partition' | 'account'>,
  claims: TokenClaims,
  audience: string,
  others: readonly string[] = []
): TrustStatement {
  const host = issuerHost(claims)
  return {
    Effect: 'Allow',
    Principal: { Federated: providerArn(role, claims) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${host}:aud`]: claims.audience ?? audience,
        [`${host}:sub`]: [...subjectForms(claims), ...others]
      }
    }
  }
}

/** The statement of a role's trust policy that lets another principal assume it, as JSON. */
export const assumeRoleTrust = (principalArn: string, externalId: string | null): string =>
  JSON.stringify(assumeRoleStatement(principalArn, externalId), null, 2)

/** The same as an object. */
export function assumeRoleStatement(principalArn: string, externalId: string | null): TrustStatement {
  return {
    Effect: 'Allow',
    Principal: { AWS: principalArn },
    Action: 'sts:AssumeRole',
    ...(externalId === null ? {} : { Condition: { StringEquals: { 'sts:ExternalId': externalId } } })
  }
}
