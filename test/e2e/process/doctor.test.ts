import { existsSync, readFileSync, rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { DoctorReport } from '../../../src/model/doctor.ts'
import { cliSource, hoursAgo, run as runOf, written } from '../../app/doctor/rig.ts'
import { ACCOUNT } from '../../emulator/aws/aws.ts'
import { plainCatalogue } from '../../emulator/catalogue/plain.ts'
import { defaultRole, type StandInOptions, type StandIns, startStandIns } from '../../emulator/stand-ins.ts'
import { runStep, type StepResult } from '../demo-runner.ts'
import { nodesUnderTest } from '../nodes.ts'
import { runCli } from './cli.ts'
import { makeWorkspace, STACK_LINE, TEMPLATE, type Workspace } from './scene.ts'

/* dist/index.js with the command doctor, as a runner and as a terminal start it. */

const RUN = 'glue-2026_11_23-04_17_09-x7k2pq'
const SOURCE = cliSource('nightly')
const ingested = (hours: number) => [
  written('db_000.table_000000', { hours, runId: RUN, pipelineName: 'nightly' }),
  SOURCE,
  ...runOf(RUN, SOURCE.urn, hours, 'SUCCESS')
]
const FILES = { 'recipes/glue.yml': `pipeline_name: nightly\n${TEMPLATE}` }

let standIns: StandIns
let workspace: Workspace
afterEach(async () => {
  workspace.remove()
  await standIns.close()
})

async function prepare(options: Partial<StandInOptions>): Promise<void> {
  standIns = await startStandIns({ catalogue: plainCatalogue({ tables: 12, columns: 3, databases: 2 }), ...options })
  workspace = makeWorkspace(FILES)
}

interface Looked {
  readonly step: StepResult
  readonly report: DoctorReport
}

async function look(node: string, inputs: Readonly<Record<string, string>>): Promise<Looked> {
  const step = await runStep({
    root: process.cwd(),
    workspace: workspace.folder,
    node,
    env: standIns.environment,
    inputs: { command: 'doctor', ...inputs },
    log: () => undefined
  })
  const path = step.outputs['report-path'] ?? ''
  const report: DoctorReport = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
  rmSync(step.temp, { recursive: true, force: true })
  return { step, report }
}

const failedIn = ({ report }: Looked): readonly string[] =>
  report.recipes.flatMap(({ checks }) => checks.filter(({ status }) => status === 'failed').map(({ id }) => id))

function expectClean({ step }: Looked): void {
  const shown = [...step.written.filter((line) => !line.startsWith('::add-mask::')), step.summary].join('\n')
  expect(shown).not.toMatch(STACK_LINE)
  expect(shown).not.toMatch(/token-of-the-test|eyJ[\w-]{20,}\.eyJ/u)
  expect(standIns.gms.accepted()).toBe(0)
}

describe.each(nodesUnderTest())('on $name, the action', ({ path }) => {
  it('finds nothing wrong where ingestion runs', async () => {
    await prepare({ gms: { holds: ingested(3), token: 'token-of-the-test' } })
    const looked = await look(path, { 'max-age': '26h', 'gms-url': standIns.gms.url, 'gms-token': 'token-of-the-test' })
    expect([looked.step.exitCode, failedIn(looked)]).toEqual([0, []])
    expect(looked.step.outputs).toMatchObject({ status: 'success', failures: '0', warnings: '0' })
    expect(looked.step.summary).toMatch(/^<h2>✅ DataHub Glue doctor: \d+ checks ok, none failed/u)
    expect(looked.step.written.join('\n')).toContain('sub: repo:example/data-platform:ref:refs/heads/main')
    expectClean(looked)
  })

  it('alarms when ingestion has stopped', async () => {
    await prepare({ gms: { holds: ingested(27) } })
    const looked = await look(path, { 'max-age': '26h' })
    expect([looked.step.exitCode, failedIn(looked)]).toEqual([1, ['glue-freshness']])
    const [alarm = ''] = looked.step.written.filter((line) => line.startsWith('::error'))
    expect(alarm).toMatch(/title=glue-stale.*Is anything ingesting Glue/u)
    expectClean(looked)
  })

  it('looks at DataHub though AWS lets nobody in', async () => {
    await prepare({
      roles: [defaultRole(`arn:aws:iam::${ACCOUNT}:role/datahub-glue`, 'someone/else')],
      gms: { holds: ingested(3) }
    })
    const looked = await look(path, { 'max-age': '26h' })
    expect([looked.step.exitCode, failedIn(looked)]).toEqual([1, ['role-trust']])
    expect(looked.report.recipes[0]?.freshness).toMatchObject({ newest: { runId: RUN, at: expect.any(String) } })
    expectClean(looked)
  })

  it('refuses an age that is none, and says how to write it', async () => {
    await prepare({})
    const { step, report } = await look(path, { 'max-age': 'yesterday' })
    expect([step.exitCode, report.stopped?.code]).toEqual([2, 'invalid-input'])
    expect(step.written.join('\n')).toMatch(/Write 90m, 26h or 2d/u)
    expect(standIns.gms.requests).toEqual([])
  })
})

describe.each(nodesUnderTest())('on $name, the command line', ({ path: node }) => {
  const KEYS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
  const call = (...args: readonly string[]) =>
    runCli({ node, cwd: workspace.folder, args: ['doctor', ...args], env: { ...standIns.environment, ...KEYS } })

  it('tells the same, as text and as JSON', async () => {
    await prepare({ gms: { holds: ingested(3) } })
    const text = await call('recipes/glue.yml', '--max-age', '2d')
    expect([text.exitCode, text.stderr.includes('error')]).toEqual([0, false])
    expect(text.stdout).toContain("not tested GitHub's OIDC token: only a job of GitHub Actions gets one")
    expect(text.stdout).toMatch(/ok {9}Is anything ingesting Glue\? .* 2 h 59 min ago\n/u)
    const json = await call('-c', 'recipes/glue.yml', '--max-age', '1h', '--format', 'json')
    const report: DoctorReport = JSON.parse(json.stdout)
    expect([json.exitCode, report.exitCode]).toEqual([1, 1])
    expect(report.recipes[0]?.ingesters[0]).toMatchObject({ name: '[CLI] glue [nightly]', isRecipe: true })
    expect(Date.parse(report.recipes[0]?.freshness?.newest?.at ?? '')).toBeLessThan(hoursAgo(2.9))
    expect(standIns.gms.accepted()).toBe(0)
  })

  it('needs no recipe', async () => {
    await prepare({ gms: { holds: ingested(3) } })
    const { exitCode, stdout } = await call()
    expect(exitCode).toBe(0)
    expect(stdout).toContain('not tested Recipe: none is given')
    expect(stdout).toContain('[CLI] glue [nightly]')
  })
})
