import type { JsonObject } from '../../core/json.ts'
import type { FailureGroup, RunReport } from '../../model/report.ts'
import { TOOL } from '../../model/tool.ts'

/** Names of a kind that are shown. */
const SAMPLE = 10

/**
 * The report of a run in the layout that DataHub's user interface reads (ingestion/api/source.py, sink.py). `aspects`:
 * how many of each entity type and aspect were written.
 */
export function structuredReport(run: RunReport, aspects: JsonObject, runUrl: string | null): JsonObject {
  const { counts } = run
  const at = Date.parse(run.startedAt)
  const seconds = Math.max(run.durationSeconds, 0.001)
  return {
    cli: {
      cli_version: TOOL.version,
      cli_entry_location: TOOL.name,
      ...(runUrl === null ? {} : { github_run: runUrl })
    },
    source: {
      type: 'glue',
      report: {
        aspects,
        events_produced: counts.produced,
        events_produced_per_sec: Math.floor(counts.produced / seconds),
        platform: 'glue',
        tables_scanned: counts.tables,
        views_scanned: counts.views,
        filtered: run.filtered.flatMap(({ names }) => names).slice(0, SAMPLE),
        databases: { filtered: [], processed: run.databases.map(({ name }) => name).slice(0, SAMPLE) },
        soft_deleted_stale_entities: sampled(run.removed),
        start_time: new Date(at).toISOString(),
        running_time: `${run.durationSeconds} seconds`,
        failures: [...run.failures.map(entryOf), ...stopped(run)],
        warnings: run.warnings.map(entryOf),
        infos: run.notices.map(entryOf)
      }
    },
    sink: {
      type: run.sink?.type ?? 'datahub-rest',
      report: {
        total_records_written: counts.written + counts.accepted,
        records_written_per_second: Math.floor((counts.written + counts.accepted) / seconds),
        unchanged: counts.unchanged,
        rejected: counts.rejected,
        undelivered: counts.undelivered,
        gms_version: run.sink?.version ?? null,
        failures: [],
        warnings: []
      }
    }
  }
}

const entryOf = ({ code, message, cure, count, resources }: FailureGroup): JsonObject => ({
  title: code,
  message: cure === undefined ? message : `${message} ${cure}`,
  context: count > resources.length ? [...resources, `... sampled of ${count} total elements`] : resources
})

const stopped = ({ stopped: stop }: RunReport): readonly JsonObject[] =>
  stop === null ? [] : [{ title: stop.code, message: stop.message, context: [] }]

const sampled = (urns: readonly string[]): readonly string[] =>
  urns.length <= SAMPLE ? urns : [...urns.slice(0, SAMPLE), `... sampled of ${urns.length} total elements`]
