import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stsClient, TEST_KEYS } from '../client.ts'
import { type ManualClock, manualClock } from '../clock.ts'
import { defaultRole, ROLE_ARN, type StandIns, startStandIns } from '../stand-ins.ts'
import type { Role } from './credentials.ts'
import { newSigningKey, signToken } from './jwt.ts'

const OTHER_ROLE = 'arn:aws:iam::111122223333:role/path/to/reader'
let clock: ManualClock
let standIns: StandIns

beforeAll(async () => {
  clock = manualClock()
  standIns = await startStandIns({ clock, catalogue: [], roles: [defaultRole(), shortRole(), chainedRole()] })
})
afterAll(() => standIns.close())

function shortRole(): Role {
  return { ...defaultRole(`${ROLE_ARN}-short`), maxSessionSeconds: 3600 }
}

function chainedRole(): Role {
  const Condition = { StringEquals: { 'sts:ExternalId': 'secret-id' } }
  const Statement = { Effect: 'Allow' as const, Principal: { AWS: ROLE_ARN }, Action: 'sts:AssumeRole', Condition }
  return { arn: OTHER_ROLE, trustPolicy: { Statement } }
}

async function token(audience = 'sts.amazonaws.com'): Promise<string> {
  const { requestUrl, requestToken } = standIns.oidc
  const response = await fetch(`${requestUrl}&audience=${audience}`, {
    headers: { authorization: `Bearer ${requestToken}` }
  })
  const { value }: { value: string } = JSON.parse(await response.text())
  return value
}

type WebIdentityInput = ConstructorParameters<typeof AssumeRoleWithWebIdentityCommand>[0]

async function assume(input: Partial<WebIdentityInput> = {}) {
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: ROLE_ARN,
    RoleSessionName: 'run-42',
    WebIdentityToken: await token(),
    ...input
  })
  return stsClient(standIns.aws.url).send(command)
}

async function keys(input: Partial<WebIdentityInput> = {}) {
  const { Credentials } = await assume(input)
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? ''
  }
}

describe('AssumeRoleWithWebIdentity', () => {
  it('gives keys for a session of the role, until when it was asked to', async () => {
    const answer = await assume({ DurationSeconds: 7200 })
    expect(answer.AssumedRoleUser?.Arn).toBe('arn:aws:sts::111122223333:assumed-role/datahub-glue/run-42')
    expect(answer.Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
    expect(answer.Credentials?.Expiration).toEqual(new Date(clock.now() + 7_200_000))
    expect(answer.SubjectFromWebIdentityToken).toBe('repo:example/data-platform:ref:refs/heads/main')
  })

  const refused: readonly (readonly [string, () => Promise<Partial<WebIdentityInput>>, string, RegExp])[] = [
    [
      'a token that is none',
      async () => ({ WebIdentityToken: 'garbage' }),
      'InvalidIdentityTokenException',
      /not a valid JWT/
    ],
    [
      'another audience',
      async () => ({ WebIdentityToken: await token('api.example') }),
      'InvalidIdentityTokenException',
      /Incorrect token audience/
    ],
    [
      'a changed token',
      async () => ({ WebIdentityToken: changed(await token()) }),
      'InvalidIdentityTokenException',
      /verification key/
    ],
    [
      'an unknown issuer',
      async () => ({ WebIdentityToken: foreign() }),
      'InvalidIdentityTokenException',
      /No OpenIDConnect provider found in your account for https:\/\/elsewhere/
    ],
    [
      'a role that does not exist',
      async () => ({ RoleArn: `${ROLE_ARN}-x` }),
      'AccessDenied',
      /^Not authorized to perform sts:AssumeRoleWithWebIdentity$/
    ],
    [
      'a role that does not trust GitHub',
      async () => ({ RoleArn: OTHER_ROLE }),
      'AccessDenied',
      /^Not authorized to perform/
    ],
    ['899 seconds', async () => ({ DurationSeconds: 899 }), 'ValidationError', /greater than or equal to 900/],
    ['43,201 seconds', async () => ({ DurationSeconds: 43_201 }), 'ValidationError', /less than or equal to 43200/],
    [
      'more than the role allows',
      async () => ({ RoleArn: `${ROLE_ARN}-short`, DurationSeconds: 3601 }),
      'ValidationError',
      /MaxSessionDuration/
    ],
    [
      'a long session policy',
      async () => ({ Policy: policyOf(2049) }),
      'ValidationError',
      /less than or equal to 2048/
    ],
    [
      'a session policy that is not JSON',
      async () => ({ Policy: 'x' }),
      'MalformedPolicyDocumentException',
      /valid JSON/
    ],
    ['a bad session name', async () => ({ RoleSessionName: 'a b' }), 'ValidationError', /roleSessionName/]
  ]
  it.each(refused)('refuses %s', async (_, input, name, message) => {
    await expect(assume(await input())).rejects.toMatchObject({ name, message: expect.stringMatching(message) })
  })

  it('takes a session policy of 2,048 characters', async () => {
    expect((await assume({ Policy: policyOf(2048) })).Credentials?.AccessKeyId).toBeDefined()
  })

  it('refuses an expired token', async () => {
    const late = await token()
    clock.advance(301_000)
    await expect(assume({ WebIdentityToken: late })).rejects.toMatchObject({ name: 'ExpiredTokenException' })
  })

  it("admits the immutable form of sub, and nobody else's repository", async () => {
    for (const [subject, repository, admitted] of [
      ['immutable', 'example/data-platform', true],
      ['classic', 'example/other', false],
      ['classic', 'attacker/data-platform', false]
    ] as const) {
      const other = await startStandIns({ clock, catalogue: [], oidc: { subject, repository } })
      const { requestUrl, requestToken } = other.oidc
      const answer = await fetch(`${requestUrl}&audience=sts.amazonaws.com`, {
        headers: { authorization: `Bearer ${requestToken}` }
      })
      const { value }: { value: string } = JSON.parse(await answer.text())
      const sent = stsClient(other.aws.url).send(
        new AssumeRoleWithWebIdentityCommand({ RoleArn: ROLE_ARN, RoleSessionName: 'run', WebIdentityToken: value })
      )
      const outcome = await sent.then(
        () => true,
        () => false
      )
      await other.close()
      expect({ subject, repository, admitted: outcome }).toEqual({ subject, repository, admitted })
    }
  })
})

describe('GetCallerIdentity', () => {
  it('tells who a session is', async () => {
    const identity = await stsClient(standIns.aws.url, await keys()).send(new GetCallerIdentityCommand({}))
    expect(identity).toMatchObject({
      Account: '111122223333',
      Arn: 'arn:aws:sts::111122223333:assumed-role/datahub-glue/run-42',
      UserId: expect.stringMatching(/^AROA.{17}:run-42$/)
    })
  })

  it('refuses keys that were never given out, are wrong, or have expired', async () => {
    const session = await keys({ DurationSeconds: 900 })
    const ask = (credentials: typeof session) =>
      stsClient(standIns.aws.url, credentials).send(new GetCallerIdentityCommand({}))
    await expect(ask({ ...session, accessKeyId: 'AKIAUNKNOWN' })).rejects.toMatchObject({
      name: 'InvalidClientTokenId'
    })
    await expect(ask({ ...session, sessionToken: 'other' })).rejects.toMatchObject({ name: 'InvalidClientTokenId' })
    await expect(ask({ ...session, secretAccessKey: 'other' })).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' })
    clock.advance(900_000)
    await expect(ask(session)).rejects.toMatchObject({ name: 'ExpiredToken' })
  })
})

describe('AssumeRole', () => {
  const chain = (session: typeof TEST_KEYS, more: object = {}) =>
    stsClient(standIns.aws.url, session).send(
      new AssumeRoleCommand({ RoleArn: OTHER_ROLE, RoleSessionName: 'chained', ExternalId: 'secret-id', ...more })
    )

  it('chains from a session to another role', async () => {
    const answer = await chain(await keys())
    expect(answer.AssumedRoleUser?.Arn).toBe('arn:aws:sts::111122223333:assumed-role/reader/chained')
  })

  it('refuses without the external id, and from a caller that is not trusted', async () => {
    const message =
      /^User: .+ is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role\/path\/to\/reader$/
    const denied = { name: 'AccessDenied', message: expect.stringMatching(message) }
    await expect(chain(await keys(), { ExternalId: undefined })).rejects.toMatchObject(denied)
    await expect(chain(TEST_KEYS)).rejects.toMatchObject(denied)
  })

  it('refuses more than an hour when roles are chained', async () => {
    await expect(chain(await keys(), { DurationSeconds: 3601 })).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(/role chaining/)
    })
  })

  it("holds the caller to its session's policy", async () => {
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'glue:*', Resource: '*' }]
    })
    await expect(chain(await keys({ Policy }))).rejects.toMatchObject({
      message: expect.stringMatching(/because no session policy allows the sts:AssumeRole action$/)
    })
  })
})

function policyOf(length: number): string {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'glue:*', Resource: '*' }]
  })
  return text.padEnd(length, ' ')
}

function changed(original: string): string {
  const [header, , signature] = original.split('.')
  const claims = Buffer.from(
    JSON.stringify({
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'sts.amazonaws.com',
      sub: 'repo:example/data-platform:x',
      exp: 9_999_999_999
    })
  )
  return `${header}.${claims.toString('base64url')}.${signature}`
}

function foreign(): string {
  return signToken(newSigningKey(), { iss: 'https://elsewhere', aud: 'sts.amazonaws.com' })
}
