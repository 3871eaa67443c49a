// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type StandIns, startStandIns } from '../../emulator/stand-ins.ts'
import { runAct } from './act.ts'
import type { ActRun } from './events.ts'
import { makeRepository, proposeChange, pullRequest } from './repository.ts'

/* validate-recipes.yml as GitHub would run it on a pull request: no secrets, no variables, no OIDC token. */

const folders: string[] = []
const recipe = readFileSync(join(process.cwd(), 'recipes', 'glue.yml'), 'utf8')
let standIns: StandIns

beforeAll(async () => {
  standIns = await startStandIns({ catalogue: [] })
})

afterAll(async () => {
  await standIns.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** @param from `example/data-platform` itself, or a fork. */
async function validate(files: Readonly<Record<string, string>>, from = 'example/data-platform'): Promise<ActRun> {
  const repository = makeRepository()
  const payload = pullRequest(proposeChange(repository, files), from)
  const { AWS_ENDPOINT_URL = '' } = standIns.environment
  const run = await runAct({
    repository,
    workflow: 'validate-recipes.yml',
    event: 'pull_request',
    payload,
    env: { AWS_ENDPOINT_URL }
  })
  folders.push(repository, run.home)
  return run
}

const errors = (run: Pick<ActRun, 'annotations'> | undefined) =>
  run?.annotations.filter((annotation) => annotation.level === 'error') ?? []

describe('a pull request whose recipes are right', () => {
  it('passes', async () => {
    const run = await validate({})
    expect(errors(run)).toEqual([])
    expect(run).toMatchObject({ exitCode: 0, jobResult: 'success' })
    expect(run.jobs.validate?.outputs).toMatchObject({ status: 'success', failures: '0' })
    expect(run.jobs.validate?.summary).not.toBe('')
  })

  it('passes from a fork too', async () => {
    const run = await validate({}, 'someone/data-platform')
    expect(run).toMatchObject({ exitCode: 0, jobResult: 'success' })
  })
})

describe('a pull request with mistakes in its recipes', () => {
  it('is told each of them at its file and line', async () => {
    const run = await validate({
      'recipes/unknown-key.yml': recipe.replace('aws_role:', 'aws_rolle:'),
      'recipes/team/bad-regex.yaml': recipe.replace(
        "    aws_role: '${AWS_ROLE}'",
        "    database_pattern:\n      allow: ['sales_(']"
      ),
      'recipes/no-yaml.yml': 'source: {type: glue\n'
    })
    expect(run).toMatchObject({ exitCode: 1, jobResult: 'failure' })
    const job = run.jobs.validate
    expect(job).toMatchObject({ jobResult: 'failure', outputs: { status: 'failure', failures: '3' } })
    const places = errors(job).map(({ file, line }) => `${file}:${line}`)
    expect(places.sort()).toEqual([
      expect.stringMatching(/^recipes\/no-yaml\.yml:[12]$/u),
      'recipes/team/bad-regex.yaml:6',
      'recipes/unknown-key.yml:5'
    ])
    const unknown = errors(job).find(({ file }) => file === 'recipes/unknown-key.yml')
    expect(unknown?.message).toContain('aws_rolle')
    expect(unknown?.message).toContain('aws_role')
    expect(job?.summary).toContain('recipes/team/bad-regex.yaml')
  })
})

it('has asked nobody anything', () => {
  expect([...standIns.aws.requests, ...standIns.gms.requests, ...standIns.oidc.requests]).toEqual([])
})
