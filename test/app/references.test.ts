import { afterEach, describe, expect, it } from '@jest/globals'
import { identityOptions } from '../aws/support.ts'
import { plainCatalogue } from '../emulator/catalogue/plain.ts'
import { ROLE_ARN, type StandInOptions } from '../emulator/stand-ins.ts'
import { type Ingested, ingest, type Scene, startScene } from './rig.ts'

/* Values of recipes that AWS keeps, from the text of the recipe to GMS. */

const TOKEN = 'token-kept-by-aws'
const CATALOGUE = plainCatalogue({ tables: 5, columns: 1, databases: 1 })

let scene: Scene
afterEach(() => scene.close())

interface Written {
  readonly source?: string
  readonly token: string
}

async function run({ source = '', token }: Written, aws: StandInOptions['aws'] = {}): Promise<Ingested> {
  const text = [
    'source:',
    '  type: glue',
    '  config:',
    `    aws_region: '\${AWS_DEFAULT_REGION}'`,
    '    extract_transforms: false',
    ...(source === '' ? [] : [`    ${source}`]),
    'sink:',
    '  type: datahub-rest',
    '  config:',
    `    server: '\${GMS_URL}'`,
    `    token: '${token}'`
  ].join('\n')
  scene = await startScene({ 'recipes/glue.yml': text }, { catalogue: CATALOGUE, aws, gms: { token: TOKEN } })
  return ingest(scene)
}

const asked = (): readonly string[] =>
  scene.aws.requests.map(({ label }) => label).filter((label) => /^Get(?:Parameters|SecretValue)|^Assume/u.test(label))

describe('references to AWS', () => {
  it('are read as the run’s own identity, once, masked, and by one call for many', async () => {
    const ssm = {
      '/datahub/token': { value: 'token', type: 'SecureString' },
      '/datahub/kept': { value: 'old', versions: { '2': '-kept-by-', newest: 'aws' } }
    } as const
    const token = `\${ssm:/datahub/token}\${ssm:/datahub/kept:2}\${ssm:/datahub/kept:newest}`
    const { reports, masked, log } = await run({ token }, { ssm })
    expect(reports[0]).toMatchObject({ status: 'success', counts: { tables: 5 }, identity: { roles: [ROLE_ARN] } })
    expect(asked()).toEqual([
      expect.stringMatching(/^AssumeRoleWithWebIdentity/u),
      'GetParameters /datahub/token /datahub/kept:2 /datahub/kept:newest'
    ])
    expect(masked).toEqual(expect.arrayContaining(['token', '-kept-by-', TOKEN]))
    expect(JSON.stringify([reports, log])).not.toContain('kept-by-')
  })

  it('take a member of a secret’s JSON, in place of a variable that is not set', async () => {
    const secrets = { datahub: JSON.stringify({ token: TOKEN, other: 1 }) }
    const { reports } = await run({ token: `\${DATAHUB_TOKEN:-\${secretsmanager:datahub#token}}` }, { secrets })
    expect(reports[0]).toMatchObject({ status: 'success', counts: { tables: 5 } })
    expect(asked().at(-1)).toBe('GetSecretValue datahub')
  })

  it('in the AWS options are read before there is any of what they say', async () => {
    const ssm = { '/datahub/role': { value: ROLE_ARN }, '/datahub/token': { value: TOKEN } }
    const source = `aws_role: '\${ssm:/datahub/role}'`
    const { reports } = await run({ source, token: `\${ssm:/datahub/token}` }, { ssm })
    expect(reports[0]).toMatchObject({ status: 'success', identity: { roles: [ROLE_ARN] } })
    expect(asked().filter((label) => label.startsWith('Get'))).toEqual([
      'GetParameters /datahub/role',
      'GetParameters /datahub/token'
    ])
  })

  it('that have no value are told with their places, and nothing is read or written', async () => {
    const secrets = { datahub: '{"token": null}', bytes: null, text: 'x' }
    const token = `\${ssm:/nowhere}\${secretsmanager:datahub#token}\${secretsmanager:bytes}\${secretsmanager:text#a}`
    const { reports } = await run({ token: `${token}\${secretsmanager:gone}` }, { secrets })
    expect([
      reports[0]?.exitCode,
      reports[0]?.diagnostics.map(({ line, column, code, message }) => [line, column, code, message])
    ]).toEqual([
      2,
      [
        [`\${ssm:/nowhere}`, 'there is no such parameter'],
        [`\${secretsmanager:datahub#token}`, "the secret has no key 'token'"],
        [`\${secretsmanager:bytes}`, 'the secret holds bytes and no text'],
        [`\${secretsmanager:text#a}`, 'the secret holds no JSON object'],
        [`\${secretsmanager:gone}`, 'there is no such secret']
      ].map(([reference, why]) => [
        10,
        12,
        'reference-without-value',
        `${reference} has no value: ${why} in account 111122223333, eu-west-1`
      ])
    ])
    expect(scene.gms.requests).toEqual([])
  })

  it('that may not be read name the statement that is missing', async () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['glue:*'], Resource: ['*'] }]
    } as const
    scene = await startScene(
      {
        'recipes/glue.yml': `source: {type: glue, config: {aws_region: eu-west-1}}\nsink: {type: console}\nrun_id: "\${ssm:/x/y}"\n`
      },
      { catalogue: CATALOGUE }
    )
    const inputs = { inlineSessionPolicy: JSON.stringify(policy) }
    const { reports } = await ingest(scene, {
      request: { identity: identityOptions({ roleToAssume: ROLE_ARN, region: 'eu-west-1', ...inputs }) }
    })
    expect(reports[0]).toMatchObject({ exitCode: 3, stopped: { code: 'reference-denied' } })
    expect(reports[0]?.stopped?.message).toMatch(
      /^\$\{ssm:\/x\/y\} cannot be read \(line 3 of the recipe\): User: arn:/u
    )
    expect(JSON.parse(reports[0]?.stopped?.cure?.replace(/^.*\n/u, '') ?? '')).toEqual({
      Effect: 'Allow',
      Action: ['ssm:GetParameters'],
      Resource: ['arn:aws:ssm:eu-west-1:111122223333:parameter/x/y']
    })
  })

  it('name the key that may not be used', async () => {
    const ssm = { '/datahub/token': { value: TOKEN, type: 'SecureString', keyDenied: true } } as const
    const { reports } = await run({ token: `\${ssm:/datahub/token}` }, { ssm })
    expect(reports[0]?.stopped).toMatchObject({
      code: 'reference-denied',
      cure: expect.stringContaining('kms:Decrypt')
    })
  })
})
