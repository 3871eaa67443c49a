import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runAction } from '../../src/action/run.ts'
import { AppError } from '../../src/core/errors.ts'
import type { App, PlanResult } from '../../src/model/request.ts'
import { type RestServer, startRest } from '../emulator/github/rest.ts'
import { TOOL } from '../report/factory.ts'
import { fullPlan } from '../report/plan-factory.ts'
import { appOf, type KeepingRunner, keepingRunner, steppingClock } from './ports.ts'

/* A step with `command: plan`, from its inputs to what people read of it. */

let rest: RestServer
const folders: string[] = []

beforeAll(async () => {
  rest = await startRest({ token: 'ghs_token-of-the-test' })
})

afterAll(async () => {
  await rest.close()
  for (const folder of folders) rmSync(folder, { recursive: true })
})

interface Step {
  readonly code: number
  readonly runner: KeepingRunner
  readonly summary: string
  readonly plan: { readonly kind: string; readonly counts: object }
}

async function step(plan: App['plan'], inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  folders.push(folder)
  const [summary, event] = [join(folder, 'summary.md'), join(folder, 'event.json')]
  writeFileSync(summary, '')
  writeFileSync(
    event,
    JSON.stringify({
      pull_request: { number: 7, base: { sha: 'f00d' }, head: { sha: 'c0ffee', repo: { full_name: 'acme/data' } } }
    })
  )
  const runner = keepingRunner()
  const code = await runAction({
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: rest.url,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_REPOSITORY: 'acme/data',
      GITHUB_RUN_ID: '5',
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: folder,
      INPUT_COMMAND: 'plan',
      'INPUT_GITHUB-TOKEN': rest.token,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
    },
    cwd: folder,
    app: appOf({ plan }),
    clock: steppingClock(),
    runner,
    tool: TOOL,
    signal: new AbortController().signal
  })
  const text = readFileSync(join(folder, 'datahub-glue', 'plan.json'), 'utf8')
  return { code, runner, summary: readFileSync(summary, 'utf8'), plan: JSON.parse(text) }
}

const planned = async (): Promise<PlanResult> => ({ base: 'f00d', recipes: [fullPlan()] })

describe('a step that plans', () => {
  it('tells the plan in plan.json, the outputs, the summary and a comment', async () => {
    const { code, runner, summary, plan } = await step(planned)
    expect(code).toBe(0)
    expect(plan).toMatchObject({ kind: 'plan', counts: { toAdd: 4, toChange: 2, toRemove: 2 } })
    expect(Object.fromEntries(runner.outputs)).toMatchObject({ 'to-add': '4', 'to-change': '2', 'to-remove': '2' })
    expect(summary).toContain('<h2>⚠️ DataHub Glue plan: 4 to add, 2 to change, 2 to remove</h2>')
    expect(rest.comments.all.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^<!-- datahub-glue-plan: -->[\s\S]*4 to add, 2 to change, 2 to remove/)
    ])
    expect(runner.secrets).toContain(rest.token)
    expect(runner.log.join('\n')).not.toContain(rest.token)
  })

  it('writes no comment that is not asked for', async () => {
    rest.comments.clear()
    const { summary } = await step(planned, { comment: 'false' })
    expect(summary).toContain('2 to remove')
    expect(rest.comments.all).toEqual([])
  })

  it('loses nothing of the plan when the comment cannot be written', async () => {
    const { code, runner, summary, plan } = await step(planned, { 'github-token': 'another' })
    expect(code).toBe(0)
    expect(plan).toMatchObject({ kind: 'plan' })
    expect(summary).toContain('2 to remove')
    expect(runner.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)).toContainEqual(
      expect.stringContaining('401')
    )
  })

  it('says in the comment why there is no plan', async () => {
    rest.comments.clear()
    const { code } = await step(async () => {
      throw new AppError('The base f00d is not in this clone', {
        kind: 'input',
        code: 'base-missing',
        cure: 'fetch-depth: 2'
      })
    })
    expect(code).toBe(2)
    expect(rest.comments.all[0]?.body).toContain('The base f00d is not in this clone')
  })
})
