import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import type { PolicyDocument } from '../../emulator/aws/iam-policy.ts'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import { REGION, ROLE_ARN, startStandIns } from '../../emulator/stand-ins.ts'
import { runStep } from '../demo-runner.ts'
import { nodesUnderTest } from '../nodes.ts'
import { runCli } from './cli.ts'
import { makeWorkspace, TEMPLATE } from './scene.ts'

/* The commands that reach nothing: describe, explain, scaffold. What they make is put to use. */

const FILTERED = TEMPLATE.replace(/^ {4}aws_region/mu, "    table_pattern: { deny: ['.*\\._tmp'] }\n    aws_region")
const workspace = makeWorkspace({ 'recipes/glue.yml': TEMPLATE, 'filtered.yml': FILTERED })
afterAll(() => workspace.remove())

const env = { AWS_REGION: REGION, AWS_ROLE: ROLE_ARN, GLUE_EXTRACT_TRANSFORMS: 'false' }

describe.each(nodesUnderTest())('on $name', ({ path: node }) => {
  const call = (...args: readonly string[]) => runCli({ node, cwd: workspace.folder, args, env })

  it('describes, explains, and says what there is not', async () => {
    const described = await call('describe', 'table_pattern', '--format', 'json')
    expect([described.exitCode, described.stderr]).toEqual([0, ''])
    expect(JSON.parse(described.stdout).options[0].path).toBe('source.config.table_pattern')
    const explained = await call('explain', 'filtered.yml', '--name', 'a._tmp', '--name', 'a.b')
    expect([explained.exitCode, explained.stderr]).toEqual([0, ''])
    expect(explained.stdout).toMatch(/^a\._tmp: dropped by table_pattern\n[\s\S]*^a\.b: kept\n/mu)
    expect(await call('describe', 'tabel_pattern')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: "error: There is no option 'tabel_pattern'\ndid you mean 'table_pattern'?\n"
    })
  })

  it('makes a recipe that the schema beside the bundle accepts', async () => {
    const { stdout } = await call('scaffold', 'recipe', '--uses', './', '-o', '-')
    expect(stdout.split('\n')[0]).toBe('# yaml-language-server: $schema=../dist/schema/recipe.schema.json')
    const schema = JSON.parse(readFileSync(join('dist', 'schema', 'recipe.schema.json'), 'utf8'))
    const isValid = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(schema)
    expect([isValid(parse(stdout)), isValid.errors]).toEqual([true, null])
  })
})

describe('the policies that scaffold iam makes', () => {
  const catalogue = plainCatalogue({ tables: 20, columns: 2, databases: 2 })

  async function run(repository: string, subject: 'classic' | 'immutable') {
    const path = join(workspace.folder, 'iam.json')
    const node = process.execPath
    const args = ['scaffold', 'iam', '--repository', repository, '-o', 'iam.json', '--force']
    const made = await runCli({ node, cwd: workspace.folder, args, env })
    expect([made.exitCode, made.stderr]).toEqual([0, ''])
    const {
      roles
    }: { roles: readonly { role: string; trustPolicy: PolicyDocument; permissionsPolicy: PolicyDocument }[] } =
      JSON.parse(readFileSync(path, 'utf8'))
    const standIns = await startStandIns({
      catalogue,
      roles: roles.map(({ role, trustPolicy, permissionsPolicy }) => ({
        arn: role,
        trustPolicy,
        policy: permissionsPolicy
      })),
      oidc: { subject }
    })
    const checkout = makeWorkspace()
    try {
      const inputs = { 'least-privilege': 'false' }
      const step = await runStep({
        root: process.cwd(),
        workspace: checkout.folder,
        env: standIns.environment,
        inputs,
        log: () => undefined
      })
      rmSync(step.temp, { recursive: true, force: true })
      return step
    } finally {
      checkout.remove()
      await standIns.close()
    }
  }

  it.each([
    ['example/data-platform', 'classic'],
    ['example@81234567/data-platform@712345678', 'immutable']
  ] as const)('let %s in and are enough', async (repository, subject) => {
    const step = await run(repository, subject)
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: 'success', tables: '20', failures: '0' } })
  })

  it('keep out another repository', async () => {
    expect((await run('example/another', 'classic')).exitCode).toBe(3)
  })
})
