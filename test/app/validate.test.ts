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

function validate(files: readonly string[], env: Environment = {}): Promise<ValidateResult> {
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
  const inputs = { envFile: null, identity: identityOptions(), gmsUrl: null, gmsToken: null }
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
