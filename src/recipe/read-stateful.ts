import { type ConfigMap, type ConfigNode, isLeftOpen, isOpen, nodeAt } from '../core/config/node.ts'
import type { ValuesOf } from '../core/config/option.ts'
import { INVALID, type Invalid, type ReadContext } from '../core/config/types.ts'
import { quoted } from '../core/quote.ts'
import { suggest } from '../core/suggest.ts'
import type {
  GmsConnection,
  SinkOptions,
  StatefulOptions,
  StatefulSettings,
  StateProviderOptions
} from '../model/recipe.ts'
import { connectionOrNull } from './connection.ts'
import { isServer } from './options/gms-server.ts'
import type { STATEFUL_INGESTION } from './options/stateful.ts'

/** `stateful_ingestion` as the source's options hold it; null: it is off (stale_entity_removal_handler.py). */
export function statefulSettings(values: ValuesOf<typeof STATEFUL_INGESTION> | null): StatefulSettings | null {
  if (values === null || !values.enabled) return null
  const { state_provider: provider } = values
  return {
    removesStale: values.remove_stale_metadata,
    failSafeThreshold: values.fail_safe_threshold,
    ignoreOldState: values.ignore_old_state,
    ignoreNewState: values.ignore_new_state,
    maxStateBytes: values.max_checkpoint_state_size,
    provider:
      provider?.type === 'file' || provider?.type === 'unknown'
        ? provider
        : { type: 'datahub', connection: connectionOrNull(provider?.datahubApi ?? null) }
  }
}

interface Around {
  readonly settings: StatefulSettings | null
  readonly pipelineName: string | null
  /** `datahub_api` of the recipe: goes before the sink's server, as with the peer (run/pipeline.py). */
  readonly datahubApi: GmsConnection | null
  readonly sink: SinkOptions
}

/** What is kept from run to run, and where; null: nothing. */
export function readStateful(
  { settings, pipelineName, datahubApi, sink }: Around,
  root: ConfigMap,
  context: ReadContext
): StatefulOptions | null | Invalid {
  if (settings === null) return null
  if (pipelineName === null && !isLeftOpen(root, ['pipeline_name'])) {
    context.tell(placeOf(root).at, 'error', NO_NAME)
    return INVALID
  }
  const { provider: wanted, removesStale, ...rest } = settings
  const provider = providerOf(wanted, { datahubApi, sink }, root, context)
  if (provider === INVALID) return INVALID
  return removesStale ? { ...rest, provider } : null
}

function providerOf(
  wanted: StatefulSettings['provider'],
  { datahubApi, sink }: Pick<Around, 'datahubApi' | 'sink'>,
  root: ConfigMap,
  context: ReadContext
): StateProviderOptions | Invalid {
  if (wanted.type === 'file') return wanted
  if (wanted.type === 'unknown') {
    const place = nodeAt(root, [...PROVIDER, 'type']) ?? root
    if (isOpen(place)) return UNKNOWN_YET
    const near = suggest(wanted.name, ['datahub', 'file'])
    const cure = near === null ? 'use datahub or file' : `did you mean '${near}'?`
    const message = `state cannot be kept in ${quoted(wanted.name)}`
    context.tell(place.at, 'error', { code: 'unknown-state-provider', message, cure })
    return INVALID
  }
  const connection = wanted.connection ?? datahubApi ?? (isRest(sink) ? sink : null)
  if (connection === null) {
    // Where it is not known yet what the sink is, it may be one.
    if (isLeftOpen(root, ['sink', 'type'])) return UNKNOWN_YET
    context.tell(placeOf(root).at, 'error', NO_SERVER)
    return INVALID
  }
  const isServerOpen = isLeftOpen(root, [...PROVIDER_CONFIG, 'datahub_api', 'server'])
  if (wanted.connection === null || isServerOpen || isServer(connection.server)) return { type: 'datahub', connection }
  const message = `the state is to be kept at ${quoted(connection.server)}, which is no http address`
  context.tell(placeOf(root).at, 'error', { code: 'bad-server', message, cure: 'write it as http://host:8080' })
  return INVALID
}

const isRest = (sink: SinkOptions): sink is SinkOptions & { type: 'datahub-rest' } => sink.type === 'datahub-rest'

const NO_NAME = {
  code: 'missing-pipeline-name',
  message: 'stateful ingestion needs a pipeline_name: state is kept under it',
  cure: 'add `pipeline_name:` at the top of the recipe, and never change it'
}

const NO_SERVER = {
  code: 'needs-datahub',
  message: 'stateful ingestion keeps its state in DataHub, and the sink is none',
  cure: 'use the sink datahub-rest, give the recipe a datahub_api, or set `state_provider: {type: file, config: {filename: …}}`'
}

/** Where the recipe says that there is to be state. */
const placeOf = (root: ConfigMap): ConfigNode => nodeAt(root, [...STATEFUL, 'enabled']) ?? root

const STATEFUL = ['source', 'config', 'stateful_ingestion']
const PROVIDER = [...STATEFUL, 'state_provider']
const PROVIDER_CONFIG = [...PROVIDER, 'config']

/** Stands for where state is kept while a recipe is only looked at. */
const UNKNOWN_YET: StateProviderOptions = { type: 'file', filename: '' }
