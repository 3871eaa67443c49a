import { expect, it } from '@jest/globals'
import { systemClock } from '../../src/core/clock.ts'
import { newRun } from '../../src/dag/run.ts'
import { runDag } from '../../src/dag/runner.ts'
import { dagOf, over, SUCCESS, task } from './rig.ts'

it('schedules 500 mapped tasks with less than 1 ms of its own for each', async () => {
  const values = Array.from({ length: 500 }, (_, index) => index)
  const dag = dagOf([task('list'), task('m', ['list'], over(...values)), task('z', ['m'])])
  let told = 0
  const began = systemClock.monotonic()
  const { record } = await runDag({
    dag,
    record: newRun(dag, 'run', null),
    clock: systemClock,
    execute: async () => SUCCESS,
    emit: (batch) => {
      told += batch.length
    }
  })
  const took = systemClock.monotonic() - began
  expect(record.state).toBe('success')
  expect(told).toBe(502 * 3 + 2)
  expect(took / 502).toBeLessThan(1)
})
