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
  const [header, body, signature, ...rest] = token.split('.')
  if (header === undefined || body === undefined || signature === undefined || rest.length > 0) return null
  try {
    const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
    return typeof claims === 'object' && claims !== null ? pick(new Map(Object.entries(claims))) : null
  } catch {
    return null
  }
}

function pick(claims: ReadonlyMap<string, unknown>): TokenClaims {
  const text = (name: string): string | null => {
    const value = claims.get(name)
    if (Array.isArray(value)) return value.join(', ')
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null
  }
  return {
    issuer: text('iss'),
    subject: text('sub'),
    audience: text('aud'),
    repositoryId: text('repository_id'),
    repositoryOwnerId: text('repository_owner_id')
  }
}
