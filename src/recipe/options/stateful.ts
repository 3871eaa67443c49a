import { entryOf } from '../../core/config/node.ts'
import { option, optionsSchema, readOptions, required } from '../../core/config/option.ts'
import { anyMapping, flag, INVALID, integer, mismatch, number, type Type, text } from '../../core/config/types.ts'
import { stateApi } from './client.ts'
import { typedSchema } from './typed-schema.ts'

const WHERE = 'source.config.stateful_ingestion.state_provider'

const STATE_PROVIDER = {
  type: required(text, 'Where the state is kept: datahub or file.'),
  config: option(anyMapping, {}, 'The options of the place.')
} as const

/** `config` of the provider `datahub` (state_provider/datahub_ingestion_checkpointing_provider.py). */
export const DATAHUB_STATE = {
  datahub_api: option(stateApi, null, 'The server that keeps the state; by default the one that is written to.')
} as const

/** `config` of the provider `file` (state_provider/file_ingestion_checkpointing_provider.py). */
export const FILE_STATE = {
  filename: required(text, 'The file that the state is kept in.')
} as const

const PROVIDERS = { datahub: optionsSchema(DATAHUB_STATE), file: optionsSchema(FILE_STATE) } as const

type DatahubApi = Exclude<ReturnType<typeof stateApi.read>, typeof INVALID>

/**
 * A place for state, as a recipe names it; `datahubApi: null`: the server that the recipe writes to. A place that there is
 * not matters only when state is kept, as with the peer.
 */
export type StateProvider =
  | { readonly type: 'unknown'; readonly name: string }
  | { readonly type: 'datahub'; readonly datahubApi: DatahubApi }
  | { readonly type: 'file'; readonly filename: string }

/** `state_provider`: its `config` is read by the table of its type. */
const stateProvider: Type<StateProvider | null> = {
  name: 'a mapping with `type` and `config`',
  schema: { anyOf: [typedSchema(STATE_PROVIDER, PROVIDERS, { others: true }), { type: 'null' }] },
  read(node, context) {
    if (node.kind === 'scalar' && node.type === 'null') return null
    if (node.kind !== 'map') return mismatch(node, this.name, context)
    const provider = readOptions(node, STATE_PROVIDER, { where: WHERE, unknown: 'error' }, context)
    if (provider === INVALID) return INVALID
    if (provider.type !== 'file' && provider.type !== 'datahub') return { type: 'unknown', name: provider.type }
    const given = entryOf(node, 'config')?.value
    const config = given?.kind === 'map' ? given : { kind: 'map' as const, at: node.at, entries: [] }
    const where = { where: `${WHERE}.config`, unknown: 'error' } as const
    if (provider.type === 'file') {
      const values = readOptions(config, FILE_STATE, where, context)
      return values === INVALID ? INVALID : { type: 'file', filename: values.filename }
    }
    const values = readOptions(config, DATAHUB_STATE, where, context)
    return values === INVALID ? INVALID : { type: 'datahub', datahubApi: values.datahub_api }
  }
}

/** `stateful_ingestion` (state/stale_entity_removal_handler.py, state/stateful_ingestion_base.py). */
export const STATEFUL_INGESTION = {
  enabled: option(flag, false, 'Whether what is gone from Glue is removed from DataHub.'),
  remove_stale_metadata: option(flag, true, 'Whether stale entities are removed.'),
  fail_safe_threshold: option(number({ min: 0, max: 100 }), 75, 'The percentage beyond which nothing is removed.'),
  ignore_old_state: option(flag, false, 'Whether the last run’s state is left aside.'),
  ignore_new_state: option(flag, false, 'Whether this run’s state is not kept.'),
  max_checkpoint_state_size: option(integer({ min: 1 }), 16_777_216, 'The largest state in bytes.'),
  state_provider: option(stateProvider, null, 'Where the state is kept.')
} as const
