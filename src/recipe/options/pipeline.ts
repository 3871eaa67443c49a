import { option, planned, required, section } from '../option.ts'
import { anything, flag, integer, list, orNull, text } from '../types.ts'

/** `source` and `sink`: their `config` is read by the table of their type. */
export const SOURCE_OPTIONS = {
  type: required(text, 'The source to read from: glue.'),
  config: option(anything, null, 'The source’s own options.'),
  extractor: planned(text, 'generic', 'The extractor of the records; there is but one.'),
  extractor_config: option(anything, null, 'Options of the extractor: what is written is always proposals.')
} as const

export const SINK_OPTIONS = {
  type: required(text, 'The sink to write to: datahub-rest, file or console.'),
  config: option(anything, null, 'The sink’s own options.')
} as const

const sample = (doc: string) => option(integer({ min: 0 }), 10, doc)

const FLAGS = {
  generate_browse_path_v2: option(flag, true, 'Whether assets get browse paths.'),
  generate_browse_path_v2_dry_run: planned(flag, false, 'Whether browse paths are only counted.'),
  generate_memory_profiles: planned(orNull(text), null, 'Where memory profiles are written.'),
  auto_resolve_lineage_urns: planned(anything, null, 'Whether the case of upstream urns is mended.', isOff),
  set_system_metadata: option(flag, true, 'Whether aspects carry the id of the run.'),
  set_system_metadata_pipeline_name: option(flag, true, 'Whether aspects carry the name of the pipeline.'),
  progress_report_max_failures: sample('No meaning here: reports hold ten samples.'),
  progress_report_max_warnings: sample('No meaning here.'),
  progress_report_max_infos: sample('No meaning here.'),
  report_failure_sample_size: sample('No meaning here.'),
  report_warning_sample_size: sample('No meaning here.'),
  report_info_sample_size: sample('No meaning here.')
} as const

function isOff(value: unknown): boolean {
  return typeof value !== 'object' || value === null || !('enabled' in value) || value.enabled !== true
}

/** The recipe itself: the peer's PipelineConfig (run/pipeline_config.py). */
export const PIPELINE_OPTIONS = {
  source: option(anything, null, 'What is read.'),
  sink: option(anything, null, 'Where it is written to.'),
  pipeline_name: option(orNull(text), null, 'The name under which runs and state are kept.'),
  run_id: option(text, '', 'The id of the run; by default a new one each time.'),
  flags: option(section(FLAGS, 'flags'), null, 'Switches of the pipeline.'),
  transformers: planned(orNull(list(anything)), null, 'Changes to what is written.', (items) => items?.length === 0),
  reporting: planned(list(anything), [], 'Further places that runs are reported to.'),
  datahub_api: option(anything, null, 'The server that is asked for what DataHub holds.'),
  failure_log: planned(anything, null, 'Where failed records are kept.', isOff),
  recording: planned(orNull(anything), null, 'Recording of a run.', isOff)
} as const
