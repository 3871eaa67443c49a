import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ROLE_ARN, TEST_USER } from '../emulator/stand-ins.ts'
import { type AwsSide, appErrorOf, awsOptions, glueOptions, identityOptions, open, startAwsSide } from './support.ts'

const FILES = `
[profile plain]
region = eu-central-1
aws_access_key_id = test
aws_secret_access_key = test

[profile as-role]
role_arn = ${ROLE_ARN}
source_profile = plain
role_session_name = from-profile

[profile without-keys]
region = eu-central-1
`

const folder = mkdtempSync(join(tmpdir(), 'profile-'))
const file = join(folder, 'config')
const CHANGED = {
  AWS_CONFIG_FILE: file,
  AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  AWS_EC2_METADATA_DISABLED: 'true'
}
const before = { ...process.env }
let side: AwsSide

beforeAll(async () => {
  writeFileSync(file, FILES)
  // The SDK looks for its files by these variables of the process.
  Object.assign(process.env, CHANGED)
  side = await startAwsSide({ glue: {} })
})

afterAll(async () => {
  for (const name of Object.keys(CHANGED)) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
  rmSync(folder, { recursive: true })
  await side.close()
})

const withProfile = (profile: string) => ({
  options: glueOptions({ aws: awsOptions({ profile, region: null }) }),
  identity: identityOptions(),
  idToken: null,
  github: null
})

describe("the recipe's profile", () => {
  it('gives its keys and its region', async () => {
    const { session } = await open(side, withProfile('plain'))
    expect(session.identity).toEqual({
      account: '111122223333',
      arn: TEST_USER.arn,
      region: 'eu-central-1',
      source: 'recipe-profile',
      roles: []
    })
  })

  it('wins over keys in the environment, as with the peer', async () => {
    const env = { ...side.env, AWS_ACCESS_KEY_ID: 'AKIAOTHER', AWS_SECRET_ACCESS_KEY: 'other' }
    const { session } = await open(side, { ...withProfile('plain'), env })
    expect(session.identity.arn).toBe(TEST_USER.arn)
  })

  it('assumes the role that it names', async () => {
    const env = { ...side.env, AWS_REGION: 'eu-west-1' }
    const { session } = await open(side, { ...withProfile('as-role'), env })
    expect(session.identity).toMatchObject({
      arn: 'arn:aws:sts::111122223333:assumed-role/datahub-glue/from-profile',
      region: 'eu-west-1'
    })
  })

  it('is no other identity when it has none itself', async () => {
    const env = { ...side.env, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
    const error = await appErrorOf(() => open(side, { ...withProfile('without-keys'), env }))
    expect(error).toMatchObject({ kind: 'cannot-begin', code: 'aws-profile-unusable' })
  })
})

describe('the default chain', () => {
  it('follows AWS_PROFILE', async () => {
    process.env.AWS_PROFILE = 'plain'
    const { session } = await open(side, {
      options: glueOptions({ aws: awsOptions({ region: null }) }),
      identity: identityOptions(),
      env: { ...side.env, AWS_PROFILE: 'plain' },
      idToken: null,
      github: null
    })
    delete process.env.AWS_PROFILE
    expect(session.identity).toMatchObject({ arn: TEST_USER.arn, region: 'eu-central-1', source: 'default-chain' })
  })

  it.each([
    ['in a terminal', {}, 'aws sso login'],
    ['in GitHub Actions', { GITHUB_ACTIONS: 'true' }, 'role-to-assume']
  ])('says %s what to do when there is nothing', async (_case, more, cure) => {
    const changes = { identity: identityOptions(), env: { ...side.env, ...more }, idToken: null, github: null }
    const error = await appErrorOf(() => open(side, changes))
    expect(error).toMatchObject({ kind: 'cannot-begin', code: 'aws-credentials-missing' })
    expect(error.cure).toContain(cure)
  })

  it('says on a runner of one’s own, too, that a permission would help', async () => {
    const changes = { env: { ...side.env, RUNNER_ENVIRONMENT: 'self-hosted' }, idToken: null }
    expect(await appErrorOf(() => open(side, changes))).toMatchObject({ code: 'oidc-permission-missing' })
  })
})
