import { createPublicKey, createSign, createVerify, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../src/core/json.ts'

/** A key that signs tokens, with the identifier under which its public half is published. */
export interface SigningKey {
  readonly keyId: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** A public key as a JSON Web Key Set holds it. */
export interface PublishedKey {
  readonly kid: string
  readonly [member: string]: unknown
}

/** A token taken apart. Nothing of it is verified yet. */
export interface DecodedToken {
  readonly header: JsonObject
  readonly claims: JsonObject
  /** What the signature was made over. */
  readonly signed: string
  readonly signature: Buffer
}

/** A new RSA key of 2,048 bits. */
export function newSigningKey(): SigningKey {
  return { keyId: randomUUID(), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) }
}

let usual: SigningKey | null = null

/** The same key each time: to make one costs a tenth of a second, and stand-ins are started by the hundred. */
export function usualSigningKey(): SigningKey {
  usual ??= newSigningKey()
  return usual
}

/** `claims` as a JSON Web Token signed with RS256. */
export function signToken(key: SigningKey, claims: JsonObject): string {
  const signed = `${part({ typ: 'JWT', alg: 'RS256', kid: key.keyId })}.${part(claims)}`
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key.privateKey, 'base64url')}`
}

/** The key's entry of a JSON Web Key Set. */
export function publishKey(key: SigningKey): PublishedKey {
  return { ...key.publicKey.export({ format: 'jwk' }), kid: key.keyId, use: 'sig', alg: 'RS256' }
}

/** Takes a token apart; null when it is not a JSON Web Token. */
export function decodeToken(token: string): DecodedToken | null {
  const [header, claims, signature, ...rest] = token.split('.')
  if (header === undefined || claims === undefined || signature === undefined || rest.length > 0) return null
  try {
    return {
      header: JSON.parse(Buffer.from(header, 'base64url').toString()),
      claims: JSON.parse(Buffer.from(claims, 'base64url').toString()),
      signed: `${header}.${claims}`,
      signature: Buffer.from(signature, 'base64url')
    }
  } catch {
    return null
  }
}

/** Whether `token` was signed with RS256 by the private half of one of `keys`, the one that its header names. */
export function isSignedByOneOf(token: DecodedToken, keys: readonly PublishedKey[]): boolean {
  const key = keys.find((candidate) => candidate.kid === token.header.kid)
  if (key === undefined || token.header.alg !== 'RS256') return false
  const publicKey = createPublicKey({ key, format: 'jwk' })
  return createVerify('RSA-SHA256').update(token.signed).verify(publicKey, token.signature)
}

function part(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
