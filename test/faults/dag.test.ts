import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import type { DagRunDocument } from '../../src/model/dag-run.ts'
import { seededRandom } from '../emulator/random.ts'
import { SEED } from '../seed.ts'

/*
 * A DAG whose process is killed at random moments and run again: every task ends as in a run that nobody disturbed, and
 * none whose success was recorded runs twice. DATAHUB_GLUE_MAIN names what is run; by default the bundle.
 */

const MAIN = process.env.DATAHUB_GLUE_MAIN ?? join(process.cwd(), 'dist', 'index.js')
const KILLS = 20
const random = seededRandom(SEED)

/** Each task notes its try before and after its work, in a file that outlives the kills. */
const note = (name: string): string => `echo "begin ${name}" >> "$LEDGER"; sleep 0.05; echo "end ${name}" >> "$LEDGER"`

const DAG = `
dag_id: killed
default_args: { retries: 1, retry_delay: 50ms }
max_active_tasks: 3
tasks:
  - { task_id: list, run: '${note('list')}; echo "return_value=[1,2,3,4,5,6]" >> "$DAG_OUTPUT"' }
  - { task_id: mapped, expand: { n: { task: list } }, run: 'N=mapped$MAP_N; ${note('$N')}' }
  - { task_id: flaky, run: '${note('flaky')}; test "$TASK_TRY_NUMBER" -ge 2' }
  - { task_id: broken, retries: 0, run: '${note('broken')}; exit 3' }
  - { task_id: left, depends_on: [broken], run: '${note('left')}' }
  - { task_id: choose, depends_on: [flaky], branch: [ { follow: yes-way } ] }
  - { task_id: yes-way, depends_on: [choose], run: '${note('yes')}' }
  - { task_id: no-way, depends_on: [choose], run: '${note('no')}' }
  - { task_id: join, depends_on: [yes-way, no-way, mapped], trigger_rule: none_failed_min_one_success, run: '${note('join')}' }
  - { task_id: last, depends_on: [join, left], trigger_rule: all_done, run: '${note('last')}' }
`

function start(
  folder: string,
  args: readonly string[]
): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, [MAIN, 'dag', 'dag.yml', '--no-progress', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', LEDGER: join(folder, 'ledger') },
    stdio: 'ignore'
  })
  return { child, ended: new Promise((resolve) => child.once('close', resolve)) }
}

function scene(): string {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  writeFileSync(join(folder, 'dag.yml'), DAG)
  writeFileSync(join(folder, 'ledger'), '')
  return folder
}

const read = (folder: string): DagRunDocument =>
  JSON.parse(readFileSync(join(folder, '.datahub-glue', 'dag-run.json'), 'utf8'))

const statesOf = ({ record }: DagRunDocument): readonly (readonly [string, number, unknown])[] =>
  record.instances.map(({ taskId, mapIndex, state }) => [taskId, mapIndex, state] as const)

/** Tasks whose success a journal held when their process was killed. */
function succeeded(folder: string): ReadonlySet<string> {
  const done = new Set<string>()
  for (const file of ['dag-run.json', 'dag-run.journal']) {
    const text = readFileSync(join(folder, '.datahub-glue', 'dags', 'killed', file), 'utf8')
    for (const line of file.endsWith('json') ? [] : text.split('\n').slice(0, -1)) {
      const { entries } = JSON.parse(line)
      for (const entry of entries) {
        const instance = entry.transition?.instance
        if (instance?.state === 'success') done.add(`${instance.taskId}[${instance.mapIndex}]`)
      }
    }
    if (!file.endsWith('json')) continue
    for (const one of (JSON.parse(text) as DagRunDocument).record.instances) {
      if (one.state === 'success') done.add(`${one.taskId}[${one.mapIndex}]`)
    }
  }
  return done
}

describe(`a DAG run that is killed (SEED=${SEED})`, () => {
  it('goes on until it has ended as if nothing had been, and repeats no success', async () => {
    const calm = scene()
    const began = performance.now()
    expect(await start(calm, []).ended).toBe(0)
    const length = performance.now() - began
    const wanted = statesOf(read(calm))
    const wrong: string[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const folder = scene()
      const first = start(folder, [])
      // From the first moment at which there is a journal to the end.
      await Promise.race([wait(length * (0.15 + 0.8 * random.next())), first.ended])
      first.child.kill('SIGKILL')
      await first.ended
      const before = recorded(folder)
      await start(folder, before === null ? [] : ['--resume']).ended
      const after = read(folder)
      if (JSON.stringify(statesOf(after)) !== JSON.stringify(wanted))
        wrong.push(`kill ${kill}: ${JSON.stringify(statesOf(after))}`)
      for (const one of repeated(after, before ?? new Set())) wrong.push(`kill ${kill}: ${one} ran twice`)
      rmSync(folder, { recursive: true, force: true })
    }
    rmSync(calm, { recursive: true, force: true })
    expect(wrong).toEqual([])
  }, 300_000)
})

function recorded(folder: string): ReadonlySet<string> | null {
  try {
    return succeeded(folder)
  } catch {
    return null
  }
}

/** Of what had succeeded, what has a later try than its successful one. */
function repeated({ tries }: DagRunDocument, before: ReadonlySet<string>): readonly string[] {
  return [...before].filter((name) => {
    const mine = tries.filter((one) => `${one.taskId}[${one.mapIndex}]` === name)
    const success = mine.findIndex(({ state }) => state === 'success')
    return success < mine.length - 1
  })
}
