import { AppError } from '../../core/errors.ts'
import type { DagFile, FileTask } from '../../dag/file/dag-file.ts'
import { FILLED_BY_INPUTS, readEnvFile } from '../environment.ts'

/** The variables that a DAG's tasks set for their recipes. */
export async function declaredByTasks(dag: DagFile, cwd: string): Promise<readonly string[]> {
  const tasks = [...dag.tasks.values()]
  return (await Promise.all(tasks.map((task) => declaredBy(task, cwd)))).flat()
}

async function declaredBy({ env, action }: FileTask, cwd: string): Promise<readonly string[]> {
  if (action.kind !== 'recipe') return []
  const filled = Object.keys(action.with).flatMap((input) => FILLED_BY_INPUTS[input] ?? [])
  return [...Object.keys(env), ...filled, ...(await namesIn(action.with['env-file'] ?? null, cwd))]
}

/** A file whose name is filled in when the task runs, or that only the run has, declares nothing. */
async function namesIn(envFile: string | null, cwd: string): Promise<readonly string[]> {
  try {
    return Object.keys(await readEnvFile(envFile, cwd))
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}
