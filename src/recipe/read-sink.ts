import { type ConfigMap, type ConfigNode, entryOf, isOpen, shown } from '../core/config/node.ts'
import { readOptions } from '../core/config/option.ts'
import { INVALID, type Invalid, mismatch, type ReadContext } from '../core/config/types.ts'
import type { Environment } from '../core/environment.ts'
import { suggest } from '../core/suggest.ts'
import type { FileSinkOptions, RestSinkOptions, SinkOptions } from '../model/recipe.ts'
import { connectionOf } from './connection.ts'
import { environmentAuth, hasEnvironmentAuth } from './environment-auth.ts'
import { FROM_ENVIRONMENT, isServer, normalServer } from './options/gms-server.ts'
import { SINK_OPTIONS } from './options/pipeline.ts'
import { placeOf } from './options/places.ts'
import { OTHER_SINKS } from './options/plugin-names.ts'
import { BLACKHOLE_OPTIONS, CONSOLE_OPTIONS, FILE_OPTIONS, REST_OPTIONS, SINKS } from './options/sink.ts'

/** What a recipe without a sink, or a sink without a token, is completed with. */
export interface SinkDefaults {
  readonly gmsUrl: string | null
  /** For the origin of `gmsUrl` alone. */
  readonly gmsToken: string | null
}

export interface SinkReading {
  readonly env: Environment
  readonly defaults: SinkDefaults
  /** In `validate` the server that is not known here may come from anywhere. */
  readonly mode: 'ingest' | 'validate'
}

const TYPES = Object.keys(SINKS)
/** Stands for a server that is not known while a recipe is only looked at. */
const UNKNOWN_SERVER = `\${DATAHUB_GMS_URL}`

const inSink = { where: 'sink', unknown: 'error', misplaced: (key: string) => placeOf(key, 'sink') } as const
const inConfig = { where: 'sink.config', misplaced: (key: string) => placeOf(key, 'sink.config') } as const

/** The recipe's sink; without one the server that the inputs name, as the peer takes it from its environment. */
export function readSink(recipe: ConfigMap, reading: SinkReading, context: ReadContext): SinkOptions | Invalid {
  const entry = entryOf(recipe, 'sink')
  const node = entry?.value
  if (node === undefined || (node.kind === 'scalar' && node.type === 'null')) {
    return defaultSink(entry?.key.at ?? recipe.at, reading, context)
  }
  if (node.kind !== 'map') return mismatch(node, 'a mapping with `type` and `config`', context)
  const sink = readOptions(node, SINK_OPTIONS, inSink, context)
  const config = configOf(node, context)
  if (sink === INVALID || config === INVALID) return INVALID
  const type = entryOf(node, 'type')?.value ?? node
  return isOpen(type) ? { type: 'console' } : readConfig(sink.type, { config, type }, reading, context)
}

function readConfig(
  type: string,
  nodes: { readonly config: ConfigMap; readonly type: ConfigNode },
  reading: SinkReading,
  context: ReadContext
): SinkOptions | Invalid {
  switch (type) {
    case 'datahub-rest':
      return readRest(nodes.config, reading, context)
    case 'file': {
      const values = readOptions(nodes.config, FILE_OPTIONS, { ...inConfig, unknown: 'error' }, context)
      return values === INVALID
        ? INVALID
        : readFile(
            { type: 'file', filename: values.filename, nestsText: values.legacy_nested_json_string },
            nodes.config,
            context
          )
    }
    case 'console': {
      const values = readOptions(nodes.config, CONSOLE_OPTIONS, { ...inConfig, unknown: 'error' }, context)
      return values === INVALID ? INVALID : { type: 'console' }
    }
    case 'blackhole': {
      const values = readOptions(nodes.config, BLACKHOLE_OPTIONS, { ...inConfig, unknown: 'error' }, context)
      return values === INVALID ? INVALID : { type: 'blackhole' }
    }
    default:
      return unknownType(type, nodes.type, context)
  }
}

/** `config`; whatever Python takes for nothing is an empty mapping, as with the peer (run/pipeline.py). */
function configOf(node: ConfigMap, context: ReadContext): ConfigMap | Invalid {
  const config = entryOf(node, 'config')?.value
  if (config?.kind === 'map') return config
  const isNothing =
    config === undefined ||
    (config.kind === 'list' && config.items.length === 0) ||
    (config.kind === 'scalar' && (isOpen(config) || !config.value))
  return isNothing ? { kind: 'map', at: config?.at ?? node.at, entries: [] } : mismatch(config, 'a mapping', context)
}

function unknownType(type: string, node: ConfigNode, context: ReadContext): Invalid {
  const name = node.kind === 'scalar' ? shown(node) : 'of this kind'
  const isKnown = OTHER_SINKS.includes(type) || /[.:]/.test(type)
  const near = isKnown ? null : suggest(type, [...TYPES, ...OTHER_SINKS])
  context.tell(node.at, 'error', {
    code: 'unknown-sink',
    message: isKnown ? `the sink ${name} is not supported yet` : `there is no sink ${name}`,
    cure: near === null ? `use one of ${TYPES.join(', ')}` : `did you mean '${near}'?`
  })
  return INVALID
}

function readFile(options: FileSinkOptions, config: ConfigMap, context: ReadContext): SinkOptions | Invalid {
  const { filename } = options
  const place = entryOf(config, 'filename')?.value
  if ((filename !== '' && !/^[a-z][a-z0-9+]*:\/\//i.test(filename)) || isOpen(place ?? config)) {
    return options
  }
  const told =
    filename === ''
      ? { code: 'bad-value', message: 'the file has no name', cure: 'give a path' }
      : { code: 'not-supported-yet', message: 'only local files can be written', cure: 'give a path' }
  context.tell(place?.at ?? config.at, 'error', told)
  return INVALID
}

function readRest(config: ConfigMap, reading: SinkReading, context: ReadContext): RestSinkOptions | Invalid {
  const values = readOptions(config, REST_OPTIONS, { ...inConfig, unknown: context.ignoredKeys }, context)
  if (values === INVALID) return INVALID
  const { gmsUrl } = reading.defaults
  const named = gmsUrl === null ? null : normalServer(gmsUrl)
  const server = values.server === FROM_ENVIRONMENT ? named : values.server
  if (server === null && reading.mode === 'ingest') return missingSink(config.at, context)
  if (values.token !== null && values.auth !== null) {
    const told = { code: 'conflicting-keys', message: 'the sink has a token and auth', cure: 'remove one of them' }
    context.tell(config.at, 'error', told)
    return INVALID
  }
  const credentials = credentialsFor(server, values, reading, { at: config.at, context })
  if (credentials === INVALID) return INVALID
  return {
    ...connectionOf({ ...values, server: server ?? UNKNOWN_SERVER }),
    ...credentials,
    type: 'datahub-rest',
    mode: values.mode === null || values.mode === 'SYNC' ? 'sync' : 'async',
    endpoint: values.endpoint === 'OPENAPI' ? 'openapi' : 'restli',
    maxThreads: values.max_threads,
    maxPerBatch: values.max_per_batch
  }
}

type Credentials = Pick<RestSinkOptions, 'token' | 'auth'>

/**
 * The recipe's token or `auth`; without them what the environment describes, then the inputs' token, and these only for
 * the server they were given for (the peer's datahub_rest.py, _resolve_auth).
 */
function credentialsFor(
  server: string | null,
  { token, auth }: Credentials,
  { env, defaults, mode }: SinkReading,
  { at, context }: { readonly at: ConfigMap['at']; readonly context: ReadContext }
): Credentials | Invalid {
  if (auth !== null) return { token: null, auth }
  if (token !== null && token !== '') return { token, auth: null }
  const isTheirs = isServerOf(defaults, server)
  const isDescribed = mode === 'ingest' && hasEnvironmentAuth(env)
  if (!isDescribed) return { token: isTheirs ? defaults.gmsToken : null, auth: null }
  if (!isTheirs) {
    context.tell(at, 'warning', FOR_ANOTHER)
    return { token: null, auth: null }
  }
  const described = environmentAuth(env, { at, hasToken: defaults.gmsToken !== null }, context)
  if (described === INVALID) return INVALID
  return { token: described === null ? defaults.gmsToken : null, auth: described }
}

const FOR_ANOTHER = {
  code: 'unused-auth',
  message: 'DATAHUB_AUTH_TYPE is set, but not used for this server: it is for that of gms-url',
  cure: 'give gms-url (GMS_URL or DATAHUB_GMS_URL) the address of this server, or the sink a token or auth'
}

/** Whether a server is the one that the inputs name. */
function isServerOf({ gmsUrl }: SinkDefaults, server: string | null): boolean {
  if (gmsUrl === null || server === null || !isServer(gmsUrl) || !isServer(server)) return false
  return new URL(normalServer(gmsUrl)).origin === new URL(server).origin
}

function defaultSink(at: ConfigMap['at'], reading: SinkReading, context: ReadContext): SinkOptions | Invalid {
  const { gmsUrl } = reading.defaults
  if (gmsUrl === null && reading.mode === 'ingest') return missingSink(at, context)
  const value = { kind: 'scalar', type: 'string', value: gmsUrl ?? UNKNOWN_SERVER, at, open: gmsUrl === null } as const
  const key = { kind: 'scalar', type: 'string', value: 'server', at } as const
  return readRest({ kind: 'map', at, entries: [{ key, value }] }, reading, context)
}

function missingSink(at: ConfigMap['at'], context: ReadContext): Invalid {
  const cure = 'add `sink:` with `type: datahub-rest`, or give the input gms-url (or GMS_URL)'
  context.tell(at, 'error', { code: 'missing-sink', message: 'the recipe names no server to write to', cure })
  return INVALID
}
