import { checkDag } from '../../../src/dag/check.ts'
import type { Dag } from '../../../src/dag/dag.ts'
import { type DagSpec, DEFAULT_POOL, type Expand, type TaskSpec, taskDefaults } from '../../../src/dag/model.ts'
import type { CaseTask, DagCase, SchedCase } from './formats.ts'

/** The DAG of a case. Retries come at once and slots have no end: a corpus tells about neither. */
export function dagOf(c: DagCase): Dag {
  return checked({
    dagId: c.id,
    tasks: c.tasks.map(taskOf),
    pools: new Map([[DEFAULT_POOL, -1]]),
    maxActiveTasks: 1_000_000,
    failFast: c.fail_fast ?? false,
    dagrunTimeoutSeconds: null
  })
}

function taskOf(task: CaseTask): TaskSpec {
  const plain = taskDefaults(task.id)
  return {
    ...plain,
    dependsOn: task.deps,
    triggerRule: task.trigger_rule,
    role: task.setup === true ? 'setup' : task.teardown === true ? 'teardown' : 'work',
    onFailureFailDagrun: task.teardown === true && task.on_failure_fail_dagrun === true,
    retry: { ...plain.retry, retries: task.retries ?? 0, delaySeconds: 0 },
    expand: expandOf(task)
  }
}

function expandOf(task: CaseTask): Expand | null {
  if (task.expand_literal !== undefined) {
    const values = Array.from({ length: task.expand_literal }, (_, index) => index)
    return { kind: 'product', args: [{ name: 'x', source: { from: 'literal', values } }] }
  }
  if (task.expand_over === undefined) return null
  return { kind: 'product', args: [{ name: 'x', source: { from: 'task', taskId: task.expand_over } }] }
}

/**
 * The DAG of a picking case. Its pools are left open here, as such a case may name a pool that does not exist or ask
 * for more slots than there are, which `checkDag` rightly refuses; the round is given the case's own pools.
 */
export function schedDagOf(c: SchedCase): Dag {
  return checked({
    dagId: c.id,
    tasks: c.tasks.map((task) => ({
      ...taskDefaults(task.id),
      dependsOn: task.deps,
      priorityWeight: task.priority_weight,
      weightRule: task.weight_rule,
      pool: task.pool,
      poolSlots: task.pool_slots,
      maxActiveTis: task.max_active_tis_per_dag ?? null
    })),
    pools: new Map(c.tasks.map((task) => [task.pool, -1])),
    maxActiveTasks: c.max_active_tasks,
    failFast: false,
    dagrunTimeoutSeconds: null
  })
}

function checked(spec: DagSpec): Dag {
  const result = checkDag(spec)
  if (result.ok) return result.value
  throw new Error(`refused: ${result.error.map((problem) => problem.message).join('; ')}`)
}
