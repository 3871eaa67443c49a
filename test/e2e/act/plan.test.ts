// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import type { CommentOptions } from '../../emulator/github/comments.ts'
import { type RestServer, startRest } from '../../emulator/github/rest.ts'
import { type StandIns, startStandIns } from '../../emulator/stand-ins.ts'
import { runAct } from './act.ts'
import type { ActRun } from './events.ts'
import { makeRepository, proposeChange, pullRequest } from './repository.ts'

/* validate-recipes.yml as GitHub would run it on a pull request of the repository itself, and on one of a fork's. */

const GLUE = readFileSync(join(process.cwd(), 'recipes', 'glue.yml'), 'utf8')
/** Without a database. */
const NARROWER = GLUE.replace(/( +)aws_role: .*\n/u, (line) => `${line}    database_pattern:\n      deny: [db_001]\n`)
/** With a tag on every table. */
const TAGGED = `${GLUE}\ntransformers:\n  - type: simple_add_dataset_tags\n    config: { tag_urns: ['urn:li:tag:reviewed'] }\n`
const BAD = GLUE.replace('aws_role:', 'aws_rolle:')

const folders: string[] = []
const servers: { close(): Promise<void> }[] = []

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

interface Stage {
  readonly standIns: StandIns
  readonly rest: RestServer
  /** Runs the workflow for a change of the repository; each run has a number of its own, as on GitHub. */
  readonly propose: (
    files: Readonly<Record<string, string | null>>,
    how?: { readonly from?: string; readonly label?: string }
  ) => Promise<ActRun>
}

async function stage(tables: number, comments: CommentOptions = {}): Promise<Stage> {
  const catalogue = plainCatalogue({ tables, columns: 2, databases: 4 })
  const standIns = await startStandIns({ catalogue })
  const rest = await startRest({ comments, token: 'ghs_token-of-the-test-0815' })
  servers.push(standIns, rest)
  const repository = makeRepository()
  folders.push(repository)
  let runs = 4000
  return {
    standIns,
    rest,
    propose: async (files, { from = 'example/data-platform' } = {}) => {
      runs += 1
      const { AWS_ROLE = '', AWS_DEFAULT_REGION = '', GMS_URL = '', ...runner } = standIns.environment
      const { AWS_ENDPOINT_URL = '' } = runner
      const isFork = from !== 'example/data-platform'
      const run = await runAct({
        repository,
        workflow: 'validate-recipes.yml',
        event: 'pull_request',
        payload: pullRequest(proposeChange(repository, files), from),
        vars: { AWS_ROLE, AWS_DEFAULT_REGION, GMS_URL },
        secrets: { GITHUB_TOKEN: rest.token },
        env: { ...(isFork ? { AWS_ENDPOINT_URL } : runner), GITHUB_API_URL: rest.url, GITHUB_RUN_ID: String(runs) }
      })
      folders.push(run.home)
      return run
    }
  }
}

/** Requests of a run that may have written something. */
const writes = (rest: RestServer): readonly string[] =>
  rest.requests.filter(({ method, target }) => method !== 'GET' && target !== '/graphql').map(({ method }) => method)

const warnings = (run: ActRun): readonly string[] =>
  run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)

describe('a pull request of the repository itself', () => {
  let scene: Stage
  let good: ActRun
  let mixed: ActRun

  beforeAll(async () => {
    scene = await stage(12)
    good = await scene.propose({ 'recipes/glue.yml': NARROWER })
  })

  it('is told what its change does, in a comment and in the summary', () => {
    expect(good.jobs.validate).toMatchObject({ jobResult: 'success' })
    expect(good.jobs.plan).toMatchObject({ jobResult: 'success', steps: { plan: 'success' } })
    expect(good.exitCode).toBe(0)
    expect(good.jobs.plan?.outputs).toMatchObject({ 'to-add': '0', 'to-change': '0', 'to-remove': '4' })
    expect(good.jobs.plan?.summary).toContain('0 to add, 0 to change, 4 to remove')
    expect(writes(scene.rest)).toEqual(['POST'])
    const [comment] = scene.rest.comments.all
    expect(comment?.body).toContain('<h3>⚠️ DataHub Glue plan: 0 to add, 0 to change, 4 to remove</h3>')
    expect(comment?.body).toContain('database_pattern')
    expect(comment?.body).toContain('actions/runs/4001')
    expect(Object.keys(good.artifacts)).toEqual(['datahub-glue-plan-4001-1'])
  })

  it('leaves the comment alone when the next push changes nothing of the plan', async () => {
    const again = await scene.propose({ 'recipes/glue.yml': NARROWER, 'README.md': 'Hello\n' })
    expect(again.exitCode).toBe(0)
    expect(writes(scene.rest)).toEqual(['POST'])
    expect(again.log.join('\n')).toContain('says the same already')
  })

  it('is told of a recipe that is wrong beside one that is right, in the same comment', async () => {
    mixed = await scene.propose({ 'recipes/glue.yml': NARROWER, 'recipes/bad.yml': BAD })
    expect(mixed.exitCode).toBe(1)
    expect(mixed.jobs.validate).toMatchObject({ jobResult: 'failure' })
    expect(mixed.jobs.plan).toMatchObject({ jobResult: 'failure', steps: { plan: 'failure' } })
    expect(writes(scene.rest)).toEqual(['POST', 'PATCH'])
    const [comment, ...others] = scene.rest.comments.all
    expect(others).toEqual([])
    expect(comment?.body).toContain('4 to remove; 1 of 2 recipes is wrong')
    expect(comment?.body).toContain('recipes/bad.yml:5:5')
    expect(comment?.body).toContain('actions/runs/4003')
    expect(Object.keys(mixed.artifacts)).toEqual(['datahub-glue-plan-4003-1'])
  })

  it('has the comment say so when it touches no recipe any more', async () => {
    const run = await scene.propose({ 'README.md': 'Hello\n' })
    expect(run.exitCode).toBe(0)
    expect(writes(scene.rest)).toEqual(['POST', 'PATCH', 'PATCH'])
    expect(scene.rest.comments.all[0]?.body).toContain('no recipe is touched any more')
  })

  it('has written nothing to DataHub, and told the token to nobody', () => {
    const changes = scene.standIns.gms.requests.filter(({ target }) =>
      /ingestProposal|\/entities\?|rollback/u.test(target)
    )
    expect(changes).toEqual([])
    for (const run of [good, mixed]) {
      expect(JSON.stringify([run.summary, run.log, run.annotations])).not.toContain(scene.rest.token)
    }
    for (const { headers } of [...scene.standIns.gms.requests, ...scene.standIns.aws.requests]) {
      expect(JSON.stringify(headers)).not.toContain(scene.rest.token)
    }
  })
})

describe('a job without pull-requests: write', () => {
  it('keeps its plan, and is told which permission is missing', async () => {
    const { rest, propose } = await stage(4, { pullRequests: 'read' })
    const run = await propose({ 'recipes/glue.yml': NARROWER })
    expect(run).toMatchObject({ exitCode: 0, jobResult: 'success' })
    expect(run.jobs.plan?.outputs).toMatchObject({ 'to-remove': '2' })
    expect(writes(rest)).toEqual(['POST'])
    expect(warnings(run)).toEqual([expect.stringMatching(/403.*permissions: pull-requests: write/u)])
  })
})

describe('a change of 5,000 tables', () => {
  it('is told within the limits of the comment and the summary', async () => {
    const { rest, propose } = await stage(5000)
    const run = await propose({ 'recipes/glue.yml': TAGGED })
    expect(run).toMatchObject({ exitCode: 0, jobResult: 'success' })
    expect(run.jobs.plan?.outputs).toMatchObject({ 'to-change': '5000' })
    expect(writes(rest)).toEqual(['POST'])
    const body = rest.comments.all[0]?.body ?? ''
    expect(body).toContain('0 to add, 5,000 to change, 0 to remove')
    expect([...body].length).toBeLessThanOrEqual(65_536)
    expect(body.length).toBeGreaterThan(1000)
    expect(Buffer.byteLength(run.jobs.plan?.summary ?? '')).toBeLessThanOrEqual(1_048_576)
    expect(warnings(run)).toEqual([])
  })

  it('is told more shortly where GitHub takes less', async () => {
    const { rest, propose } = await stage(5000, { longest: 1000 })
    const run = await propose({ 'recipes/glue.yml': TAGGED })
    expect(run).toMatchObject({ exitCode: 0, jobResult: 'success' })
    expect(rest.comments.all).toEqual([])
    expect(warnings(run)).toEqual([expect.stringContaining('422')])
    expect(run.jobs.plan?.summary).toContain('5,000 to change')
  })
})

describe('a pull request of a fork', () => {
  it('is validated and compared, without anybody being asked, and without a red cross', async () => {
    const { rest, standIns, propose } = await stage(4, { pullRequests: 'read' })
    const run = await propose({ 'recipes/glue.yml': NARROWER }, { from: 'someone/data-platform' })
    expect(run).toMatchObject({ exitCode: 0, jobResult: 'success' })
    expect(run.jobs.plan?.summary).toContain('database_pattern')
    expect(run.jobs.plan?.summary).toContain('fork')
    expect(warnings(run)).toEqual([])
    expect(run.log.filter((line) => line.includes('No comment:'))).toHaveLength(1)
    expect([...rest.requests, ...standIns.aws.requests, ...standIns.gms.requests]).toEqual([])
  })
})
