import { isObject, type JsonObject } from '../../core/json.ts'
import type { AppDeps, RollbackRequest } from '../../model/request.ts'
import type { RollbackResult } from '../../model/runs.ts'
import { askGms, askRuns, aspectsOf, unknownRun } from './ask-gms.ts'
import { forgetFingerprints } from './forget.ts'
import { pipelineOf } from './told-recipe.ts'

/** Aspects that are named. */
const SAMPLE = 20

/**
 * Takes back what a run has written, as GMS does it for `datahub ingest rollback`.
 * @throws AppError (input) for a run that DataHub does not know: GMS takes nothing back then, and says that all is well
 */
export function rollback(request: RollbackRequest, deps: AppDeps): Promise<RollbackResult> {
  const { runId, dryRun } = request
  return askGms('rollback', request, deps, async (gms) => {
    const { done: isUnknown } = await aspectsOf(runId, gms, 1).next()
    if (isUnknown === true) throw unknownRun(runId, gms)
    // Asked before it is rolled back with everything else.
    const pipeline = await pipelineOf(runId, gms)
    const value = await askRuns(gms, 'rollback', { runId, dryRun, safe: true })
    const told = resultOf(isObject(value) ? value : {}, { server: gms.server, runId, dryRun })
    return { ...told, forgotten: dryRun ? true : await forgetFingerprints(gms, pipeline, runId, deps) }
  })
}

function resultOf(
  value: JsonObject,
  about: Pick<RollbackResult, 'server' | 'runId' | 'dryRun'>
): Omit<RollbackResult, 'forgotten'> {
  const count = (name: string): number => (typeof value[name] === 'number' ? value[name] : 0)
  const list = (name: string): readonly JsonObject[] => {
    const found = value[name]
    return Array.isArray(found) ? found.filter(isObject) : []
  }
  const text = (row: JsonObject, name: string): string => (typeof row[name] === 'string' ? row[name] : '')
  return {
    ...about,
    entities: count('entitiesAffected'),
    aspects: count('aspectsReverted'),
    hidden: count('aspectsAffected'),
    unsafe: list('unsafeEntities').map((row) => text(row, 'urn')),
    sample: list('aspectRowSummaries')
      .filter((row) => row.runId === about.runId)
      .slice(0, SAMPLE)
      .map((row) => ({ urn: text(row, 'urn'), aspect: text(row, 'aspectName') }))
  }
}
