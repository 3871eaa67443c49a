import { AppError, messageOf } from '../core/errors.ts'
import type { AwsCallError } from '../model/aws-call-error.ts'
import type { RoleArn } from './arn.ts'
import type { TokenClaims } from './oidc-token.ts'
import { issuerHost, providerArn, subjectForms, webIdentityTrust } from './trust-policy.ts'

/** A job that asks for a role and may not ask for a token. */
export function missingIdTokenPermission(): AppError {
  return new AppError('GitHub gives this job no OIDC token: it lacks the permission id-token: write', {
    kind: 'cannot-begin',
    code: 'oidc-permission-missing',
    cure: [
      'Add to the job (or the workflow):',
      '',
      'permissions:',
      '  id-token: write',
      '  contents: read',
      '',
      'A reusable workflow needs it from the workflow that calls it too.'
    ].join('\n')
  })
}

/** https://docs.github.com/actions/reference/security/oidc: a fork's run gets no token, whatever its permissions say. */
export function noTokenForForks(eventName: string): AppError {
  return new AppError(
    `GitHub gives no OIDC token to a pull request from a fork (${eventName}), whatever its permissions say`,
    {
      kind: 'cannot-begin',
      code: 'oidc-fork',
      cure: 'Run ingest on schedule, workflow_dispatch or push; on pull requests run the command validate, which needs no AWS'
    }
  )
}

/** GitHub's OIDC endpoint did not give a token. */
export function tokenRequestFailed(cause: unknown): AppError {
  if (/ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN)/u.test(messageOf(cause))) return missingIdTokenPermission()
  return new AppError(`GitHub's OIDC endpoint gave no token: ${firstLine(messageOf(cause))}`, {
    kind: 'cannot-begin',
    code: 'oidc-token-unavailable',
    cure: 'Run the job again; if it comes back, see https://www.githubstatus.com',
    cause
  })
}

type Refusal = Pick<AwsCallError, 'kind' | 'code' | 'message'>

/** What is known when STS refuses a token. */
export interface WebIdentityAttempt {
  readonly role: RoleArn
  /** null: what GitHub gave is not a JWT. */
  readonly claims: TokenClaims | null
  readonly audience: string
}

/** Why AssumeRoleWithWebIdentity refused a token, for the errors that only it has; null for all others. */
export function explainWebIdentity(failure: Refusal, attempt: WebIdentityAttempt): AppError | null {
  const { role, claims, audience } = attempt
  if (failure.kind === 'denied') return claims === null ? null : notTrusted(role, claims, audience)
  if (failure.code === 'InvalidIdentityToken') return invalidToken(failure, attempt)
  if (failure.code === 'IDPRejectedClaim') {
    return cannotBegin('oidc-claim-rejected', `AWS rejects a claim of GitHub's token: ${failure.message}`, [
      "Check the conditions of the role's trust policy; the token says:",
      ...describe(claims)
    ])
  }
  if (failure.kind === 'expired') {
    return cannotBegin('oidc-token-expired', `AWS says that GitHub's token has expired: ${failure.message}`, [
      "A token is valid for five minutes, so the clocks differ: correct the runner's clock (NTP) and run again."
    ])
  }
  return null
}

function notTrusted(role: RoleArn, claims: TokenClaims, audience: string): AppError {
  const forms = subjectForms(claims)
  const note =
    forms.length > 1
      ? [
          '',
          'It names the subject in both of the forms that GitHub uses: keep the first,',
          "or both while the repository's form may change."
        ]
      : []
  return cannotBegin('role-not-trusting', `The role ${role.arn} does not let this workflow in, or does not exist`, [
    "GitHub's token says:",
    ...describe(claims),
    '',
    `The trust policy of ${role.name} in account ${role.account} needs this statement:`,
    '',
    webIdentityTrust(role, claims, audience),
    ...note,
    '',
    `If it has it already: check that the role exists in account ${role.account}, and that no organisation policy denies it.`
  ])
}

function invalidToken(failure: Refusal, { role, claims, audience }: WebIdentityAttempt): AppError {
  const said = `AWS does not accept GitHub's token: ${failure.message}`
  if (/audience/iu.test(failure.message)) {
    return cannotBegin('oidc-audience', said, [
      `The token's audience (aud) is ${claims?.audience ?? audience}, and the identity provider`,
      `${providerArn(role, claims)} does not list it.`,
      `Add it to the provider's audiences (client ids), or set the input audience to one that it lists,`,
      role.partition === 'aws-cn' ? 'in China usually sts.amazonaws.com.cn.' : 'usually sts.amazonaws.com.'
    ])
  }
  if (/no openidconnect provider/iu.test(failure.message)) {
    return cannotBegin('oidc-provider-missing', said, [
      `Account ${role.account} has no OIDC identity provider for ${issuerHost(claims)}. Create it once:`,
      '',
      `aws iam create-open-id-connect-provider --url https://${issuerHost(claims)} --client-id-list ${audience}`
    ])
  }
  return cannotBegin('oidc-token-invalid', said, [
    `Check the identity provider ${providerArn(role, claims)}; the token says:`,
    ...describe(claims)
  ])
}

function describe(claims: TokenClaims | null): readonly string[] {
  if (claims === null) return ['  (it is not a JWT)']
  const { issuer, audience, subject } = claims
  return [`  iss: ${issuer ?? '(none)'}`, `  aud: ${audience ?? '(none)'}`, `  sub: ${subject ?? '(none)'}`]
}

function cannotBegin(code: string, message: string, cure: readonly string[]): AppError {
  return new AppError(message, { kind: 'cannot-begin', code, cure: cure.join('\n') })
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? ''
}
