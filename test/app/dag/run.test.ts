import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { runDagFile } from '../../../src/app/dag/run-dag-file.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { type DagRunDocument, instanceName } from '../../../src/model/dag-run.ts'
import type { DagDeps, DagRequest, GithubContext } from '../../../src/model/request.ts'
import { Secret } from '../../../src/model/secret.ts'
import { DAG_RUN_SCHEMA } from '../../../src/report/dag-schema.ts'
import { identityOptions } from '../../aws/support.ts'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import { type RestServer, startRest } from '../../emulator/github/rest.ts'
import { jsonReply } from '../../emulator/http/replies.ts'
import { startServer } from '../../emulator/http/server.ts'
import { type StandInOptions, type StandIns, startStandIns } from '../../emulator/stand-ins.ts'

let folder = ''
let log: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dag-'))
  log = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Changes {
  readonly request?: Partial<DagRequest>
  readonly env?: Readonly<Record<string, string>>
  readonly github?: GithubContext | null
  readonly signal?: AbortSignal
}

function run(text: string, { request, env, github = null, signal }: Changes = {}): Promise<DagRunDocument> {
  writeFileSync(join(folder, 'dag.yml'), text)
  const note = (line: string): void => void log.push(line)
  const deps: DagDeps = {
    env: { PATH: process.env.PATH, ...env },
    cwd: folder,
    clock: systemClock,
    logger: { debug: note, info: note, notice: note, warning: note, error: note },
    mask: () => undefined,
    onEvent: () => undefined,
    idToken: null,
    github,
    signal: signal ?? new AbortController().signal,
    stdout: () => undefined,
    view: {
      line: note,
      progress: () => undefined,
      tryLog: (name) => ({ line: (l) => note(`${name} | ${l}`), end: () => undefined })
    },
    tool: { name: 'datahub-glue', version: '0' }
  }
  const asked: DagRequest = {
    file: 'dag.yml',
    tasks: [],
    clear: [],
    params: {},
    resume: false,
    githubToken: null,
    envFile: null,
    identity: identityOptions({}),
    gmsUrl: null,
    gmsToken: null,
    dryRun: false,
    failOn: 'failure',
    rateLimit: null,
    columnStatistics: false,
    incremental: false,
    history: false,
    logLevel: 'info',
    outDir: 'out',
    ...request
  }
  return runDagFile(asked, deps)
}

const states = ({ record }: DagRunDocument): Readonly<Record<string, unknown>> =>
  Object.fromEntries(record.instances.map((one) => [instanceName(one), one.state]))
const tries = ({ record }: DagRunDocument): Readonly<Record<string, number>> =>
  Object.fromEntries(record.instances.map((one) => [instanceName(one), one.tryNumber]))

describe('a DAG file', () => {
  it('runs commands with outputs, templates, mapping, retries and skips', async () => {
    const document = await run(`
dag_id: d
params: { names: [x, y] }
tasks:
  - { task_id: a, run: 'echo "n=3" >> "$DAG_OUTPUT"' }
  - task_id: m
    depends_on: [a]
    expand: { who: { param: names } }
    env: { N: '{{ tasks.a.output.n }}', WHO: '{{ map.who }}' }
    run: 'echo "said=$WHO$N" >> "$DAG_OUTPUT"'
  - { task_id: once, run: 'test "$TASK_TRY_NUMBER" = 2', retries: 1, retry_delay: 10ms }
  - { task_id: never, when: params.names == 3, run: 'exit 1' }
  - { task_id: gate, short_circuit: 'tasks.a.output.n > 5', depends_on: [a] }
  - { task_id: shut, depends_on: [gate] }
  - { task_id: skips, run: 'exit 99' }
`)
    expect(document.stopped).toBeNull()
    expect(states(document)).toEqual({
      a: 'success',
      'm[0]': 'success',
      'm[1]': 'success',
      once: 'success',
      never: 'skipped',
      gate: 'success',
      shut: 'skipped',
      skips: 'skipped'
    })
    expect(tries(document).once).toBe(2)
    expect(document.record.instances.filter(({ taskId }) => taskId === 'm').map(({ output }) => output)).toEqual([
      { said: 'x3' },
      { said: 'y3' }
    ])
    expect(document).toMatchObject({ status: 'success', exitCode: 0 })
    expect(JSON.parse(readFileSync(join(folder, 'out', 'dag-run.json'), 'utf8'))).toEqual(document)
    const isValid = new Ajv2020({ allowUnionTypes: true }).compile(DAG_RUN_SCHEMA)
    expect([isValid(document), isValid.errors]).toEqual([true, null])
  })

  it('ends a command that takes too long, with all that it started', async () => {
    const document = await run(`
dag_id: d
tasks:
  - { task_id: slow, execution_timeout: 200ms, run: 'sleep 60 & wait' }
`)
    expect(document.record.instances[0]?.failure?.code).toBe('dag-task-timeout')
    expect(document).toMatchObject({ status: 'failure', exitCode: 1 })
    expect(document.durationSeconds).toBeLessThan(10)
  })

  it('does not retry a class of errors that a rule refuses', async () => {
    const document = await run(`
dag_id: d
tasks:
  - { task_id: a, run: 'exit 7', retries: 3, retry_delay: 10ms, retry_rules: [{ errors: exit-7, action: fail }] }
`)
    expect(tries(document)).toEqual({ a: 1 })
  })

  it('hides secrets in logs and in its record', async () => {
    const secret = 'a-secret-of-the-test'
    const document = await run(
      `
dag_id: d
tasks:
  - { task_id: a, run: 'echo "it is $T"; echo "t=$T" >> "$DAG_OUTPUT"' }
`,
      { env: { T: secret }, request: { gmsToken: new Secret(secret) } }
    )
    expect(JSON.stringify(document)).not.toContain(secret)
    expect(log.join('\n')).not.toContain(secret)
    expect(log).toContain('a | it is ***')
  })

  it.each([
    ['tasks: []', 'missing-key'],
    ['dag_id: d\ntasks: [{ task_id: a, depends_on: [b] }]', 'unknown-upstream'],
    ['dag_id: d\ntasks: [{ task_id: a, depends_on: [b] }, { task_id: b, depends_on: [a] }]', 'cycle'],
    ['dag_id: d\ntasks: [{ task_id: a, run: x, recipe: y }]', 'two-actions'],
    ['dag_id: d\ntasks: [{ task_id: a, retires: 3 }]', 'unknown-key'],
    ['dag_id: d\ntasks: [{ task_id: a, when: "a >" }]', 'bad-condition'],
    ['dag_id: d\nparams: { n: { type: integer, default: x } }\ntasks: [{ task_id: a }]', 'bad-default']
  ])('that says %j is refused: %s', async (text, code) => {
    const document = await run(text)
    expect(document.diagnostics.map((one) => one.code)).toContain(code)
    expect(document.exitCode).toBe(2)
  })

  it('runs nothing where its record cannot be written', async () => {
    writeFileSync(join(folder, 'out'), '')
    const document = await run(`dag_id: d\ntasks:\n  - { task_id: a, run: 'touch ran' }\n`)
    expect(document).toMatchObject({ status: 'failure', exitCode: 2, stopped: { kind: 'input', code: 'dag-out' } })
    expect(document.stopped?.message).toContain(join(folder, 'out'))
    expect(existsSync(join(folder, 'ran'))).toBe(false)
  })

  it('says so when the record of a run that is over cannot be written where later steps look for it', async () => {
    mkdirSync(join(folder, 'out', 'dag-run.json'), { recursive: true })
    const document = await run(`dag_id: d\ntasks:\n  - { task_id: a, run: 'true' }\n`)
    expect(document).toMatchObject({ status: 'failure', exitCode: 1, stopped: null })
    expect(log.join('\n')).toContain(`cannot be written to ${join(folder, 'out', 'dag-run.json')}`)
  })

  it('refuses params that are wrong', async () => {
    const text = 'dag_id: d\nparams: { n: { type: integer, maximum: 3 } }\ntasks: [{ task_id: a }]'
    expect((await run(text)).stopped?.message).toContain('n: no value is given')
    expect((await run(text, { request: { params: { n: 5 } } })).stopped?.message).toContain('more than 3')
    expect((await run(text, { request: { params: { n: '2' } } })).params).toEqual({ n: 2 })
  })

  it('takes a param that the file does not have, as Airflow does, and says so', async () => {
    const text = 'dag_id: d\nparams: { least: 1 }\ntasks: [{ task_id: a }]'
    expect((await run(text, { request: { params: { leest: 5, zz: 1 } } })).params).toEqual({
      least: 1,
      leest: 5,
      zz: 1
    })
    expect(log).toContain('The DAG file has no param leest; did you mean least?')
    expect(log).toContain('The DAG file has no param zz; nothing reads it but {{ params }}')
  })

  it('goes on with the params and tasks that it began with, needs none of them again, and says what it does not use', async () => {
    const text =
      "dag_id: d\nparams: { n: { type: integer } }\ntasks: [{ task_id: a, env: { N: '{{ params.n }}' }, run: 'test $N = 3' }, { task_id: b }]"
    const first = await run(text, { request: { params: { n: '5' } } })
    expect(first.exitCode).toBe(1)
    for (const request of [{}, { params: { n: '5' } }]) {
      const again = await run(text, { request: { ...request, resume: true } })
      expect([again.params, tries(again).b]).toEqual([{ n: 5 }, 1])
    }
    expect(log.join('\n')).not.toContain('that it began with')
    const other = await run(text, { request: { clear: ['a'], params: { n: 3 }, tasks: ['a'] } })
    expect([other.params, states(other)]).toEqual([{ n: 5 }, { a: 'failed', b: 'success' }])
    for (const what of ['params', 'tasks']) {
      expect(log).toContain(
        `Run ${first.runId} goes on with the ${what} that it began with, and not with those given now`
      )
    }
  })
})

const FAILS_ONCE = `
dag_id: d
tasks:
  - { task_id: good, run: 'true' }
  - { task_id: bad, run: 'test -e mended', on_failure: { run: 'echo "$DAG_TASK_ID $DAG_STATE" >> told' } }
  - { task_id: after, depends_on: [good, bad], run: 'true' }
`

describe('a run that failed', () => {
  it('goes on with what failed and what comes after it', async () => {
    expect(states(await run(FAILS_ONCE))).toEqual({ good: 'success', bad: 'failed', after: 'upstream_failed' })
    writeFileSync(join(folder, 'mended'), '')
    const document = await run(FAILS_ONCE, { request: { resume: true } })
    expect(states(document)).toEqual({ good: 'success', bad: 'success', after: 'success' })
    expect(tries(document)).toEqual({ good: 1, bad: 2, after: 1 })
    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe('bad failed\n')
  })

  it('runs again what is cleared', async () => {
    writeFileSync(join(folder, 'mended'), '')
    await run(FAILS_ONCE)
    expect(tries(await run(FAILS_ONCE, { request: { clear: ['good+'] } }))).toEqual({ good: 2, bad: 1, after: 2 })
    expect((await run(FAILS_ONCE, { request: { clear: ['goood'] } })).stopped).toMatchObject({ code: 'unknown-task' })
  })

  it.each([
    'null',
    '{"generation":2,"entries":[{"kind":"transition","transition":{"type":"task","at":1}}]}',
    '{"generation":2,"entries":[{"kind":"called"}]}',
    '{"generation":2,"entries":[{"kind":"other"}]}'
  ])('is not gone on with, nor begun anew, where its journal is damaged: %s', async (line) => {
    await run(FAILS_ONCE)
    const journal = join(folder, 'out', 'dags', 'd', 'dag-run.journal')
    writeFileSync(journal, `${line}\n`)
    for (const resume of [true, false]) {
      const document = await run(FAILS_ONCE, { request: { resume } })
      expect(document).toMatchObject({ exitCode: 2, tries: [], stopped: { code: 'dag-record' } })
      expect(document.stopped?.message).toContain(`line 1 of ${journal}`)
    }
  })

  it('is not gone on with where its record lacks what it is made of', async () => {
    await run(FAILS_ONCE)
    const path = join(folder, 'out', 'dags', 'd', 'dag-run.json')
    const whole = JSON.parse(readFileSync(path, 'utf8')) as object
    for (const part of ['record', 'tries', 'callbacks', 'warnings']) {
      writeFileSync(path, JSON.stringify({ ...whole, [part]: { schema: 1 } }))
      const { stopped, exitCode } = await run(FAILS_ONCE, { request: { resume: true } })
      expect([stopped?.code, exitCode]).toEqual(['dag-record', 2])
    }
  })

  it('runs only the tasks that are asked for', async () => {
    expect(states(await run(FAILS_ONCE, { request: { tasks: ['good'] } }))).toEqual({ good: 'success' })
  })
})

describe('a run whose DAG file was changed since', () => {
  const dag = (...tasks: readonly string[]): string => `dag_id: d\ntasks:\n${tasks.map((t) => `  - ${t}\n`).join('')}`
  const GOOD = "{ task_id: good, run: 'true' }"
  const BAD = "{ task_id: bad, run: 'exit 1' }"
  const NEW = '{ task_id: new }'
  const resume = (...tasks: readonly string[]): Promise<DagRunDocument> =>
    run(dag(...tasks), { request: { resume: true } })

  it('leaves out what is gone, says so, and does not fail for it', async () => {
    await run(dag(GOOD, BAD))
    const document = await resume(GOOD)
    expect(document).toMatchObject({ status: 'success', exitCode: 0 })
    expect([states(document), tries(document)]).toEqual([{ good: 'success' }, { good: 1 }])
    expect(log).toContain('No longer in the DAG, and left out: bad')
  })

  it('runs what is new, after a success too, and what still fails once more', async () => {
    await run(dag(GOOD))
    expect(states(await resume(GOOD, NEW))).toEqual({ good: 'success', new: 'success' })
    const document = await resume(GOOD, NEW, BAD)
    expect(document).toMatchObject({ status: 'failure', record: { state: 'failed' } })
    const again = await resume(GOOD, BAD)
    expect([states(again), tries(again)]).toEqual([
      { good: 'success', bad: 'failed' },
      { good: 1, bad: 2 }
    ])
  })
})

const mapsOverDatabases = (command: string): string => `
dag_id: d
tasks:
  - task_id: each
    expand: { name: { databases: recipe.yml } }
    env: { NAME: '{{ map.name }}' }
    run: '${command}'
`

const threeDatabases = (aws: NonNullable<StandInOptions['aws']> = {}): Promise<StandIns> =>
  startStandIns({ catalogue: plainCatalogue({ tables: 3, columns: 1, databases: 3 }), aws })

const keysFor = ({ environment }: StandIns): Readonly<Record<string, string>> => ({
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_ENDPOINT_URL: environment.AWS_ENDPOINT_URL ?? ''
})

describe('a task that maps over databases', () => {
  const RECIPE = 'source: { type: glue, config: { aws_region: eu-west-1 } }\nsink: { type: console }\n'
  const MAPS = mapsOverDatabases('echo "did $NAME"; test "$NAME" != db_001 || test -e mended')

  it('maps over the same ones when it is gone on with, whatever Glue says then', async () => {
    writeFileSync(join(folder, 'recipe.yml'), RECIPE)
    const glue = await threeDatabases()
    const env = keysFor(glue)
    const first = await run(MAPS, { env })
    await glue.close()
    expect(first.stopped).toBeNull()
    expect(states(first)).toEqual({ 'each[0]': 'success', 'each[1]': 'failed', 'each[2]': 'success' })
    writeFileSync(join(folder, 'mended'), '')
    const second = await run(MAPS, { env, request: { resume: true } })
    expect(states(second)).toEqual({ 'each[0]': 'success', 'each[1]': 'success', 'each[2]': 'success' })
    expect(tries(second)).toEqual({ 'each[0]': 1, 'each[1]': 2, 'each[2]': 1 })
    expect(log.filter((line) => line.includes('did db_001'))).toHaveLength(2)
  })
})

describe('databases that a task maps over', () => {
  const RECIPE = `
source:
  type: glue
  config: { aws_region: eu-west-1, database_pattern: { allow: ['\${ssm:/datahub/databases}'] } }
sink: { type: console }
`

  async function map(
    ssm: Readonly<Record<string, { readonly value: string }>>,
    env: Readonly<Record<string, string>> = {}
  ): Promise<DagRunDocument> {
    writeFileSync(join(folder, 'recipe.yml'), RECIPE)
    const glue = await threeDatabases({ ssm })
    try {
      return await run(mapsOverDatabases('echo "did $NAME"'), { env: { ...keysFor(glue), ...env } })
    } finally {
      await glue.close()
    }
  }

  it('are those of the recipe with the values that AWS keeps', async () => {
    expect(states(await map({ '/datahub/databases': { value: 'db_002' } }))).toEqual({ 'each[0]': 'success' })
    // What AWS keeps is shown nowhere, the name of a database included.
    expect(log.filter((line) => line.includes('did '))).toEqual(['each[0] | did ***'])
  })

  it('are not listed where a value is missing, or a file of authorities', async () => {
    const told = async (document: Promise<DagRunDocument>): Promise<string> => JSON.stringify((await document).stopped)
    expect((await map({})).stopped).toMatchObject({
      code: 'bad-recipe',
      message: expect.stringMatching(
        /^expand: no databases can be taken from recipe\.yml:4:\d+: .*\/datahub\/databases/u
      ),
      cure: expect.stringMatching(/^check its name/u)
    })
    const ssm = { '/datahub/databases': { value: 'db_002' } }
    expect(await told(map(ssm, { AWS_CA_BUNDLE: 'none.pem' }))).toContain('AWS_CA_BUNDLE')
  })
})

describe('a task that depends on its past', () => {
  const PAST = `
dag_id: d
tasks:
  - { task_id: a, depends_on_past: true, when: env.SKIP != '1', run: 'test "$FAIL" != 1' }
  - { task_id: b, depends_on: [a], run: 'true' }
`
  const inRuns = async (...envs: readonly Readonly<Record<string, string>>[]): Promise<readonly DagRunDocument[]> => {
    const documents: DagRunDocument[] = []
    for (const env of envs) documents.push(await run(PAST, { env }))
    return documents
  }

  it('runs where there is no run before, and after one in which it succeeded or was skipped', async () => {
    const documents = await inRuns({}, {}, { SKIP: '1' }, {})
    expect(documents.map(({ status }) => status)).toEqual(['success', 'success', 'success', 'success'])
    expect(documents.map((document) => states(document).a)).toEqual(['success', 'success', 'skipped', 'success'])
  })

  it('runs again once the run before is mended', async () => {
    await inRuns({ FAIL: '1' })
    expect((await run(PAST, { request: { resume: true } })).status).toBe('success')
    const [next] = await inRuns({})
    expect([next?.status, states(next as DagRunDocument)]).toEqual(['success', { a: 'success', b: 'success' }])
  })

  it('does not run after a run in which it failed', async () => {
    const [, second] = await inRuns({ FAIL: '1' }, {})
    expect(second).toMatchObject({ status: 'failure', record: { reason: 'all_tasks_deadlocked' } })
    expect(states(second as DagRunDocument)).toEqual({ a: null, b: null })
    expect(second?.blocked[0]?.why).toMatch(/depends_on_past/)
  })
})

describe('on GitHub', () => {
  let rest: RestServer
  beforeEach(async () => {
    rest = await startRest()
  })
  afterEach(() => rest.close())

  const context = (runAttempt: number): GithubContext => ({
    repository: 'example/data-platform',
    eventName: 'schedule',
    ref: 'refs/heads/main',
    sha: 'c0ffee',
    workflow: 'w',
    runId: '42',
    runAttempt,
    schedule: '17 4 * * *',
    runUrl: 'https://github.com/example/data-platform/actions/runs/42',
    isForkPullRequest: false,
    pullRequest: null
  })
  const again = (attempt: number, token: Secret | null): Promise<DagRunDocument> =>
    run(FAILS_ONCE, {
      github: context(attempt),
      env: { GITHUB_API_URL: rest.url },
      request: { githubToken: token, outDir: `out${attempt}` }
    })

  it('a second attempt goes on from the artifact of the first', async () => {
    const first = await again(1, new Secret(rest.token))
    expect(first.record.logicalDate).toBe('2026-11-23T04:17:00.000Z')
    const record = readFileSync(join(folder, 'out1', 'dags', 'd', 'dag-run.json'))
    rest.upload({ name: 'datahub-glue-dagrun-d-42-1', runId: '42', files: { 'dags/d/dag-run.json': record } })
    writeFileSync(join(folder, 'mended'), '')
    const second = await again(2, new Secret(rest.token))
    expect(tries(second)).toEqual({ good: 1, bad: 2, after: 1 })
    expect(second).toMatchObject({ attempt: 2, status: 'success', runId: 'github__42' })
  })

  it('a second attempt without a record starts over, and says so', async () => {
    const second = await again(2, null)
    expect(tries(second)).toEqual({ good: 1, bad: 1, after: 0 })
    expect(log.join('\n')).toContain('no record of attempt 1 of d: the run starts over')
  })

  it('a token that GitHub refuses is told, and the run begins', async () => {
    const first = await again(1, new Secret('wrong-token'))
    expect(first.stopped).toBeNull()
    expect(log.join('\n')).toMatch(/GitHub does not show .* \(401\)/)
  })
})

describe('a webhook', () => {
  it('gets a message as Slack takes it, and its failure changes nothing', async () => {
    let status = 200
    const server = await startServer(
      { label: () => 'hook', answer: () => jsonReply(status, {}), failure: () => jsonReply(500, {}) },
      { keep: 'bodies' }
    )
    const text = `
dag_id: d
tasks: [{ task_id: a, run: 'true' }]
on_success: { webhook: '{{ env.HOOK }}' }
`
    try {
      const env = { HOOK: `${server.url}/a-secret-path` }
      expect((await run(text, { env })).warnings).toEqual([])
      expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({
        text: 'DAG d: success',
        attachments: [{ color: 'good' }]
      })
      status = 500
      const failed = await run(text, { env })
      expect(failed).toMatchObject({ status: 'success', exitCode: 0, warnings: [{ code: 'callback-failed' }] })
      expect(JSON.stringify(failed)).not.toContain('a-secret-path')
    } finally {
      await server.close()
    }
  })
})
