import { type Clock, systemClock } from '../../src/core/clock.ts'
import { ACCOUNT, type AwsOptions, type AwsServer, startAws } from './aws/aws.ts'
import type { Role, User } from './aws/credentials.ts'
import type { GlueOptions } from './aws/glue.ts'
import type { PolicyDocument } from './aws/iam-policy.ts'
import type { Catalogue } from './catalogue/types.ts'
import { GITHUB_ISSUER, type OidcOptions, type OidcServer, startOidc } from './github/oidc.ts'
import { type GmsOptions, type GmsServer, startGms } from './gms/gms.ts'

export const REGION = 'eu-west-1'

/** The role that the stand-ins' trust policy opens to GitHub and to the user with fixed keys. */
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/datahub-glue`

/** A user with fixed keys, for clients that have no OIDC, such as the peer. */
export const TEST_USER: User = {
  accessKeyId: 'test',
  secretAccessKey: 'test',
  arn: `arn:aws:iam::${ACCOUNT}:user/test`
}

export interface StandInOptions {
  readonly catalogue: Catalogue
  readonly seed?: number
  readonly clock?: Clock
  /** The roles that can be assumed. Default: `defaultRole()`. */
  readonly roles?: readonly Role[]
  readonly oidc?: OidcOptions
  readonly aws?: Partial<Omit<AwsOptions, 'glue'>> & { readonly glue?: Partial<GlueOptions> }
  readonly gms?: GmsOptions
}

/** GitHub's OIDC endpoint, AWS and GMS, set up so that a run of the action succeeds. */
export interface StandIns {
  readonly oidc: OidcServer
  readonly aws: AwsServer
  readonly gms: GmsServer
  /** What a runner's environment says: the four variables of recipes/glue.yml, the OIDC variables and the AWS endpoint. */
  readonly environment: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Starts all stand-ins on free ports. */
export async function startStandIns(options: StandInOptions): Promise<StandIns> {
  const shared = { seed: options.seed ?? 1, clock: options.clock ?? systemClock }
  const oidc = await startOidc({ ...shared, ...options.oidc })
  const aws = await startAws({ ...shared, ...awsOptions(options, oidc.jwksUrl) })
  const gms = await startGms({ ...shared, ...options.gms })
  return {
    oidc,
    aws,
    gms,
    environment: {
      AWS_DEFAULT_REGION: REGION,
      AWS_ROLE: ROLE_ARN,
      GLUE_EXTRACT_TRANSFORMS: 'false',
      GMS_URL: gms.url,
      AWS_ENDPOINT_URL: aws.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken
    },
    close: async () => {
      await Promise.all([oidc.close(), aws.close(), gms.close()])
    }
  }
}

/** STS with the role, the provider and the user; Glue with the catalogue; both as `options.aws` changes them. */
export function awsOptions(options: StandInOptions, jwksUrl: string): AwsOptions {
  const { glue, ...aws } = options.aws ?? {}
  const provider = { issuer: GITHUB_ISSUER, jwksUrl, clientIds: ['sts.amazonaws.com'] }
  return {
    sts: { roles: options.roles ?? [defaultRole()], identityProviders: [provider] },
    users: [TEST_USER],
    ...aws,
    glue: { catalogue: options.catalogue, account: ACCOUNT, ...glue }
  }
}

/** A role whose trust policy has GitHub's repository in both forms of `sub`, and the user with fixed keys. */
export function defaultRole(arn: string = ROLE_ARN, repository = 'example/data-platform'): Role {
  const [owner = '', name = ''] = repository.split('/')
  const account = arn.split(':')[4] ?? ACCOUNT
  const trustPolicy: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
          StringLike: {
            'token.actions.githubusercontent.com:sub': [`repo:${repository}:*`, `repo:${owner}@*/${name}@*:*`]
          }
        }
      },
      { Effect: 'Allow', Principal: { AWS: TEST_USER.arn }, Action: 'sts:AssumeRole' }
    ]
  }
  return { arn, trustPolicy, maxSessionSeconds: 43_200 }
}
