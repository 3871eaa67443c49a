import { describe, expect, it } from '@jest/globals'
import { reportedRun } from '../../src/app/reported-run.ts'
import type { Progress } from '../../src/app/run.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Emit, Event } from '../../src/model/event.ts'
import type { RunReport } from '../../src/model/report.ts'
import type { AppDeps } from '../../src/model/request.ts'
import { manualClock } from '../emulator/clock.ts'

const clock = manualClock(Date.parse('2026-11-23T04:17:09Z'))

interface Ran {
  readonly report: RunReport
  readonly log: readonly string[]
  readonly events: readonly Event[]
}

async function run(
  work: (emit: Emit, progress: Progress) => Promise<void>,
  stop = new AbortController()
): Promise<Ran> {
  const log: string[] = []
  const events: Event[] = []
  const quiet = (): void => undefined
  const deps: AppDeps = {
    env: {},
    cwd: '/',
    clock,
    logger: { debug: (line) => void log.push(line), info: quiet, notice: quiet, warning: quiet, error: quiet },
    mask: quiet,
    onEvent: (event) => void events.push(event),
    idToken: null,
    github: null,
    signal: stop.signal,
    stdout: quiet
  }
  const begin = { file: 'r.yml', run: { runId: 'glue-1', pipelineName: null }, deps }
  return { report: await reportedRun({ ...begin, request: { dryRun: false, failOn: 'failure' } }, work), log, events }
}

const FAILED: Event = { type: 'failed', severity: 'failure', failure: { code: 'x', message: 'y' } }

describe('the report of a run', () => {
  it('has what was found out on the way, how long it took, and every event', async () => {
    const { report, events } = await run(async (emit, progress) => {
      emit(FAILED)
      progress.run = { runId: 'glue-2', pipelineName: 'nightly' }
      progress.sink = { type: 'file', target: 'out.json', version: null }
      clock.advance(1500)
    })
    expect(report).toMatchObject({
      runId: 'glue-2',
      pipelineName: 'nightly',
      recipe: 'r.yml',
      startedAt: '2026-11-23T04:17:09.000Z',
      durationSeconds: 1.5,
      sink: { target: 'out.json' },
      failures: [{ code: 'x' }],
      stopped: null,
      exitCode: 1
    })
    expect(events).toEqual([FAILED])
  })

  it('says why it broke off; of a defect, the log says where', async () => {
    const wrong = new AppError('no token', { kind: 'cannot-begin', code: 'no-token' })
    const refused = await run(() => Promise.reject(wrong))
    expect(refused).toMatchObject({ report: { exitCode: 3, stopped: { code: 'no-token' } }, log: [] })
    const broken = await run(() => Promise.reject(new TypeError('of undefined')))
    expect(broken.report.stopped).toMatchObject({ kind: 'defect', message: 'of undefined' })
    expect(broken.log).toEqual([expect.stringMatching(/^TypeError: of undefined\n\s+at /u)])
  })

  it('says that it was stopped, though the work came to an end', async () => {
    const stop = new AbortController()
    const { report } = await run(async () => stop.abort(), stop)
    expect(report).toMatchObject({ status: 'cancelled', stopped: { code: 'cancelled' } })
  })

  it('tells the history of the run before its own last word, which has what became of that', async () => {
    const { report } = await run(async (emit, progress) => {
      const end = async (told: RunReport): Promise<void> => {
        expect(told.warnings).toEqual([])
        emit({ ...FAILED, severity: 'warning' })
      }
      progress.history = { end } as unknown as NonNullable<Progress['history']>
    })
    expect(report.warnings).toMatchObject([{ code: 'x' }])
  })
})
