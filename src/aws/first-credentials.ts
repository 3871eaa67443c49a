import { fromIni, fromNodeProviderChain, fromWebToken } from '@aws-sdk/credential-providers'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { AwsCallError } from '../model/aws-call-error.ts'
import type { IdentityOptions } from '../model/identity-options.ts'
import type { AuthMode } from './auth-mode.ts'
import { callAws } from './call.ts'
import { explainWebIdentity, tokenRequestFailed } from './explain-oidc.ts'
import { explainSts } from './explain-sts.ts'
import type { IdentityStep } from './identity-step.ts'
import { claimsOf } from './oidc-token.ts'
import { type AwsCredentials, type CredentialSource, refreshing } from './refreshing-credentials.ts'
import type { SessionPolicy } from './session-policy.ts'
import { type StsDeps, stsClientConfig, stsPolicy } from './sts.ts'

export interface CredentialDeps extends StsDeps {
  readonly identity: IdentityOptions
  /** What sessions of roles are narrowed to. */
  readonly sessionPolicy: SessionPolicy
  /** As of SessionRequest. */
  readonly told?: (step: IdentityStep) => void
}

/** The credentials that a run begins with. They are asked for when first used, and renewed as long as it lasts. */
export function firstCredentials(mode: AuthMode, deps: CredentialDeps): CredentialSource {
  return refreshing(loaderOf(mode, deps), deps)
}

function loaderOf(mode: AuthMode, deps: CredentialDeps): () => Promise<AwsCredentials> {
  switch (mode.kind) {
    case 'recipe-keys':
      return async () => credentialsOf(mode.keys, RECIPE_KEYS)
    case 'recipe-profile':
      return profileLoader(mode.profile, deps)
    case 'web-identity':
      return () => assumeWithToken(mode, deps)
    case 'default-chain':
      return chainLoader(mode.ifNone, deps)
  }
}

interface Keys {
  readonly id: string
  readonly secret: string
  readonly sessionToken?: string | null | undefined
}

/** What whoever gives keys calls them. */
interface KeyNames {
  readonly id: string
  readonly secret: string
  readonly sessionToken: string
}

const RECIPE_KEYS: KeyNames = {
  id: "The recipe's aws_access_key_id",
  secret: "The recipe's aws_secret_access_key",
  sessionToken: "The recipe's aws_session_token"
}

const VARIABLES: KeyNames = {
  id: 'The variable AWS_ACCESS_KEY_ID',
  secret: 'The variable AWS_SECRET_ACCESS_KEY',
  sessionToken: 'The variable AWS_SESSION_TOKEN'
}

/** @throws AppError for a key that is none, before anything is signed with it or it is sent. */
function credentialsOf({ id, secret, sessionToken }: Keys, names: KeyNames): AwsCredentials {
  const token = sessionToken ?? ''
  for (const [text, name] of [
    [id, names.id],
    [secret, names.secret],
    [token, names.sessionToken]
  ] as const) {
    if (!/^[!-~]*$/.test(text)) throw notAKey(name)
  }
  return { accessKeyId: id, secretAccessKey: secret, ...(token === '' ? {} : { sessionToken: token }) }
}

/** The value is not shown: it is a secret. */
const notAKey = (name: string): AppError =>
  new AppError(`${name} holds a character that no key of AWS has, such as a space or a line break`, {
    kind: 'input',
    code: 'aws-key-characters',
    cure: 'Store it anew without line breaks; `echo` and most editors add one at the end'
  })

/** A new token of GitHub's each time: they live five minutes. */
async function assumeWithToken(
  { role, idToken }: AuthMode & { kind: 'web-identity' },
  deps: CredentialDeps
): Promise<AwsCredentials> {
  const { identity, sessionPolicy, mask, transport } = deps
  const token = await requestToken(() => idToken(identity.audience))
  mask(token)
  const provider = fromWebToken({
    webIdentityToken: token,
    roleArn: role.arn,
    roleSessionName: identity.roleSessionName,
    durationSeconds: identity.roleDurationSeconds,
    ...policyParameters(sessionPolicy),
    clientConfig: stsClientConfig(deps)
  })
  try {
    return await callAws(stsPolicy(deps, null), 'AssumeRoleWithWebIdentity', () => provider())
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    const attempt = { role, claims: claimsOf(token), audience: identity.audience }
    throw (
      explainWebIdentity(error, attempt) ??
      explainSts(error, {
        action: error.action,
        region: transport.region,
        roleArn: role.arn,
        durationSeconds: identity.roleDurationSeconds
      })
    )
  }
}

function policyParameters({ policy, policyArns }: SessionPolicy): { policy?: string; policyArns?: { arn: string }[] } {
  return {
    ...(policy === null ? {} : { policy }),
    ...(policyArns.length === 0 ? {} : { policyArns: policyArns.map((arn) => ({ arn })) })
  }
}

async function requestToken(request: () => Promise<string>): Promise<string> {
  try {
    return await request()
  } catch (error) {
    throw tokenRequestFailed(error)
  }
}

/** Keys in the environment win over AWS_PROFILE, as with botocore; the SDK for JavaScript does it the other way round. */
function chainLoader(ifNone: AppError | null, deps: CredentialDeps): () => Promise<AwsCredentials> {
  const { env } = deps
  const id = env.AWS_ACCESS_KEY_ID ?? ''
  const secret = env.AWS_SECRET_ACCESS_KEY ?? ''
  if (id !== '' && secret !== '') {
    return async () => credentialsOf({ id, secret, sessionToken: env.AWS_SESSION_TOKEN }, VARIABLES)
  }
  const chain = fromNodeProviderChain({ clientConfig: stsClientConfig(deps) })
  return async () => {
    try {
      // The chain has a memory of its own; whoever calls here wants new ones.
      return await chain({ forceRefresh: true })
    } catch (error) {
      throw ifNone ?? noCredentials(error, env)
    }
  }
}

function profileLoader(profile: string, deps: CredentialDeps): () => Promise<AwsCredentials> {
  const provider = fromIni({ profile, clientConfig: stsClientConfig(deps), ignoreCache: true })
  return async () => {
    try {
      return await provider()
    } catch (error) {
      throw new AppError(`The AWS profile "${profile}" gives no credentials: ${messageOf(error)}`, {
        kind: 'cannot-begin',
        code: 'aws-profile-unusable',
        cure: `Check aws_profile in the recipe and the section of that name in ~/.aws/config and ~/.aws/credentials${ssoHint(error, profile)}`,
        cause: error
      })
    }
  }
}

function noCredentials(cause: unknown, env: Environment): AppError {
  const inActions = env.GITHUB_ACTIONS === 'true'
  return new AppError('There are no AWS credentials', {
    kind: 'cannot-begin',
    code: 'aws-credentials-missing',
    cure: inActions
      ? 'Set the input role-to-assume (or the variable AWS_ROLE) and give the job the permission id-token: write'
      : `Log in (aws sso login), set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; what was found: ${messageOf(cause)}`,
    cause
  })
}

function ssoHint(error: unknown, profile: string): string {
  return /sso/iu.test(messageOf(error)) ? `, or log in again: aws sso login --profile ${profile}` : ''
}
