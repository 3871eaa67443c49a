// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes and Terraform
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { attribute, block, list, text } from '../../../src/app/scaffold/hcl.ts'
import { scaffold } from '../../../src/app/scaffold/scaffold.ts'
import { type IamPolicy, iamPolicy } from '../../../src/model/iam-actions.ts'
import type { ScaffoldIam, ScaffoldRequest } from '../../../src/model/request.ts'
import { appErrorOf, identityOptions } from '../../aws/support.ts'

const GITHUB = 'arn:aws:iam::111122223333:role/team/github'
const READER = 'arn:aws:iam::444455556666:role/reader'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iam-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

const recipe = (...lines: readonly string[]): string =>
  [
    'source:',
    '  type: glue',
    '  config:',
    '    extract_transforms: false',
    ...lines.map((line) => `    ${line}`),
    'sink: {type: console}',
    ''
  ].join('\n')

function make(choices: Partial<ScaffoldIam> = {}, changes: Partial<ScaffoldRequest> = {}) {
  const identity = identityOptions({ region: 'eu-west-1' })
  const iam: ScaffoldIam = {
    inputs: { envFile: null, identity, gmsUrl: null, gmsToken: null },
    env: {},
    repository: 'acme/data',
    branch: 'main',
    pullRequests: false,
    role: null,
    columnStatistics: false,
    ...choices
  }
  return scaffold({ kind: 'iam', files: [], output: '-', force: false, uses: './', iam, ...changes }, folder)
}

interface MadeRole {
  readonly role: string
  readonly trustPolicy: { readonly Statement: readonly Readonly<Record<string, unknown>>[] }
  readonly permissionsPolicy: IamPolicy
}

async function rolesOf(choices: Partial<ScaffoldIam>): Promise<readonly MadeRole[]> {
  await make(choices, { output: 'iam.json', force: true })
  return JSON.parse(readFileSync(join(folder, 'iam.json'), 'utf8')).roles
}

const sidsOf = ({ permissionsPolicy }: MadeRole): readonly unknown[] =>
  permissionsPolicy.Statement.map(({ Sid }) => Sid)

const RELEVANT = {
  catalogId: null,
  jobs: false,
  profiling: null,
  columnStatistics: false,
  lakeFormationTags: null,
  s3BucketTags: false,
  s3ObjectTags: false
}

describe('scaffold iam', () => {
  it('gives the one role what the recipe needs, and lets in one branch of one repository', async () => {
    put('recipes/glue.yml', recipe("aws_role: '${AWS_ROLE}'"))
    const [role, ...others] = await rolesOf({ role: GITHUB, branch: 'release/1', env: { AWS_ROLE: GITHUB } })
    expect(others).toEqual([])
    expect(role?.role).toBe(GITHUB)
    expect(role?.permissionsPolicy).toEqual(
      iamPolicy(RELEVANT, { region: 'eu-west-1', account: '111122223333', rolesToAssume: [] })
    )
    expect(role?.trustPolicy.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': ['repo:acme/data:ref:refs/heads/release/1']
          }
        }
      }
    ])
  })

  it('gives each role of a chain its part', async () => {
    const second = `{RoleArn: '${READER}', ExternalId: '\${EXTERNAL}', Tags: [{Key: a, Value: b}]}`
    put('recipes/glue.yml', recipe(`aws_role: ['${GITHUB}', ${second}]`, 'use_s3_bucket_tags: true'))
    const [first, last] = await rolesOf({ env: { EXTERNAL: 'x1' } })
    expect(first?.permissionsPolicy.Statement).toEqual([
      { Sid: 'AssumeRecipeRoles', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: [READER] },
      { Sid: 'TagRecipeSessions', Effect: 'Allow', Action: ['sts:TagSession'], Resource: [READER] }
    ])
    expect(last?.role).toBe(READER)
    expect(last?.trustPolicy.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: GITHUB },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { StringEquals: { 'sts:ExternalId': 'x1' } }
      }
    ])
    expect(last === undefined ? [] : sidsOf(last)).toEqual(['ReadGlueCatalog', 'DecryptGlueCatalog', 'ReadBucketTags'])
  })

  it('puts the role that GitHub assumes before those of the recipe', async () => {
    put('recipes/glue.yml', recipe(`aws_role: '${READER}'`))
    const roles = await rolesOf({ role: GITHUB })
    expect(roles.map(({ role }) => role)).toEqual([GITHUB, READER])
    expect(roles[1]?.trustPolicy.Statement[0]).not.toHaveProperty('Condition')
  })

  it('lets each role read what the recipe takes from its own account', async () => {
    const aws = "aws_session_token: '${ssm:/way}'"
    put(
      'recipes/glue.yml',
      recipe(`aws_role: '${READER}'`, aws, "platform_instance: '${secretsmanager:end}'", "catalog_id: '999999999999'")
    )
    const [first, last] = await rolesOf({ role: GITHUB })
    const resources = (role: MadeRole | undefined, sid: string) =>
      role?.permissionsPolicy.Statement.find(({ Sid }) => Sid === sid)?.Resource
    expect(resources(first, 'ReadParameters')).toEqual(['arn:aws:ssm:eu-west-1:111122223333:parameter/way'])
    expect(resources(last, 'ReadParameters')).toBeUndefined()
    expect(resources(last, 'ReadSecrets')).toEqual(['arn:aws:secretsmanager:eu-west-1:444455556666:secret:end-??????'])
    expect(resources(last, 'ReadGlueCatalog')).toContain('arn:aws:glue:eu-west-1:999999999999:catalog*')
  })

  it('knows the repository of the clone, and both forms of a name with numbers', async () => {
    put('recipes/glue.yml', recipe())
    put(
      '.git/config',
      '[core]\n\tbare = false\n[remote "up"]\n\turl = https://github.com/no/no\n[remote "origin"]\n\turl = git@github.com:acme/data.git\n'
    )
    const subjects = async (choices: Partial<ScaffoldIam>) => (await make(choices)).text.match(/"repo:[^"]*"/gu)
    expect(await subjects({ repository: null })).toEqual(['"repo:acme/data:ref:refs/heads/main"'])
    expect(await subjects({ pullRequests: true })).toEqual([
      '"repo:acme/data:ref:refs/heads/main"',
      '"repo:acme/data:pull_request"'
    ])
    expect(await subjects({ repository: 'acme@1/data@22' })).toEqual([
      '"repo:acme/data:ref:refs/heads/main"',
      '"repo:acme@1/data@22:ref:refs/heads/main"'
    ])
    const { next } = await make({ repository: null }, { output: 'a.tf' })
    expect(next[0]).toContain('--repository OWNER@ID/NAME@ID')
  })

  it('says the same in Terraform as in JSON', async () => {
    put(
      'recipes/glue.yml',
      recipe(`aws_role: ['${GITHUB}', '${READER}']`, 'profiling: {enabled: true}', 'extract_lakeformation_tags: true')
    )
    const { text: terraform } = await make({ columnStatistics: true })
    const roles = await rolesOf({ columnStatistics: true })
    const policies = roles.flatMap(({ trustPolicy, permissionsPolicy }) => [trustPolicy, permissionsPolicy])
    const actions = policies.map(({ Statement }) =>
      Statement.flatMap((one) => one.Action as string | readonly string[])
    )
    expect(documentsIn(terraform).map((document) => stringsIn(document, 'actions'))).toEqual(
      actions.map((one) => one.flat())
    )
    const resources = policies.map(({ Statement }) =>
      Statement.flatMap((one) => (one.Resource ?? []) as readonly string[])
    )
    expect(documentsIn(terraform).map((document) => stringsIn(document, 'resources'))).toEqual(resources)
    expect(terraform).toContain('  name               = "github"\n')
    expect(terraform).toContain('  path               = "/team/"\n')
    expect(terraform).toContain(`# What ${READER} needs, which the role before it assumes`)
  })

  it('takes the account from Terraform where nobody has named it, and needs it for JSON', async () => {
    put('recipes/glue.yml', recipe("aws_role: ['${AWS_ROLE}']"))
    const error = await appErrorOf(() => make())
    expect(error.message).toMatch(/^recipes\/glue\.yml:5:16 aws_role depends on/u)
    put('recipes/glue.yml', recipe("aws_role: '${AWS_ROLE}'", "catalog_id: '${CATALOGUE}'"))
    const { text: terraform } = await make()
    expect(terraform).toContain('"arn:aws:glue:eu-west-1:${data.aws_caller_identity.current.account_id}:catalog*"')
    const { next } = await make({}, { output: 'a.tf' })
    expect(next).toContain('Taken as their defaults, as their variables are not set: catalog_id')
    expect((await appErrorOf(() => make({}, { output: 'a.json' }))).message).toMatch(
      /account of the role is not known/u
    )
  })

  it.each<[string, Partial<ScaffoldIam>, Partial<ScaffoldRequest>, RegExp]>([
    ['no recipe', {}, { files: ['gone.yml'] }, /no file 'gone\.yml'/u],
    ['two recipes', {}, { files: ['a', 'b'] }, /one recipe/u],
    ['a folder of several', {}, { files: ['recipes'] }, /names several recipes/u],
    ['a wrong recipe', {}, { files: ['recipes/wrong.yml'] }, /'recipes\/wrong\.yml' is wrong/u],
    ['another format', {}, { output: 'a.yml' }, /neither Terraform nor JSON/u],
    ['a role that is none', { role: 'admin' }, {}, /'admin' is a role's name, not its ARN/u],
    ['a repository that is none', { repository: 'acme' }, {}, /'acme' is no repository/u],
    ['one number', { repository: 'acme@1/data' }, {}, /is no repository/u],
    ['no repository', { repository: null }, {}, /Which repository/u],
    [
      'no region',
      { inputs: { envFile: null, identity: identityOptions({ region: null }), gmsUrl: null, gmsToken: null } },
      {},
      /region of the catalogue is not known/u
    ]
  ])('says what is wrong with %s', async (_case, choices, changes, message) => {
    put('recipes/glue.yml', recipe())
    put('recipes/wrong.yml', recipe('platfrom: glue'))
    expect((await appErrorOf(() => make(choices, changes))).message).toMatch(message)
  })

  it('does not leave out an external id that it does not know', async () => {
    put('recipes/glue.yml', recipe(`aws_role: ['${GITHUB}', {RoleArn: '${READER}', ExternalId: '\${ssm:/id}'}]`))
    expect(await appErrorOf(() => make())).toMatchObject({ code: 'missing-variable', kind: 'input' })
  })
})

/** The policy documents of a Terraform text, in their order. */
const documentsIn = (terraform: string): readonly string[] =>
  [...terraform.matchAll(/^data "aws_iam_policy_document" [\s\S]*?^\}$/gmu)].map(([document]) => document)

/** All texts of all lists that have this name. */
const stringsIn = (document: string, name: string): readonly string[] =>
  [...document.matchAll(new RegExp(`^ *${name} *= \\[([^\\]]*)\\]`, 'gmu'))].flatMap(([, inside = '']) =>
    [...inside.matchAll(/"([^"]*)"/gu)].map(([, one = '']) => one)
  )

describe('HCL', () => {
  it('is laid out as terraform fmt does', () => {
    const inner = block('b', [attribute('c', '1')])
    const long = list(Array.from({ length: 12 }, () => text('0123456789')))
    expect(
      block('a', [
        attribute('x', '1'),
        attribute('long', '2'),
        attribute('list', long),
        inner,
        inner,
        attribute('y', '3')
      ])
    ).toBe(
      [
        'a {',
        '  x    = 1',
        '  long = 2',
        '  list = [',
        ...Array.from({ length: 12 }, () => '    "0123456789",'),
        '  ]',
        '',
        '  b {',
        '    c = 1',
        '  }',
        '',
        '  b {',
        '    c = 1',
        '  }',
        '',
        '  y = 3',
        '}'
      ].join('\n')
    )
  })

  it('holds any text as it is', () => {
    expect(text('a"b\\${c} %{d} $e')).toBe('"a\\"b\\\\$${c} %%{d} $e"')
  })
})
