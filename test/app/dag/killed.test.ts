import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { DOCUMENT_RULES } from '../../../src/app/dag/document.ts'
import { runDagFile } from '../../../src/app/dag/run-dag-file.ts'
import { systemClock } from '../../../src/core/clock.ts'
import { TRIGGER_RULES } from '../../../src/dag/model.ts'
import { type DagRunDocument, instanceName } from '../../../src/model/dag-run.ts'
import type { DagDeps, DagRequest } from '../../../src/model/request.ts'
import { JOURNAL_FILE, RECORD_FILE, readRecord } from '../../../src/state/dag-run-journal.ts'
import { identityOptions } from '../../aws/support.ts'
import { fc } from '../../properties.ts'

/*
 * Random DAG files, run from their text to their record, killed and gone on with. A kill leaves on the disk what was
 * written until then, the last line perhaps in part: the journal of a whole run, cut off at any byte, is each of them.
 */

const REQUEST: DagRequest = {
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
  outDir: 'out'
}

function run(
  cwd: string,
  resume: boolean,
  seen: () => void,
  signal = new AbortController().signal
): Promise<DagRunDocument> {
  const ignored = (): void => undefined
  const deps: DagDeps = {
    env: { PATH: process.env.PATH },
    cwd,
    clock: systemClock,
    logger: { debug: ignored, info: ignored, notice: ignored, warning: ignored, error: ignored },
    mask: ignored,
    onEvent: ignored,
    idToken: null,
    github: null,
    signal,
    stdout: ignored,
    view: { line: seen, progress: seen, tryLog: () => ({ line: ignored, end: ignored }) },
    tool: { name: 'datahub-glue', version: '0' }
  }
  return runDagFile({ ...REQUEST, resume }, deps)
}

/** A task as it is written; it comes after some of those before it. */
interface RawTask {
  readonly ups: readonly number[]
  readonly rule: string
  readonly retries: number
  readonly does: 'nothing' | 'list' | 'fails-once' | 'fails' | 'skips' | 'not' | 'gate'
  readonly mapped: 'no' | 'written' | 'output'
}

const rawTask: fc.Arbitrary<RawTask> = fc.record({
  ups: fc.array(fc.nat(20), { maxLength: 3 }),
  rule: fc.constantFrom('all_success', 'all_success', 'all_done', ...TRIGGER_RULES),
  retries: fc.nat(2),
  does: fc.constantFrom('nothing', 'list', 'list', 'fails-once', 'fails', 'skips', 'not', 'gate'),
  mapped: fc.constantFrom('no', 'no', 'written', 'output')
})

const COMMANDS = {
  list: 'echo "return_value=[1,2]" >> "$DAG_OUTPUT"',
  'fails-once': 'test "$TASK_TRY_NUMBER" != 1',
  fails: 'exit 1',
  skips: 'exit 99'
} as const

/** Notes down that the task ran. */
const NOTE = 'echo "$TASK_ID $TASK_MAP_INDEX" >> ledger'

function actionOf(does: RawTask['does']): object {
  if (does === 'nothing') return {}
  if (does === 'not') return { when: 'params.n == 3' }
  return does === 'gate' ? { short_circuit: 'params.n == 3' } : { run: `${NOTE}; ${COMMANDS[does]}` }
}

function textOf(raw: readonly RawTask[]): string {
  const tasks = raw.map(({ ups, rule, retries, does, mapped }, index) => {
    const dependsOn = index === 0 ? [] : [...new Set(ups.map((up) => `t${up % index}`))]
    const [first] = dependsOn
    const over = mapped === 'output' && first !== undefined ? { task: first } : ['x', 'y']
    return {
      task_id: `t${index}`,
      depends_on: dependsOn,
      trigger_rule: rule,
      retries,
      ...actionOf(does),
      ...(mapped === 'no' || does === 'gate' ? {} : { expand: { item: over } })
    }
  })
  // JSON is YAML. One at a time, so that which of two upstreams ends first does not depend on the machine.
  const top = { dag_id: 'd', params: { n: 1 }, max_active_tasks: 1, default_args: { retry_delay: '0s' } }
  return JSON.stringify({ ...top, tasks })
}

const states = ({ status, record }: DagRunDocument): object => ({
  status,
  ...Object.fromEntries(record.instances.map((one) => [instanceName(one), one.state]))
})

/** Tasks that ran although the record that was gone on with says that they had succeeded. */
function repeated(folder: string, before: DagRunDocument | null): readonly string[] {
  const done = new Set(
    before?.record.instances.filter(({ state }) => state === 'success').map((one) => `${one.taskId} ${one.mapIndex}`)
  )
  const ran = readFileSync(join(folder, 'ledger'), 'utf8').split('\n')
  return ran.filter((name) => done.has(name))
}

/** A folder for one run, with the DAG file in it. */
function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  mkdirSync(join(folder, 'out', 'dags', 'd'), { recursive: true })
  writeFileSync(join(folder, 'dag.yml'), text)
  writeFileSync(join(folder, 'ledger'), '')
  return folder
}

const inFolder = (folder: string, file: string): string => join(folder, 'out', 'dags', 'd', file)

/** What lies on the disk before a run's end is written. */
interface OnDisk {
  record: string
  journal: string
}

it('ends as if nothing had been, whatever the DAG and wherever its journal breaks off', async () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 })
  const dags = fc.array(rawTask, { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(dags, cuts, async (raw, places) => {
      const text = textOf(raw)
      const calm = folderWith(text)
      const disk: OnDisk = { record: '', journal: '' }
      const whole = await run(calm, false, () => {
        const journal = readFileSync(inFolder(calm, JOURNAL_FILE), 'utf8')
        if (journal !== '') Object.assign(disk, { journal, record: readFileSync(inFolder(calm, RECORD_FILE), 'utf8') })
      })
      rmSync(calm, { recursive: true })
      expect([whole.diagnostics, whole.stopped]).toEqual([[], null])
      for (const place of places) {
        const folder = folderWith(text)
        writeFileSync(inFolder(folder, RECORD_FILE), disk.record)
        writeFileSync(inFolder(folder, JOURNAL_FILE), disk.journal.slice(0, Math.round(place * disk.journal.length)))
        const before = readRecord(join(folder, 'out', 'dags', 'd'), DOCUMENT_RULES)
        const after = await run(folder, true, () => undefined)
        expect([states(after), repeated(folder, before)]).toEqual([states(whole), []])
        rmSync(folder, { recursive: true })
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 12) }
  )
}, 60_000)

/** States that nothing has when its run is over. */
const OPEN: ReadonlySet<unknown> = new Set(['scheduled', 'queued', 'running', 'up_for_retry'])

it('goes on with a DAG file that was changed meanwhile, or says why it cannot', async () => {
  const dags = fc.array(rawTask, { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(dags, dags, fc.nat(20), async (raw, changed, stopAt) => {
      const folder = folderWith(textOf(raw))
      const stop = new AbortController()
      let seen = 0
      await run(
        folder,
        false,
        () => {
          if (seen++ === stopAt) stop.abort()
        },
        stop.signal
      )
      writeFileSync(join(folder, 'dag.yml'), textOf(changed))
      const after = await run(folder, true, () => undefined)
      rmSync(folder, { recursive: true })
      expect(after.stopped?.kind ?? 'none').toMatch(/^(?:none|input)$/)
      expect(after.record.instances.filter(({ state }) => OPEN.has(state))).toEqual([])
    }),
    { numRuns: Number(process.env.RUNS ?? 12) }
  )
}, 60_000)
