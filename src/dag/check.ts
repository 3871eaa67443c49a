import { err, ok, type Result } from '../core/result.ts'
import { cycleProblem, findCycles } from './cycle.ts'
import { Dag } from './dag.ts'
import { type DagSpec, DEFAULT_POOL, DEFAULTS, type TaskSpec } from './model.ts'
import type { DagProblem } from './problem.ts'
import { groupsOf, resolveEdges } from './resolve.ts'

const TASK_ID = /^[\p{L}\p{N}_.-]+$/u
const LONGEST_ID = 250

/**
 * The DAG that can be run, or everything that is wrong with it. Cycles are looked for only when every name is known,
 * as an unknown name often is the misspelt one that would close or open a cycle.
 */
export function checkDag(spec: DagSpec): Result<Dag, readonly DagProblem[]> {
  const groups = groupsOf(spec.tasks)
  const problems: DagProblem[] = [...badIds(spec.tasks, new Set(groups.keys()))]
  const resolved = resolveEdges(spec.tasks, groups)
  problems.push(...resolved.problems)
  if (problems.length === 0) {
    const ids = spec.tasks.map((task) => task.id)
    problems.push(...findCycles(ids, resolved.edges).map(cycleProblem))
  }
  problems.push(...spec.tasks.flatMap((task) => [...badPool(task, spec), ...badTask(task, spec)]))
  if (problems.length > 0) return err(problems)
  const dag = new Dag(spec, resolved.edges, groups)
  const refused = [...dag.tasks.values()].flatMap((task) => badSetupChild(task, dag))
  return refused.length > 0 ? err(refused) : ok(dag)
}

function badIds(tasks: readonly TaskSpec[], groups: ReadonlySet<string>): DagProblem[] {
  const problems: DagProblem[] = []
  const seen = new Set<string>()
  for (const { id } of tasks) {
    const about = { taskId: id, key: 'task_id', value: id }
    if (seen.has(id)) {
      const message = `task_id ${id} is there twice`
      problems.push({ ...about, code: 'duplicate-task', message, cure: 'give each task a name of its own' })
    }
    seen.add(id)
    if (groups.has(id)) {
      const message = `${id} is the name of a task and of a group`
      problems.push({ ...about, code: 'duplicate-group', message, cure: 'rename one of them' })
    }
    if (!TASK_ID.test(id) || id.length > LONGEST_ID) {
      const message = `task_id ${JSON.stringify(id.slice(0, 60))} cannot be used`
      const cure = `use up to ${LONGEST_ID} letters, digits, dashes, dots and underscores`
      problems.push({ ...about, code: 'bad-task-id', message, cure })
    }
  }
  return problems
}

function badPool(task: TaskSpec, spec: DagSpec): DagProblem[] {
  const slots = spec.pools.get(task.pool) ?? (task.pool === DEFAULT_POOL ? DEFAULTS.poolSlots : undefined)
  if (slots === undefined) {
    const message = `task ${task.id} uses pool ${task.pool}, which is not defined`
    const cure = `add it to pools: { ${task.pool}: 1 }`
    return [{ code: 'unknown-pool', message, cure, taskId: task.id, key: 'pool', value: task.pool }]
  }
  const about = { code: 'bad-pool-slots', taskId: task.id, key: 'pool_slots' } as const
  if (!Number.isInteger(task.poolSlots) || task.poolSlots < 1) {
    return [{ ...about, message: `pool_slots of ${task.id} is ${task.poolSlots}`, cure: 'write a whole number from 1' }]
  }
  if (slots >= 0 && task.poolSlots > slots) {
    const message = `task ${task.id} asks for ${task.poolSlots} slots of pool ${task.pool}, which has ${slots}`
    return [{ ...about, message, cure: 'ask for fewer slots, or make the pool larger' }]
  }
  return []
}

function badTask(task: TaskSpec, spec: DagSpec): DagProblem[] {
  const problems: DagProblem[] = []
  const rule = task.triggerRule
  if (spec.failFast && rule !== 'all_success' && rule !== 'all_done_setup_success') {
    const message = `task ${task.id} has trigger_rule ${rule}, but a DAG with fail_fast allows only all_success`
    const cure = 'leave trigger_rule out, or take fail_fast away'
    problems.push({ code: 'bad-trigger-rule', message, cure, taskId: task.id, key: 'trigger_rule', value: rule })
  }
  if (task.onFailureFailDagrun && task.role !== 'teardown') {
    const message = `task ${task.id} has on_failure_fail_dagrun but is not a teardown`
    const cure = 'take it away: the failure of any other task counts by the tasks after it'
    problems.push({ code: 'bad-teardown', message, cure, taskId: task.id, key: 'on_failure_fail_dagrun' })
  }
  if (task.expand?.kind === 'product' && task.expand.args.length === 0) {
    const message = `task ${task.id} has an expand without arguments`
    const cure = 'name at least one list to map over'
    problems.push({ code: 'bad-expand', message, cure, taskId: task.id, key: 'expand' })
  }
  return problems
}

function badSetupChild(task: TaskSpec & { readonly upstream: readonly string[] }, dag: Dag): DagProblem[] {
  if (task.role === 'teardown' || task.triggerRule === 'all_success') return []
  const setup = task.upstream.find((id) => dag.task(id).role === 'setup')
  if (setup === undefined) return []
  const message = `task ${task.id} follows setup ${setup} with trigger_rule ${task.triggerRule}`
  const cure = 'a task right after a setup has to have trigger_rule all_success'
  return [{ code: 'bad-trigger-rule', message, cure, taskId: task.id, key: 'trigger_rule', value: task.triggerRule }]
}
