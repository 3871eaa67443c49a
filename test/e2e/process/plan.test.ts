import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import { type StandIns, startStandIns } from '../../emulator/stand-ins.ts'
import { runStep } from '../demo-runner.ts'
import { nodesUnderTest } from '../nodes.ts'
import { type CliResult, runCli } from './cli.ts'
import { makeWorkspace, STACK_LINE, TEMPLATE, type Workspace } from './scene.ts'

/* A change of a recipe in a clone, planned by the bundle. */

const CATALOGUE = plainCatalogue({ tables: 40, columns: 2, databases: 4, viewEvery: 5 })
const DENY = '    database_pattern: { deny: [db_001] }\n    aws_region'
const EDITED = TEMPLATE.replace(/^ {4}aws_region/mu, DENY)

let standIns: StandIns
let workspace: Workspace
beforeAll(async () => {
  standIns = await startStandIns({ catalogue: CATALOGUE })
})
beforeEach(() => {
  workspace = makeWorkspace()
  git('init', '-q')
  git('add', '-A')
  git('commit', '-q', '-m', 'base')
})
afterAll(async () => {
  workspace.remove()
  await standIns.close()
})

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: workspace.folder,
    encoding: 'utf8'
  }).trim()

const edit = (text: string): void => writeFileSync(join(workspace.folder, 'recipes/glue.yml'), text)

/** Nobody was asked to write anything. */
const isUnwritten = (): unknown => [standIns.gms.accepted(), standIns.gms.store.urns()]

describe.each(nodesUnderTest())('on $name', ({ path: node }) => {
  const plan = (env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CliResult> =>
    runCli({ node, cwd: workspace.folder, args: ['plan', ...args], env })
  const withKeys = (): Readonly<Record<string, string>> => {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: _url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: _token, ...rest } = standIns.environment
    return { ...rest, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
  }

  it('plans what is not committed, in text and as one JSON document', async () => {
    edit(EDITED)
    const text = await plan(withKeys())
    expect([text.exitCode, text.stdout.split('\n').slice(2)]).toEqual([
      0,
      [
        'recipes/glue.yml (modified)',
        '  + source.config.database_pattern.deny[0]: "db_001"',
        '  Databases, tables and views: 0 to add, 0 to change, 11 to remove',
        '  db_001 leaves (0 to add, 0 to change, 11 to remove)',
        '    - db_001 [database] by database_pattern',
        ...Array.from({ length: 10 }, (_, at) => {
          const view = at % 5 === 4 ? ' [view]' : ''
          return `    - db_001.table_0000${10 + at}${view} by database_pattern`
        }),
        '  Besides: query: 0 to add, 0 to change, 2 to remove',
        '  DataHub, of 33 entities: 33 to add, 0 to change, 0 as they are',
        '',
        expect.stringMatching(/^Plan: 0 to add, 0 to change, 11 to remove in .* s\. Nothing was written$/u),
        ''
      ]
    ])
    const json = await plan(withKeys(), '--format', 'json', '--base', 'HEAD', '--out', 'out')
    expect(readFileSync(join(workspace.folder, 'out/plan.json'), 'utf8')).toBe(json.stdout)
    const schema = JSON.parse(readFileSync('dist/schema/plan.schema.json', 'utf8'))
    const isValid = new Ajv2020({ validateFormats: false }).compile(schema)
    expect([isValid(JSON.parse(json.stdout)), isValid.errors]).toEqual([true, null])
    expect(JSON.parse(json.stdout)).toMatchObject({ base: git('rev-parse', 'HEAD'), counts: { toRemove: 11 } })
    expect(isUnwritten()).toEqual([0, []])
  })

  it('plans without credentials what can be planned, and says what cannot', async () => {
    edit(EDITED)
    const env = { AWS_DEFAULT_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true' }
    const { exitCode, stdout, stderr } = await plan(env)
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Plan: the catalogue was not read')])
    expect(stdout).toContain('+ source.config.database_pattern.deny[0]')
    expect(stderr).not.toMatch(STACK_LINE)
  })

  it('ends with 2 for a recipe that is wrong, and for a base that is not there', async () => {
    edit(EDITED.replace('database_pattern', 'database_patern'))
    const wrong = await plan({}, '--format', 'github')
    expect([wrong.exitCode, wrong.stdout.split('\n')[0]]).toEqual([
      2,
      expect.stringMatching(/^::error file=recipes\/glue\.yml,line=4,col=5,title=unknown-key::/u)
    ])
    const nowhere = await plan({}, '--base', 'nowhere')
    expect([nowhere.exitCode, nowhere.stdout]).toEqual([2, expect.stringContaining("'nowhere' is not in this clone")])
  })
})

describe('as a step', () => {
  it('sets its outputs, and reads nothing for a fork', async () => {
    git('commit', '-q', '--allow-empty', '-m', 'second')
    edit(EDITED)
    const step = (fullName: string) => {
      const repository = { repo: { full_name: fullName } }
      const event = { pull_request: { number: 7, head: repository, base: { sha: git('rev-parse', 'HEAD') } } }
      const path = join(workspace.folder, '.git', 'event.json')
      writeFileSync(path, JSON.stringify(event))
      const env = {
        ...standIns.environment,
        GITHUB_REPOSITORY: 'example/data-platform',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: path
      }
      const inputs = { command: 'plan' }
      return runStep({ root: process.cwd(), workspace: workspace.folder, env, inputs, log: () => undefined })
    }
    const own = await step('example/data-platform')
    expect(own).toMatchObject({ exitCode: 0, outputs: { 'to-remove': '11', 'to-add': '0', status: 'success' } })
    const before = standIns.aws.requests.length
    const fork = await step('somebody/data-platform')
    expect(fork).toMatchObject({ exitCode: 0, outputs: { 'to-remove': '0', status: 'success' } })
    expect(fork.written.join('\n')).toContain('A pull request from a fork gets neither a token nor secrets')
    expect(standIns.aws.requests).toHaveLength(before)
    expect(isUnwritten()).toEqual([0, []])
    rmSync(join(workspace.folder, '.git', 'event.json'))
  })
})
