import { AppError } from '../../core/errors.ts'
import type { JsonObject } from '../../core/json.ts'
import { suggest } from '../../core/suggest.ts'
import type { DagFile } from '../../dag/file/dag-file.ts'
import { resolveParams } from '../../dag/file/params.ts'
import type { DagRunDocument } from '../../model/dag-run.ts'
import type { FolderMeans } from './means.ts'

/** The params of a new run. @throws AppError when they are wrong. */
export function newParams({ params }: DagFile, { request, deps }: FolderMeans): JsonObject {
  const resolved = resolveParams(params, request.params)
  if (!resolved.ok) {
    const message = `The params are wrong: ${resolved.error.join('; ')}`
    throw new AppError(message, { kind: 'input', code: 'bad-params', cure: 'Give them as JSON: {"NAME": VALUE}' })
  }
  const known = params.map(({ name }) => name)
  for (const name of Object.keys(request.params).filter((one) => !known.includes(one))) {
    // Airflow takes it as a new one; what names it in the DAG file would have been refused.
    const near = suggest(name, known)
    const hint = near === null ? 'nothing reads it but {{ params }}' : `did you mean ${near}?`
    deps.logger.warning(`The DAG file has no param ${name}; ${hint}`)
  }
  return resolved.value
}

/** A run that is gone on with keeps what it began with; that something else was asked for is told. */
export function tellUnused(current: DagRunDocument, { request, deps }: FolderMeans): void {
  const { tasks } = request
  const kept = (what: string): void =>
    deps.logger.warning(
      `Run ${current.runId} goes on with the ${what} that it began with, and not with those given now`
    )
  // A param may have been given as text and kept as what its schema asks for.
  const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  const isOther = ([name, value]: readonly [string, unknown]): boolean => {
    const before = current.params[name]
    return before === undefined || asText(before) !== asText(value)
  }
  if (Object.entries(request.params).some(isOther)) kept('params')
  if (tasks.length > 0 && tasks.join() !== (current.tasks ?? []).join()) kept('tasks')
}
