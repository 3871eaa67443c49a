import { describe, expect, it } from '@jest/globals'
import { clearFailed, clearRun } from '../../src/dag/clear.ts'
import type { RunRecord } from '../../src/dag/record.ts'
import { newRun } from '../../src/dag/run.ts'
import type { TaskState } from '../../src/dag/state.ts'
import { dagOf, over, Rig, retries, SUCCESS, statesOf, task } from './rig.ts'

const teardown = { role: 'teardown', triggerRule: 'all_done_setup_success' } as const

const dag = dagOf([
  task('s', [], { role: 'setup' }),
  task('a', ['s'], retries(2)),
  task('m', ['a'], over(1, 2)),
  task('z', ['m']),
  task('t', ['s', 'z'], teardown),
  task('alone')
])

function ended(states: Readonly<Record<string, TaskState>>): RunRecord {
  const fresh = newRun(dag, 'run', null)
  const instances = fresh.instances.map((i) => {
    const name = i.mapIndex < 0 ? i.taskId : `${i.taskId}[${i.mapIndex}]`
    return { ...i, state: states[name] ?? ('success' as const), tryNumber: 1 }
  })
  return { ...fresh, state: 'failed', reason: 'task_failure', startedAt: 1, endedAt: 2, instances }
}

const failedInM = ended({ 'm[1]': 'failed', z: 'upstream_failed', t: 'success' })

describe('clearing', () => {
  it('makes what it clears undecided, with a full new set of retries, and queues the run', () => {
    const { record, cleared } = clearRun(dag, ended({}), { tasks: ['alone', 'a'] })
    expect(cleared).toEqual(['s', 'a', 't', 'alone'])
    expect(record).toMatchObject({ state: 'queued', reason: null, clearNumber: 1, startedAt: null, endedAt: null })
    expect(record.instances.find((i) => i.taskId === 'a')).toMatchObject({ state: null, tryNumber: 1, maxTries: 3 })
  })

  it('touches nothing when nothing matches', () => {
    const before = ended({})
    expect(clearRun(dag, before, { onlyFailed: true })).toEqual({ record: before, cleared: [] })
  })

  it('leaves an unfinished run running', () => {
    const running = { ...ended({}), state: 'running' as const }
    expect(clearRun(dag, running, {}).record).toMatchObject({ state: 'running', clearNumber: 1 })
  })

  it.each<readonly [string, Parameters<typeof clearRun>[2], readonly string[]]>([
    ['all', {}, ['s', 'a', 'm[0]', 'm[1]', 'z', 't', 'alone']],
    ['only what failed', { onlyFailed: true }, ['m[1]', 'z']],
    ['one instance of a mapped task', { tasks: ['m[0]'] }, ['s', 'm[0]', 't']],
    ['a setup with its teardown', { tasks: ['s'] }, ['s', 't']],
    ['a teardown alone', { tasks: ['t'] }, ['t']],
    ['a task and what follows', { tasks: ['m'], downstream: true }, ['s', 'm[0]', 'm[1]', 'z', 't']],
    ['a task and what is before it', { tasks: ['m'], upstream: true }, ['s', 'a', 'm[0]', 'm[1]', 't']]
  ])('takes %s', (_, request, cleared) => {
    expect(clearRun(dag, failedInM, request).cleared).toEqual(cleared)
  })
})

describe('running again what failed', () => {
  it('clears the failed, what follows, and the setups and teardowns around it', () => {
    expect(clearFailed(dag, failedInM).cleared).toEqual(['s', 'm[1]', 'z', 't'])
    expect(clearFailed(dag, ended({})).cleared).toEqual([])
  })

  it('goes on to success without running again what had succeeded', async () => {
    const { record } = clearFailed(dag, failedInM)
    const rig = await Rig.start(dag, { record })
    while (rig.running.length > 0) await rig.end(rig.running[0] ?? '', SUCCESS)
    expect(rig.begun).toEqual(['s', 'm[1]', 'z', 't'])
    expect((await rig.outcome).record.state).toBe('success')
    expect(Object.values(statesOf((await rig.outcome).record))).toEqual(Array(7).fill('success'))
  })

  it('keeps a cleared task skipped while the branch above it keeps its decision', async () => {
    const branched = dagOf([task('b'), task('x', ['b']), task('y', ['b'])])
    const first = await Rig.start(branched)
    await first.end('b', { outcome: 'success', choice: { kind: 'follow', names: ['x'] } })
    await first.end('x')
    const { record } = clearRun(branched, (await first.outcome).record, { tasks: ['y'] })
    const second = await Rig.start(branched, { record })
    expect(await second.states()).toEqual({ b: 'success', x: 'success', y: 'skipped' })
  })
})
