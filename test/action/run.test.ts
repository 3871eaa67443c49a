import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { OUTPUTS } from '../../src/action/definition.ts'
import { runAction } from '../../src/action/run.ts'
import type { Runner } from '../../src/action/runner.ts'
import { AppError } from '../../src/core/errors.ts'
import type { App, AppDeps, DoctorRequest, IngestRequest, ValidateRequest } from '../../src/model/request.ts'
import { check, diagnosis } from '../report/doctor-factory.ts'
import { EVENTS, folded, fullReport, runReport, TOOL } from '../report/factory.ts'
import { appOf, type KeepingRunner, keepingRunner, steppingClock } from './ports.ts'

let folder = ''
let count = 0

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'action-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

interface Step {
  readonly code: number
  readonly runner: KeepingRunner
  readonly summary: string
  /** The content of report.json; null where it was not written. */
  readonly report: Readonly<Record<string, unknown>> | null
}

/** One step as a runner would run it, with files of its own. */
async function step(
  app: Partial<App>,
  env: Record<string, string> = {},
  options: { readonly signal?: AbortSignal; readonly runner?: Partial<Runner> } = {}
): Promise<Step> {
  count += 1
  const temp = join(folder, String(count))
  mkdirSync(temp)
  const summary = join(temp, 'summary.md')
  writeFileSync(summary, '')
  const runner = keepingRunner(options.runner)
  const code = await runAction({
    env: { RUNNER_TEMP: temp, GITHUB_STEP_SUMMARY: summary, ...env },
    cwd: temp,
    app: appOf(app),
    clock: steppingClock(),
    runner,
    tool: TOOL,
    signal: options.signal ?? new AbortController().signal
  })
  return { code, runner, summary: read(summary) ?? '', report: parsed(read(join(temp, 'datahub-glue', 'report.json'))) }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const parsed = (text: string | null): Step['report'] => (text === null ? null : JSON.parse(text))

describe('a step that ingests', () => {
  it('sets every output, writes report.json and the summary, and ends with its outcome', async () => {
    const { code, runner, summary, report } = await step({ ingest: async () => [folded(EVENTS)] })
    expect(code).toBe(0)
    expect([...runner.outputs.keys()].sort()).toEqual(OUTPUTS.map((output) => output.name).sort())
    expect(Object.fromEntries(runner.outputs)).toMatchObject({
      status: 'success',
      'run-id': 'glue-2026_11_23-04_17_09-x7k2pq',
      tables: '3',
      views: '1',
      'aspects-written': '40',
      warnings: '0',
      failures: '0'
    })
    expect(report).toMatchObject({
      schema: 1,
      kind: 'ingest',
      status: 'success',
      recipes: [{ recipe: 'recipes/glue.yml' }]
    })
    expect(read(runner.outputs.get('report-path') ?? '')).toBe(`${JSON.stringify(report, null, 2)}\n`)
    expect(summary).toMatch(/^<h2>✅ DataHub Glue ingestion: 3 tables, 1 view, 40 aspects written in/)
    expect(runner.log.at(-1)).toMatch(/^DataHub Glue ingestion: 3 tables, 1 view, 40 aspects written in \d/)
    expect(runner.annotations).toEqual([])
  })

  it('tells what failed, with annotations, and fails', async () => {
    const { code, runner, report } = await step({ ingest: async () => fullReport().recipes })
    expect(code).toBe(3)
    expect(report).toMatchObject({ status: 'failure', exitCode: 3 })
    expect(runner.annotations.map((a) => a.level)).toEqual(['error', 'error', 'error', 'warning', 'warning'])
    expect(runner.annotations.find((a) => a.level === 'warning')?.place).toEqual({
      title: 'unknown-key',
      file: 'recipes/glue.yml',
      startLine: 9,
      startColumn: 5
    })
    expect(Object.fromEntries(runner.outputs)).toMatchObject({ status: 'failure', failures: '3', warnings: '2' })
    expect(runner.outputs.get('run-id')).toBe('glue-2026_11_23-04_17_09-x7k2pq\nglue-2')
  })

  it('has an error when it fails for its warnings alone', async () => {
    const run = runReport({
      warnings: [{ code: 'w', message: 'Hm', count: 1, resources: [] }],
      status: 'failure',
      exitCode: 1
    })
    const { code, runner } = await step({ ingest: async () => [run] }, { 'INPUT_FAIL-ON': 'warning' })
    expect(code).toBe(1)
    expect(runner.annotations.map((a) => [a.level, a.message.split(':')[0]])).toEqual([
      ['error', 'DataHub Glue ingestion failed'],
      ['warning', 'Hm']
    ])
  })

  it('hands the use case what it needs', async () => {
    let seen: { request: IngestRequest; deps: AppDeps } | undefined
    const env = {
      'INPUT_DRY-RUN': 'true',
      'INPUT_GMS-TOKEN': 'very-secret',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example.com',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/data',
      GITHUB_RUN_ID: '7'
    }
    const { runner, report } = await step(
      {
        ingest: async (request, deps) => {
          seen = { request, deps }
          deps.mask('resolved-secret')
          deps.mask('')
          deps.logger.info('with resolved-secret\n::error::x')
          deps.stdout('one\n##[error]two\n')
          expect(await deps.idToken?.('aud')).toBe('token-for-aud')
          return [runReport({ dryRun: true, recipe: 'very-secret.yml', pipelineName: 'resolved-secret' })]
        }
      },
      env
    )
    expect(seen?.request).toMatchObject({ dryRun: true, recipes: ['recipes/glue.yml'] })
    expect(seen?.deps.github).toMatchObject({
      repository: 'acme/data',
      runUrl: 'https://github.com/acme/data/actions/runs/7'
    })
    expect(runner.secrets).toEqual(['very-secret', 'resolved-secret', 'token-for-aud'])
    expect(runner.log.slice(0, 4)).toEqual(['with ***', ': :error::x', 'one', '# #[error]two'])
    expect(JSON.stringify(report)).not.toMatch(/very-secret|resolved-secret/)
    expect(report).toMatchObject({ dryRun: true, recipes: [{ recipe: '***.yml' }] })
  })

  it.each<[string, unknown, number, object]>([
    [
      'wrong input',
      new AppError('There is no file x', { kind: 'input', code: 'file-not-found', cure: 'Look' }),
      2,
      { kind: 'input', code: 'file-not-found', message: 'There is no file x', cure: 'Look' }
    ],
    [
      'no begin',
      new AppError('No role', { kind: 'cannot-begin', code: 'aws' }),
      3,
      { kind: 'cannot-begin', code: 'aws', message: 'No role' }
    ],
    ['a defect', new TypeError('x is undefined'), 1, { kind: 'defect', message: 'x is undefined' }]
  ])('reports what was thrown: %s', async (_, thrown, expected, stopped) => {
    const { code, runner, summary, report } = await step({
      ingest: async () => {
        throw thrown
      }
    })
    expect(code).toBe(expected)
    expect(report).toMatchObject({ status: 'failure', exitCode: expected, stopped, recipes: [] })
    expect(runner.outputs.get('status')).toBe('failure')
    expect(runner.outputs.get('failures')).toBe('1')
    expect(runner.annotations).toHaveLength(1)
    expect(summary).toContain('❌')
    expect([...runner.log, summary, JSON.stringify(report)].join('\n')).not.toMatch(/at .*\.ts:\d+/)
  })

  it('says that it was cancelled', async () => {
    const { code, report } = await step(
      { ingest: async () => Promise.reject(new Error('aborted')) },
      {},
      { signal: AbortSignal.abort() }
    )
    expect(code).toBe(1)
    expect(report).toMatchObject({ status: 'cancelled', stopped: { kind: 'cancelled' } })
  })

  it('does not begin with wrong inputs, and reports them all', async () => {
    const { code, runner, report } = await step(
      {},
      { 'INPUT_DRY-RUN': 'maybe', 'INPUT_RATE-LIMIT': 'x', 'INPUT_GMS-TOKEN': 'very-secret' }
    )
    expect(code).toBe(2)
    expect(report).toMatchObject({
      exitCode: 2,
      stopped: { code: 'invalid-input', message: '2 inputs are wrong: dry-run, rate-limit' }
    })
    expect(runner.secrets).toEqual(['very-secret'])
    expect(runner.outputs.get('status')).toBe('failure')
  })

  it('shows the stack of a defect at level debug only', async () => {
    const ingest = async (): Promise<never> => {
      throw new TypeError('x is undefined')
    }
    const { runner } = await step({ ingest }, { 'INPUT_LOG-LEVEL': 'debug' })
    expect(runner.log.join('\n')).toMatch(/TypeError: x is undefined\n\s+at /)
    expect((await step({ ingest })).runner.log.join('\n')).not.toMatch(/TypeError/)
  })
})

describe('a step that cannot tell', () => {
  it('fails when report.json cannot be written, and tells the rest', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { code, runner, summary, report } = await step(
      { ingest: async () => [folded(EVENTS)] },
      { RUNNER_TEMP: file }
    )
    expect(code).toBe(1)
    expect(report).toBeNull()
    expect(runner.outputs.get('report-path')).toBe('')
    expect(runner.outputs.get('status')).toBe('success')
    expect(summary).toContain('✅')
    expect(runner.log.at(-1)).toMatch(/^error: report\.json cannot be written/)
  })

  it('fails when the outputs cannot be set', async () => {
    const setOutput = (): never => {
      throw new Error('Missing file at path')
    }
    const { code, runner } = await step({ ingest: async () => [folded(EVENTS)] }, {}, { runner: { setOutput } })
    expect(code).toBe(1)
    expect(runner.log.at(-1)).toBe('error: The outputs cannot be set: Missing file at path')
  })

  it('does not fail for a summary that cannot be written', async () => {
    const { code, runner } = await step({ ingest: async () => [folded(EVENTS)] }, { GITHUB_STEP_SUMMARY: folder })
    expect(code).toBe(0)
    expect(runner.log.at(-1)).toMatch(/^error: The step summary cannot be written: .*EISDIR/)
  })

  it('needs no summary', async () => {
    const { code, runner } = await step({ ingest: async () => [folded(EVENTS)] }, { GITHUB_STEP_SUMMARY: '' })
    expect(code).toBe(0)
    expect(runner.log.join('\n')).not.toContain('error:')
  })
})

describe('a step that validates', () => {
  const diagnostics = [
    { file: 'a.yml', line: 3, column: 1, severity: 'error', code: 'unknown-key', message: 'No', cure: 'Yes' },
    { file: 'a.yml', line: 4, column: 1, severity: 'warning', code: 'x', message: 'Hm' }
  ] as const

  it('annotates every mistake at its place and fails', async () => {
    let seen: ValidateRequest | undefined
    const { code, runner, summary, report } = await step(
      {
        validate: async (request) => {
          seen = request
          return { files: ['a.yml'], dags: [], diagnostics }
        }
      },
      { INPUT_COMMAND: 'validate', INPUT_RECIPE: '*.yml' }
    )
    expect(code).toBe(2)
    expect(seen?.files).toEqual(['*.yml'])
    expect(report).toMatchObject({ kind: 'validate', exitCode: 2, files: ['a.yml'] })
    expect(runner.annotations.map((a) => [a.level, a.place])).toEqual([
      ['error', { title: 'unknown-key', file: 'a.yml', startLine: 3, startColumn: 1 }],
      ['warning', { title: 'x', file: 'a.yml', startLine: 4, startColumn: 1 }]
    ])
    expect(Object.fromEntries(runner.outputs)).toMatchObject({
      status: 'failure',
      failures: '1',
      warnings: '1',
      tables: '0',
      'run-id': ''
    })
    expect(summary).toContain('<code>a.yml:3:1</code>')
  })

  it.each([
    ['failure', 0],
    ['warning', 1],
    ['never', 0]
  ])('with warnings and fail-on: %s ends with %d', async (failOn, expected) => {
    const { code } = await step(
      { validate: async () => ({ files: ['a.yml'], dags: [], diagnostics: diagnostics.slice(1) }) },
      { INPUT_COMMAND: 'validate', 'INPUT_FAIL-ON': failOn }
    )
    expect(code).toBe(expected)
  })
})

describe('a step that looks', () => {
  it('annotates what failed, and tells the rest in its summary, report.json and outputs', async () => {
    let seen: DoctorRequest | undefined
    const failed = check({ id: 'glue-freshness', status: 'failed', code: 'glue-stale', found: 'old', cure: 'Look' })
    const { code, runner, summary, report } = await step(
      {
        doctor: async (request) => {
          seen = request
          return [diagnosis({ checks: [check(), failed, check({ id: 'w', status: 'warning', code: 'w' })] })]
        }
      },
      { INPUT_COMMAND: 'doctor', 'INPUT_MAX-AGE': '1d2h' }
    )
    expect(code).toBe(1)
    expect(seen).toMatchObject({ recipes: ['recipes/glue.yml'], maxAgeSeconds: 93_600 })
    expect(runner.annotations.map(({ level, message }) => [level, message])).toEqual([
      ['error', 'Recipe: old\nLook'],
      ['warning', 'Recipe: recipes/glue.yml is valid']
    ])
    expect(Object.fromEntries(runner.outputs)).toMatchObject({ status: 'failure', failures: '1', warnings: '1' })
    expect(summary).toMatch(/^<h2>❌ DataHub Glue doctor: 1 of 3 checks failed/u)
    expect(report).toMatchObject({ kind: 'doctor', exitCode: 1, counts: { ok: 1, failed: 1, warnings: 1 } })
  })

  it('fails for a warning where that is asked for, and says so', async () => {
    const { code, runner } = await step(
      { doctor: async () => [diagnosis({ checks: [check({ status: 'warning', code: 'w' })] })] },
      { INPUT_COMMAND: 'doctor', 'INPUT_FAIL-ON': 'warning' }
    )
    expect([code, runner.annotations[0]?.level]).toEqual([1, 'error'])
  })
})
