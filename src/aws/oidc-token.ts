/** The claims of an OIDC token that errors speak of. None of them is a secret; the token itself is one. */
export interface TokenClaims {
  readonly issuer: string | null
  readonly subject: string | null
  readonly audience: string | null
  readonly repositoryId: string | null
  readonly repositoryOwnerId: string | null
}

/** Reads a token's claims without checking its signature, which is STS's business; null when it is not a JWT. */
export function claimsOf(token: string): TokenClaims | null {
  const claims = allClaims(token)
  return claims === null ? null : pick(claims)
}

/** Claims that trust policies may be written for: https://docs.github.com/actions/reference/security/oidc */
const SHOWN = [
  'iss',
  'sub',
  'aud',
  'repository',
  'repository_id',
  'repository_owner_id',
  'ref',
  'environment',
  'event_name',
  'job_workflow_ref'
]

/** `sub: repo:…` and so on, those that the token has; null when it is not a JWT. Nothing of it is a secret. */
export function shownClaims(token: string): readonly string[] | null {
  const claims = allClaims(token)
  if (claims === null) return null
  return SHOWN.flatMap((name) => {
    const value = textOf(claims, name)
    return value === null ? [] : [`${name}: ${value}`]
  })
}

function allClaims(token: string): ReadonlyMap<string, unknown> | null {
  const [header, body, signature, ...rest] = token.split('.')
  if (header === undefined || body === undefined || signature === undefined || rest.length > 0) return null
  try {
    const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
    return typeof claims === 'object' && claims !== null ? new Map(Object.entries(claims)) : null
  } catch {
    return null
  }
}

function pick(claims: ReadonlyMap<string, unknown>): TokenClaims {
  const text = (name: string): string | null => textOf(claims, name)
  return {
    issuer: text('iss'),
    subject: text('sub'),
    audience: text('aud'),
    repositoryId: text('repository_id'),
    repositoryOwnerId: text('repository_owner_id')
  }
}

function textOf(claims: ReadonlyMap<string, unknown>, name: string): string | null {
  const value = claims.get(name)
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
