import { describe, expect, it } from '@jest/globals'
import { type AuthFacts, planAuth } from '../../src/aws/auth-mode.ts'
import { appErrorOf, awsOptions, identityOptions } from './support.ts'

const ROLE = 'arn:aws:iam::111122223333:role/datahub'
const NEXT = { roleArn: 'arn:aws:iam::444455556666:role/next', externalId: 'x' }
const keys = { id: 'AKIA', secret: 's', sessionToken: null }
const idToken = async () => 'token'
const workflow = { eventName: 'schedule', isForkPullRequest: false }
const fork = { eventName: 'pull_request', isForkPullRequest: true }
const withRole = identityOptions({ roleToAssume: ROLE })

function factsOf(changes: Partial<AuthFacts>): AuthFacts {
  return {
    aws: awsOptions({ roles: [NEXT] }),
    identity: identityOptions(),
    env: {},
    idToken: null,
    github: null,
    ...changes
  }
}

describe('planAuth', () => {
  it.each<[string, Partial<AuthFacts>, object]>([
    [
      "the recipe's keys before all else, without aws_role",
      { aws: awsOptions({ keys, profile: 'p', roles: [NEXT] }), identity: withRole, idToken, github: workflow },
      { mode: { kind: 'recipe-keys', keys }, source: 'recipe-keys', chain: [], ignoredRoles: [NEXT] }
    ],
    [
      "then the recipe's profile, without aws_role",
      { aws: awsOptions({ profile: 'p', roles: [NEXT] }), identity: withRole, idToken, github: workflow },
      { mode: { kind: 'recipe-profile', profile: 'p' }, source: 'recipe-profile', chain: [], ignoredRoles: [NEXT] }
    ],
    [
      "then GitHub's token for role-to-assume, and the recipe's roles after it",
      { identity: withRole, idToken, github: workflow },
      { mode: { kind: 'web-identity', role: { arn: ROLE } }, source: 'github-oidc', chain: [NEXT], ignoredRoles: [] }
    ],
    [
      'the default chain without role-to-assume, token or not',
      { idToken, github: workflow },
      { mode: { kind: 'default-chain', ifNone: null }, source: 'default-chain', chain: [NEXT] }
    ],
    [
      'the default chain in a terminal, which assumes role-to-assume first',
      { identity: withRole },
      { mode: { kind: 'default-chain', ifNone: null }, chain: [{ roleArn: ROLE, externalId: null }, NEXT] }
    ],
    [
      'keys in the environment of a job without a token',
      { identity: withRole, github: workflow, env: { AWS_ACCESS_KEY_ID: 'AKIA' } },
      { mode: { kind: 'default-chain', ifNone: { code: 'oidc-permission-missing' } } }
    ],
    [
      'a runner of one’s own, which may have an instance profile',
      { identity: withRole, github: fork, env: { RUNNER_ENVIRONMENT: 'self-hosted' } },
      { mode: { kind: 'default-chain', ifNone: { code: 'oidc-fork' } } }
    ]
  ])('%s', (_case, changes, expected) => {
    expect(planAuth(factsOf(changes))).toMatchObject(expected)
  })

  it.each<[string, Partial<AuthFacts>, string, string]>([
    [
      'no permission on a hosted runner',
      { identity: withRole, github: workflow, env: { RUNNER_ENVIRONMENT: 'github-hosted' } },
      'cannot-begin',
      'oidc-permission-missing'
    ],
    ['a fork on a hosted runner', { identity: withRole, github: fork }, 'cannot-begin', 'oidc-fork'],
    ['a role that is none', { identity: identityOptions({ roleToAssume: 'datahub' }) }, 'input', 'role-arn-invalid'],
    [
      'a role of the recipe that is none',
      { aws: awsOptions({ roles: [{ roleArn: 'x', externalId: null }] }) },
      'input',
      'role-arn-invalid'
    ]
  ])('refuses %s', async (_case, changes, kind, code) => {
    expect(await appErrorOf(() => planAuth(factsOf(changes)))).toMatchObject({ kind, code })
  })
})
