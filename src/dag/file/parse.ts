import { type ConfigMap, type ConfigNode, entryOf } from '../../core/config/node.ts'
import { readOptions } from '../../core/config/option.ts'
import { INVALID, type ReadContext, type Told } from '../../core/config/types.ts'
import { compareDiagnostics, type Diagnostic, hasErrors, type Position } from '../../core/diagnostic.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { parseConfigFile, type TextFile } from '../../core/yaml.ts'
import { checkDag } from '../check.ts'
import type { DagProblem } from '../problem.ts'
import type { DagFile } from './dag-file.ts'
import { DAG_OPTIONS, TASK_OPTIONS } from './options.ts'
import { faultOf, type Param, SCHEMA_KEYWORDS } from './params.ts'
import { makeTask, nodeAt, type ReadTask } from './task.ts'

/** A DAG file that may be run with what there is to say about it, or everything that is wrong with it. */
export type ParsedDagFile = Result<
  { readonly dagFile: DagFile; readonly diagnostics: readonly Diagnostic[] },
  readonly Diagnostic[]
>

/** Whether a configuration file is a DAG's: a mapping with dag_id. */
export function isDagText({ file, text }: TextFile): boolean {
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
    tell: ({ line, column }: Position, severity, told: Told) => {
      diagnostics.push({ file, line, column, severity, ...told })
    }
  }
  if (root?.kind !== 'map') {
    const at = root?.at ?? { line: 1, column: 1 }
    context.tell(at, 'error', { code: 'not-a-dag', message: 'a DAG is a mapping with `dag_id` and `tasks`' })
    return err(diagnostics)
  }
  const dagFile = readDag(file, root, context)
  diagnostics.sort(compareDiagnostics)
  return dagFile === null || hasErrors(diagnostics) ? err(diagnostics) : ok({ dagFile, diagnostics })
}

function readDag(file: string, root: ConfigMap, context: ReadContext): DagFile | null {
  const values = readOptions(root, DAG_OPTIONS, { where: 'the DAG', unknown: 'error' }, context)
  if (values === INVALID) return null
  const read = values.tasks.map((node) => readTask(node, values.default_args, context))
  const params = paramsOf(values.params, entryOf(root, 'params')?.value ?? root, context)
  const tasks = read.flatMap((task) => (task === null ? [] : [task]))
  if (tasks.length < read.length) return null
  const spec = {
    dagId: values.dag_id,
    tasks: tasks.map((task) => task.spec),
    pools: new Map(Object.entries(values.pools)),
    maxActiveTasks: values.max_active_tasks,
    failFast: values.fail_fast,
    dagrunTimeoutSeconds: values.dagrun_timeout
  }
  const checked = checkDag(spec)
  const nodes = new Map(tasks.map(({ spec: { id } }, i) => [id, values.tasks[i] ?? root]))
  for (const problem of checked.ok ? [] : checked.error) tell(problem, nodes, root, context)
  tellUnknownNames(tasks, params, nodes, context)
  return {
    file,
    description: values.description,
    params,
    callbacks: { on_success: values.on_success ?? [], on_failure: values.on_failure ?? [], on_retry: [] },
    tasks: new Map(tasks.map(({ fileTask }) => [fileTask.id, fileTask])),
    spec
  }
}

function readTask(node: ConfigNode, defaults: Parameters<typeof makeTask>[1], context: ReadContext): ReadTask | null {
  if (node.kind !== 'map') {
    context.tell(node.at, 'error', { code: 'wrong-type', message: 'a task is a mapping with `task_id`' })
    return null
  }
  const values = readOptions(node, TASK_OPTIONS, { where: 'the task', unknown: 'error' }, context)
  const task = values === INVALID ? INVALID : makeTask(values, defaults, node, context)
  return task === INVALID ? null : task
}

function tell(
  problem: DagProblem,
  nodes: ReadonlyMap<string, ConfigNode>,
  root: ConfigNode,
  context: ReadContext
): void {
  const node = problem.taskId === null ? root : (nodes.get(problem.taskId) ?? root)
  const { code, message, cure, trail = [] } = problem
  const first = trail[0]
  const at =
    first === undefined
      ? nodeAt(node, problem.key, problem.value)
      : nodeAt(nodes.get(first.to) ?? node, 'depends_on', first.written)
  context.tell(at.at, 'error', { code, message, cure })
  for (const edge of trail.slice(1)) {
    const place = nodeAt(nodes.get(edge.to) ?? root, 'depends_on', edge.written)
    context.tell(place.at, 'notice', { code, message: `${edge.to} comes after ${edge.from}` })
  }
}

/** Names of params and tasks that a task uses beside its depends_on. */
function tellUnknownNames(
  tasks: readonly ReadTask[],
  params: readonly Param[],
  nodes: ReadonlyMap<string, ConfigNode>,
  context: ReadContext
): void {
  const known = new Set(params.map(({ name }) => name))
  for (const { fileTask } of tasks) {
    for (const { name, over } of fileTask.expand) {
      if (over.from !== 'param' || known.has(over.name)) continue
      const at = nodeAt(nodes.get(fileTask.id) ?? { kind: 'list', at: { line: 1, column: 1 }, items: [] }, 'expand').at
      context.tell(at, 'error', {
        code: 'unknown-param',
        message: `expand.${name} names param ${over.name}, which is not defined`
      })
    }
  }
}

function paramsOf(values: Readonly<Record<string, Json>>, node: ConfigNode, context: ReadContext): readonly Param[] {
  return Object.entries(values).map(([name, value]) => {
    if (!isSchema(value)) return { name, fallback: value, description: '', schema: {} }
    const { default: fallback, description, ...schema } = value
    const param = { name, fallback, description: typeof description === 'string' ? description : '', schema }
    const fault = schemaFault(param)
    if (fault !== null) context.tell(nodeAt(node, name).at, 'error', fault)
    return fault === null ? param : { ...param, schema: {} }
  })
}

function schemaFault({ name, fallback, schema }: Param): Told | null {
  const unknown = Object.keys(schema).find((keyword) => !SCHEMA_KEYWORDS.includes(keyword))
  if (unknown !== undefined) {
    const message = `params.${name} has the keyword ${unknown}, which is not known here`
    return { code: 'unknown-keyword', message, cure: `there are ${SCHEMA_KEYWORDS.join(', ')}` }
  }
  if (typeof schema.pattern === 'string' && !isPattern(schema.pattern)) {
    return { code: 'bad-pattern', message: `params.${name}.pattern is no regular expression` }
  }
  const fault = fallback === undefined || fallback === null ? null : faultOf(fallback, schema)
  return fault === null ? null : { code: 'bad-default', message: `the default of params.${name}: ${fault}` }
}

function isPattern(pattern: string): boolean {
  try {
    void new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}

/** A mapping is a param's description when it has a default or a type; any other mapping is a value. */
const isSchema = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && ('default' in value || 'type' in value)
