import { describe, expect, it } from '@jest/globals'
import { dagOf, FAILED, over, Rig, task } from './rig.ts'

const pool = (slots: number): { readonly pools: ReadonlyMap<string, number> } => ({ pools: new Map([['p', slots]]) })

describe('slots', () => {
  it('go to the highest effective weight, then in definition order', async () => {
    const inPool = { pool: 'p' }
    const dag = dagOf(
      [
        task('first', [], inPool),
        task('equal-1', [], inPool),
        task('equal-2', [], inPool),
        task('heavy', [], { ...inPool, priorityWeight: 5 }),
        task('long', [], inPool),
        task('long-2', ['long'], inPool),
        task('long-3', ['long-2'], inPool)
      ],
      pool(1)
    )
    const rig = await Rig.start(dag)
    while (rig.running.length > 0) await rig.end(rig.running[0] ?? '')
    expect(rig.begun).toEqual(['heavy', 'long', 'long-2', 'first', 'equal-1', 'equal-2', 'long-3'])
  })

  it('go to a smaller task behind one that is too big for what is open', async () => {
    const dag = dagOf(
      [
        task('running', [], { pool: 'p', priorityWeight: 9 }),
        task('big', [], { pool: 'p', poolSlots: 2, priorityWeight: 5 }),
        task('small', [], { pool: 'p' })
      ],
      pool(2)
    )
    const rig = await Rig.start(dag)
    expect(rig.running).toEqual(['running', 'small'])
    await rig.end('running')
    expect(rig.running).toEqual(['small'])
    await rig.end('small')
    expect(rig.running).toEqual(['big'])
  })

  it('are handed on at the moment a task ends, also by a failed one', async () => {
    const dag = dagOf([task('m', [], { ...over(1, 2, 3), pool: 'p' })], pool(1))
    const rig = await Rig.start(dag)
    await rig.end('m[0]', FAILED)
    expect(rig.running).toEqual(['m[1]'])
    await rig.end('m[1]')
    expect(rig.running).toEqual(['m[2]'])
  })

  it('are held by a stopped task until it has stopped', async () => {
    const dag = dagOf(
      [
        task('culprit'),
        task('stopped', [], { pool: 'p' }),
        task('s', [], { role: 'setup' }),
        task('t', ['s'], { role: 'teardown', triggerRule: 'all_done_setup_success', pool: 'p' })
      ],
      { ...pool(1), failFast: true }
    )
    const rig = await Rig.start(dag)
    await rig.end('s')
    await rig.end('culprit', FAILED)
    expect(rig.running).toEqual(['stopped'])
    await rig.end('stopped')
    expect(rig.running).toEqual(['t'])
  })

  it('never let more run than max_active_tasks, max_active_tis_per_dag and parallelism allow', async () => {
    const tasks = [task('m', [], { ...over(1, 2, 3, 4), maxActiveTis: 2 }), task('a'), task('b'), task('c')]
    expect((await Rig.start(dagOf(tasks))).running).toEqual(['a', 'b', 'c', 'm[0]', 'm[1]'])
    expect((await Rig.start(dagOf(tasks, { maxActiveTasks: 2 }))).running).toEqual(['a', 'b'])
    expect((await Rig.start(dagOf(tasks), { parallelism: 4 })).running).toEqual(['a', 'b', 'c', 'm[0]'])
  })

  it('do not stay empty because what is first in line cannot go', async () => {
    const blocked = [1, 2, 3].map((n) => task(`blocked-${n}`, [], { pool: 'p', priorityWeight: 9 }))
    const dag = dagOf([task('holds', [], { pool: 'p', priorityWeight: 99 }), ...blocked, task('free')], {
      ...pool(1),
      maxActiveTasks: 2
    })
    expect((await Rig.start(dag)).running).toEqual(['holds', 'free'])
  })

  it('are given to more than one query looks at', async () => {
    const dag = dagOf([task('m', [], over(...Array.from({ length: 40 }, (_, i) => i)))], { maxActiveTasks: 30 })
    expect((await Rig.start(dag)).running).toHaveLength(30)
  })
})
