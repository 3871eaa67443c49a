import { option, planned, required, section } from '../../core/config/option.ts'
import { anything, choice, flag, integer, list, orNull, secretText, text } from '../../core/config/types.ts'
import { datahubApi } from './client.ts'
import { FABRICS } from './fabric.ts'
import { reporters } from './reporting.ts'
import { FILE_OPTIONS } from './sink.ts'
import { transformers } from './transformers/transformers.ts'

const EXTRACTOR_CONFIG = {
  unpack_mces_into_mcps: option(flag, false, 'No meaning here: what is written is always proposals.')
} as const

/** `source` and `sink`: their `config` is read by the table of their type. */
export const SOURCE_OPTIONS = {
  type: required(text, 'The source to read from: glue.'),
  config: option(anything, null, 'The source’s own options.'),
  extractor: planned(choice(['generic']), 'generic', 'The extractor of the records; there is but one.'),
  extractor_config: option(section(EXTRACTOR_CONFIG, 'source.extractor_config'), null, 'The extractor’s own options.')
} as const

export const SINK_OPTIONS = {
  type: required(text, 'The sink to write to: datahub-rest, file, console or blackhole.'),
  config: option(anything, null, 'The sink’s own options.')
} as const

const sample = (doc: string) => option(integer({ min: 0 }), 10, doc)

const UPSTREAM_PLATFORM = {
  platform: required(text, 'A platform that lineage names.'),
  platform_instance: option(orNull(text), null, 'The instance of the platform.'),
  env: option(choice(FABRICS, { fold: true }), 'PROD', 'The environment of the platform.')
} as const

const LINEAGE_URNS = {
  enabled: planned(flag, false, 'Whether the case of upstream urns is mended.', (on) => !on),
  upstream_platforms: option(
    list(section(UPSTREAM_PLATFORM, 'flags.auto_resolve_lineage_urns.upstream_platforms')),
    [],
    'Platforms whose assets are looked up.'
  ),
  resolve_all_platforms: option(flag, false, 'Whether the assets of all platforms are looked up.')
} as const

const FLAGS = {
  generate_browse_path_v2: option(flag, true, 'Whether assets get browse paths.'),
  generate_browse_path_v2_dry_run: option(flag, false, 'Whether browse paths are made and not written.'),
  generate_memory_profiles: planned(orNull(text), null, 'Where memory profiles are written.'),
  auto_resolve_lineage_urns: {
    ...option(section(LINEAGE_URNS, 'flags.auto_resolve_lineage_urns'), null, 'How upstream urns are mended.'),
    inert: () => true
  },
  set_system_metadata: option(flag, true, 'Whether aspects carry the id of the run.'),
  set_system_metadata_pipeline_name: option(flag, true, 'Whether aspects carry the name of the pipeline.'),
  progress_report_max_failures: sample('No meaning here: reports hold ten samples.'),
  progress_report_max_warnings: sample('No meaning here.'),
  progress_report_max_infos: sample('No meaning here.'),
  report_failure_sample_size: sample('No meaning here.'),
  report_warning_sample_size: sample('No meaning here.'),
  report_info_sample_size: sample('No meaning here.')
} as const

const FAILURE_FILE = {
  ...FILE_OPTIONS,
  legacy_nested_json_string: option(flag, false, 'No meaning here: dead letters have one format, which mcps sends.')
} as const

const FAILURE_LOG = {
  enabled: option(flag, false, 'Whether what DataHub refused or never got is kept in this file.'),
  log_config: option(orNull(section(FAILURE_FILE, 'failure_log.log_config')), null, 'The file.')
} as const

const RECORDING = {
  enabled: planned(flag, false, 'Whether the run is recorded.', (on) => !on),
  password: option(orNull(secretText), null, 'The password of the recording.'),
  s3_upload: option(flag, false, 'Whether the recording goes to S3.'),
  output_path: option(orNull(text), null, 'Where the recording goes.')
} as const

/** The recipe itself: the peer's PipelineConfig (run/pipeline_config.py). */
export const PIPELINE_OPTIONS = {
  source: option(anything, null, 'What is read.'),
  sink: option(anything, null, 'Where it is written to.'),
  pipeline_name: option(orNull(text), null, 'The name under which runs and state are kept.'),
  run_id: option(text, '', 'The id of the run; by default a new one each time.'),
  flags: option(section(FLAGS, 'flags'), null, 'Switches of the pipeline.'),
  transformers: option(orNull(transformers), null, 'Changes to what is written.'),
  reporting: option(reporters, [], 'Further places that runs are reported to.'),
  datahub_api: option(
    datahubApi,
    null,
    'The server that is asked what DataHub holds, and that keeps state, where it is not the sink’s.'
  ),
  failure_log: option(section(FAILURE_LOG, 'failure_log'), null, 'Where failed records are kept.'),
  recording: { ...option(orNull(section(RECORDING, 'recording')), null, 'Recording of a run.'), inert: () => true }
} as const
