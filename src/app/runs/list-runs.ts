import { isObject, type JsonObject } from '../../core/json.ts'
import type { AppDeps, RunsRequest } from '../../model/request.ts'
import type { RunRow, RunsResult } from '../../model/runs.ts'
import { requestUrn, sourceUrn } from '../../report/history/aspects.ts'
import { type AskedGms, askGms, askRuns } from './ask-gms.ts'

/** The newest runs, with what the ingestion tab says of them (the peer's `datahub ingest list-runs`). */
export function listRuns(request: RunsRequest, deps: AppDeps): Promise<RunsResult> {
  return askGms('runs', request, deps, async (gms) => {
    const value = await askRuns(gms, 'list', { pageOffset: 0, pageSize: request.limit, includeSoft: false })
    const rows = await Promise.all((Array.isArray(value) ? value : []).filter(isObject).map((row) => rowOf(row, gms)))
    const { recipe } = gms
    const own = sourceUrn({ pipelineName: recipe.pipelineName, platformInstance: recipe.source.platformInstance })
    const runs = rows.filter(({ of }) => request.recipe === null || of === own).map(({ row }) => row)
    return { server: gms.server, runs }
  })
}

/** A run, and the urn of the source that it belongs to. */
async function rowOf(
  { runId, rows, timestamp }: JsonObject,
  { reader }: AskedGms
): Promise<{ readonly row: RunRow; readonly of: string | null }> {
  const id = typeof runId === 'string' ? runId : ''
  const request = requestUrn(id)
  const [input, result] = await Promise.all([
    reader.aspect(request, 'dataHubExecutionRequestInput'),
    reader.aspect(request, 'dataHubExecutionRequestResult')
  ])
  const asked = isObject(input?.source) ? input.source.ingestionSource : undefined
  const of = typeof asked === 'string' ? asked : null
  const info = of === null ? null : await reader.aspect(of, 'dataHubIngestionSourceInfo')
  const ended = typeof result?.status === 'string' ? result.status : null
  const row = {
    runId: id,
    aspects: typeof rows === 'number' ? rows : 0,
    at: new Date(typeof timestamp === 'number' ? timestamp : 0).toISOString(),
    status: ended ?? (input === null ? null : 'RUNNING'),
    source: typeof info?.name === 'string' ? info.name : of
  }
  return { row, of }
}
