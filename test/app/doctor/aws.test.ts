// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import type { Clock } from '../../../src/core/clock.ts'
import { identityOptions, testKeys } from '../../aws/support.ts'
import { ACCOUNT } from '../../emulator/aws/aws.ts'
import { defaultRole, ROLE_ARN } from '../../emulator/stand-ins.ts'
import { hastyClock, type Scene, TEMPLATE } from '../rig.ts'
import {
  ACTIONS,
  ALL_DATA,
  ALL_OPTIONS,
  amiss,
  type Changes,
  type ClinicOptions,
  closeClinic,
  expectRefused,
  GITHUB,
  type Looked,
  look,
  roleWith,
  startClinic
} from './rig.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeClinic)

async function visit(options: ClinicOptions = {}, changes: Changes = {}): Promise<Looked> {
  scene = await startClinic(options)
  return look(scene, changes)
}

/** What no stand-in with this recipe can show. */
const USUAL = ['gms-tls: not-tested', 'gms-write: not-tested', 'glue-freshness: warning']

const OTHER_ROLE = 'arn:aws:iam::111122223333:role/lake-reader'
const withRoles = (roles: string): string => TEMPLATE.replace("'${AWS_ROLE}'", roles)

describe('where all is well', () => {
  it('says so of every part, shows the claims of the token and never the token', async () => {
    const looked = await visit()
    expect(amiss(looked)).toEqual(USUAL)
    expect(looked.checks['oidc-token']?.details).toEqual(
      expect.arrayContaining([
        'iss: https://token.actions.githubusercontent.com',
        'sub: repo:example/data-platform:ref:refs/heads/main',
        'aud: sts.amazonaws.com',
        'repository_id: 712345678',
        'ref: refs/heads/main'
      ])
    )
    expect(looked.checks['role-chain-1']?.found).toBe(`${ROLE_ARN} is the current role already`)
    expect(looked.diagnosis.identity).toMatchObject({ account: ACCOUNT, roles: [ROLE_ARN] })
    expect(scene.oidc.tokens.length).toBeGreaterThan(0)
    for (const token of scene.oidc.tokens) expect(JSON.stringify(looked.diagnosis)).not.toContain(token)
    expect(looked.masked).toEqual(expect.arrayContaining([...scene.oidc.tokens]))
  })

  it('writes nothing, and asks AWS for as little as there is', async () => {
    await visit(ALL_DATA, ALL_OPTIONS)
    expect(scene.gms.accepted()).toBe(0)
    const writes = scene.aws.requests.filter(({ label }) => !/^(Get|AssumeRole|\? ?$|\?)/u.test(label))
    expect(writes.map(({ label }) => label)).toEqual([])
    expect(scene.aws.counts.get('GetTables sales')).toBe(1)
  })

  it('tries every action that the options need', async () => {
    const looked = await visit(ALL_DATA, ALL_OPTIONS)
    expect(amiss(looked)).toEqual(USUAL)
    const tried = looked.diagnosis.checks.filter(({ family }) => family === 'permissions').map(({ id }) => id)
    expect(tried).toEqual([...ACTIONS, 'kms:Decrypt'])
  })
})

describe('a permission that is missing', () => {
  /** Those by whose answers others are tried: without them they are not. test/faults has each of all actions alone. */
  const FIRST = ['glue:GetDatabases', 'glue:GetTables', 'glue:GetPartitions', 'glue:GetJobs']

  it.each([...FIRST.map((action) => [action]), ACTIONS.filter((action) => !FIRST.includes(action))])(
    '%s',
    async (...denied) => {
      const rest = ACTIONS.filter((one) => !denied.includes(one))
      const { checks, diagnosis } = await visit({ ...ALL_DATA, roles: [roleWith(rest)] }, ALL_OPTIONS)
      for (const action of denied) expectRefused(checks[action], action)
      const failed = diagnosis.checks.filter(({ status }) => status === 'failed').map(({ id }) => id)
      expect(failed).toEqual(denied)
      expect(checks['gms-reachable']?.status).toBe('ok')
    }
  )

  it('is told with its reason where there is nothing to try it on', async () => {
    const { checks } = await visit({ catalogue: [], files: ALL_DATA.files }, ALL_OPTIONS)
    expect(checks['glue:GetDatabases']).toMatchObject({ status: 'warning', code: 'glue-nothing-seen' })
    expect(checks['glue:GetDatabases']?.cure).toMatch(/Lake Formation.*grant DESCRIBE/u)
    const untried = ['glue:GetDatabase', 'glue:GetTables', 'glue:GetTable', 'glue:GetPartitions', 'glue:GetJob']
    for (const action of untried) expect([action, checks[action]?.status]).toEqual([action, 'not-tested'])
    expect(checks['s3:GetBucketTagging']?.found).toBe('no table is seen to try it on')
  })
})

describe('what stands in the way', () => {
  it('is Lake Formation, with the grant to give', async () => {
    const { checks } = await visit({ aws: { glue: { deniedDatabases: ['sales'] } } })
    expect(checks['glue:GetTables']).toMatchObject({
      status: 'failed',
      cure: `Grant DESCRIBE on sales to ${ROLE_ARN} in Lake Formation (Permissions, Data permissions)`
    })
    expect(checks['glue:GetTable']?.status).toBe('not-tested')
  })

  it('may be Lake Formation, where databases look empty', async () => {
    const { checks } = await visit({ catalogue: [{ database: { Name: 'sales', CatalogId: ACCOUNT }, tables: [] }] })
    expect(checks['glue:GetTables']).toMatchObject({ status: 'warning', found: 'it shows no table in sales' })
  })

  it('is a session policy', async () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'glue:GetDatabases', Resource: '*' }]
    }
    const identity = identityOptions({ roleToAssume: ROLE_ARN, inlineSessionPolicy: JSON.stringify(policy) })
    const { checks } = await visit({}, { request: { identity } })
    expect(checks['glue:GetTables']?.cure).toMatch(/inline-session-policy/u)
  })

  it('is a catalogue that does not exist, and no bucket that does not says anything of permissions', async () => {
    const faults = [
      { match: '^GetDatabases', code: 'EntityNotFoundException', message: 'Catalog 999988887777 not found' },
      { match: '^GetBucketTagging', code: 'NoSuchBucket', status: 404 }
    ]
    const { checks } = await visit({ ...ALL_DATA, aws: { ...ALL_DATA.aws, faults: faults.slice(0, 1) } }, ALL_OPTIONS)
    expect(checks['glue:GetDatabases']).toMatchObject({ status: 'failed', code: 'aws-call-not-found' })
    expect(checks['glue:GetDatabases']?.cure).toMatch(/catalog_id/u)
    await scene.close()
    const without = await visit({ ...ALL_DATA, aws: { ...ALL_DATA.aws, faults: faults.slice(1) } }, ALL_OPTIONS)
    expect(without.checks['s3:GetBucketTagging']).toMatchObject({
      status: 'not-tested',
      found: 'lake: there is no such bucket'
    })
  })

  it('is the key of the catalogue', async () => {
    const faults = [{ match: '^GetTables', code: 'GlueEncryptionException' }]
    const { checks } = await visit({ aws: { faults } })
    expect(checks['glue:GetTables']?.cure).toMatch(/^Allow kms:Decrypt/u)
    expect(checks['kms:Decrypt']?.status).toBe('failed')
  })

  it('is a trust policy, and the rest is looked at all the same', async () => {
    const { checks, diagnosis } = await visit({ roles: [defaultRole(ROLE_ARN, 'someone/else')] })
    expect(checks['role-trust']).toMatchObject({ status: 'failed', code: 'role-not-trusting' })
    expect(checks['role-trust']?.cure).toContain('repo:example/data-platform:ref:refs/heads/main')
    expect(checks['aws-identity']?.status).toBe('not-tested')
    expect(checks['glue:GetTables']).toMatchObject({
      status: 'not-tested',
      found: 'there is no AWS identity to try it as'
    })
    expect([checks['gms-reachable']?.status, checks['clock-aws']?.status]).toEqual(['ok', 'ok'])
    expect(diagnosis.identity).toBeNull()
  })

  it('is a role of the chain, which the one before may not assume', async () => {
    const files = { 'recipes/glue.yml': withRoles(`['\${AWS_ROLE}', '${OTHER_ROLE}', '${OTHER_ROLE}-2']`) }
    const { checks } = await visit({ files, roles: [defaultRole(), defaultRole(OTHER_ROLE)] })
    const states = ['role-trust', 'role-chain-1', 'role-chain-2', 'role-chain-3'].map((id) => checks[id]?.status)
    expect(states).toEqual(['ok', 'ok', 'failed', 'not-tested'])
    expect(checks['role-chain-2']).toMatchObject({
      code: 'role-chain-denied',
      title: 'Role lake-reader (sts:AssumeRole)'
    })
    expect(checks['role-chain-2']?.cure).toContain(ROLE_ARN)
  })

  it('is allowed-account-ids', async () => {
    const identity = identityOptions({ roleToAssume: ROLE_ARN, allowedAccountIds: ['999988887777'] })
    const { checks } = await visit({}, { request: { identity } })
    expect([checks['aws-identity']?.status, checks['allowed-account-ids']?.code]).toEqual(['ok', 'account-not-allowed'])
  })

  it.each([
    [false, 'oidc-permission-missing'],
    [true, 'oidc-fork']
  ])('is a job without a token (fork: %s)', async (isForkPullRequest, code) => {
    const { checks } = await visit({}, { deps: { idToken: null, github: { ...GITHUB, isForkPullRequest } } })
    expect(checks['oidc-token']).toMatchObject({ status: 'warning', code })
    expect(checks['aws-credentials']).toMatchObject({ status: 'failed', code })
    expect(checks['gms-token']?.status).toBe('ok')
  })

  it('is the region that nobody names, which is an input', async () => {
    const files = { 'recipes/glue.yml': TEMPLATE.replace(/^.*aws_region.*\n/mu, '') }
    const identity = identityOptions({ roleToAssume: ROLE_ARN })
    const changes = { request: { identity }, env: { AWS_DEFAULT_REGION: undefined } }
    const { checks } = await visit({ files }, changes)
    expect(checks['aws-credentials']).toMatchObject({ status: 'failed', code: 'aws-region-missing', isInput: true })
    expect(checks['clock-aws']).toMatchObject({ status: 'not-tested' })
  })
})

describe('other ways to AWS', () => {
  it('are those of a terminal', async () => {
    const identity = identityOptions({ region: 'eu-west-1' })
    const deps = { idToken: null, github: null }
    const looked = await visit({}, { request: { identity }, deps, env: testKeys })
    expect(amiss(looked)).toEqual(['oidc-token: not-tested', ...USUAL])
    expect(looked.checks['aws-credentials']?.found).toContain(`arn:aws:iam::${ACCOUNT}:user/test`)
    expect(looked.checks['role-chain-1']?.found).toBe(`${ROLE_ARN} was assumed`)
  })

  it('leave roles out that nobody assumes, and say so', async () => {
    const keys = '    aws_access_key_id: test\n    aws_secret_access_key: test\n    aws_region'
    const files = { 'recipes/glue.yml': TEMPLATE.replace('    aws_region', keys) }
    const { checks } = await visit({ files })
    expect(checks['aws-role-ignored']).toMatchObject({ status: 'warning' })
  })

  it('read values that AWS keeps, and say which are not there', async () => {
    const token = "    token: '${ssm:/datahub/token}'\n    server"
    const files = { 'recipes/glue.yml': TEMPLATE.replace('    server', token) }
    const ssm = { '/datahub/token': { value: 'kept-by-aws' } }
    const { checks, diagnosis, masked } = await visit({ files, aws: { ssm }, gms: { token: 'kept-by-aws' } })
    expect(checks['ssm:GetParameters']).toMatchObject({ status: 'ok' })
    expect(checks['gms-token']?.status).toBe('ok')
    expect(masked).toContain('kept-by-aws')
    expect(JSON.stringify(diagnosis)).not.toContain('kept-by-aws')
    await scene.close()
    const without = await visit({ files })
    expect(without.checks['recipe-references']).toMatchObject({ status: 'failed', isInput: true })
    expect(without.checks['gms-reachable']).toMatchObject({ status: 'not-tested' })
    expect(without.checks['aws-identity']).toMatchObject({ status: 'ok' })
  })
})

describe('clocks', () => {
  const ahead = (minutes: number): Clock => ({ ...hastyClock, now: () => hastyClock.now() + minutes * 60_000 })

  it.each([
    [2.2, 'warning', '2 min ahead of'],
    [-3.2, 'warning', '3 min behind'],
    [10.2, 'failed', '10 min ahead of']
  ])('%d minutes off', async (minutes, status, words) => {
    const { checks } = await visit({}, { deps: { clock: ahead(minutes) } })
    for (const id of ['clock-aws', 'clock-gms']) {
      expect([id, checks[id]?.status, checks[id]?.code]).toEqual([id, status, 'clock-skew'])
      expect(checks[id]?.found).toContain(words)
    }
  })

  it('of an AWS that does not answer are not known', async () => {
    const faults = [{ match: '', reset: 'before' as const }]
    const { checks } = await visit({ aws: { faults } })
    expect(checks['clock-aws']).toMatchObject({
      status: 'not-tested',
      found: expect.stringContaining('the connection was reset')
    })
    expect(checks['role-trust']).toMatchObject({ status: 'failed', code: 'sts-unreachable' })
  })
})
