import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { app } from '../../src/app/app.ts'
import { runCli } from '../../src/cli/run.ts'
import { piecesOf } from '../../src/cli/scaffold-repository.ts'
import { steppingClock } from '../action/ports.ts'
import { TOOL } from '../report/factory.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'repository-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({
    write: (text: string, done?: () => void) => {
      said[name] += text
      done?.()
    },
    on: () => undefined
  })
  const io = { argv, env, cwd: folder, stdout: stream('out'), stderr: stream('err'), app, clock: steppingClock() }
  const code = await runCli({ ...io, tool: TOOL, signal: new AbortController().signal })
  return { code, ...said }
}

const COMMAND = ['scaffold', 'repository', '--repository', 'acme/data']
const ROLE = 'arn:aws:iam::123456789012:role/datahub'
const ENV = { AWS_REGION: 'eu-west-1', AWS_ROLE: ROLE }
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
const written = (out: string): readonly string[] => [...out.matchAll(/^Wrote (.*)$/gm)].map(([, path = '']) => path)

describe('scaffold repository', () => {
  it('makes everything at once, and what it makes is valid', async () => {
    const { code, out, err } = await run(COMMAND, ENV)
    expect([code, err]).toEqual([0, ''])
    expect(written(out)).toEqual([
      'recipes/glue.yml',
      'recipes/dag.yml',
      '.github/workflows/ingest.yml',
      '.github/workflows/dag.yml',
      '.github/workflows/validate-recipes.yml',
      'datahub-glue.tf',
      'datahub-glue.json'
    ])
    expect(read('datahub-glue.tf')).toContain('repo:acme/data:ref:refs/heads/main')
    expect(JSON.parse(read('datahub-glue.json'))).toMatchObject({ roles: [{ role: ROLE }] })
    const checked = await run(['validate', 'recipes', '--fail-on', 'warning'])
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('0 errors, 0 warnings') })
  })

  it('holds a piece of every kind', async () => {
    const { err } = await run(['scaffold'])
    const kinds = /write repository, (.*)/.exec(err)?.[1]?.split(/, | or /)
    expect(new Set(piecesOf(undefined).map(({ kind }) => kind))).toEqual(new Set(kinds))
  })

  it('keeps what is there, and writes over it when it is told to', async () => {
    mkdirSync(join(folder, 'recipes'))
    writeFileSync(join(folder, 'recipes/dag.yml'), 'dag_id: mine\ntasks: [{task_id: a, recipe: recipes/glue.yml}]\n')
    const kept = await run(COMMAND, ENV)
    expect([kept.code, kept.out]).toEqual([0, expect.stringContaining('Kept  recipes/dag.yml is there already')])
    expect(read('recipes/dag.yml')).toContain('dag_id: mine')
    const forced = await run([...COMMAND, '--force'], ENV)
    expect([forced.code, read('recipes/dag.yml')]).toEqual([0, expect.stringContaining('dag_id: glue-catalogues')])
  })

  it('begins with a recipe that is there', async () => {
    mkdirSync(join(folder, 'recipes'))
    writeFileSync(join(folder, 'recipes/eu.yml'), 'source: {type: glue, config: {aws_region: eu-west-1}}\n')
    const { code, out } = await run([...COMMAND, 'recipes/eu.yml'], { AWS_ROLE: ROLE })
    expect([code, written(out)]).toEqual([0, expect.arrayContaining(['.github/workflows/ingest-eu.yml'])])
    expect(written(out)).not.toContain('recipes/glue.yml')
  })

  it('makes what it can, tells what is missing for the rest, and makes that the next time', async () => {
    const first = await run(COMMAND)
    expect([first.code, written(first.out)]).toEqual([2, expect.arrayContaining(['recipes/glue.yml'])])
    expect(first.err).toMatch(/^error: Not everything could be made.*\n.*region.*set AWS_REGION.*\n$/)
    const second = await run(COMMAND, ENV)
    expect([second.code, written(second.out)]).toEqual([0, ['datahub-glue.tf', 'datahub-glue.json']])
  })
})
