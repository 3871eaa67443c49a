import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { applyTransitions, instanceName, type RunRecord, type Transition } from '../../src/dag/record.ts'
import { newRun } from '../../src/dag/run.ts'
import { drive, type Schedule, verdictOf } from './corpus/drive.ts'
import { FakeTasks } from './corpus/fake-tasks.ts'
import { type DagCase, readCases } from './corpus/formats.ts'
import { dagOf } from './corpus/to-dag.ts'
import { seeded } from './seeded.ts'

const read = (name: string): readonly DagCase[] =>
  readCases(readFileSync(new URL(`../testdata/airflow/${name}.json`, import.meta.url), 'utf8')).flatMap((c) =>
    c.kind === 'dag' && c.value.expected.deterministic === true ? [c.value] : []
  )

/** One running task after the other, in an order drawn from the seed; what is told is kept. */
function inAnyOrder(seed: number, told: (readonly Transition[])[]): Schedule {
  const draw = seeded(seed)
  return {
    pace: 'eager',
    next: (running) => running.slice(draw(running.length)).slice(0, 1),
    emit: (batch) => told.push(batch)
  }
}

/** What a journal holds of a run that was killed after so many of the things that it told. */
const killedAfter = (told: readonly (readonly Transition[])[], count: number, fresh: RunRecord): RunRecord =>
  applyTransitions(fresh, told.slice(0, count).flat())

/** Names that began in these transitions although the record says that they had succeeded. */
function ranTwice(record: RunRecord, transitions: readonly Transition[]): readonly string[] {
  const succeeded = new Set(record.instances.filter(({ state }) => state === 'success').map(instanceName))
  return transitions.flatMap((t) =>
    t.type === 'task' && t.instance.state === 'running' && succeeded.has(instanceName(t.instance))
      ? [instanceName(t.instance)]
      : []
  )
}

describe('a run that was killed', () => {
  it.each([
    ['cases', 6],
    ['cases_branch', 12],
    ['cases_setup_teardown', 8],
    ['cases_mapped', 8]
  ] as const)('at any point (%s) ends as if it had not been, and runs nothing twice', async (file, kills) => {
    const wrong: string[] = []
    for (const c of read(file).filter((_, index) => index % 4 === 0)) {
      const dag = dagOf(c)
      const fresh = newRun(dag, c.id, null)
      const told: (readonly Transition[])[] = []
      await drive(dag, fresh, new FakeTasks(c.tasks, 1), inAnyOrder(1, told))
      const draw = seeded(7)
      for (let kill = 0; kill < kills; kill++) {
        const record = killedAfter(told, draw(told.length), fresh)
        const after: (readonly Transition[])[] = []
        const end = await drive(dag, record, new FakeTasks(c.tasks, 1), inAnyOrder(kill, after))
        if (ranTwice(record, after.flat()).length > 0) wrong.push(`${c.id} ran something twice`)
        const { run, states } = verdictOf(end)
        const same = Object.entries(c.expected.states).every(([name, state]) => states[name] === state)
        if (run !== c.expected.run || !same) wrong.push(`${c.id} ended differently`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('goes on through a JSON file, killed again and again', async () => {
    const [c] = read('cases').filter(({ tasks }) => tasks.length >= 8)
    if (c === undefined) throw new Error('no large case')
    const dag = dagOf(c)
    let record = newRun(dag, c.id, null)
    for (let life = 0; record.state !== 'success' && record.state !== 'failed'; life++) {
      expect(life).toBeLessThan(200)
      const told: (readonly Transition[])[] = []
      await drive(dag, record, new FakeTasks(c.tasks, 1), inAnyOrder(life, told))
      record = JSON.parse(JSON.stringify(killedAfter(told, 4 + life, record))) as RunRecord
    }
    expect(verdictOf(record)).toMatchObject({ run: c.expected.run, states: c.expected.states })
  })

  it('that had ended is not run again', async () => {
    const [c] = read('cases')
    if (c === undefined) throw new Error('no case')
    const dag = dagOf(c)
    const record = await drive(dag, newRun(dag, c.id, null), new FakeTasks(c.tasks, 1), inAnyOrder(1, []))
    const told: (readonly Transition[])[] = []
    expect(await drive(dag, record, new FakeTasks(c.tasks, 1), inAnyOrder(1, told))).toEqual(record)
    expect(told).toEqual([])
  })
})
