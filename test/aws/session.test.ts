import { GetDatabasesCommand, GetJobsCommand } from '@aws-sdk/client-glue'
import { afterEach, describe, expect, it } from '@jest/globals'
import { manualClock } from '../emulator/clock.ts'
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

const DATA_ROLE = 'arn:aws:iam::444455556666:role/data/lake-reader'
const NEXT_ROLE = 'arn:aws:iam::777788889999:role/next'

let side: AwsSide

async function start(options: AwsSideOptions = {}): Promise<void> {
  side = await startAwsSide(options)
}

afterEach(async () => {
  await side.close()
})

/** A role that lets sessions of another role in. */
function roleFor(arn: string, principal: string, externalId?: string) {
  const Condition = externalId === undefined ? {} : { StringEquals: { 'sts:ExternalId': externalId } }
  const statement = { Effect: 'Allow' as const, Principal: { AWS: principal }, Action: 'sts:AssumeRole', Condition }
  return { arn, trustPolicy: { Statement: [statement] } }
}

const chain = (...arns: string[]) => arns.map((roleArn) => ({ roleArn, externalId: null }))

describe('openAwsSession', () => {
  it("exchanges GitHub's token for the role, proves it, and masks everything first", async () => {
    await start()
    const { session, masked } = await open(side)
    expect(session.identity).toEqual({
      account: '111122223333',
      arn: 'arn:aws:sts::111122223333:assumed-role/datahub-glue/datahub-glue-ingestion',
      region: 'eu-west-1',
      source: 'github-oidc',
      roles: [ROLE_ARN]
    })
    expect(masked[0]).toBe(side.oidc.tokens[0])
    expect(masked).toHaveLength(4)
    expect(side.aws.requests.map((request) => request.label)).toEqual([
      `AssumeRoleWithWebIdentity ${ROLE_ARN}`,
      'GetCallerIdentity'
    ])
  })

  it('does not assume the role of the recipe when it is that role already', async () => {
    await start()
    const options = glueOptions({ aws: awsOptions({ roles: chain(ROLE_ARN) }) })
    const { session } = await open(side, { options })
    expect(session.identity.roles).toEqual([ROLE_ARN])
    expect([...side.aws.counts.keys()].filter((label) => label.startsWith('AssumeRole '))).toEqual([])
  })

  it('follows a chain over accounts, with paths and external ids, every session with the session policy', async () => {
    const roles = [
      defaultRole(),
      roleFor(DATA_ROLE, ROLE_ARN, 'tenant 7'),
      roleFor(NEXT_ROLE, 'arn:aws:iam::444455556666:role/data/lake-reader')
    ]
    await start({ roles })
    const aws = awsOptions({ roles: [{ roleArn: DATA_ROLE, externalId: 'tenant 7' }, ...chain(NEXT_ROLE)] })
    const { session } = await open(side, { options: glueOptions({ aws }) })
    expect(session.identity.roles).toEqual([ROLE_ARN, DATA_ROLE, NEXT_ROLE])
    expect(session.identity.account).toBe('777788889999')
    const assumed = side.aws.requests.filter((request) => request.label.startsWith('AssumeRole'))
    const policies = assumed.map((request) => new URLSearchParams(request.body).get('Policy'))
    expect(new Set(policies).size).toBe(1)
    expect(JSON.parse(policies[0] ?? '')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['glue:GetDatabase', 'glue:GetDatabases', 'glue:GetTable', 'glue:GetTables'],
          Resource: [
            'arn:aws:glue:eu-west-1:*:catalog*',
            'arn:aws:glue:eu-west-1:*:database/*',
            'arn:aws:glue:eu-west-1:*:table/*'
          ]
        },
        {
          Effect: 'Allow',
          Action: ['kms:Decrypt'],
          Resource: ['*'],
          Condition: { StringEquals: { 'kms:ViaService': 'glue.eu-west-1.amazonaws.com' } }
        },
        { Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: [DATA_ROLE, NEXT_ROLE] }
      ]
    })
  })

  it('takes keys from the environment where there is no OIDC, and assumes role-to-assume with them', async () => {
    await start()
    const env = { ...side.env, ...testKeys }
    const { session } = await open(side, { env, idToken: null, github: null })
    expect(session.identity).toMatchObject({ source: 'default-chain', roles: [ROLE_ARN] })
  })

  it('stays the user of the environment when no role is given', async () => {
    await start()
    const env = { ...side.env, ...testKeys }
    const { session } = await open(side, { env, idToken: null, identity: identityOptions() })
    expect(session.identity).toMatchObject({ source: 'default-chain', roles: [], arn: TEST_USER.arn })
  })

  it("prefers the recipe's keys to everything, and says that aws_role is then ignored, as the peer does it", async () => {
    await start()
    const keys = { id: 'test', secret: 'test', sessionToken: null }
    const options = glueOptions({ aws: awsOptions({ keys, roles: chain(DATA_ROLE) }) })
    const { session, events, masked } = await open(side, { options })
    expect(session.identity).toMatchObject({ source: 'recipe-keys', roles: [], arn: TEST_USER.arn })
    expect(events).toMatchObject([{ type: 'failed', severity: 'warning', failure: { code: 'aws-role-ignored' } }])
    expect(masked).toEqual(['test', 'test'])
    expect(side.oidc.tokens).toEqual([])
  })

  it('asks GitHub for a new token when the session is about to end', async () => {
    const clock = manualClock()
    await start({ aws: { clock }, oidc: { clock } })
    const { session } = await open(side, { clock })
    const client = session.glueClient()
    await client.send(new GetDatabasesCommand({}))
    expect(side.oidc.tokens).toHaveLength(1)
    clock.advance(56 * 60_000)
    await Promise.all([1, 2, 3].map(() => client.send(new GetDatabasesCommand({}))))
    expect(side.oidc.tokens).toHaveLength(2)
  })

  it('renews a session that AWS says has expired before its time, and repeats the call', async () => {
    const awsClock = manualClock()
    await start({ aws: { clock: awsClock }, oidc: { clock: awsClock } })
    const { session, events } = await open(side)
    awsClock.advance(61 * 60_000)
    await session.glueClient().send(new GetDatabasesCommand({}))
    expect(side.oidc.tokens).toHaveLength(2)
    expect(events).toEqual([{ type: 'retried', service: 'glue', reason: 'ExpiredToken', after: 0 }])
  })

  it('renews every link of a chain that has run out', async () => {
    const awsClock = manualClock()
    const roles = [defaultRole(), roleFor(DATA_ROLE, TEST_USER.arn), roleFor(NEXT_ROLE, DATA_ROLE)]
    await start({ aws: { clock: awsClock }, roles })
    const env = { ...side.env, ...testKeys }
    const options = glueOptions({ aws: awsOptions({ roles: chain(DATA_ROLE, NEXT_ROLE) }) })
    const { session } = await open(side, { env, idToken: null, github: null, identity: identityOptions(), options })
    awsClock.advance(61 * 60_000)
    await session.glueClient().send(new GetDatabasesCommand({}))
    expect(side.aws.counts.get(`AssumeRole ${DATA_ROLE}`)).toBe(2)
    expect(side.aws.counts.get(`AssumeRole ${NEXT_ROLE}`)).toBe(3)
  })

  it('hands on what the recipe says of a role, in place of what the inputs say', async () => {
    await start({ roles: [defaultRole(), roleFor(DATA_ROLE, ROLE_ARN)], aws: { keep: 'bodies' } })
    const others = {
      RoleSessionName: 'nightly',
      DurationSeconds: 900,
      Policy: '{"Version":"2012-10-17","Statement":[]}',
      PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      Tags: [{ Key: 'team', Value: 'data' }],
      TransitiveTagKeys: ['team'],
      SourceIdentity: 'ci'
    }
    const roles = [{ roleArn: DATA_ROLE, externalId: null, others }]
    const { session } = await open(side, { options: glueOptions({ aws: awsOptions({ roles }) }) })
    expect(session.identity.arn).toMatch(/\/nightly$/u)
    const body = side.aws.requests.find(({ label }) => label === `AssumeRole ${DATA_ROLE}`)?.body
    const sent = Object.fromEntries(new URLSearchParams(String(body)))
    expect(sent).toMatchObject({
      RoleSessionName: 'nightly',
      DurationSeconds: '900',
      Policy: others.Policy,
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      'Tags.member.1.Key': 'team',
      'Tags.member.1.Value': 'data',
      'TransitiveTagKeys.member.1': 'team',
      SourceIdentity: 'ci'
    })
  })

  it('tries again what is worth trying again', async () => {
    await start({
      aws: {
        faults: [
          { match: 'WebIdentity', first: 2, code: 'IDPCommunicationError' },
          { match: 'GetCaller', nth: [1], reset: 'before' }
        ]
      }
    })
    const { events } = await open(side)
    expect(events).toMatchObject([
      { type: 'retried', service: 'sts', reason: 'IDPCommunicationError' },
      { type: 'retried', service: 'sts', reason: 'IDPCommunicationError' },
      { type: 'retried', service: 'sts', reason: 'ECONNRESET' }
    ])
  })

  it('keeps to its session policy', async () => {
    await start({ catalogue: [{ database: { Name: 'sales' }, tables: [] }] })
    const { session } = await open(side)
    const databases = await session.glueClient().send(new GetDatabasesCommand({}))
    expect(databases.DatabaseList).toEqual([{ Name: 'sales' }])
    await expect(session.glueClient().send(new GetJobsCommand({}))).rejects.toMatchObject({
      name: 'AwsCallError',
      kind: 'denied',
      action: 'glue:GetJobs',
      attempts: 1
    })
    const { session: free } = await open(side, {
      identity: identityOptions({ roleToAssume: ROLE_ARN, leastPrivilege: false })
    })
    expect(await free.glueClient().send(new GetJobsCommand({}))).toMatchObject({ Jobs: [] })
  })

  it('refuses an account that is not allowed, on every path', async () => {
    await start()
    const allowedAccountIds = ['999999999999']
    const env = { ...side.env, ...testKeys }
    for (const changes of [
      { identity: identityOptions({ roleToAssume: ROLE_ARN, allowedAccountIds }) },
      { identity: identityOptions({ allowedAccountIds }), env, idToken: null, github: null },
      {
        identity: identityOptions({ allowedAccountIds }),
        options: glueOptions({ aws: awsOptions({ keys: { id: 'test', secret: 'test', sessionToken: null } }) })
      }
    ]) {
      const error = await appErrorOf(() => open(side, changes))
      expect(error).toMatchObject({ kind: 'cannot-begin', code: 'account-not-allowed' })
      expect(error.message).toContain('111122223333')
    }
  })
})
