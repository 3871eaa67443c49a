import type { Clock } from '../../../src/core/clock.ts'
import type { JsonObject } from '../../../src/core/json.ts'
import { textOf } from '../text.ts'
import { decide, type PolicyDocument } from './iam-policy.ts'
import { decodeToken, isSignedByOneOf, type PublishedKey } from './jwt.ts'
import type { StsError } from './sts-xml.ts'

/** An IAM OIDC identity provider of the account. */
export interface IdentityProvider {
  /** `iss` of the tokens, such as `https://token.actions.githubusercontent.com`. */
  readonly issuer: string
  /** Where its public keys are really fetched from. */
  readonly jwksUrl: string
  /** The audiences registered with it. */
  readonly clientIds: readonly string[]
}

export type Verified =
  | { readonly ok: true; readonly claims: JsonObject; readonly provider: IdentityProvider }
  | { readonly ok: false; readonly error: StsError }

/** Checks a token as STS does: form, issuer, signature against the issuer's keys, expiry, audience. */
export async function verifyWebIdentity(
  token: string,
  providers: readonly IdentityProvider[],
  clock: Clock
): Promise<Verified> {
  const decoded = decodeToken(token)
  if (decoded === null)
    return invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)')
  const { claims } = decoded
  const provider = providers.find((candidate) => candidate.issuer === claims.iss)
  if (provider === undefined)
    return invalid(`No OpenIDConnect provider found in your account for ${textOf(claims.iss)}`)
  if (!isSignedByOneOf(decoded, await publishedKeys(provider))) {
    return invalid(
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements"
    )
  }
  const now = clock.now() / 1000
  if (typeof claims.exp !== 'number' || claims.exp <= now) {
    const message = `Token expired: current date/time ${Math.floor(now)} must be before the expiration date/time ${textOf(claims.exp)}`
    return { ok: false, error: { status: 400, code: 'ExpiredTokenException', message } }
  }
  if (typeof claims.aud !== 'string' || !provider.clientIds.includes(claims.aud))
    return invalid('Incorrect token audience')
  return { ok: true, claims, provider }
}

/** Whether a role's trust policy lets a verified token in. */
export function trusts(trustPolicy: PolicyDocument, verified: Verified & { ok: true }, account: string): boolean {
  const host = verified.provider.issuer.replace(/^https?:\/\//u, '')
  const context = Object.fromEntries(
    Object.entries(verified.claims)
      .filter(([, value]) => typeof value === 'string')
      .map(([name, value]) => [`${host}:${name}`, textOf(value)])
  )
  const principals = { Federated: [`arn:aws:iam::${account}:oidc-provider/${host}`] }
  return decide(trustPolicy, { action: 'sts:AssumeRoleWithWebIdentity', principals, context }) === 'allow'
}

async function publishedKeys(provider: IdentityProvider): Promise<readonly PublishedKey[]> {
  try {
    const response = await fetch(provider.jwksUrl)
    const set: unknown = await response.json()
    return isKeySet(set) ? set.keys : []
  } catch {
    return []
  }
}

function isKeySet(value: unknown): value is { keys: readonly PublishedKey[] } {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys)
}

function invalid(message: string): { readonly ok: false; readonly error: StsError } {
  return { ok: false, error: { status: 400, code: 'InvalidIdentityToken', message } }
}
