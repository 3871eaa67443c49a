import { type ConfigNode, entryOf, toJson } from '../../core/config/node.ts'
import { INVALID, type Invalid, type ReadContext } from '../../core/config/types.ts'
import { DEFAULT_POOL, DEFAULTS, type Expand, type ExpandSource, type TaskRole, type TaskSpec } from '../model.ts'
import type { Callbacks, ExpandOver, FileTask, TaskAction } from './dag-file.ts'
import type { SharedValues, TaskValues } from './options.ts'
import { refuse } from './values.ts'

/** A task as the file has it and as the runner knows it. */
export interface ReadTask {
  readonly fileTask: FileTask
  readonly spec: TaskSpec
  /** Of a teardown: the tasks that it clears up after, which are setups by that (Airflow's `as_teardown`). */
  readonly setups: readonly string[]
}

/** Makes a task of what is written; `defaults` are the file's default_args. */
export function makeTask(
  values: TaskValues,
  defaults: SharedValues | null,
  node: ConfigNode,
  context: ReadContext
): ReadTask | Invalid {
  const action = actionOf(values, node, context)
  const expand = expandOf(values, context)
  if (action === INVALID || expand === INVALID) return INVALID
  const isTeardown = values.teardown !== null
  if (isTeardown && values.setup) {
    const message = `task ${values.task_id} is setup and teardown`
    return refuse(nodeAt(node, 'teardown'), context, { code: 'bad-teardown', message, cure: 'make two tasks of it' })
  }
  const id = values.group === null ? values.task_id : `${values.group}.${values.task_id}`
  const role: TaskRole = isTeardown ? 'teardown' : values.setup ? 'setup' : 'work'
  const checks = action.kind === 'check' ? [action.task] : []
  const spec: TaskSpec = {
    id,
    ...schedulingOf(values, defaults, role),
    group: values.group,
    dependsOn: [...new Set([...values.depends_on, ...(values.teardown ?? []), ...checks])],
    role,
    onFailureFailDagrun: values.on_failure_fail_dagrun,
    expand: specExpand(expand)
  }
  const env = { ...defaults?.env, ...values.env }
  const fileTask = { id, action, env, when: values.when, callbacks: callbacksOf(values, defaults), expand }
  return { spec, setups: values.teardown ?? [], fileTask }
}

type Scheduling = Omit<TaskSpec, 'id' | 'group' | 'dependsOn' | 'role' | 'onFailureFailDagrun' | 'expand'>

function schedulingOf(values: SharedValues, defaults: SharedValues | null, role: TaskRole): Scheduling {
  const of = <K extends keyof SharedValues, D>(key: K, fallback: D): NonNullable<SharedValues[K]> | D =>
    values[key] ?? defaults?.[key] ?? fallback
  const usual = role === 'teardown' ? 'all_done_setup_success' : 'all_success'
  return {
    triggerRule: values.trigger_rule ?? (role === 'work' ? defaults?.trigger_rule : null) ?? usual,
    retry: {
      retries: of('retries', 0),
      delaySeconds: of('retry_delay', DEFAULTS.retryDelaySeconds),
      backoff: of('retry_exponential_backoff', 0),
      maxDelaySeconds: of('max_retry_delay', null),
      rules: of('retry_rules', []).map(({ errors, action, delay }) => ({
        codes: errors.flatMap((code) => CODES[code] ?? [code]),
        action,
        ...(delay === null ? {} : { delaySeconds: delay })
      }))
    },
    executionTimeoutSeconds: of('execution_timeout', null),
    pool: of('pool', DEFAULT_POOL),
    poolSlots: of('pool_slots', 1),
    priorityWeight: of('priority_weight', 1),
    weightRule: of('weight_rule', 'downstream'),
    maxActiveTis: of('max_active_tis_per_dag', null),
    dependsOnPast: of('depends_on_past', false),
    waitForDownstream: of('wait_for_downstream', false)
  }
}

/** Classes whose failures the runner itself names otherwise. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  timeout: ['timeout', 'dag-task-timeout', 'dag-task-did-not-stop']
}

const callbacksOf = (values: SharedValues, defaults: SharedValues | null): Callbacks => ({
  on_success: values.on_success ?? defaults?.on_success ?? [],
  on_failure: values.on_failure ?? defaults?.on_failure ?? [],
  on_retry: values.on_retry ?? defaults?.on_retry ?? []
})

const KINDS = ['recipe', 'run', 'check', 'branch', 'short_circuit'] as const

function actionOf(values: TaskValues, node: ConfigNode, context: ReadContext): TaskAction | Invalid {
  const kinds = KINDS.filter((kind) => values[kind] !== null)
  if (kinds.length > 1) {
    const message = `task ${values.task_id} has ${kinds.join(' and ')}`
    return refuse(node, context, { code: 'two-actions', message, cure: 'a task does one thing: make two tasks of it' })
  }
  if (values.with !== null && values.recipe === null) {
    const message = `task ${values.task_id} has 'with' but no recipe`
    return refuse(node, context, { code: 'unused-option', message, cure: 'remove it; variables go under env' })
  }
  if (values.recipe !== null) return { kind: 'recipe', recipe: values.recipe, with: values.with ?? {} }
  if (values.run !== null) return { kind: 'run', command: values.run }
  if (values.check !== null) return { kind: 'check', ...values.check }
  if (values.branch !== null) return { kind: 'branch', cases: values.branch }
  if (values.short_circuit === null) return { kind: 'empty' }
  const scope = values.ignore_downstream_trigger_rules ? 'descendants' : 'direct'
  return { kind: 'short-circuit', condition: values.short_circuit, scope }
}

function expandOf({ expand }: TaskValues, context: ReadContext): FileTask['expand'] | Invalid {
  const args = Object.entries(expand ?? {}).map(([name, node]) => [name, overOf(name, node, context)] as const)
  const valid = args.flatMap(([name, over]) => (over === INVALID ? [] : [{ name, over }]))
  return valid.length < args.length ? INVALID : valid
}

const SOURCES = ['task', 'param', 'databases', 'values'] as const

/** `[a, b]`, `{task: id}`, `{param: name}`, `{databases: recipe}` or `{values: {…}}`. */
function overOf(name: string, node: ConfigNode, context: ReadContext): ExpandOver | Invalid {
  if (node.kind === 'list') return { from: 'literal', values: node.items.map(toJson) }
  const message = `expand.${name} is no list, and none of { task: … }, { param: … }, { databases: RECIPE }, { values: { … } }`
  const entry = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined
  const key = SOURCES.find((one) => one === entry?.key.value)
  if (entry === undefined || key === undefined)
    return refuse(node, context, { code: 'bad-expand', message, cure: 'write a list, or one of these' })
  const value = toJson(entry.value)
  if (key === 'values' && typeof value === 'object' && value !== null) {
    return { from: 'literal', values: value as Extract<ExpandOver, { from: 'literal' }>['values'] }
  }
  if (typeof value !== 'string')
    return refuse(entry.value, context, { code: 'bad-expand', message, cure: 'write a list, or one of these' })
  if (key === 'task') return { from: 'task', taskId: value }
  return key === 'param' ? { from: 'param', name: value } : { from: 'databases', recipe: value }
}

/** The mapping as the runner knows it; what is not known yet is an empty list. */
export function specExpand(expand: FileTask['expand'], lists?: ReadonlyMap<string, ExpandSource>): Expand | null {
  if (expand.length === 0) return null
  const source = (name: string, over: ExpandOver): ExpandSource => {
    if (over.from === 'literal') return over
    if (over.from === 'task') return over
    return lists?.get(name) ?? { from: 'literal', values: [] }
  }
  return { kind: 'product', args: expand.map(({ name, over }) => ({ name, source: source(name, over) })) }
}

/** The node at a key of a task, or the task's own. */
export function nodeAt(node: ConfigNode, key: string, value?: string): ConfigNode {
  const found = node.kind === 'map' ? entryOf(node, key)?.value : undefined
  if (found === undefined) return node
  const item =
    found.kind === 'list' ? found.items.find((one) => one.kind === 'scalar' && one.value === value) : undefined
  return item ?? found
}
