import { describe, expect, it } from '@jest/globals'
import { logicalDateText } from '../../src/dag/backoff.ts'
import type { RetryOptions } from '../../src/dag/model.ts'
import { taskDefaults } from '../../src/dag/model.ts'
import { pastHinders } from '../../src/dag/past.ts'
import type { RunRecord } from '../../src/dag/record.ts'
import { decideRetry, type FailedTry } from '../../src/dag/retry.ts'
import { newRun } from '../../src/dag/run.ts'
import type { TaskState } from '../../src/dag/state.ts'
import { dagOf, FAILED, over, Rig, task } from './rig.ts'

describe('the decision about a retry', () => {
  const options: RetryOptions = { retries: 2, delaySeconds: 30, backoff: 0, maxDelaySeconds: null, rules: [] }
  const tried: FailedTry = {
    dagId: 'd',
    taskId: 't',
    logicalDate: 'None',
    tryNumber: 1,
    maxTries: 2,
    options,
    failure: { code: 'glue-throttled', message: 'slow down' },
    retry: 'default'
  }
  const rules = [
    { codes: ['aws-access-denied'], action: 'fail' },
    { codes: ['glue-throttled', 'gms-busy'], action: 'retry', delaySeconds: 5 },
    { codes: ['glue-throttled'], action: 'fail' }
  ] as const

  it.each<readonly [string, Partial<FailedTry>, number | null]>([
    ['waits the constant time', {}, 30],
    ['is no after the last try', { tryNumber: 3 }, null],
    ['is no without retries', { maxTries: 0 }, null],
    ['is no with negative retries', { maxTries: -1 }, null],
    ['goes on counting after a clear', { tryNumber: 4, maxTries: 5 }, 30],
    ['is no when the task says so', { retry: 'never' }, null],
    ['follows the first rule that names the failure', { options: { ...options, rules } }, 5],
    [
      'is no for a class that is not retried',
      { options: { ...options, rules }, failure: { code: 'aws-access-denied', message: '' } },
      null
    ],
    ['follows the task before a rule', { options: { ...options, rules }, delaySeconds: 0 }, 0],
    ['takes no more tries by a rule', { options: { ...options, rules }, tryNumber: 3 }, null]
  ])('%s', (_, change, delay) => {
    const decision = decideRetry({ ...tried, ...change })
    expect(decision.kind === 'retry' ? decision.delaySeconds : null).toBe(delay)
    expect(decision.reason).not.toBe('')
  })
})

describe('the logical date', () => {
  it.each([
    ['2024-01-01T00:00:00Z', '2024-01-01 00:00:00+00:00'],
    ['2024-01-01T00:00:00.000000+00:00', '2024-01-01 00:00:00+00:00'],
    ['2024-01-01T00:00:00.5Z', '2024-01-01 00:00:00.500000+00:00'],
    ['2024-01-01T01:30:00.000123+02:00', '2023-12-31 23:30:00.000123+00:00'],
    ['2024-01-01 00:00:00', '2024-01-01 00:00:00+00:00'],
    [null, 'None']
  ])('%s is written as Python writes it', (iso, text) => {
    expect(logicalDateText(iso)).toBe(text)
  })
})

describe('depends_on_past', () => {
  const dag = dagOf([
    task('a', [], { dependsOnPast: true }),
    task('w', [], { ...over(1, 2), waitForDownstream: true }),
    task('z', ['w']),
    task('free')
  ])
  function runBefore(states: Readonly<Record<string, TaskState | null>>): RunRecord {
    const fresh = newRun(dag, 'before', null)
    return {
      ...fresh,
      instances: fresh.instances.map((i) => ({ ...i, state: states[i.taskId] ?? ('success' as const) }))
    }
  }

  it.each<readonly [string, string, RunRecord | null, boolean]>([
    ['is met without a run before', 'a', null, true],
    ['is met by success', 'a', runBefore({}), true],
    ['is met by a skip', 'a', runBefore({ a: 'skipped' }), true],
    ['is not met by a failure', 'a', runBefore({ a: 'failed' }), false],
    ['is not met by what has not ended', 'a', runBefore({ a: 'running' }), false],
    ['does not ask what follows', 'w', runBefore({ free: 'failed' }), true],
    ['asks what follows with wait_for_downstream', 'w', runBefore({ z: 'failed' }), false],
    ['asks nothing of other tasks', 'free', runBefore({ free: 'failed' }), true],
    ['is not met by a run without the task', 'a', { ...runBefore({}), instances: [] }, false]
  ])('%s', (_, id, previous, met) => {
    expect(pastHinders(dag.task(id), dag, previous) === null).toBe(met)
  })
})

describe('weights', () => {
  it('are summed over distinct relatives, by rule, and clamped to 32 bits', () => {
    const weigh = (id: string, dependsOn: readonly string[], priorityWeight: number, weightRule = 'downstream') =>
      task(id, dependsOn, { priorityWeight, weightRule: weightRule as 'downstream' })
    const dag = dagOf([
      weigh('a', [], 1),
      weigh('b', ['a'], 10, 'upstream'),
      weigh('c', ['a'], 100, 'absolute'),
      weigh('d', ['b', 'c'], 1000, 'upstream'),
      weigh('huge', [], 2 ** 40)
    ])
    expect([...dag.tasks.values()].map(({ id, weight }) => [id, weight])).toEqual([
      ['a', 1111],
      ['b', 11],
      ['c', 100],
      ['d', 1111],
      ['huge', 2 ** 31 - 1]
    ])
  })
})

describe('a branch', () => {
  const group = (id: string, dependsOn: readonly string[]) => ({ ...taskDefaults(id), group: 'g', dependsOn })
  const dag = dagOf([
    task('b'),
    group('g.1', ['b']),
    group('g.2', ['g.1']),
    task('other', ['b']),
    task('join', ['b', 'g.2', 'other'], { triggerRule: 'none_failed_min_one_success' })
  ])

  it('chooses a group by its name, and does not skip the join behind it', async () => {
    const rig = await Rig.start(dag)
    await rig.end('b', { outcome: 'success', choice: { kind: 'follow', names: ['g'] } })
    for (const name of ['g.1', 'g.2', 'join']) await rig.end(name)
    expect(await rig.states()).toEqual({
      b: 'success',
      'g.1': 'success',
      'g.2': 'success',
      other: 'skipped',
      join: 'success'
    })
  })

  it('fails when it chooses what is not there', async () => {
    const rig = await Rig.start(dag)
    await rig.end('b', { outcome: 'success', choice: { kind: 'follow', names: ['g.3'] } })
    const { record } = await rig.outcome
    expect(record.instances[0]?.failure).toEqual({
      code: 'dag-unknown-branch',
      message: 'task b chose g.3, which is no task or group of this DAG'
    })
  })

  it('that is a short circuit leaves teardowns alone', async () => {
    const cut = dagOf([
      task('s', [], { role: 'setup' }),
      task('b', ['s']),
      task('w', ['b']),
      task('t', ['s', 'w'], { role: 'teardown', triggerRule: 'all_done_setup_success' })
    ])
    const rig = await Rig.start(cut)
    await rig.end('s')
    await rig.end('b', { outcome: 'success', choice: { kind: 'short-circuit', scope: 'descendants' } })
    expect(rig.running).toEqual(['t'])
    await rig.end('t', FAILED)
    expect((await rig.outcome).record.state).toBe('success')
  })
})
