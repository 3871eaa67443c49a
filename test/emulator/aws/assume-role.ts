import { textOf } from '../text.ts'
import { accountOf, type NewSession, type Principal, type Role, refusal } from './credentials.ts'
import { decide, type PolicyDocument } from './iam-policy.ts'
import type { StsContext } from './sts-context.ts'
import type { StsError, XmlMembers } from './sts-xml.ts'
import { trusts, verifyWebIdentity } from './web-identity.ts'

export type StsOutcome =
  | { readonly ok: true; readonly members: XmlMembers }
  | { readonly ok: false; readonly error: StsError }

/** AssumeRoleWithWebIdentity: needs no credentials, only a token that a role's trust policy admits. */
export async function assumeRoleWithWebIdentity(parameters: URLSearchParams, context: StsContext): Promise<StsOutcome> {
  const request = readRequest(parameters)
  if (!request.ok) return request
  const token = parameters.get('WebIdentityToken') ?? ''
  if (token.length < 4 || token.length > 20_000) return tooShortOrLong(token)
  const verified = await verifyWebIdentity(token, context.identityProviders ?? [], context.clock)
  if (!verified.ok) return verified
  const role = context.roles.find((candidate) => candidate.arn === request.roleArn)
  if (role === undefined || !trusts(role.trustPolicy, verified, accountOf(role.arn))) {
    return refuse(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')
  }
  const session = sessionOf(request, role, role.maxSessionSeconds ?? 3600)
  if (!session.ok) return session
  const { clientId, subject } = { clientId: textOf(verified.claims.aud), subject: textOf(verified.claims.sub) }
  return give(session.session, context, {
    Provider: `arn:aws:iam::${accountOf(role.arn)}:oidc-provider/${verified.provider.issuer.replace(/^https?:\/\//u, '')}`,
    Audience: clientId,
    SubjectFromWebIdentityToken: subject
  })
}

const CHAINED_SECONDS = 3600

/** AssumeRole with the credentials of a user or of another role's session (role chaining, one hour at most). */
export function assumeRole(parameters: URLSearchParams, caller: Principal, context: StsContext): StsOutcome {
  const request = readRequest(parameters)
  if (!request.ok) return request
  const role = context.roles.find((candidate) => candidate.arn === request.roleArn)
  const reason = refusal(caller, 'sts:AssumeRole', request.roleArn)
  if (role === undefined || reason !== null || !admits(role, caller, parameters)) {
    const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${request.roleArn}`
    return refuse(403, 'AccessDenied', reason === null ? message : `${message} ${reason}`)
  }
  if (caller.role !== null && request.seconds !== null && request.seconds > CHAINED_SECONDS) {
    const message = 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining'
    return refuse(400, 'ValidationError', message)
  }
  const session = sessionOf(request, role, role.maxSessionSeconds ?? 3600)
  return session.ok ? give(session.session, context, {}) : session
}

function admits(role: Role, caller: Principal, parameters: URLSearchParams): boolean {
  const callers = [caller.arn, caller.account, `arn:aws:iam::${caller.account}:root`]
  if (caller.role !== null) callers.push(caller.role.arn)
  const externalId = parameters.get('ExternalId')
  const context = {
    'aws:PrincipalArn': caller.role?.arn ?? caller.arn,
    'aws:PrincipalAccount': caller.account,
    ...(externalId === null ? {} : { 'sts:ExternalId': externalId })
  }
  return decide(role.trustPolicy, { action: 'sts:AssumeRole', principals: { AWS: callers }, context }) === 'allow'
}

interface AssumeRequest {
  readonly ok: true
  readonly roleArn: string
  readonly sessionName: string
  readonly seconds: number | null
  readonly policy: PolicyDocument | null
}

function readRequest(parameters: URLSearchParams): AssumeRequest | (StsOutcome & { ok: false }) {
  const roleArn = parameters.get('RoleArn') ?? ''
  const sessionName = parameters.get('RoleSessionName') ?? ''
  const duration = parameters.get('DurationSeconds')
  const text = parameters.get('Policy')
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/u.test(roleArn))
    return refuse(400, 'ValidationError', `${roleArn} is invalid`)
  if (!/^[\w+=,.@-]{2,64}$/u.test(sessionName)) {
    return constraint(sessionName, 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*')
  }
  const seconds = duration === null ? null : Number(duration)
  if (seconds !== null && !(seconds >= 900))
    return constraint(String(duration), 'durationSeconds', 'have value greater than or equal to 900')
  if (seconds !== null && seconds > 43_200)
    return constraint(String(duration), 'durationSeconds', 'have value less than or equal to 43200')
  if (text === null) return { ok: true, roleArn, sessionName, seconds, policy: null }
  if (text.length > 2048) return constraint(text, 'policy', 'have length less than or equal to 2048')
  const policy = policyOf(text)
  if (policy === null) return refuse(400, 'MalformedPolicyDocument', 'The policy is not in the valid JSON format.')
  return { ok: true, roleArn, sessionName, seconds, policy }
}

function policyOf(text: string): PolicyDocument | null {
  try {
    const value: unknown = JSON.parse(text)
    return isPolicy(value) ? value : null
  } catch {
    return null
  }
}

function isPolicy(value: unknown): value is PolicyDocument {
  if (typeof value !== 'object' || value === null || !('Statement' in value)) return false
  const statements: unknown[] = Array.isArray(value.Statement) ? value.Statement : [value.Statement]
  return statements.every((item) => {
    if (typeof item !== 'object' || item === null || !('Effect' in item)) return false
    return (
      (item.Effect === 'Allow' || item.Effect === 'Deny') &&
      ('Action' in item || 'NotAction' in item) &&
      'Resource' in item
    )
  })
}

function sessionOf(
  request: AssumeRequest,
  role: Role,
  longest: number
): { readonly ok: true; readonly session: NewSession } | (StsOutcome & { ok: false }) {
  const seconds = request.seconds ?? Math.min(3600, longest)
  if (seconds > longest) {
    return refuse(
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
    )
  }
  return { ok: true, session: { role, sessionName: request.sessionName, seconds, sessionPolicy: request.policy } }
}

function give(session: NewSession, context: StsContext, more: XmlMembers): StsOutcome {
  const principal = context.credentials.issue(session)
  return {
    ok: true,
    members: {
      AssumedRoleUser: { AssumedRoleId: principal.userId, Arn: principal.arn },
      Credentials: {
        AccessKeyId: principal.accessKeyId,
        SecretAccessKey: principal.secretAccessKey,
        SessionToken: principal.sessionToken ?? '',
        Expiration: `${new Date(principal.expiresAt ?? 0).toISOString().slice(0, 19)}Z`
      },
      ...(session.sessionPolicy === null ? {} : { PackedPolicySize: '12' }),
      ...more
    }
  }
}

type Refusal = StsOutcome & { ok: false }

function refuse(status: number, code: string, message: string): Refusal {
  return { ok: false, error: { status, code, message } }
}

function constraint(value: string, at: string, rule: string): Refusal {
  const message = `1 validation error detected: Value '${value}' at '${at}' failed to satisfy constraint: Member must ${rule}`
  return refuse(400, 'ValidationError', message)
}

function tooShortOrLong(token: string): Refusal {
  const rule = token.length < 4 ? 'have length greater than or equal to 4' : 'have length less than or equal to 20000'
  return constraint(token, 'webIdentityToken', rule)
}
