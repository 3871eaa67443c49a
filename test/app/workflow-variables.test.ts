// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes and workflows
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import { ingestSteps } from '../../src/app/workflow-variables.ts'
import type { AppDeps } from '../../src/model/request.ts'
import { identityOptions } from '../aws/support.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflows-'))
  mkdirSync(join(folder, '.github/workflows'), { recursive: true })
  mkdirSync(join(folder, 'recipes'))
  writeFileSync(join(folder, 'recipes/glue.yml'), RECIPE)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const RECIPE = `source: {type: glue, config: {aws_region: '\${AWS_REGION}'}}
sink: {type: datahub-rest, config: {server: '\${GMS_URL}', token: '\${TOKEN:-}', datahub_component: '\${GITHUB_RUN_ID}'}}
`

const STEP = "{uses: 'acme/ingest@v1', env: {GMS_URL: x}, with: {recipe: recipes/glue.yml, aws-region: a}}"
const workflow = (steps: string, job = '', root = ''): string =>
  `on: push\n${root}jobs:\n  a:\n    runs-on: ubuntu-latest\n${job}    steps: [${steps}]\n`

const put = (text: string): void => writeFileSync(join(folder, '.github/workflows/a.yml'), text)

async function said(env: Record<string, string> = {}, envFile: string | null = null): Promise<readonly string[]> {
  const deps = { env, cwd: folder } as unknown as AppDeps
  const asked = { files: ['recipes'], envFile, identity: identityOptions({}), gmsUrl: null, gmsToken: null }
  const { diagnostics } = await app.validate(asked, deps)
  return diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message.replace(/ is .*/, '')}`)
}

const MISSING = ['warning missing-variable the variable AWS_REGION', 'warning missing-variable the variable GMS_URL']
const bare = STEP.replace(', env: {GMS_URL: x}', '').replace(', aws-region: a', '')

describe('variables that a workflow gives the recipes it runs', () => {
  it.each([
    ['by the step and its inputs', workflow(STEP), []],
    ['by none', workflow(bare), MISSING],
    ['by the job', workflow(bare, '    env: {GMS_URL: x}\n'), MISSING.slice(0, 1)],
    [
      'by the workflow, under another name for the same',
      workflow(bare, '', 'env: {AWS_DEFAULT_REGION: x}\n'),
      MISSING.slice(1)
    ],
    ['behind a checkout', workflow(`{uses: actions/checkout@v7}, ${bare}`), MISSING],
    [
      'by default of an input',
      workflow(bare.replace(': recipes/glue.yml', ': "${{ inputs.a || \'recipes/*.yml\' }}"')),
      MISSING
    ],
    ['of a recipe that is not looked at', workflow(bare.replace('glue.yml', 'gone.yml')), []],
    ['behind a step that may set more', workflow(`{run: x}, ${bare}`), []],
    ['by an expression', workflow(bare, "    env: '${{ fromJSON(vars.ALL) }}'\n"), []],
    ['of another command', workflow(bare.replace('with: {', 'with: {command: validate, ')), []],
    ['in a container', workflow(bare, '    container: x\n'), []],
    ['on a machine of one’s own', workflow(bare).replace('ubuntu-latest', '[self-hosted]'), []],
    ['with an env file', workflow(bare.replace('with: {', 'with: {env-file: x, ')), []],
    ['in a text that is no workflow', '[recipe', []],
    ['in one without jobs', 'recipe: 1', []]
  ])('%s', async (_, text, expected) => {
    put(text)
    expect(await said()).toEqual(expected)
  })

  it('are not asked for where an env file or the environment has them', async () => {
    put(workflow(bare))
    writeFileSync(join(folder, '.env'), 'AWS_REGION=\nGMS_URL=\nGITHUB_RUN_ID=\n')
    expect(await said({}, '.env')).toEqual([])
    expect(await said({ GMS_URL: 'http://gms' })).toEqual(MISSING.slice(0, 1))
  })

  it('are named with the place of the step', async () => {
    put(workflow(STEP))
    expect(await ingestSteps(folder)).toEqual([
      {
        place: '.github/workflows/a.yml:5',
        recipes: ['recipes/glue.yml'],
        variables: expect.arrayContaining(['GMS_URL', 'DATAHUB_GMS_URL', 'AWS_REGION', 'AWS_DEFAULT_REGION'])
      }
    ])
  })
})
