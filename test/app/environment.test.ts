import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { recipeEnvironment } from '../../src/app/environment.ts'
import type { Environment } from '../../src/core/environment.ts'
import type { RecipeInputs } from '../../src/model/request.ts'
import { appErrorOf, identityOptions } from '../aws/support.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inputs = (changes: Partial<RecipeInputs>): RecipeInputs => ({
  envFile: null,
  identity: identityOptions(),
  gmsUrl: null,
  gmsToken: null,
  ...changes
})

/** What recipes may name, given an env file's lines, the process's variables and inputs. */
async function environment(
  file: string | null,
  env: Environment,
  given: Partial<RecipeInputs> = {}
): Promise<Environment> {
  if (file === null) return recipeEnvironment(inputs(given), env, folder)
  writeFileSync(join(folder, '.env'), file)
  return recipeEnvironment(inputs({ envFile: '.env', ...given }), env, folder)
}

const region = (name: string): Partial<RecipeInputs> => ({ identity: identityOptions({ region: name }) })

describe('recipeEnvironment', () => {
  it.each<[string, string | null, Environment, Partial<RecipeInputs>, Environment]>([
    ['the process', null, { A: '1', B: '' }, {}, { A: '1', B: '' }],
    ['the env file', '# comment\nA=1\nexport B="two words"\nC=\'$A\'\n', {}, {}, { A: '1', B: 'two words', C: '$A' }],
    ['the process before the env file', 'A=file\nB=file', { A: 'process', B: '' }, {}, { A: 'process', B: '' }],
    [
      'an input fills all its names',
      null,
      {},
      { gmsUrl: 'http://gms' },
      { GMS_URL: 'http://gms', DATAHUB_GMS_URL: 'http://gms' }
    ],
    [
      'an input wins over the process',
      null,
      { GMS_URL: 'http://a', DATAHUB_GMS_URL: 'http://b' },
      { gmsUrl: 'http://c' },
      { GMS_URL: 'http://c', DATAHUB_GMS_URL: 'http://c' }
    ],
    [
      'an input wins over the env file',
      'GMS_URL=http://a',
      {},
      { gmsUrl: 'http://c' },
      { GMS_URL: 'http://c', DATAHUB_GMS_URL: 'http://c' }
    ],
    [
      "an input's default fills what is open",
      null,
      { GMS_URL: '', DATAHUB_GMS_URL: 'http://b' },
      { gmsUrl: 'http://b' },
      { GMS_URL: 'http://b', DATAHUB_GMS_URL: 'http://b' }
    ],
    [
      "an input's default leaves what is not open",
      null,
      { GMS_URL: 'http://a', DATAHUB_GMS_URL: 'http://b' },
      { gmsUrl: 'http://a' },
      { GMS_URL: 'http://a', DATAHUB_GMS_URL: 'http://b' }
    ],
    [
      "an input's default leaves what the env file says",
      'AWS_REGION=us-east-1',
      { AWS_DEFAULT_REGION: 'eu-west-1' },
      region('eu-west-1'),
      { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'eu-west-1' }
    ],
    [
      'spaces around a variable do not make it an input',
      null,
      { AWS_REGION: ' eu-west-1 ', AWS_DEFAULT_REGION: 'us-east-1' },
      region('eu-west-1'),
      { AWS_REGION: ' eu-west-1 ', AWS_DEFAULT_REGION: 'us-east-1' }
    ],
    ['the region', null, {}, region('eu-west-1'), { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' }],
    [
      'the role',
      null,
      { AWS_ROLE: 'arn:a' },
      { identity: identityOptions({ roleToAssume: 'arn:b' }) },
      { AWS_ROLE: 'arn:b' }
    ]
  ])('%s', async (_case, file, env, given, expected) => {
    expect(await environment(file, env, given)).toEqual(expected)
  })

  it('never takes the token', async () => {
    const { Secret } = await import('../../src/model/secret.ts')
    expect(await environment(null, {}, { gmsUrl: 'http://gms', gmsToken: new Secret('hidden') })).not.toHaveProperty(
      'DATAHUB_GMS_TOKEN'
    )
  })

  it.each([
    ['is not there', 'none.env', /ENOENT/],
    ['is a folder', '.', /EISDIR/]
  ])('says which env file %s', async (_case, envFile, why) => {
    const error = await appErrorOf(() => recipeEnvironment(inputs({ envFile }), {}, folder))
    expect(error).toMatchObject({
      kind: 'input',
      code: 'env-file',
      message: expect.stringMatching(why),
      cure: expect.stringContaining('NAME=value')
    })
    expect(error.message).toContain(`'${envFile}'`)
  })
})
