import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import type { Dag } from '../../src/dag/dag.ts'
import { type TaskSpec, TRIGGER_RULES, type TriggerRule, taskDefaults } from '../../src/dag/model.ts'
import {
  applyTransitions,
  type InstanceRecord,
  instanceName,
  type RunRecord,
  type Transition
} from '../../src/dag/record.ts'
import { newRun } from '../../src/dag/run.ts'
import { runDag } from '../../src/dag/runner.ts'
import { isFinal } from '../../src/dag/state.ts'
import type { TaskContext, TaskResult } from '../../src/dag/task.ts'
import { judgeTriggerRule } from '../../src/dag/trigger-rule.ts'
import { fc } from '../properties.ts'
import { FakeClock } from './fake-clock.ts'
import { dagOf, over, overOutputOf } from './rig.ts'
import { seeded } from './seeded.ts'

interface Plan {
  readonly dag: Dag
  readonly seed: number
  readonly outcomes: ReadonlyMap<string, readonly number[]>
}

const POOLS = new Map([
  ['one', 1],
  ['three', 3]
])

interface RawTask {
  readonly ups: readonly number[]
  readonly rule: TriggerRule
  readonly retries: number
  readonly backoff: number
  readonly pool: string
  readonly weight: number
  readonly mapped: number
  readonly most: number | null
  readonly outcomes: readonly number[]
}

const rawTask: fc.Arbitrary<RawTask> = fc.record({
  ups: fc.array(fc.nat(20), { maxLength: 3 }),
  rule: fc.constantFrom('all_success', 'all_success', ...TRIGGER_RULES),
  retries: fc.nat(2),
  backoff: fc.constantFrom(0, 2),
  pool: fc.constantFrom('default_pool', 'one', 'three'),
  weight: fc.integer({ min: -2, max: 5 }),
  mapped: fc.nat(8),
  most: fc.constantFrom(null, 1, 2),
  outcomes: fc.array(fc.nat(9), { minLength: 1, maxLength: 6 })
})

/** 0–5 written-out values, or over the output of the first upstream. */
function expansion(raw: RawTask, dependsOn: readonly string[]): Pick<TaskSpec, 'expand'> {
  if (raw.mapped > 5 || (raw.mapped === 5 && dependsOn[0] === undefined)) return { expand: null }
  return raw.mapped === 5 ? overOutputOf(dependsOn[0] ?? '') : over(...Array.from({ length: raw.mapped }, (_, i) => i))
}

function specOf(raw: RawTask, index: number): TaskSpec {
  const dependsOn = index === 0 ? [] : [...new Set(raw.ups.map((up) => `t${up % index}`))]
  const plain = taskDefaults(`t${index}`)
  return {
    ...plain,
    dependsOn,
    triggerRule: raw.rule,
    retry: { ...plain.retry, retries: raw.retries, delaySeconds: 60, backoff: raw.backoff },
    pool: raw.pool,
    poolSlots: raw.pool === 'three' ? 1 + (raw.weight & 1) : 1,
    priorityWeight: raw.weight,
    maxActiveTis: raw.most,
    ...expansion(raw, dependsOn)
  }
}

const plan: fc.Arbitrary<Plan> = fc
  .record({ raw: fc.array(rawTask, { minLength: 1, maxLength: 9 }), seed: fc.nat(), most: fc.constantFrom(2, 4, 16) })
  .map(({ raw, seed, most }) => ({
    dag: dagOf(raw.map(specOf), { pools: POOLS, maxActiveTasks: most }),
    seed,
    outcomes: new Map(raw.map((task, index) => [`t${index}`, task.outcomes]))
  }))

/** Success with an output, a failure, or a skip, by instance and try. */
function resultOf({ taskId, mapIndex, tryNumber }: TaskContext, { outcomes }: Plan): TaskResult {
  const drawn = outcomes.get(taskId) ?? [0]
  const n = drawn[(mapIndex + 1 + tryNumber) % drawn.length] ?? 0
  if (n === 9) return { outcome: 'skipped', why: 'drawn' }
  if (n >= 6) return { outcome: 'failed', failure: { code: 'drawn', message: 'drawn' } }
  return { outcome: 'success', output: Array.from({ length: n % 4 }, (_, i) => i) }
}

/** Runs a plan; the tasks that run end in a drawn order, several at once or one by one. */
async function run(p: Plan): Promise<{ record: RunRecord; batches: (readonly Transition[])[] }> {
  const clock = new FakeClock(1_000)
  const draw = seeded(p.seed)
  const batches: (readonly Transition[])[] = []
  const held: { context: TaskContext; end: (result: TaskResult) => void }[] = []
  const { record } = await runDag({
    dag: p.dag,
    record: newRun(p.dag, 'run', null),
    clock,
    execute: (context) => new Promise((end) => held.push({ context, end })),
    emit: (batch) => batches.push(batch),
    onIdle: (_, until) => {
      if (until !== null && (held.length === 0 || draw(4) === 0)) return clock.advanceTo(until)
      for (let count = 1 + draw(held.length); count > 0; count--) {
        const [task] = held.splice(draw(held.length), 1)
        task?.end(resultOf(task.context, p))
      }
    }
  })
  return { record, batches }
}

/** Tells what a run did wrong, in lines; none when the property holds. */
type Check = (p: Plan, record: RunRecord, batches: readonly (readonly Transition[])[]) => readonly string[]

/** Rejects with the smallest run that fast-check finds to break the property. */
const holds = (check: Check): Promise<void> =>
  fc.assert(
    fc.asyncProperty(plan, async (p) => {
      const { record, batches } = await run(p)
      const wrong = check(p, record, batches)
      if (wrong.length > 0) throw new Error(wrong.join('\n'))
    }),
    { numRuns: 250 }
  )

interface Step {
  readonly before: RunRecord
  readonly batch: readonly Transition[]
  readonly after: RunRecord
}

/** The record before and after each batch. */
function* replay(p: Plan, batches: readonly (readonly Transition[])[]): Generator<Step> {
  let before = newRun(p.dag, 'run', null)
  for (const batch of batches) {
    const after = applyTransitions(before, batch)
    yield { before, batch, after }
    before = after
  }
}

const isTask = (t: Transition): t is TaskTransition => t.type === 'task'
type TaskTransition = Extract<Transition, { type: 'task' }>

const everyInstanceEnds: Check = (p, record, batches) => {
  const open = record.reason === 'all_tasks_deadlocked' ? [] : record.instances.filter(({ state }) => !isFinal(state))
  const last = [...replay(p, batches)].at(-1)?.after
  return [
    ...open.map(({ taskId, state }) => `${taskId} is left in ${state}`),
    ...(isDeepStrictEqual(last, record) ? [] : ['what was told does not give the record'])
  ]
}

const noDeadlock: Check = (_, { reason, instances }) =>
  reason === 'all_tasks_deadlocked' && instances.every(({ state }) => state !== 'removed') ? ['deadlock'] : []

const limitsHold: Check = (p, _, batches) =>
  [...replay(p, batches)].flatMap(({ after }) => {
    const running = after.instances.filter(({ state }) => state === 'running').map(({ taskId }) => p.dag.task(taskId))
    const used = (pool: string): number =>
      running.filter((task) => task.pool === pool).reduce((sum, task) => sum + task.poolSlots, 0)
    const same = (id: string): number => running.filter((task) => task.id === id).length
    return [
      ...(running.length > p.dag.maxActiveTasks ? [`${running.length} run`] : []),
      ...[...POOLS].filter(([pool, slots]) => used(pool) > slots).map(([pool]) => `pool ${pool}: ${used(pool)}`),
      ...running
        .filter(({ id, maxActiveTis }) => same(id) > (maxActiveTis ?? 99))
        .map(({ id }) => `${same(id)} of ${id}`)
    ]
  })

const nothingTooEarly: Check = (p, _, batches) =>
  [...replay(p, batches)].flatMap(({ before, batch }) =>
    batch
      .filter(isTask)
      .filter(({ instance }) => instance.state === 'scheduled' && allowed(p.dag, before, instance) !== 'run')
      .map(({ instance }) => `${instance.taskId} is scheduled: ${allowed(p.dag, before, instance)}`)
  )

const noTryTooMany: Check = (p, record, batches) => {
  const due = new Map<string, number>()
  const early = batches.flat().flatMap((t) => {
    if (!isTask(t)) return []
    const name = instanceName(t.instance)
    if (t.instance.retryAt !== null) due.set(name, t.instance.retryAt)
    return t.instance.state === 'scheduled' && t.at < (due.get(name) ?? 0) ? [`${name} is retried too early`] : []
  })
  const many = record.instances.filter((i) => i.tryNumber > p.dag.task(i.taskId).retry.retries + 1)
  return [...early, ...many.map(({ taskId, tryNumber }) => `${taskId} had ${tryNumber} tries`)]
}

const noWayBack: Check = (_, __, batches) =>
  batches
    .flat()
    .filter(isTask)
    .filter(({ from, instance }) => isFinal(from) || (instance.state === 'running' && from !== 'scheduled'))
    .map(({ from, instance }) => `${instance.taskId} goes from ${from} to ${instance.state}`)

describe('whatever the DAG and the order of completion', () => {
  it.each<readonly [string, Check]>([
    ['every instance ends in a final state, and what was told gives the record', everyInstanceEnds],
    ['no run ends in a deadlock unless something was removed', noDeadlock],
    ['pools, max_active_tasks and max_active_tis_per_dag are never exceeded', limitsHold],
    ['no instance is scheduled before its rule allows it', nothingTooEarly],
    ['no task is tried more often than allowed, nor before its retry is due', noTryTooMany],
    ['no instance leaves a final state, and none runs without having been scheduled', noWayBack]
  ])('%s', async (_, check) => {
    await expect(holds(check)).resolves.toBeUndefined()
  })
})

function allowed(dag: Dag, record: RunRecord, instance: InstanceRecord): string {
  const task = dag.task(instance.taskId)
  const ups = record.instances.filter(({ taskId }) => task.upstream.includes(taskId))
  const count = (state: string): number => ups.filter((up) => up.state === state).length
  const counts = {
    total: ups.length,
    success: count('success'),
    failed: count('failed'),
    upstreamFailed: count('upstream_failed'),
    skipped: count('skipped'),
    removed: count('removed'),
    setups: 0,
    setupSuccess: 0,
    setupSkipped: 0
  }
  return judgeTriggerRule(task.triggerRule, counts, instance.mapIndex).kind
}
