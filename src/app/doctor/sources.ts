import { asObject, type Json, type JsonObject } from '../../core/json.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { FoundEntity } from '../../datahub/gms-entities.ts'
import type { Ingester, IngesterRun } from '../../model/doctor.ts'
import { type GmsQuestions, term } from './ask-gms.ts'

/** An ingestion source of DataHub, and its newest runs. */
export type GlueSource = Pick<Ingester, 'kind' | 'name' | 'schedule' | 'runs'> & { readonly source: string }

const INFO = 'dataHubIngestionSourceInfo'
const INPUT = 'dataHubExecutionRequestInput'
const RESULT = 'dataHubExecutionRequestResult'
export const REQUEST = 'urn:li:dataHubExecutionRequest:'

const MOST_SOURCES = 50
const RUNS = 5
/** The executor of runs that DataHub's CLI, or this program, tells of (report/history/aspects.ts). */
const CLI_EXECUTOR = '__datahub_cli_'

/** The ingestion sources that read Glue, with their schedules and newest runs; the error says why they are not told. */
export async function glueSources(gms: GmsQuestions): Promise<Result<readonly GlueSource[], string>> {
  const found = await gms.entities({
    entityType: 'dataHubIngestionSource',
    query: term('type', 'glue'),
    aspectNames: [INFO],
    count: MOST_SOURCES,
    newestBy: null,
    scrollId: null
  })
  if (!found.ok) return err(found.error)
  const sources = found.value.entities.flatMap((entity) => {
    const info = entity.aspects.get(INFO)
    // The index may be behind: what the source says itself counts.
    return info?.type === 'glue' ? [{ urn: entity.urn, info }] : []
  })
  return ok(await Promise.all(sources.map(async ({ urn, info }) => sourceOf(urn, info, await runsOf(urn, gms)))))
}

function sourceOf(urn: string, info: JsonObject, runs: readonly IngesterRun[]): GlueSource {
  const { interval, timezone } = objectIn(info.schedule)
  const schedule =
    typeof interval === 'string' && interval !== '' ? { cron: interval, timezone: textOr(timezone, 'UTC') } : null
  const isCli = objectIn(info.config).executorId === CLI_EXECUTOR
  return { kind: isCli ? 'cli' : 'ui', name: textOr(info.name, urn), source: urn, schedule, runs }
}

/** What is not told of them is left out: the source alone says something, too. */
async function runsOf(source: string, gms: GmsQuestions): Promise<readonly IngesterRun[]> {
  const found = await gms.entities({
    entityType: 'dataHubExecutionRequest',
    query: term('ingestionSource', source),
    aspectNames: [INPUT, RESULT],
    count: RUNS,
    newestBy: 'requestTimeMs',
    scrollId: null
  })
  return found.ok ? found.value.entities.map(runOf) : []
}

function runOf({ urn, aspects }: FoundEntity): IngesterRun {
  const result = aspects.get(RESULT) ?? {}
  const start = numberOr(result.startTimeMs, numberOr(aspects.get(INPUT)?.requestedAt, 0))
  const end = typeof result.durationMs === 'number' && start > 0 ? start + result.durationMs : 0
  return {
    runId: urn.slice(REQUEST.length),
    status: textOr(result.status, 'RUNNING'),
    startedAt: start > 0 ? new Date(start).toISOString() : null,
    endedAt: end > 0 ? new Date(end).toISOString() : null
  }
}

/** The ingestion source that asked for a run; null: it is not told. */
export async function sourceOfRun(runId: string, gms: GmsQuestions): Promise<string | null> {
  const urn = runId.startsWith(REQUEST) ? runId : `${REQUEST}${runId}`
  const [request] = await gms.some('dataHubExecutionRequest', INPUT, [urn])
  const { ingestionSource } = objectIn(request?.aspects.get(INPUT)?.source)
  return typeof ingestionSource === 'string' ? ingestionSource : null
}

const objectIn = (value: Json | undefined): JsonObject => asObject(value) ?? {}
const textOr = (value: Json | undefined, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise
const numberOr = (value: Json | undefined, otherwise: number): number => (typeof value === 'number' ? value : otherwise)
