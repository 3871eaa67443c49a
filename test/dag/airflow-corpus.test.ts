import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { newRun } from '../../src/dag/run.ts'
import { runs } from '../runs.ts'
import { drive, type Schedule, verdictOf } from './corpus/drive.ts'
import { FakeTasks } from './corpus/fake-tasks.ts'
import { type AnyCase, type DagCase, readCases } from './corpus/formats.ts'
import { hold } from './corpus/hold.ts'
import { dagOf } from './corpus/to-dag.ts'
import { seeded } from './seeded.ts'

const FOLDERS = [
  new URL('../testdata/airflow/', import.meta.url),
  new URL('../testdata/airflow/combined/', import.meta.url)
]

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, cases: readCases(readFileSync(new URL(name, folder), 'utf8')) }))
)

describe('verdicts of the real Airflow, under the wave schedule', () => {
  it.each(FILES)('$name', async ({ cases }) => {
    expect(cases.length).toBeGreaterThan(50)
    const held = await Promise.all(cases.map(hold))
    expect(held.filter(({ hazard, differences }) => !hazard && differences.length > 0)).toEqual([])
  })

  it('are as recorded even where Airflow itself has no sane answer', async () => {
    const hazards = FILES.flatMap(({ cases }) => cases).filter(isHazard)
    expect(hazards.length).toBeGreaterThan(0)
    const held = await Promise.all(hazards.map(hold))
    expect(held.filter(({ differences }) => differences.length > 0)).toEqual([])
  })
})

describe('verdicts of the real Airflow, in any order of completion', () => {
  const free = FILES.flatMap(({ cases }) => cases).flatMap((c) =>
    c.kind === 'dag' && c.value.expected.possible !== undefined && !isHazard(c) ? [c.value] : []
  )

  it.each([1, 2, 3].slice(0, runs(1, 3)))('are among the possible ones (order %i)', async (seed) => {
    expect(free.length).toBeGreaterThan(1000)
    const wrong: string[] = []
    for (const c of free) if (!(await isPossible(c, seed))) wrong.push(c.id)
    expect(wrong).toEqual([])
  })
})

function isHazard(c: AnyCase): boolean {
  return c.kind === 'dag' && c.value.expected.hazard !== undefined
}

/** Ends one running task after the other in an order drawn from the seed, and looks again after each. */
async function isPossible(c: DagCase, seed: number): Promise<boolean> {
  const draw = seeded(seed)
  const schedule: Schedule = {
    pace: 'eager',
    next: (running) => running.slice(draw(running.length)).slice(0, 1)
  }
  const dag = dagOf(c)
  const ours = verdictOf(await drive(dag, newRun(dag, c.id, null), new FakeTasks(c.tasks, 1), schedule))
  const same = (states: object, run: string): boolean => run === ours.run && isDeepStrictEqual(states, ours.states)
  const { deterministic, possible = [], states, run } = c.expected
  return deterministic === true ? same(states, run) : possible.some((verdict) => same(verdict.states, verdict.run))
}
