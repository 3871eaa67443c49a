import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import type { Environment } from '../../src/core/environment.ts'
import type { AppDeps, ValidateResult } from '../../src/model/request.ts'
import { appErrorOf, identityOptions } from '../aws/support.ts'
import { endlessClock, TEMPLATE } from './rig.ts'

const FILES = {
  'recipes/good.yml': TEMPLATE,
  'recipes/bad.yml': TEMPLATE.replace('aws_region', 'aws_regoin').replace('GMS_URL}', 'GMS_URL'),
  'recipes/broken.yml': 'source: [',
  'recipes/empty.yml': '# nothing yet',
  'dags/nightly.yml':
    'dag_id: d\ntasks:\n  - {task_id: a, recipe: recipes/bad.yml}\n  - {task_id: b, recipe: recipes/gone.yml}\n' +
    '  - {task_id: c, run: x, recipe_: y}\n',
  'declared/glue.env': 'GMS_URL=http://gms:8080\nGLUE_EXTRACT_TRANSFORMS=\n',
  'declared/more.env': 'AWS_ROLE=\n',
  'declared/recipe.yml': TEMPLATE,
  'declared/dag.yml':
    'dag_id: e\ntasks:\n  - task_id: a\n    recipe: declared/recipe.yml\n' +
    "    env: {AWS_DEFAULT_REGION: '{{ env.X }}'}\n" +
    '    with: {env-file: declared/more.env}\n',
  'dags/whole.yml':
    'dag_id: d\ntasks:\n  - {task_id: a, recipe: recipes/bad.yml}\n  - {task_id: b, recipe: recipes/gone.yml}\n'
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-'))
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const never = (): never => {
  throw new Error('validating asks nobody')
}

function validate(
  files: readonly string[],
  env: Environment = {},
  envFile: string | null = null
): Promise<ValidateResult> {
  const deps: AppDeps = {
    env,
    cwd: folder,
    clock: endlessClock,
    logger: { debug: never, info: never, notice: never, warning: never, error: never },
    mask: () => undefined,
    onEvent: never,
    idToken: never,
    github: null,
    signal: new AbortController().signal,
    stdout: never
  }
  const inputs = { envFile, identity: identityOptions(), gmsUrl: null, gmsToken: null }
  return app.validate({ files, ...inputs }, deps)
}

describe('validate', () => {
  it('finds nothing wrong with the template, and needs none of its variables', async () => {
    const { files, diagnostics } = await validate(['recipes/good.yml'])
    expect(files).toEqual(['recipes/good.yml'])
    expect(diagnostics.filter(({ severity }) => severity !== 'notice')).toEqual([])
  })

  it('looks at every file, and tells what is wrong worst first', async () => {
    const { files, diagnostics } = await validate(['recipes'], { AWS_ROLE: 'arn:aws:iam::111122223333:role/x' })
    expect(files).toEqual(
      Object.keys(FILES)
        .filter((file) => file.startsWith('recipes/'))
        .sort()
    )
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect(diagnostics.slice(0, errors.length)).toEqual(errors)
    expect(errors.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'recipes/bad.yml unknown-key',
      'recipes/bad.yml bad-variable',
      'recipes/broken.yml yaml-syntax',
      'recipes/empty.yml empty-file'
    ])
  })

  it('looks at a DAG, and at the recipes that it names', async () => {
    const { files, diagnostics } = await validate(['dags/whole.yml'])
    expect(files).toEqual(['dags/whole.yml', 'recipes/bad.yml'])
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`)).toEqual([
      'dags/whole.yml:4:26 file-not-found',
      expect.stringMatching(/^recipes\/bad\.yml:\d+:\d+ unknown-key$/),
      expect.stringMatching(/^recipes\/bad\.yml:\d+:\d+ bad-variable$/)
    ])
  })

  it('tells what is wrong with a DAG at its place', async () => {
    const { diagnostics } = await validate(['dags/nightly.yml'])
    expect(diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual(['5:26 unknown-key'])
  })

  it('needs something to look at', async () => {
    expect(await appErrorOf(() => validate(['recipes/none.yml']))).toMatchObject({
      kind: 'input',
      code: 'file-not-found'
    })
    expect(await appErrorOf(() => validate([]))).toMatchObject({ kind: 'input', code: 'no-recipe' })
  })
})

describe('variables', () => {
  const missing = async (files: readonly string[], env: Environment = {}): Promise<readonly string[]> => {
    const { diagnostics } = await validate(files, env, 'declared/glue.env')
    return diagnostics.filter(({ code }) => code === 'missing-variable').map(({ message }) => message)
  }

  it('are missing when another variable names them, and nobody declares them', async () => {
    const file = 'declared/recipe.yml'
    const text = TEMPLATE.replace(/GMS_URL/, '!STAGE')
    writeFileSync(join(folder, file), text)
    const found = await missing([file], { AWS_ROLE: 'x', AWS_DEFAULT_REGION: 'x', STAGE: 'dev' })
    writeFileSync(join(folder, file), TEMPLATE)
    expect(found).toEqual(['the variable that STAGE names is not set'])
  })

  it('are missing when an env file, the environment and the inputs do not declare them', async () => {
    const told = (name: string): string => `the variable ${name} is not set`
    expect(await missing(['declared/recipe.yml'])).toEqual([told('AWS_DEFAULT_REGION'), told('AWS_ROLE')])
    expect(await missing(['declared/recipe.yml'], { AWS_ROLE: '' })).toEqual([told('AWS_DEFAULT_REGION')])
  })

  it('are declared by the tasks of the DAG that names the recipe, too', async () => {
    expect(await missing(['declared/recipe.yml', 'declared/dag.yml'])).toEqual([])
  })

  it('that are empty have their value elsewhere', async () => {
    const empty = { GMS_URL: '', AWS_ROLE: '', AWS_DEFAULT_REGION: '', DATAHUB_GMS_TOKEN: '' }
    const { diagnostics } = await validate(['declared/recipe.yml'], empty)
    expect(diagnostics).toEqual([])
  })
})
