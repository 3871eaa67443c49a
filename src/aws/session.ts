import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import type { Emit } from '../model/event.ts'
import { type IamScope, iamPolicy, type KeptValues } from '../model/iam-actions.ts'
import type { IdentityOptions, IdTokenRequest } from '../model/identity-options.ts'
import type { Logger, Mask } from '../model/ports.ts'
import type { GlueOptions } from '../model/recipe.ts'
import type { Identity } from '../model/report.ts'
import type { GithubContext } from '../model/request.ts'
import { type AuthPlan, planAuth } from './auth-mode.ts'
import { checkAccount, checkIdentityOptions } from './check-identity.ts'
import { type ClientDeps, createGlueClient, type GlueSender } from './clients.ts'
import { type CredentialDeps, firstCredentials } from './first-credentials.ts'
import type { IdentityStep } from './identity-step.ts'
import { createLakeFormationClient, type LakeFormationCaller } from './lake-formation.ts'
import type { RateLimits } from './rate-limit.ts'
import { resolveRegion } from './region.ts'
import { followChain, type ProvenIdentity } from './role-chain.ts'
import type { S3Caller } from './s3-client.ts'
import type { SecretReader } from './secrets-manager-client.ts'
import { sessionPolicyOf } from './session-policy.ts'
import type { ParameterReader } from './ssm-client.ts'
import { whoAmI } from './sts.ts'
import { Transport } from './transport.ts'

/** Everything that decides who a run acts as, and what it is lent to find out. */
export interface SessionRequest {
  /** How the recipe says to reach AWS, and what it wants there. */
  readonly options: GlueOptions
  /** What the action's inputs say. */
  readonly identity: IdentityOptions
  readonly env: Environment
  /** null where GitHub offers no OIDC token. */
  readonly idToken: IdTokenRequest | null
  /** null outside GitHub Actions. */
  readonly github: Pick<GithubContext, 'eventName' | 'isForkPullRequest'> | null
  /** PEM text of the file that AWS_CA_BUNDLE names: authorities to trust beside the usual ones. */
  readonly ca?: string
  /** PEM texts of the files that `client_cert` of `aws_advanced_config` names. */
  readonly clientCertificate?: { readonly cert: string; readonly key: string }
  /** Parameters and secrets that will be asked for. */
  readonly kept?: KeptValues
  readonly limits: RateLimits
  readonly clock: Clock
  readonly logger: Logger
  readonly mask: Mask
  readonly emit: Emit
  /** Hears of each step on the way to the identity, as it succeeds. */
  readonly told?: (step: IdentityStep) => void
}

/** A proven identity, and clients that act as it. */
export interface AwsSession {
  readonly identity: Identity
  readonly region: string
  /** The client for Glue: paced, retried, its session renewed for as long as the run lasts. */
  glueClient(): GlueSender
  /** The same for Lake Formation. */
  lakeFormationClient(): LakeFormationCaller
  /** The same for S3, which few recipes need: its client is loaded when it is first asked for. */
  s3Client(): Promise<S3Caller>
  /** The same for parameters of Systems Manager, and for secrets. */
  parameterReader(): Promise<ParameterReader>
  secretReader(): Promise<SecretReader>
  /** Closes kept-alive connections. */
  close(): void
}

/**
 * Finds out who the run acts as, assumes the roles on the way, and proves the result by GetCallerIdentity.
 * @throws AppError: `input` when what the user wrote cannot work, `cannot-begin` when AWS or GitHub says no; its `cure`
 * names the side that is wrong and what to add there.
 */
export async function openAwsSession(request: SessionRequest): Promise<AwsSession> {
  const { options, identity: inputs, env, clock, mask, emit, logger } = request
  checkIdentityOptions(inputs)
  const plan = planAuth({ ...request, aws: options.aws })
  warnOfIgnoredRoles(plan, emit)
  const sources = { recipe: options.aws.region, input: inputs.region, env, profile: options.aws.profile }
  const region = await resolveRegion(sources)
  request.told?.(plannedStep(plan, region))
  const scope = { region, account: null, ...rolesForSessions(plan), ...(request.kept ? { kept: request.kept } : {}) }
  const sessionPolicy = sessionPolicyOf(inputs, iamPolicy(options, scope))
  const transport = transportOf(request, region)
  const deps: CredentialDeps = {
    env,
    clock,
    mask,
    emit,
    transport,
    retries: options.aws.retries,
    identity: inputs,
    sessionPolicy,
    ...(request.told === undefined ? {} : { told: request.told })
  }
  const proven = await prove(plan, deps).catch((error: unknown) => {
    transport.close()
    throw error
  })
  checkAccount(proven.caller.account, proven.caller.arn, inputs.allowedAccountIds)
  const identity: Identity = { ...proven.caller, region, source: plan.source, roles: proven.roles }
  const clientDeps = (service: string): ClientDeps => ({
    ...deps,
    credentials: proven.credentials,
    limit: request.limits.for(service, identity.account, region)
  })
  logger.info(`AWS: ${identity.arn} in ${region}`)
  return {
    identity,
    region,
    glueClient: () => createGlueClient(clientDeps('glue')),
    lakeFormationClient: () => createLakeFormationClient({ ...clientDeps('lakeformation'), env }),
    s3Client: async () => {
      const { createS3Client } = await import('./s3-client.ts')
      return createS3Client(clientDeps('s3'), options.aws)
    },
    parameterReader: async () => {
      const { createParameterReader } = await import('./ssm-client.ts')
      return createParameterReader(clientDeps('ssm'))
    },
    secretReader: async () => {
      const { createSecretReader } = await import('./secrets-manager-client.ts')
      return createSecretReader(clientDeps('secretsmanager'))
    },
    close: () => transport.close()
  }
}

function transportOf({ options, env, ca, clientCertificate }: SessionRequest, region: string): Transport {
  return new Transport({
    aws: options.aws,
    region,
    env,
    ...(ca === undefined ? {} : { ca }),
    ...(clientCertificate === undefined ? {} : { clientCertificate })
  })
}

async function prove(plan: AuthPlan, deps: CredentialDeps): Promise<ProvenIdentity> {
  const credentials = firstCredentials(plan.mode, deps)
  const caller = await whoAmI(credentials, deps)
  const roles = plan.mode.kind === 'web-identity' ? [plan.mode.role.arn] : []
  deps.told?.({ kind: 'proven', role: roles[0] ?? null, caller })
  return followChain({ credentials, caller, roles }, plan.chain, deps)
}

const plannedStep = ({ mode, source, chain }: AuthPlan, region: string): IdentityStep => ({
  kind: 'planned',
  source,
  firstRole: mode.kind === 'web-identity' ? mode.role.arn : null,
  chain: chain.map(({ roleArn }) => roleArn),
  region
})

/** The roles that sessions of this run assume themselves: the first role is assumed by what comes before all sessions. */
function rolesForSessions({ mode, chain }: AuthPlan): Pick<IamScope, 'rolesToAssume' | 'roleActions'> {
  const roles = mode.kind === 'web-identity' ? chain.filter(({ roleArn }) => roleArn !== mode.role.arn) : chain.slice(1)
  const roleActions = [
    ...(roles.some(({ others }) => others?.Tags !== undefined) ? ['sts:TagSession'] : []),
    ...(roles.some(({ others }) => others?.SourceIdentity !== undefined) ? ['sts:SetSourceIdentity'] : [])
  ]
  return { rolesToAssume: roles.map(({ roleArn }) => roleArn), roleActions }
}

function warnOfIgnoredRoles(plan: AuthPlan, emit: Emit): void {
  if (plan.ignoredRoles.length === 0) return
  emit({
    type: 'failed',
    severity: 'warning',
    failure: {
      code: 'aws-role-ignored',
      message: 'aws_role is not assumed: the recipe also gives keys or a profile, and DataHub then ignores it',
      cure: 'Remove aws_role, or the keys or aws_profile, from the recipe'
    }
  })
}
