import { readFile } from 'node:fs/promises'
import type { Json, JsonObject } from '../../core/json.ts'
import type { TaskAction } from '../../dag/file/dag-file.ts'
import { judge, type Lookup } from '../../dag/file/expression.ts'
import type { TaskContext, TaskResult } from '../../dag/task.ts'
import type { InstanceRecord } from '../../model/dag-run.ts'
import { instanceName } from '../../model/dag-run.ts'
import type { RunReport } from '../../model/report.ts'
import { inside } from './lookup.ts'
import { outputOf } from './recipe-task.ts'

/** Where the report of an instance's try lies. */
export type ReportPath = (instance: Pick<InstanceRecord, 'taskId' | 'mapIndex' | 'tryNumber'>) => string

/**
 * Asserts conditions on an upstream's report, also of one that failed: `tables`, `warnings` and all counts by their
 * names, summed over mapped instances. Of a task without a report its output is asked. A name that is there nowhere
 * does not hold.
 */
export async function runCheck(
  check: Extract<TaskAction, { kind: 'check' }>,
  context: TaskContext,
  others: { readonly lookup: Lookup; readonly reportPath: ReportPath }
): Promise<TaskResult> {
  const instances = context.instances(check.task).filter(({ state }) => state !== 'skipped' && state !== 'removed')
  const facts: Json[] = []
  for (const instance of instances) facts.push((await factsOf(instance, others.reportPath)) ?? instance.output)
  const lookup: Lookup = (path) => factAt(facts, path) ?? others.lookup(path)
  const broken = check.assert.flatMap((condition) => {
    const judged = judge(condition, lookup, 'fails')
    return judged.ok ? [] : [judged.error]
  })
  if (broken.length === 0) return { outcome: 'success', output: { checked: check.assert.length } }
  const about = instances.map(instanceName).slice(0, 3).join(', ') || check.task
  const message = `${broken.join('; ')}`
  return { outcome: 'failed', failure: { code: 'check-failed', message, resource: about } }
}

/** The sum of a number over all instances; of anything else the first one's. */
function factAt(facts: readonly Json[], path: readonly string[]): Json | undefined {
  const values = facts.flatMap((fact) => inside(fact, path) ?? inside(fact, ['counts', ...path]) ?? [])
  const numbers = values.map((value) => (typeof value === 'string' && value !== '' ? Number(value) : value))
  if (
    values.length > 0 &&
    numbers.every((value): value is number => typeof value === 'number' && !Number.isNaN(value))
  ) {
    return numbers.reduce((sum, value) => sum + value, 0)
  }
  return values[0]
}

async function factsOf(instance: InstanceRecord, reportPath: ReportPath): Promise<JsonObject | null> {
  const path = reportPath(instance)
  try {
    const reports = JSON.parse(await readFile(path, 'utf8')) as readonly RunReport[]
    return outputOf(reports, path)
  } catch {
    return null
  }
}
