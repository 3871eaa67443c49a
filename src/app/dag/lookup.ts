import type { Environment } from '../../core/environment.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import type { Lookup } from '../../dag/file/expression.ts'
import type { TaskContext } from '../../dag/task.ts'

/** What the templates and conditions of a try can name. */
export interface Names {
  readonly context: TaskContext
  readonly params: JsonObject
  readonly env: Environment
  /** Ids of all tasks, which may hold dots. */
  readonly taskIds: readonly string[]
}

/**
 * `params.NAME`, `map.ARGUMENT`, `env.NAME`, `tasks.ID.state`, `tasks.ID.output.…`, `dag_id`, `run_id`, `task_id`,
 * `map_index`, `try_number`, `logical_date`. Of a mapped task, `output` is the list of its instances' outputs.
 */
export function lookupOf(names: Names): Lookup {
  const { context, params, env } = names
  const plain: Readonly<Record<string, Json>> = {
    dag_id: context.dagId,
    run_id: context.runId,
    task_id: context.taskId,
    map_index: context.mapIndex,
    try_number: context.tryNumber,
    logical_date: context.logicalDate
  }
  return ([first = '', ...rest]) => {
    if (first === 'params') return inside(params, rest)
    if (first === 'map') return inside(context.values, rest)
    if (first === 'env') return rest.length === 1 ? env[rest[0] ?? ''] : undefined
    if (first === 'tasks') return ofTask(rest, names)
    return rest.length === 0 ? plain[first] : undefined
  }
}

function ofTask(path: readonly string[], { context, taskIds }: Names): Json | undefined {
  for (let length = path.length - 1; length > 0; length--) {
    const id = path.slice(0, length).join('.')
    if (!taskIds.includes(id)) continue
    const [what = '', ...rest] = path.slice(length)
    const instances = context.instances(id)
    const isMapped = instances.some(({ mapIndex }) => mapIndex >= 0)
    const list = instances.map((one): Json => (what === 'state' ? one.state : one.output))
    if (what !== 'state' && what !== 'output') return undefined
    return inside(isMapped ? list : (list[0] ?? null), rest)
  }
  return undefined
}

/** What lies at a path inside a value. */
export function inside(value: Json | undefined, path: readonly string[]): Json | undefined {
  let found: Json | undefined = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Array.isArray(found) ? (found as readonly Json[])[Number(name)] : (found as JsonObject)[name]
  }
  return found
}
