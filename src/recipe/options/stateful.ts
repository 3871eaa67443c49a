import { option, planned, required, section } from '../../core/config/option.ts'
import { anyMapping, flag, integer, number, orNull, text } from '../../core/config/types.ts'

const STATE_PROVIDER = {
  type: required(text, 'Where the state is kept: datahub or file.'),
  config: option(anyMapping, {}, 'The options of the place.')
} as const

/** `stateful_ingestion` (state/stale_entity_removal_handler.py, state/stateful_ingestion_base.py). */
export const STATEFUL_INGESTION = {
  enabled: planned(flag, false, 'Whether what is gone from Glue is removed from DataHub.', (on) => !on),
  remove_stale_metadata: option(flag, true, 'Whether stale entities are removed.'),
  fail_safe_threshold: option(number({ min: 0, max: 100 }), 75, 'The percentage beyond which nothing is removed.'),
  ignore_old_state: option(flag, false, 'Whether the last run’s state is left aside.'),
  ignore_new_state: option(flag, false, 'Whether this run’s state is not kept.'),
  max_checkpoint_state_size: option(integer({ min: 1 }), 16_777_216, 'The largest state in bytes.'),
  state_provider: option(
    orNull(section(STATE_PROVIDER, 'source.config.stateful_ingestion.state_provider')),
    null,
    'Where the state is kept.'
  )
} as const
