import { describe, expect, it } from '@jest/globals'
import { checkDag } from '../../src/dag/check.ts'
import type { DagSpec, TaskSpec } from '../../src/dag/model.ts'
import type { DagProblem } from '../../src/dag/problem.ts'
import { dagOf, dagSpec, over, overOutputOf, task } from './rig.ts'

function problemsOf(tasks: readonly TaskSpec[], rest: Partial<DagSpec> = {}): readonly DagProblem[] {
  const result = checkDag(dagSpec(tasks, rest))
  return result.ok ? [] : result.error
}

describe('names', () => {
  it('are reported before cycles, as an unknown one often is the misspelt end of one', () => {
    const problems = problemsOf([task('extract', ['load']), task('load', ['extrakt'])])
    expect(problems).toEqual([
      {
        code: 'unknown-upstream',
        message: 'task load depends on extrakt, which is no task or group of this DAG',
        cure: 'did you mean extract?',
        taskId: 'load',
        key: 'depends_on',
        value: 'extrakt'
      }
    ])
  })

  it('that a task maps over have to be there too, and are waited for without being written twice', () => {
    expect(problemsOf([task('m', [], overOutputOf('list'))])).toMatchObject([
      { code: 'unknown-upstream', key: 'expand' }
    ])
    expect(dagOf([task('list'), task('m', [], overOutputOf('list'))]).task('m').upstream).toEqual(['list'])
  })

  it('are not guessed at when nothing is near', () => {
    expect(problemsOf([task('a', ['something-else'])])[0]?.cure).toBe('name a task_id or a group of this file')
  })

  it('have to be different, and made of what a task_id is made of', () => {
    expect(problemsOf([task('a'), task('a')])).toMatchObject([{ code: 'duplicate-task', taskId: 'a' }])
    expect(problemsOf([task('a b')])).toMatchObject([{ code: 'bad-task-id' }])
    expect(problemsOf([task('x'.repeat(251))])).toMatchObject([{ code: 'bad-task-id' }])
    expect(problemsOf([task('größe.2-b_c')])).toEqual([])
    expect(problemsOf([task('g'), task('g.a', [], { group: 'g' })])).toMatchObject([{ code: 'duplicate-group' }])
  })
})

describe('cycles', () => {
  it('are shown edge by edge, from a trail that was found', () => {
    const [problem, ...others] = problemsOf([
      task('start'),
      task('a', ['c', 'start']),
      task('b', ['a']),
      task('c', ['b']),
      task('end', ['c'])
    ])
    expect(others).toEqual([])
    expect(problem).toEqual({
      code: 'cycle',
      message: 'the tasks wait for one another: a → b → c → a',
      cure: 'take one of these away: b depends on a; c depends on b; a depends on c',
      taskId: 'a',
      key: 'depends_on',
      value: 'c',
      trail: [
        { from: 'a', to: 'b', written: 'a' },
        { from: 'b', to: 'c', written: 'b' },
        { from: 'c', to: 'a', written: 'c' }
      ]
    })
  })

  it('may be of one task', () => {
    expect(problemsOf([task('a', ['a'])])).toMatchObject([{ message: 'the tasks wait for one another: a → a' }])
  })

  it('that have no task in common are all told', () => {
    const two = [task('a', ['b']), task('b', ['a']), task('x', ['y', 'b']), task('y', ['x'])]
    expect(problemsOf(two).map(({ message }) => message)).toEqual([
      'the tasks wait for one another: a → b → a',
      'the tasks wait for one another: x → y → x'
    ])
  })

  it('through a group name the group', () => {
    const problems = problemsOf([task('g.a', ['after'], { group: 'g' }), task('after', ['g'])])
    expect(problems[0]?.cure).toBe('take one of these away: after depends on g; g.a depends on after')
  })

  it('are found in chains that are too long for recursion', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => task(`t${i}`, [`t${(i + 19_999) % 20_000}`]))
    expect(problemsOf(chain)[0]?.trail).toHaveLength(20_000)
  })
})

describe('groups', () => {
  const group = (id: string, dependsOn: readonly string[] = [], rest: Partial<TaskSpec> = {}): TaskSpec =>
    task(id, dependsOn, { group: id.slice(0, id.lastIndexOf('.')), ...rest })

  it('stand for their leaves', () => {
    const dag = dagOf([group('g.a'), group('g.b', ['g.a']), group('g.c', ['g.a']), task('z', ['g'])])
    expect(dag.task('z').upstream).toEqual(['g.b', 'g.c'])
  })

  it('hold the tasks of their inner groups', () => {
    const dag = dagOf([group('g.in.a'), group('g.b', ['g.in']), task('y', ['g']), task('z', ['g.in'])])
    expect(dag.task('y').upstream).toEqual(['g.b'])
    expect(dag.task('z').upstream).toEqual(['g.in.a'])
  })

  it('are left by the work before a teardown, not by the teardown', () => {
    const dag = dagOf([
      group('g.s', [], { role: 'setup' }),
      group('g.w', ['g.s']),
      group('g.t', ['g.s', 'g.w'], { role: 'teardown', triggerRule: 'all_done_setup_success' }),
      task('z', ['g'])
    ])
    expect(dag.task('z').upstream).toEqual(['g.w'])
  })
})

describe('what does not go together', () => {
  const teardown = { role: 'teardown', triggerRule: 'all_done_setup_success' } as const
  it.each<readonly [string, readonly TaskSpec[], Partial<DagSpec>, string]>([
    ['a pool that is not there', [task('a', [], { pool: 'glue' })], {}, 'unknown-pool'],
    ['no slots', [task('a', [], { poolSlots: 0 })], {}, 'bad-pool-slots'],
    ['more slots than there are', [task('a', [], { poolSlots: 129 })], {}, 'bad-pool-slots'],
    [
      'fail_fast and another rule',
      [task('a', [], { triggerRule: 'one_done' })],
      { failFast: true },
      'bad-trigger-rule'
    ],
    [
      'a task right after a setup with another rule',
      [task('s', [], { role: 'setup' }), task('a', ['s'], { triggerRule: 'all_done' })],
      {},
      'bad-trigger-rule'
    ],
    ['on_failure_fail_dagrun on work', [task('a', [], { onFailureFailDagrun: true })], {}, 'bad-teardown'],
    ['an expand of nothing', [task('a', [], { expand: { kind: 'product', args: [] } })], {}, 'bad-expand']
  ])('%s is refused', (_, tasks, rest, code) => {
    expect(problemsOf(tasks, rest)).toMatchObject([{ code, taskId: 'a' }])
  })

  it.each<readonly [string, readonly TaskSpec[], Partial<DagSpec>]>([
    ['a pool without limit', [task('a', [], { pool: 'p', poolSlots: 999 })], { pools: new Map([['p', -1]]) }],
    ['fail_fast and a teardown', [task('s', [], { role: 'setup' }), task('a', ['s'], teardown)], { failFast: true }],
    ['a teardown right after a setup', [task('s', [], { role: 'setup' }), task('a', ['s'], teardown)], {}]
  ])('%s is not', (_, tasks, rest) => {
    expect(problemsOf(tasks, rest)).toEqual([])
  })
})

describe('leaves', () => {
  const teardown = { role: 'teardown', triggerRule: 'all_done_setup_success' } as const

  it('are what teardowns follow, unless a teardown counts itself', () => {
    const tasks = [task('s', [], { role: 'setup' }), task('w', ['s']), task('t', ['s', 'w'], teardown)]
    expect(dagOf(tasks).leaves).toEqual(['w'])
    const counting = [...tasks.slice(0, 2), task('t', ['s', 'w'], { ...teardown, onFailureFailDagrun: true })]
    expect(dagOf(counting).leaves).toEqual(['t'])
    const mapped = [...tasks.slice(0, 2), task('t', ['s', 'w'], { ...teardown, ...over(1), onFailureFailDagrun: true })]
    expect(dagOf(mapped).leaves).toEqual(['w'])
  })

  it('are the last teardowns when there is nothing else', () => {
    expect(dagOf([task('t', [], teardown), task('u', ['t'], teardown)]).leaves).toEqual(['u'])
  })
})
