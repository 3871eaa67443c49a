import type { JsonObject } from '../../core/json.ts'
import { guidOf } from '../../datahub/guid.ts'
import { platformUrn } from '../../datahub/urn.ts'
import type { RunReport, RunStatus } from '../../model/report.ts'
import { TOOL } from '../../model/tool.ts'

/** What tells one ingestion source from another (reporting/datahub_ingestion_run_summary_provider.py). */
export interface SourceKey {
  readonly pipelineName: string | null
  /** null: the recipe has none. */
  readonly platformInstance: string | null
}

/** Who ran it, as DataHub's user interface knows the CLI's runs. */
const EXECUTOR = '__datahub_cli_'
const VERSION = `${TOOL.name} ${TOOL.version}`
/** Characters of a report's text. With the structured report beside it, GMS has to take the aspect in one request. */
const MOST_TEXT = 800_000

/** The ingestion source that runs of a recipe belong to, whichever program runs it. */
export const sourceUrn = (key: SourceKey): string => `urn:li:dataHubIngestionSource:cli-${guidOf(keyOf(key))}`

/** One run. A run id that is such a urn names the request of somebody who has asked for the run. */
export const requestUrn = (runId: string): string => (isRequest(runId) ? runId : `${REQUEST}${runId}`)

const REQUEST = 'urn:li:dataHubExecutionRequest:'

/** Whether somebody else keeps the source and the request of the run. */
export const isRequest = (runId: string): boolean => runId.startsWith(REQUEST)

/** `dataHubIngestionSourceInfo`. `recipe`: JSON, or empty when it is not to be shown. */
export const sourceInfo = (key: SourceKey, recipe: string): JsonObject => ({
  name: nameOf(key),
  type: 'glue',
  platform: platformUrn('glue'),
  config: { recipe, version: VERSION, executorId: EXECUTOR }
})

/** `dataHubExecutionRequestInput`. `now`: milliseconds since the epoch. */
export const requestInput = (key: SourceKey, recipe: string, now: number): JsonObject => ({
  task: 'CLI Ingestion',
  args: { recipe, version: VERSION },
  executorId: EXECUTOR,
  requestedAt: now,
  source: { type: 'CLI_INGESTION_SOURCE', ingestionSource: sourceUrn(key) }
})

/** `dataHubExecutionRequestResult`. `text`: for people; its end is kept where it is long. */
export const requestResult = (run: RunReport, structured: JsonObject, text: string): JsonObject => ({
  status: STATUS[run.status],
  startTimeMs: Date.parse(run.startedAt),
  durationMs: Math.round(run.durationSeconds * 1000),
  report: text.slice(-MOST_TEXT),
  structuredReport: {
    type: 'CLI_INGEST',
    serializedValue: JSON.stringify(structured, null, 2),
    contentType: 'application/json'
  }
})

const STATUS: Readonly<Record<RunStatus, string>> = { success: 'SUCCESS', failure: 'FAILURE', cancelled: 'CANCELLED' }

const keyOf = ({ pipelineName, platformInstance }: SourceKey): Record<string, string> => ({
  type: 'glue',
  ...(pipelineName === null || pipelineName === '' ? {} : { pipeline_name: pipelineName }),
  ...(platformInstance === null ? {} : { platform_instance: platformInstance })
})

function nameOf({ pipelineName, platformInstance }: SourceKey): string {
  const instance = platformInstance === null ? '' : ` (${platformInstance})`
  const pipeline = pipelineName === null || pipelineName === '' ? '' : ` [${pipelineName}]`
  return `[CLI] glue${instance}${pipeline}`
}
