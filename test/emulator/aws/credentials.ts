import { randomBytes } from 'node:crypto'
import type { Clock } from '../../../src/core/clock.ts'
import type { EmulatedRequest } from '../http/server.ts'
import { decide, type PolicyDocument } from './iam-policy.ts'
import { isSignedBy, signatureOf } from './sigv4.ts'

/** An IAM user with fixed keys, such as a test's or the peer's. */
export interface User {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** `arn:aws:iam::111122223333:user/name` */
  readonly arn: string
}

/** A role that can be assumed. */
export interface Role {
  readonly arn: string
  readonly trustPolicy: PolicyDocument
  /** What the role may do. Absent: everything. */
  readonly policy?: PolicyDocument
  /** `MaxSessionDuration` of the role, in seconds. Default 3600, as in IAM. */
  readonly maxSessionSeconds?: number
}

/** Who makes a request. */
export interface Principal {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string | null
  readonly account: string
  /** As GetCallerIdentity tells it. */
  readonly arn: string
  readonly userId: string
  /** The role behind a session; null for a user. */
  readonly role: Role | null
  /** Milliseconds since the epoch; null: never. */
  readonly expiresAt: number | null
  readonly sessionPolicy: PolicyDocument | null
}

/** Why a request's credentials are refused. Each service has its own words for it. */
export type AuthenticationFailure = 'missing' | 'unknown-key' | 'expired' | 'bad-signature'

export type Authentication =
  | { readonly ok: true; readonly principal: Principal; readonly region: string; readonly service: string }
  | { readonly ok: false; readonly failure: AuthenticationFailure }

export interface CredentialOptions {
  readonly users?: readonly User[]
  /** Takes any access key, signed or not, for a user of this account. For clients with made-up keys. */
  readonly acceptAnyKey?: { readonly account: string }
  readonly clock: Clock
}

export interface NewSession {
  readonly role: Role
  readonly sessionName: string
  readonly seconds: number
  readonly sessionPolicy: PolicyDocument | null
}

/** The account number in an ARN. */
export const accountOf = (arn: string): string => arn.split(':')[4] ?? ''

/** All keys that AWS would know, and whom they belong to. Shared by STS, which issues them, and Glue, which checks them. */
export class CredentialStore {
  readonly #principals = new Map<string, Principal>()
  readonly #acceptAnyKey: { readonly account: string } | null
  readonly #clock: Clock

  constructor(options: CredentialOptions) {
    this.#clock = options.clock
    this.#acceptAnyKey = options.acceptAnyKey ?? null
    for (const user of options.users ?? []) this.#principals.set(user.accessKeyId, userPrincipal(user))
  }

  /** Keys for a session of a role, as AssumeRole gives them out. */
  issue(session: NewSession): Principal {
    const { role, sessionName } = session
    const roleName = role.arn.slice(role.arn.lastIndexOf('/') + 1)
    const account = accountOf(role.arn)
    const principal: Principal = {
      accessKeyId: `ASIA${randomKey(16)}`,
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(192).toString('base64'),
      account,
      arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`,
      userId: `AROA${roleId(role.arn)}:${sessionName}`,
      role,
      expiresAt: this.#clock.now() + session.seconds * 1000,
      sessionPolicy: session.sessionPolicy
    }
    this.#principals.set(principal.accessKeyId, principal)
    return principal
  }

  /** Makes every session given out so far expire now. */
  expireAll(): void {
    for (const [key, principal] of this.#principals) {
      if (principal.expiresAt !== null) this.#principals.set(key, { ...principal, expiresAt: 0 })
    }
  }

  /** Checks the key, the session token, the expiry and the signature of a request. */
  authenticate(request: EmulatedRequest): Authentication {
    const signature = signatureOf(request)
    if (signature === null) return { ok: false, failure: 'missing' }
    const { region, service } = signature
    const principal = this.#principals.get(signature.accessKeyId)
    if (principal === undefined) {
      if (this.#acceptAnyKey === null) return { ok: false, failure: 'unknown-key' }
      return { ok: true, principal: anyone(signature.accessKeyId, this.#acceptAnyKey.account), region, service }
    }
    if (principal.sessionToken !== signature.sessionToken) return { ok: false, failure: 'unknown-key' }
    if (principal.expiresAt !== null && principal.expiresAt <= this.#clock.now())
      return { ok: false, failure: 'expired' }
    if (!isSignedBy(request, signature, principal.secretAccessKey)) return { ok: false, failure: 'bad-signature' }
    return { ok: true, principal, region, service }
  }
}

/**
 * Why `principal` may not do `action` on `resource`, in the words that end an AWS access error; null when it may.
 * A session may do what both its role's policy and its session policy allow.
 */
export function refusal(principal: Principal, action: string, resource: string): string | null {
  const question = { action, resource }
  const identity = principal.role?.policy === undefined ? 'allow' : decide(principal.role.policy, question)
  if (identity === 'deny') return 'with an explicit deny in an identity-based policy'
  const session = principal.sessionPolicy === null ? 'allow' : decide(principal.sessionPolicy, question)
  if (session === 'deny') return 'with an explicit deny in a session policy'
  if (identity === 'silent') return `because no identity-based policy allows the ${action} action`
  return session === 'silent' ? `because no session policy allows the ${action} action` : null
}

function userPrincipal(user: User): Principal {
  return {
    ...anyone(user.accessKeyId, accountOf(user.arn)),
    secretAccessKey: user.secretAccessKey,
    arn: user.arn
  }
}

function anyone(accessKeyId: string, account: string): Principal {
  return {
    accessKeyId,
    secretAccessKey: '',
    sessionToken: null,
    account,
    arn: `arn:aws:iam::${account}:user/${accessKeyId}`,
    userId: `AIDA${roleId(accessKeyId)}`,
    role: null,
    expiresAt: null,
    sessionPolicy: null
  }
}

const KEY_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function randomKey(length: number): string {
  return Array.from(randomBytes(length), (byte) => KEY_LETTERS[byte % 32]).join('')
}

/** A stable identifier of 17 letters and digits for a name. */
function roleId(name: string): string {
  return Buffer.from(name).toString('hex').toUpperCase().slice(-17).padStart(17, 'X')
}
