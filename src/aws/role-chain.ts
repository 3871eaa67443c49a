import { fromTemporaryCredentials } from '@aws-sdk/credential-providers'
import { AwsCallError } from '../model/aws-call-error.ts'
import type { RoleToAssume } from '../model/recipe.ts'
import { isSessionOf } from './arn.ts'
import { callAws } from './call.ts'
import { explainRefusedLink } from './explain-chain.ts'
import { explainSts } from './explain-sts.ts'
import type { CredentialDeps } from './first-credentials.ts'
import { type AwsCredentials, type CredentialSource, refreshing } from './refreshing-credentials.ts'
import { NO_SESSION_POLICY } from './session-policy.ts'
import { type Caller, stsClientConfig, stsPolicy, whoAmI } from './sts.ts'

/** Credentials whose owner AWS has confirmed. */
export interface ProvenIdentity {
  readonly credentials: CredentialSource
  readonly caller: Caller
  /** The roles assumed on the way, first to last. */
  readonly roles: readonly string[]
}

/** AWS ends a session that was made from another role's session after an hour, whatever the role allows. */
const CHAINED_SECONDS = 3_600

/**
 * Assumes the roles one after the other, each with the credentials of the one before, and skips those that the current
 * identity is a session of already. Every link renews itself, and the ones before it when it must.
 * @throws AppError that names the role, who asked for it, and the statement that is missing.
 */
export async function followChain(
  start: ProvenIdentity,
  chain: readonly RoleToAssume[],
  deps: CredentialDeps
): Promise<ProvenIdentity> {
  let current = start
  for (const role of chain) {
    if (isSessionOf(current.caller.arn, role.roleArn)) {
      deps.told?.({ kind: 'skipped', role: role.roleArn })
      continue
    }
    const before = current
    const credentials = refreshing(() => assume(role, before, deps), deps)
    const caller = await whoAmI(credentials, deps)
    deps.told?.({ kind: 'proven', role: role.roleArn, caller })
    current = { credentials, caller, roles: [...before.roles, role.roleArn] }
  }
  return current
}

async function assume(role: RoleToAssume, by: ProvenIdentity, deps: CredentialDeps): Promise<AwsCredentials> {
  const params = argumentsOf(role, deps)
  const provider = fromTemporaryCredentials({
    masterCredentials: by.credentials,
    clientConfig: stsClientConfig(deps),
    params
  })
  try {
    return await callAws(stsPolicy(deps, by.credentials.dropOlderThan), 'AssumeRole', () => provider())
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error
    if (error.kind === 'denied') {
      throw explainRefusedLink(error, { role, callerArn: by.caller.arn, callerRole: by.roles.at(-1) ?? null })
    }
    const { region } = deps.transport
    const durationSeconds = params.DurationSeconds
    throw explainSts(error, { action: error.action, region, roleArn: role.roleArn, durationSeconds })
  }
}

/** What the recipe says of a role wins; it knows what the role's session is for, and STS takes one policy only. */
function argumentsOf({ roleArn, externalId, others = {} }: RoleToAssume, deps: CredentialDeps) {
  const { identity, sessionPolicy } = deps
  const { PolicyArns, Tags, TransitiveTagKeys, ...scalars } = others
  const isNarrowed = others.Policy !== undefined || PolicyArns !== undefined
  const { policy, policyArns } = isNarrowed ? NO_SESSION_POLICY : sessionPolicy
  const arns = PolicyArns ?? policyArns.map((arn) => ({ arn }))
  return {
    RoleArn: roleArn,
    RoleSessionName: identity.roleSessionName,
    ...(externalId === null ? {} : { ExternalId: externalId }),
    ...(policy === null ? {} : { Policy: policy }),
    ...(arns.length === 0 ? {} : { PolicyArns: [...arns] }),
    ...(Tags === undefined ? {} : { Tags: [...Tags] }),
    ...(TransitiveTagKeys === undefined ? {} : { TransitiveTagKeys: [...TransitiveTagKeys] }),
    ...scalars,
    DurationSeconds: others.DurationSeconds ?? Math.min(identity.roleDurationSeconds, CHAINED_SECONDS)
  }
}
