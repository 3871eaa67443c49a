import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { OUTPUTS } from '../../src/action/definition.ts'
import { runAction } from '../../src/action/run.ts'
import { AppError } from '../../src/core/errors.ts'
import type { PlanReport, RecipePlan } from '../../src/model/plan.ts'
import type { AppDeps, PlanRequest, PlanResult } from '../../src/model/request.ts'
import { TOOL } from '../report/factory.ts'
import { appOf, type KeepingRunner, keepingRunner, steppingClock } from './ports.ts'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true }))

const PLAN: RecipePlan = {
  recipe: 'recipes/glue.yml',
  pipelineName: null,
  edit: 'modified',
  renamedFrom: null,
  diagnostics: [],
  options: [{ path: 'source.config.env', before: null, after: '"hidden-token"', heldBack: null }],
  identity: null,
  unread: null,
  counts: { toAdd: 1, toChange: 2, toRemove: 3 },
  databases: [],
  others: {},
  aspects: {},
  held: null,
  unasked: null,
  stale: null,
  failures: [],
  warnings: []
}

interface Step {
  readonly code: number
  readonly runner: KeepingRunner
  readonly document: PlanReport
  readonly asked: readonly [PlanRequest, AppDeps][]
}

async function step(plan: () => Promise<PlanResult>, inputs: Readonly<Record<string, string>> = {}): Promise<Step> {
  folder = mkdtempSync(join(tmpdir(), 'plan-step-'))
  writeFileSync(join(folder, 'event.json'), JSON.stringify({ pull_request: { number: 7, base: { sha: 'b' } } }))
  const asked: [PlanRequest, AppDeps][] = []
  const runner = keepingRunner()
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const code = await runAction({
    env: {
      RUNNER_TEMP: folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      INPUT_COMMAND: 'plan',
      ...Object.fromEntries(given)
    },
    cwd: folder,
    app: appOf({
      plan: async (request, deps) => {
        asked.push([request, deps])
        return plan()
      }
    }),
    clock: steppingClock(),
    runner,
    tool: TOOL,
    signal: new AbortController().signal
  })
  const document: PlanReport = JSON.parse(readFileSync(join(folder, 'datahub-glue', 'plan.json'), 'utf8'))
  return { code, runner, document, asked }
}

describe('a step that plans', () => {
  it('hands its inputs and the pull request on, writes plan.json, and sets every output', async () => {
    const inputs = { recipe: 'recipes/*.yml', 'base-ref': 'main', 'gms-token': 'hidden-token' }
    const { code, runner, document, asked } = await step(async () => ({ base: 'abc', recipes: [PLAN] }), inputs)
    expect(code).toBe(0)
    expect(asked[0]?.[0]).toMatchObject({ files: ['recipes/*.yml'], base: 'main' })
    expect(asked[0]?.[1].github?.pullRequest).toEqual({ number: 7, baseSha: 'b' })
    expect([...runner.outputs.keys()].sort()).toEqual(OUTPUTS.map(({ name }) => name).sort())
    expect(Object.fromEntries(runner.outputs)).toMatchObject({
      status: 'success',
      'to-add': '1',
      'to-change': '2',
      'to-remove': '3',
      'plan-path': join(folder, 'datahub-glue', 'plan.json'),
      tables: '0'
    })
    expect(document).toMatchObject({ kind: 'plan', base: 'abc', counts: { toAdd: 1 }, recipes: [{ edit: 'modified' }] })
    expect(JSON.stringify([document, runner.log])).not.toContain('hidden-token')
    expect(runner.log).toContainEqual(expect.stringMatching(/^Plan: 1 to add, 2 to change, 3 to remove in/u))
  })

  it('annotates what is wrong, and ends with the status of it', async () => {
    const diagnostic = {
      file: 'a.yml',
      line: 2,
      column: 3,
      severity: 'error',
      code: 'unknown-key',
      message: 'no'
    } as const
    const { code, runner } = await step(async () => ({ base: null, recipes: [{ ...PLAN, diagnostics: [diagnostic] }] }))
    expect(code).toBe(2)
    expect(runner.annotations).toEqual([
      { level: 'error', message: 'no', place: { title: 'unknown-key', file: 'a.yml', startLine: 2, startColumn: 3 } }
    ])
    expect(runner.outputs.get('failures')).toBe('1')
  })

  it('tells why nothing could be planned', async () => {
    const { code, runner, document } = await step(async () => {
      throw new AppError('It is not in this clone', {
        kind: 'input',
        code: 'base-not-in-clone',
        cure: 'fetch-depth: 2'
      })
    })
    expect([code, document.stopped?.code]).toEqual([2, 'base-not-in-clone'])
    expect(runner.annotations[0]?.message).toContain('fetch-depth: 2')
  })
})
