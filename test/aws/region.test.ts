import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { resolveRegion } from '../../src/aws/region.ts'
import { appErrorOf } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'region-'))
const before = process.env.AWS_CONFIG_FILE

beforeAll(() => {
  const file = join(folder, 'config')
  writeFileSync(file, '[profile lake]\nregion = ap-south-1\n[profile nowhere]\noutput = json\n')
  process.env.AWS_CONFIG_FILE = file
})

afterAll(() => {
  if (before === undefined) delete process.env.AWS_CONFIG_FILE
  else process.env.AWS_CONFIG_FILE = before
  rmSync(folder, { recursive: true })
})

const env = { AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' }

describe('resolveRegion', () => {
  it.each([
    ['the recipe', { recipe: 'eu-north-1', input: 'eu-west-1', env, profile: 'lake' }, 'eu-north-1'],
    ['the input', { recipe: null, input: 'us-gov-west-1', env, profile: null }, 'us-gov-west-1'],
    ['AWS_REGION', { recipe: null, input: null, env, profile: null }, 'eu-west-2'],
    [
      'AWS_DEFAULT_REGION',
      { recipe: null, input: '', env: { AWS_REGION: '', AWS_DEFAULT_REGION: ' eu-west-3 ' }, profile: 'lake' },
      'eu-west-3'
    ],
    ["the recipe's profile", { recipe: null, input: null, env: {}, profile: 'lake' }, 'ap-south-1'],
    [
      'the profile of the environment',
      { recipe: null, input: null, env: { AWS_PROFILE: 'lake' }, profile: null },
      'ap-south-1'
    ]
  ])('by %s', async (_case, sources, region) => {
    expect(await resolveRegion(sources)).toBe(region)
  })

  it.each([
    ['none at all', { recipe: null, input: null, env: {}, profile: 'nowhere' }, 'aws-region-missing'],
    ['a place', { recipe: 'Frankfurt', input: null, env, profile: null }, 'aws-region-invalid'],
    ['an availability zone', { recipe: 'eu-central-1a', input: null, env, profile: null }, 'aws-region-invalid'],
    ['a group of regions', { recipe: 'eu-central', input: null, env, profile: null }, 'aws-region-invalid'],
    ['a variable that was not filled', { recipe: '$AWS_REGION', input: null, env, profile: null }, 'aws-region-invalid']
  ])('refuses %s', async (_case, sources, code) => {
    expect(await appErrorOf(() => resolveRegion(sources))).toMatchObject({ kind: 'input', code })
  })
})
