import { type ConfigMap, type ConfigNode, entryOf, memberOf } from '../../core/config/node.ts'
import { type ReadOptions, readOptions } from '../../core/config/option.ts'
import { INVALID, type ReadContext, type Told } from '../../core/config/types.ts'
import { compareDiagnostics, type Diagnostic, hasErrors, type Position } from '../../core/diagnostic.ts'
import { oneLine } from '../../core/quote.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { suggest } from '../../core/suggest.ts'
import { parseConfigFile, type TextFile } from '../../core/yaml.ts'
import { checkDag } from '../check.ts'
import type { TaskSpec } from '../model.ts'
import type { DagProblem } from '../problem.ts'
import type { DagFile } from './dag-file.ts'
import { type KnownNames, tellSharedNames, tellTaskNames } from './names.ts'
import { DAG_OPTIONS, SHARED, TASK_OPTIONS } from './options.ts'
import { paramsOf } from './param-schema.ts'
import { makeTask, nodeAt, type ReadTask } from './task.ts'

/** A recipe that a DAG names by a path or glob without templates, and where. */
export interface NamedRecipe {
  readonly pattern: string
  readonly at: Position
}

/** A DAG file that may be run with what there is to say about it, or everything that is wrong with it. */
export type ParsedDagFile = Result<
  {
    readonly dagFile: DagFile
    readonly diagnostics: readonly Diagnostic[]
    /** Whether they exist is for the caller to find out. */
    readonly recipes: readonly NamedRecipe[]
  },
  readonly Diagnostic[]
>

/** Whether a configuration file is a DAG's: a mapping with dag_id. */
export function isDagText({ file, text }: TextFile): boolean {
  if (!text.includes('dag_id')) return false
  const document = parseConfigFile({ file, text })
  const root = document.ok ? document.value.root : null
  return root?.kind === 'map' && entryOf(root, 'dag_id') !== undefined
}

/** Reads a DAG file: text → tree → options → graph. All problems are told, each with its place. */
export function parseDagFile({ file, text }: TextFile): ParsedDagFile {
  const document = parseConfigFile({ file, text })
  if (!document.ok) return err(document.error)
  const { root, warnings } = document.value
  const diagnostics: Diagnostic[] = [...warnings]
  const context: ReadContext = {
    ignoredKeys: 'error',
    // Names of tasks, params and groups may hold anything.
    tell: ({ line, column }: Position, severity, { code, message, cure }: Told) => {
      const mend = cure === undefined ? {} : { cure: oneLine(cure) }
      diagnostics.push({ file, line, column, severity, code, message: oneLine(message), ...mend })
    }
  }
  if (root?.kind !== 'map') {
    const at = root?.at ?? { line: 1, column: 1 }
    context.tell(at, 'error', { code: 'not-a-dag', message: 'a DAG is a mapping with `dag_id` and `tasks`' })
    return err(diagnostics)
  }
  const dagFile = readDag(file, root, context)
  diagnostics.sort(compareDiagnostics)
  return dagFile === null || hasErrors(diagnostics)
    ? err(diagnostics)
    : ok({ dagFile, diagnostics, recipes: recipesIn(root) })
}

/** The recipes of tasks, and those whose databases are mapped over. */
function recipesIn(root: ConfigMap): readonly NamedRecipe[] {
  const tasks = memberOf(root, 'tasks')
  const named = (tasks?.kind === 'list' ? tasks.items : []).flatMap((task) => {
    const expand = memberOf(task, 'expand')
    const args = expand?.kind === 'map' ? expand.entries.map(({ value }) => value) : []
    return [memberOf(task, 'recipe'), ...args.map((over) => memberOf(over, 'databases'))]
  })
  return named.flatMap((node) =>
    node?.kind === 'scalar' && node.type === 'string' && !node.value.includes('{{')
      ? [{ pattern: node.value, at: node.at }]
      : []
  )
}

const keyOf = (options: object, key: string, place: string): string | null =>
  Object.hasOwn(options, key) ? place : null

const IN_DAG: ReadOptions = {
  where: 'the DAG',
  unknown: 'error',
  misplaced: (key) =>
    keyOf(SHARED, key, 'a task, or for all of them to default_args') ?? keyOf(TASK_OPTIONS, key, 'a task')
}

const IN_TASK: ReadOptions = {
  where: 'the task',
  unknown: 'error',
  misplaced: (key) => keyOf(DAG_OPTIONS, key, 'the DAG itself, beside tasks')
}

function readDag(file: string, root: ConfigMap, context: ReadContext): DagFile | null {
  const values = readOptions(root, DAG_OPTIONS, IN_DAG, context)
  if (values === INVALID) {
    // The graph cannot be known, but each task can be looked at by itself.
    const written = entryOf(root, 'tasks')?.value
    if (written?.kind === 'list') for (const node of written.items) readTask(node, null, context)
    return null
  }
  const read = values.tasks.map((node) => readTask(node, values.default_args, context))
  const params = paramsOf(values.params, entryOf(root, 'params')?.value ?? root, context)
  const tasks = read.flatMap((task) => (task === null ? [] : [task]))
  if (tasks.length < read.length) return null
  const spec = {
    dagId: values.dag_id,
    tasks: withSetups(tasks),
    pools: new Map(Object.entries(values.pools)),
    maxActiveTasks: values.max_active_tasks,
    failFast: values.fail_fast,
    dagrunTimeoutSeconds: values.dagrun_timeout
  }
  const checked = checkDag(spec)
  const placed: Placed = {
    root,
    written: values.tasks,
    nodes: new Map(tasks.map(({ spec: { id } }, i) => [id, values.tasks[i] ?? root]))
  }
  for (const problem of checked.ok ? [] : checked.error) tell(problem, placed, context)
  tellUnknownNames(tasks, placed, { params, tasks, dag: checked.ok ? checked.value : null }, context)
  return {
    file,
    description: values.description,
    schedule: values.schedule,
    timezone: values.timezone,
    params,
    callbacks: { on_success: values.on_success ?? [], on_failure: values.on_failure ?? [], on_retry: [] },
    tasks: new Map(tasks.map(({ fileTask }) => [fileTask.id, fileTask])),
    spec
  }
}

/** A task that a teardown names is its setup, whether it says so itself or not. */
function withSetups(tasks: readonly ReadTask[]): readonly TaskSpec[] {
  const setups = new Set(tasks.flatMap((task) => task.setups))
  return tasks.map(({ spec }) => (spec.role === 'work' && setups.has(spec.id) ? { ...spec, role: 'setup' } : spec))
}

function readTask(node: ConfigNode, defaults: Parameters<typeof makeTask>[1], context: ReadContext): ReadTask | null {
  if (node.kind !== 'map') {
    context.tell(node.at, 'error', { code: 'wrong-type', message: 'a task is a mapping with `task_id`' })
    return null
  }
  const values = readOptions(node, TASK_OPTIONS, IN_TASK, context)
  const task = values === INVALID ? INVALID : makeTask(values, defaults, node, context)
  return task === INVALID ? null : task
}

/** Where things stand in the text. */
interface Placed {
  readonly root: ConfigMap
  /** The tasks as they are written. */
  readonly written: readonly ConfigNode[]
  readonly nodes: ReadonlyMap<string, ConfigNode>
}

function tell(problem: DagProblem, { root, nodes }: Placed, context: ReadContext): void {
  const node = problem.taskId === null ? root : (nodes.get(problem.taskId) ?? root)
  const { code, message, cure, trail = [] } = problem
  const first = trail[0]
  const at =
    first === undefined
      ? placeOf(node, problem, entryOf(root, 'default_args')?.value)
      : upstreamAt(nodes.get(first.to) ?? node, first.written)
  context.tell(at.at, 'error', { code, message, cure })
  for (const edge of trail.slice(1)) {
    const place = upstreamAt(nodes.get(edge.to) ?? root, edge.written)
    context.tell(place.at, 'notice', { code, message: `${edge.to} comes after ${edge.from}` })
  }
}

/** The node at fault. What a task does not say itself, default_args say for it. */
function placeOf(node: ConfigNode, { key, value }: DagProblem, defaults: ConfigNode | undefined): ConfigNode {
  if (key === 'depends_on' && value !== undefined) return upstreamAt(node, value)
  const own = key === 'expand' && value !== undefined ? expandedAt(node, value) : nodeAt(node, key, value)
  return own === node && defaults !== undefined ? orElse(nodeAt(defaults, key, value), defaults, node) : own
}

const orElse = (found: ConfigNode, unless: ConfigNode, other: ConfigNode): ConfigNode =>
  found === unless ? other : found

/** What an argument of `expand` ranges over. */
const expandAt = (node: ConfigNode, argument: string, kind: 'param' | 'task'): ConfigNode =>
  nodeAt(nodeAt(nodeAt(node, 'expand'), argument), kind)

/** Where `expand` names a task. */
function expandedAt(node: ConfigNode, taskId: string): ConfigNode {
  const expand = nodeAt(node, 'expand')
  const over = expand.kind === 'map' ? expand.entries.map(({ value }) => nodeAt(value, 'task')) : []
  return over.find((place) => place.kind === 'scalar' && place.value === taskId) ?? expand
}

/** Where a task names an upstream: in depends_on, or as the setup of a teardown, or as what a check looks at. */
function upstreamAt(node: ConfigNode, name: string): ConfigNode {
  const check = nodeAt(node, 'check')
  const places = [nodeAt(node, 'depends_on', name), nodeAt(node, 'teardown', name), nodeAt(check, 'task', name)]
  return places.find((place) => place.kind === 'scalar' && place.value === name) ?? places[0] ?? node
}

/** Params that are mapped over, and all names in templates and conditions. */
function tellUnknownNames(tasks: readonly ReadTask[], placed: Placed, known: KnownNames, context: ReadContext): void {
  const params = known.params.map(({ name }) => name)
  for (const [i, task] of tasks.entries()) {
    const node = placed.written[i] ?? placed.root
    for (const { name, over } of task.fileTask.expand) {
      if (over.from !== 'param' || params.includes(over.name)) continue
      const near = suggest(over.name, params)
      const cure = near === null ? 'define it under params' : `did you mean ${near}?`
      const message = `expand.${name} names param ${over.name}, which is not defined`
      context.tell(expandAt(node, name, 'param').at, 'error', { code: 'unknown-param', message, cure })
    }
    tellTaskNames(task, node, known, context)
  }
  tellSharedNames(placed.root, known, context)
  tellSharedNames(entryOf(placed.root, 'default_args')?.value, known, context)
}
