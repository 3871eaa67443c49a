import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOCUMENT_RULES } from '../../src/app/dag/document.ts'
import type { Entry } from '../../src/app/dag/document-shape.ts'
import { emptyDocument } from '../../src/app/dag/new-document.ts'
import { systemClock } from '../../src/core/clock.ts'
import { checkDag } from '../../src/dag/check.ts'
import { taskDefaults } from '../../src/dag/model.ts'
import { newRun } from '../../src/dag/run.ts'
import { runDag } from '../../src/dag/runner.ts'
import type { DagRunDocument } from '../../src/model/dag-run.ts'
import { Journal } from '../../src/state/dag-run-journal.ts'

/*
 * What a DAG of 500 mapped tasks costs beside its tasks: scheduling, and a journal on disk that outlives the machine.
 */

const TASKS = 500
const MOST_MS = 1
const RUNS = 5

async function once(folder: string): Promise<number> {
  const values = Array.from({ length: TASKS }, (_, i) => i)
  const expand = { kind: 'product', args: [{ name: 'n', source: { from: 'literal', values } }] } as const
  const checked = checkDag({
    dagId: 'bench',
    tasks: [{ ...taskDefaults('mapped'), expand }],
    pools: new Map(),
    maxActiveTasks: 16,
    failFast: false,
    dagrunTimeoutSeconds: null
  })
  if (!checked.ok) throw new Error('the DAG is wrong')
  const began = systemClock.monotonic()
  const tool = { name: 'bench', version: '0' }
  const record = newRun(checked.value, 'bench', null)
  const document = { ...emptyDocument('bench.yml', { tool, clock: systemClock, github: null }), record }
  const journal = new Journal<DagRunDocument, Entry>(folder, document, DOCUMENT_RULES)
  const { record: ended } = await runDag({
    dag: checked.value,
    record,
    execute: async () => ({ outcome: 'success' }),
    clock: systemClock,
    emit: (batch) =>
      journal.append(
        batch.map((transition) => ({ kind: 'transition', transition })),
        batch.some((one) => one.type !== 'task' || one.from === 'running')
      )
  })
  journal.compact((same) => same)
  const kept = journal.document.record.instances.filter(({ state }) => state === 'success').length
  journal.close()
  if (ended.state !== 'success' || kept !== TASKS) throw new Error('the run did not succeed')
  return (systemClock.monotonic() - began) / TASKS
}

async function bench(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-dag-'))
  try {
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) times.push(await once(join(folder, String(run))))
    const middle = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.POSITIVE_INFINITY
    process.stdout.write(
      `DAG of ${TASKS} mapped tasks: ${middle.toFixed(2)} ms a task, journal on disk (${MOST_MS} ms at most)\n`
    )
    return middle < MOST_MS ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await bench()
