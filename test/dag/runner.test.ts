import { describe, expect, it } from '@jest/globals'
import { applyTransitions } from '../../src/dag/record.ts'
import { newRun } from '../../src/dag/run.ts'
import { dagOf, FAILED, over, Rig, retries, SUCCESS, statesOf, task } from './rig.ts'

describe('order', () => {
  it('runs what does not wait for one another together, and the rest when its time comes', async () => {
    const rig = await Rig.start(dagOf([task('a'), task('b'), task('c', ['a']), task('d', ['b', 'c'])]))
    expect(rig.running).toEqual(['a', 'b'])
    await rig.end('a')
    expect(rig.running).toEqual(['b', 'c'])
    await rig.end('b')
    await rig.end('c')
    expect(rig.running).toEqual(['d'])
    await rig.end('d')
    expect(await rig.states()).toEqual({ a: 'success', b: 'success', c: 'success', d: 'success' })
  })

  it('begins an eager rule at the first success, and not before', async () => {
    const rig = await Rig.start(dagOf([task('a'), task('b'), task('any', ['a', 'b'], { triggerRule: 'one_success' })]))
    await rig.end('a', FAILED)
    expect(rig.running).toEqual(['b'])
    await rig.end('b')
    expect(rig.running).toEqual(['any'])
  })

  it('tells a changed state before what follows from it begins', async () => {
    const seen: string[] = []
    const dag = dagOf([task('a'), task('b', ['a'])])
    const rig = new Rig(dag, {
      emit: (batch) => {
        for (const t of batch) if (t.type === 'task') seen.push(`${t.instance.taskId} ${t.instance.state}`)
      },
      execute: async ({ taskId }) => {
        seen.push(`${taskId} begins`)
        return SUCCESS
      }
    })
    await rig.outcome
    const each = (id: string): string[] => [`${id} scheduled`, `${id} running`, `${id} begins`, `${id} success`]
    expect(seen).toEqual([...each('a'), ...each('b')])
  })

  it('gives the same record as its transitions applied to the record before', async () => {
    const dag = dagOf([task('a'), task('m', ['a'], over(1, 2)), task('z', ['m'])])
    const before = newRun(dag, 'run', null)
    const rig = await Rig.start(dag)
    await rig.end('a')
    await rig.endAll(['m[0]', 'm[1]'])
    await rig.end('z')
    expect(applyTransitions(before, rig.transitions)).toEqual((await rig.outcome).record)
  })
})

describe('failure', () => {
  it('takes a throw for a failure and says why', async () => {
    const rig = new Rig(dagOf([task('a')]), {
      execute: () => {
        throw new Error('no luck')
      }
    })
    const { record } = await rig.outcome
    expect(record.state).toBe('failed')
    expect(record.instances[0]?.failure).toEqual({ code: 'dag-task-threw', message: 'no luck' })
  })

  it('lets a run succeed whose failure is absorbed before its leaves', async () => {
    const rig = await Rig.start(dagOf([task('a'), task('z', ['a'], { triggerRule: 'all_done' })]))
    await rig.end('a', FAILED)
    await rig.end('z')
    expect((await rig.outcome).record).toMatchObject({ state: 'success', reason: 'success' })
  })

  it('fails a run at once when nothing can go on, and says what blocks it', async () => {
    const dag = dagOf([task('a', [], { dependsOnPast: true }), task('b', ['a'])])
    const first = newRun(dag, 'before', null)
    const previous = { ...first, instances: first.instances.map((i) => ({ ...i, state: 'failed' as const })) }
    const { record, blocked } = await (await Rig.start(dag, { previous })).outcome
    expect(record).toMatchObject({ state: 'failed', reason: 'all_tasks_deadlocked' })
    expect(statesOf(record)).toEqual({ a: null, b: null })
    expect(blocked).toEqual([
      { name: 'a', why: 'depends_on_past: a was failed in run before' },
      { name: 'b', why: 'all_success needs every upstream to succeed; of 1: 1 not done' }
    ])
  })

  it('does not wait for ever for slots that there will never be', async () => {
    const { record, blocked } = await (await Rig.start(dagOf([task('a', [], { maxActiveTis: 0 })]))).outcome
    expect(record.reason).toBe('all_tasks_deadlocked')
    expect(blocked.map(({ name }) => name)).toEqual(['a'])
  })
})

describe('retries', () => {
  it('makes a failed try again when its wait is over, and not before', async () => {
    const rig = await Rig.start(dagOf([task('a', [], retries(1, 300))]))
    await rig.end('a', FAILED)
    expect(rig.running).toEqual([])
    await rig.pass(299)
    expect(rig.running).toEqual([])
    await rig.pass(1)
    expect(rig.context('a').tryNumber).toBe(2)
    await rig.end('a', FAILED)
    expect(await rig.states()).toEqual({ a: 'failed' })
  })

  it('makes no more tries than allowed, whatever the task asks for', async () => {
    const rig = await Rig.start(dagOf([task('a', [], retries(2, 0))]))
    for (let made = 0; made < 3; made++) await rig.end('a', { ...FAILED, delaySeconds: 0 } as typeof FAILED)
    const { record } = await rig.outcome
    expect(record.instances[0]).toMatchObject({ state: 'failed', tryNumber: 3, maxTries: 2 })
  })

  it('waits as long as the task asks instead of its own wait', async () => {
    const rig = await Rig.start(dagOf([task('a', [], retries(1, 300))]))
    await rig.end('a', { outcome: 'failed', failure: { code: 'throttled', message: 'slow down' }, delaySeconds: 7 })
    await rig.pass(7)
    expect(rig.running).toEqual(['a'])
  })

  it('skips a waiting retry when a branch above decides against it meanwhile', async () => {
    const dag = dagOf([task('b'), task('x', ['b'], { triggerRule: 'always', ...retries(3, 300) }), task('y', ['b'])])
    const rig = await Rig.start(dag)
    await rig.end('x', FAILED)
    await rig.end('b', { outcome: 'success', choice: { kind: 'follow', names: ['y'] } })
    expect(rig.running).toEqual(['y'])
    await rig.end('y')
    expect(await rig.states()).toEqual({ b: 'success', x: 'skipped', y: 'success' })
  })
})

describe('stopping', () => {
  it('tells a task whose time is up to stop, and fails it whatever it says then', async () => {
    const rig = await Rig.start(dagOf([task('a', [], { executionTimeoutSeconds: 60 })]))
    const { signal } = rig.context('a')
    rig.clock.advance(59_999)
    expect(signal.aborted).toBe(false)
    rig.clock.advance(1)
    await Promise.resolve()
    expect(signal.aborted).toBe(true)
    await rig.end('a', SUCCESS)
    const { record } = await rig.outcome
    expect(record.instances[0]).toMatchObject({ state: 'failed', failure: { code: 'dag-task-timeout' } })
    expect(rig.clock.sleeping).toBe(0)
  })

  it('gives up a task that does not stop in time', async () => {
    const dag = dagOf([task('a', [], { executionTimeoutSeconds: 60 }), task('b')])
    const rig = await Rig.start(dag, { graceMs: 5_000 })
    rig.clock.advance(60_000)
    await Promise.resolve()
    await rig.pass(5)
    expect(statesOf(applyTransitions(newRun(dag, 'run', null), rig.transitions))).toEqual({ a: 'failed', b: 'running' })
  })

  it('stops the others when a task of a fail_fast DAG fails, and waits for them before it ends', async () => {
    const dag = dagOf([task('a'), task('b'), task('c', ['b'])], { failFast: true })
    const rig = await Rig.start(dag)
    const { signal } = rig.context('b')
    let over = false
    const end = rig.outcome.then(() => {
      over = true
    })
    rig.end('a', FAILED).catch(() => undefined)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    expect(signal.aborted).toBe(true)
    expect(over).toBe(false)
    await rig.end('b', SUCCESS)
    await end
    expect(await rig.states()).toEqual({ a: 'failed', b: 'failed', c: 'skipped' })
    expect((await rig.outcome).record.state).toBe('failed')
  })

  it('ends a run that takes longer than its time: what has not ended is skipped', async () => {
    const dag = dagOf([task('a'), task('b'), task('c', ['b'])], { dagrunTimeoutSeconds: 600 })
    const rig = await Rig.start(dag, { graceMs: 1_000 })
    await rig.end('a')
    rig.clock.advance(600_000)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    expect(rig.context('b').signal.aborted).toBe(true)
    await rig.end('b', FAILED)
    expect((await rig.outcome).record).toMatchObject({ state: 'failed', reason: 'timed_out' })
    expect(await rig.states()).toEqual({ a: 'success', b: 'skipped', c: 'skipped' })
  })

  it('begins nothing more when cancelled, counts what ends well, and makes the rest again next time', async () => {
    const dag = dagOf([task('a', [], retries(1, 0)), task('b'), task('c', ['b'])])
    const cancel = new AbortController()
    const rig = await Rig.start(dag, { signal: cancel.signal })
    cancel.abort(new Error('SIGTERM'))
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    expect(rig.context('a').signal.aborted).toBe(true)
    rig.end('a', FAILED).catch(() => undefined)
    await rig.end('b', SUCCESS)
    const { record, interrupted } = await rig.outcome
    expect(interrupted).toBe(true)
    expect(record.state).toBe('running')
    expect(statesOf(record)).toEqual({ a: 'scheduled', b: 'success', c: null })

    const again = await Rig.start(dag, { record })
    expect(again.begun).toEqual(['a', 'c'])
    expect(again.context('a').tryNumber).toBe(1)
    await again.endAll(['a', 'c'])
    expect((await again.outcome).record).toMatchObject({ state: 'success', reason: 'success' })
  })

  it('may be cancelled by whoever is told of a change', async () => {
    const cancel = new AbortController()
    const emit = (): void => cancel.abort(new Error('enough'))
    const rig = new Rig(dagOf([task('a')]), { signal: cancel.signal, emit, graceMs: 0 })
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    rig.clock.advance(0)
    expect((await rig.outcome).interrupted).toBe(true)
  })

  it('comes to an end in its grace period even if a task ignores the cancel', async () => {
    const cancel = new AbortController()
    const rig = await Rig.start(dagOf([task('a')]), { signal: cancel.signal, graceMs: 3_000 })
    cancel.abort(new Error('SIGTERM'))
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    rig.clock.advance(3_000)
    const { record, interrupted } = await rig.outcome
    expect({ interrupted, states: statesOf(record) }).toEqual({ interrupted: true, states: { a: 'scheduled' } })
  })
})
