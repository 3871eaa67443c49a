import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import { type RestServer, startRest } from '../../emulator/github/rest.ts'
import { type StandIns, startStandIns } from '../../emulator/stand-ins.ts'
import { runAct } from './act.ts'
import type { ActRun } from './events.ts'
import { makeRepository } from './repository.ts'

/* dag.yml as GitHub would run it: a recipe that fails, a retry, a skip, and a second attempt that goes on. */

const GLUE = readFileSync(join(process.cwd(), 'recipes', 'glue.yml'), 'utf8')
// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the recipe's
const BROKEN = GLUE.replace("'${GMS_URL}'", "'http://127.0.0.1:1'\n    retry_max_times: 1")

const DAG = `
dag_id: glue-catalogues
tasks:
  - { task_id: ingest, recipe: recipes/glue.yml }
  - { task_id: broken, recipe: recipes/broken.yml }
  - { task_id: flaky, run: 'test "$TASK_TRY_NUMBER" -ge 2', retries: 1, retry_delay: 100ms }
  - { task_id: skipped, when: 1 == 2, run: 'exit 1' }
  - { task_id: check, check: { task: ingest, assert: tables >= 10 } }
  - { task_id: after, depends_on: [broken, check], run: 'echo "after the broken one"' }
`

let repository = ''
let standIns: StandIns
let rest: RestServer
const folders: string[] = []

beforeAll(async () => {
  repository = makeRepository({ 'recipes/dag.yml': DAG, 'recipes/broken.yml': BROKEN })
  folders.push(repository)
  standIns = await startStandIns({ catalogue: plainCatalogue({ tables: 12, columns: 2, databases: 2 }) })
  rest = await startRest()
})

afterAll(async () => {
  await Promise.all([standIns.close(), rest.close()])
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function attempt(number: number): Promise<ActRun> {
  const { AWS_ROLE = '', AWS_DEFAULT_REGION = '', GMS_URL = '', ...runner } = standIns.environment
  const run = await runAct({
    repository,
    workflow: 'dag.yml',
    event: 'schedule',
    payload: { schedule: '37 3 * * *' },
    vars: { AWS_ROLE, AWS_DEFAULT_REGION, GMS_URL },
    secrets: { GITHUB_TOKEN: rest.token },
    env: { ...runner, GITHUB_API_URL: rest.url, GITHUB_RUN_ATTEMPT: String(number) }
  })
  folders.push(run.home)
  return run
}

describe('dag.yml', () => {
  let first: ActRun
  let second: ActRun

  beforeAll(async () => {
    first = await attempt(1)
    const name = 'datahub-glue-dagrun-glue-catalogues-1-1'
    const record = readFileSync(join(first.home, 'artifacts', name, 'dags', 'glue-catalogues', 'dag-run.json'))
    rest.upload({ name, runId: '1', files: { 'dags/glue-catalogues/dag-run.json': record } })
    writeFileSync(join(repository, 'recipes', 'broken.yml'), GLUE)
    second = await attempt(2)
  })

  it('fails for the broken recipe, with a retry and a skip, and keeps its record', () => {
    expect(first).toMatchObject({ exitCode: 1, jobResult: 'failure', outputs: { status: 'failure', tables: '12' } })
    expect(first.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual([
      'broken failed'
    ])
    expect(first.summary).toContain('```mermaid')
    expect(first.log.join('\n')).toMatch(/flaky: up_for_retry[\s\S]*flaky: success/u)
    expect(first.log.join('\n')).toMatch(/skipped: skipped/u)
    expect(Object.keys(first.artifacts)).toEqual(['datahub-glue-dagrun-glue-catalogues-1-1'])
  })

  it('goes on with what failed when it is run again', () => {
    expect(second).toMatchObject({ exitCode: 0, jobResult: 'success', outputs: { status: 'success', tables: '24' } })
    const log = second.log.join('\n')
    expect(log).toContain('Runs again: broken, after')
    expect(log).not.toContain('ingest: running')
    expect(second.summary).toContain('attempt 2')
  })
})

const WITH_PARAMS = `
dag_id: glue-catalogues
params:
  regions: { type: array, default: [eu-west-1] }
  least_tables: { type: integer, default: 1 }
tasks:
  - task_id: each
    expand: { region: { param: regions } }
    env: { REGION: '{{ map.region }}', LEAST: '{{ params.least_tables }}' }
    run: 'echo "in $REGION at least $LEAST"'
`

describe('dag.yml by hand', () => {
  it('gives the inputs that scaffold made of params to the run', async () => {
    const own = makeRepository({ 'recipes/dag.yml': WITH_PARAMS })
    folders.push(own)
    const { AWS_ROLE = '', AWS_DEFAULT_REGION = '', GMS_URL = '', ...runner } = standIns.environment
    const run = await runAct({
      repository: own,
      workflow: 'dag.yml',
      event: 'workflow_dispatch',
      payload: { inputs: { regions: '["it\'s", "eu-west-2"]', least_tables: '3', tasks: '', clear: '' } },
      vars: { AWS_ROLE, AWS_DEFAULT_REGION, GMS_URL },
      secrets: { GITHUB_TOKEN: rest.token },
      env: { ...runner, GITHUB_API_URL: rest.url }
    })
    folders.push(run.home)
    expect(run).toMatchObject({ exitCode: 0, jobResult: 'success' })
    const log = run.log.join('\n')
    expect(log).toContain("in it's at least 3")
    expect(log).toContain('in eu-west-2 at least 3')
  })
})
