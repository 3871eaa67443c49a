import { afterEach, describe, expect, it } from '@jest/globals'
import type { SessionRequest } from '../../src/aws/session.ts'
import { defaultRole, ROLE_ARN, TEST_USER } from '../emulator/stand-ins.ts'
import {
  type AwsSide,
  type AwsSideOptions,
  appErrorOf,
  awsOptions,
  glueOptions,
  identityOptions,
  open,
  startAwsSide,
  testKeys
} from './support.ts'

interface Case {
  readonly name: string
  readonly side?: AwsSideOptions
  readonly changes?: (side: AwsSide) => Partial<SessionRequest>
  readonly kind?: 'input'
  readonly code: string
  /** What the message must say. */
  readonly says: readonly string[]
  /** What the cure must say. */
  readonly cures: readonly string[]
}

const OTHER_ROLE = 'arn:aws:iam::444455556666:role/lake/reader'
const inTerminal = (side: AwsSide) => ({ env: { ...side.env, ...testKeys }, idToken: null, github: null })
const withChain = (externalId: string | null = null) =>
  glueOptions({ aws: awsOptions({ roles: [{ roleArn: OTHER_ROLE, externalId }] }) })
const fault = (match: string, code: string, message?: string) => ({
  aws: { faults: [{ match, code, ...(message === undefined ? {} : { message }) }] }
})

const CASES: readonly Case[] = [
  {
    name: 'a job without id-token: write',
    changes: () => ({ idToken: null }),
    code: 'oidc-permission-missing',
    says: ['id-token: write'],
    cures: ['permissions:\n  id-token: write\n  contents: read']
  },
  {
    name: 'a job that loses the permission between planning and asking, in the words of @actions/core',
    changes: () => ({
      idToken: () => Promise.reject(new Error('Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable'))
    }),
    code: 'oidc-permission-missing',
    says: ['id-token: write'],
    cures: ['permissions:\n  id-token: write']
  },
  {
    name: 'a pull request from a fork',
    changes: () => ({ idToken: null, github: { eventName: 'pull_request', isForkPullRequest: true } }),
    code: 'oidc-fork',
    says: ['fork', 'pull_request'],
    cures: ['validate']
  },
  {
    name: "GitHub's endpoint answering an error",
    side: { oidc: { faults: [{ status: 503 }] } },
    code: 'oidc-token-unavailable',
    says: ['HTTP 503'],
    cures: ['githubstatus']
  },
  {
    name: 'a trust policy that admits another repository',
    side: { roles: [defaultRole(ROLE_ARN, 'someone/else')] },
    code: 'role-not-trusting',
    says: [ROLE_ARN],
    cures: [
      'sub: repo:example/data-platform:ref:refs/heads/main',
      'aud: sts.amazonaws.com',
      '"Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"',
      '"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"',
      '"repo:example/data-platform:ref:refs/heads/main"',
      '"repo:example@81234567/data-platform@712345678:ref:refs/heads/main"'
    ]
  },
  {
    name: 'the same with a repository that has immutable ids',
    side: { roles: [defaultRole(ROLE_ARN, 'someone/else')], oidc: { subject: 'immutable' } },
    code: 'role-not-trusting',
    says: [ROLE_ARN],
    cures: [
      'sub: repo:example@81234567/data-platform@712345678:ref:refs/heads/main',
      '"repo:example/data-platform:ref:refs/heads/main"',
      '"repo:example@81234567/data-platform@712345678:ref:refs/heads/main"'
    ]
  },
  {
    name: 'a role that does not exist',
    side: { roles: [] },
    code: 'role-not-trusting',
    says: ['does not exist'],
    cures: ['"Action": "sts:AssumeRoleWithWebIdentity"']
  },
  {
    name: 'an audience that the provider does not list',
    changes: () => ({ identity: identityOptions({ roleToAssume: ROLE_ARN, audience: 'https://example.com' }) }),
    code: 'oidc-audience',
    says: ['audience'],
    cures: ['https://example.com', 'oidc-provider/token.actions.githubusercontent.com', 'sts.amazonaws.com']
  },
  {
    name: 'an account without an identity provider',
    side: { provider: null },
    code: 'oidc-provider-missing',
    says: ['No OpenIDConnect provider'],
    cures: ['create-open-id-connect-provider --url https://token.actions.githubusercontent.com']
  },
  {
    name: 'a token signed by someone else',
    side: { oidc: { signWithUnknownKey: true } },
    code: 'oidc-token-invalid',
    says: ['verification key'],
    cures: ['iss: https://token.actions.githubusercontent.com']
  },
  {
    name: 'a token that has expired',
    side: { oidc: { lifetimeSeconds: -60 } },
    code: 'oidc-token-expired',
    says: ['expired'],
    cures: ['clock']
  },
  {
    name: 'a claim that is rejected',
    side: fault('WebIdentity', 'IDPRejectedClaim'),
    code: 'oidc-claim-rejected',
    says: ['rejected'],
    cures: ['sub: repo:example/data-platform']
  },
  {
    name: 'a duration beyond what the role allows',
    side: { roles: [{ ...defaultRole(), maxSessionSeconds: 3_600 }] },
    changes: () => ({ identity: identityOptions({ roleToAssume: ROLE_ARN, roleDurationSeconds: 7_200 }) }),
    kind: 'input',
    code: 'role-duration-too-long',
    says: ['7200', ROLE_ARN],
    cures: ['role-duration-seconds']
  },
  {
    name: 'a session policy that AWS cannot pack',
    side: fault('WebIdentity', 'PackedPolicyTooLarge', 'Packed policy consumes 130% of allotted space'),
    kind: 'input',
    code: 'session-policy-too-large',
    says: ['130%'],
    cures: ['inline-session-policy', 'least-privilege']
  },
  {
    name: 'a session policy that AWS does not understand',
    changes: () => ({
      identity: identityOptions({ roleToAssume: ROLE_ARN, inlineSessionPolicy: '{"Statement": [{}]}' })
    }),
    kind: 'input',
    code: 'session-policy-malformed',
    says: ['session policy'],
    cures: ['inline-session-policy']
  },
  {
    name: 'a session policy that is too long',
    changes: () => ({
      options: glueOptions({
        aws: awsOptions({
          roles: Array.from({ length: 40 }, (_, i) => ({
            roleArn: `arn:aws:iam::111122223333:role/a-rather-long-name-${i}`,
            externalId: null
          }))
        })
      })
    }),
    kind: 'input',
    code: 'session-policy-invalid',
    says: ['2048'],
    cures: ['least-privilege', 'inline-session-policy']
  },
  {
    name: 'a region in which STS is off',
    side: fault('WebIdentity', 'RegionDisabledException'),
    code: 'sts-region-disabled',
    says: ['eu-west-1'],
    cures: ['aws-region']
  },
  {
    name: 'STS throttling to the end',
    side: fault('WebIdentity', 'Throttling'),
    code: 'sts-throttled',
    says: ['6 times'],
    cures: ['later']
  },
  {
    name: 'STS that is not there',
    changes: () => ({ env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' } }),
    code: 'sts-unreachable',
    says: ['ECONNREFUSED', '6 attempts'],
    cures: ['VPC endpoint', 'HTTPS_PROXY']
  },
  {
    name: 'a host that does not exist',
    changes: () => ({ env: { AWS_ENDPOINT_URL: 'http://sts.eu-west-9.invalid' } }),
    code: 'aws-region-unknown',
    says: ['eu-west-1'],
    cures: ['aws_region', 'DNS']
  },
  {
    name: 'a proxy that answers HTML',
    side: { aws: { faults: [{ status: 403, body: '<html>Blocked by policy</html>' }] } },
    code: 'sts-not-aws',
    says: ['HTTP 403'],
    cures: ['proxy', 'AWS_ENDPOINT_URL']
  },
  {
    name: 'a captive portal that answers HTML with a good status',
    side: { aws: { faults: [{ status: 200, body: '<html>Welcome</html>' }] } },
    code: 'sts-not-aws',
    says: ['not AWS'],
    cures: ['proxy']
  },
  {
    name: 'a link of the chain that does not trust',
    changes: () => ({ options: withChain() }),
    code: 'role-chain-denied',
    says: ['assumed-role/datahub-glue/datahub-glue-ingestion', OTHER_ROLE],
    cures: [`"AWS": "${ROLE_ARN}"`, `"Resource": "${OTHER_ROLE}"`, 'ExternalId']
  },
  {
    name: 'a link of the chain with the wrong external id',
    side: {
      roles: [
        {
          arn: OTHER_ROLE,
          trustPolicy: {
            Statement: {
              Effect: 'Allow',
              Principal: { AWS: TEST_USER.arn },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'sts:ExternalId': 'right' } }
            }
          }
        }
      ]
    },
    changes: (side) => ({ ...inTerminal(side), identity: identityOptions(), options: withChain('wrong') }),
    code: 'role-chain-denied',
    says: [TEST_USER.arn, OTHER_ROLE],
    cures: [`"AWS": "${TEST_USER.arn}"`, '"sts:ExternalId": "wrong"', 'character by character']
  },
  ...['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'].map(
    (variable): Case => ({
      name: `a line break in ${variable}`,
      changes: (side) => ({
        ...inTerminal(side),
        env: { ...side.env, ...testKeys, [variable]: 'AK\nx' },
        identity: identityOptions()
      }),
      code: 'aws-key-characters',
      kind: 'input',
      says: [`The variable ${variable} holds a character`],
      cures: ['without line breaks']
    })
  ),
  {
    name: 'keys that AWS does not know',
    changes: (side) => ({
      ...inTerminal(side),
      env: { ...side.env, ...testKeys, AWS_ACCESS_KEY_ID: 'AKIAUNKNOWN' },
      identity: identityOptions()
    }),
    code: 'aws-credentials-invalid',
    says: ['access key'],
    cures: ['session token']
  },
  {
    name: 'a secret that does not belong to the key',
    changes: (side) => ({
      ...inTerminal(side),
      env: { ...side.env, ...testKeys, AWS_SECRET_ACCESS_KEY: 'tset' },
      identity: identityOptions()
    }),
    code: 'aws-credentials-invalid',
    says: ['signature'],
    cures: ['secret']
  },
  {
    name: 'a clock that is wrong',
    side: fault(
      'GetCallerIdentity',
      'SignatureDoesNotMatch',
      'Signature expired: 20261123T100000Z is now earlier than 20261123T104500Z'
    ),
    code: 'clock-skew',
    says: ['clock'],
    cures: ['NTP']
  },
  {
    name: 'a region that the key is not scoped to',
    side: fault(
      'GetCallerIdentity',
      'SignatureDoesNotMatch',
      "Credential should be scoped to a valid region, not 'eu-west-1'."
    ),
    kind: 'input',
    code: 'aws-region-wrong',
    says: ['eu-west-1'],
    cures: ['aws-region']
  },
  {
    name: 'temporary keys that have run out',
    side: fault('GetCallerIdentity', 'ExpiredToken', 'The security token included in the request is expired'),
    changes: (side) => ({ ...inTerminal(side), identity: identityOptions() }),
    code: 'aws-credentials-expired',
    says: ['expired'],
    cures: ['role-to-assume']
  },
  {
    name: 'a profile that does not exist',
    changes: () => ({ options: glueOptions({ aws: awsOptions({ profile: 'nobody' }) }) }),
    code: 'aws-profile-unusable',
    says: ['nobody'],
    cures: ['aws_profile']
  },
  {
    name: 'a role given by its name',
    changes: () => ({ identity: identityOptions({ roleToAssume: 'datahub-glue' }) }),
    kind: 'input',
    code: 'role-arn-invalid',
    says: ['datahub-glue', "a role's name", 'role-to-assume'],
    cures: ['arn:aws:iam::']
  },
  {
    name: 'no region',
    changes: () => ({ options: glueOptions({ aws: awsOptions({ region: null }) }) }),
    kind: 'input',
    code: 'aws-region-missing',
    says: ['region'],
    cures: ['aws-region', 'AWS_REGION']
  },
  {
    name: 'a region that is a place',
    changes: () => ({
      options: glueOptions({ aws: awsOptions({ region: null }) }),
      identity: identityOptions({ region: 'Frankfurt' })
    }),
    kind: 'input',
    code: 'aws-region-invalid',
    says: ['Frankfurt', 'aws-region'],
    cures: ['eu-central-1']
  },
  {
    name: 'a session name with a space',
    changes: () => ({ identity: identityOptions({ roleToAssume: ROLE_ARN, roleSessionName: 'data hub' }) }),
    kind: 'input',
    code: 'identity-input-invalid',
    says: ['data hub'],
    cures: ['role-session-name']
  }
]

let side: AwsSide | null = null

afterEach(async () => {
  await side?.close()
})

describe('an identity that cannot be had', () => {
  it.each(CASES)('$name: $code', async (given) => {
    side = await startAwsSide(given.side)
    const running = side
    const error = await appErrorOf(() => open(running, given.changes?.(running)))
    const shown = `${error.message}\n${error.cure ?? ''}`
    expect(error).toMatchObject({ kind: given.kind ?? 'cannot-begin', code: given.code })
    for (const text of given.says) expect(error.message).toContain(text)
    for (const text of given.cures) expect(error.cure).toContain(text)
    expect(error.message).not.toContain('\n')
    for (const token of running.oidc.tokens) expect(shown).not.toContain(token)
  })
})
