import { AppError } from '../../core/errors.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { checkDag } from '../../dag/check.ts'
import type { Dag } from '../../dag/dag.ts'
import type { DagFile, FileTask } from '../../dag/file/dag-file.ts'
import { specExpand } from '../../dag/file/task.ts'
import type { ExpandSource } from '../../dag/model.ts'
import { askedTasks, idsOf, subsetOf } from './subset.ts'

/** Lists the databases that a recipe reads. */
export type ListDatabases = (recipe: string) => Promise<readonly string[]>

/**
 * The DAG with its lists filled in from params and catalogues, cut down to the tasks that were asked for.
 * @throws AppError for a param that is no list, a catalogue that cannot be listed, a task that is not there.
 */
export async function buildDag(
  dagFile: DagFile,
  values: { readonly params: JsonObject; readonly databases: ListDatabases; readonly tasks: readonly string[] }
): Promise<Dag> {
  const listed = new Map<string, Promise<readonly string[]>>()
  const databases: ListDatabases = (recipe) => {
    const list = listed.get(recipe) ?? values.databases(recipe)
    listed.set(recipe, list)
    return list
  }
  const whole = dagOf(dagFile, dagFile.spec)
  const asked = idsOf(askedTasks(values.tasks, whole, 'tasks'), whole)
  const spec = asked.length === 0 ? dagFile.spec : subsetOf(dagFile.spec, whole, new Set(asked))
  const tasks = []
  for (const task of spec.tasks) {
    const fileTask = dagFile.tasks.get(task.id)
    const expand =
      fileTask === undefined ? null : specExpand(fileTask.expand, await listsOf(fileTask, values.params, databases))
    tasks.push({ ...task, expand })
  }
  return dagOf(dagFile, { ...spec, tasks })
}

function dagOf(dagFile: DagFile, spec: DagFile['spec']): Dag {
  const checked = checkDag(spec)
  if (checked.ok) return checked.value
  const [first] = checked.error
  throw new AppError(`${dagFile.file}: ${first?.message ?? 'it is no DAG'}`, {
    kind: 'input',
    code: first?.code ?? 'bad-dag',
    ...(first === undefined ? {} : { cure: first.cure })
  })
}

async function listsOf(
  { expand, id }: FileTask,
  params: JsonObject,
  databases: ListDatabases
): Promise<ReadonlyMap<string, ExpandSource>> {
  const lists = new Map<string, ExpandSource>()
  for (const { name, over } of expand) {
    if (over.from === 'param') lists.set(name, { from: 'literal', values: listOf(params[over.name], id, over.name) })
    if (over.from === 'databases') lists.set(name, { from: 'literal', values: await databases(over.recipe) })
  }
  return lists
}

function listOf(value: Json | undefined, task: string, param: string): readonly Json[] | JsonObject {
  if (typeof value === 'object' && value !== null) return value as readonly Json[] | JsonObject
  const message = `task ${task} maps over param ${param}, which is no list or mapping`
  throw new AppError(message, { kind: 'input', code: 'bad-params', cure: `give ${param} as a JSON list` })
}
