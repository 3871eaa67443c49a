import { suggest } from '../core/suggest.ts'
import type { RestSinkOptions, SinkOptions } from '../model/recipe.ts'
import { entryOf, type RecipeMap, type RecipeNode } from './node.ts'
import { readOptions } from './option.ts'
import { SINK_OPTIONS } from './options/pipeline.ts'
import { CONSOLE_OPTIONS, FILE_OPTIONS, REST_OPTIONS } from './options/sink.ts'
import { INVALID, type Invalid, mismatch, type ReadContext } from './types.ts'

/** What a recipe without a sink, or a sink without a token, is completed with. */
export interface SinkDefaults {
  readonly gmsUrl: string | null
  /** For the origin of `gmsUrl` alone. */
  readonly gmsToken: string | null
}

export interface SinkReading {
  readonly defaults: SinkDefaults
  /** How keys are told that the peer passes over in silence. */
  readonly unknown: 'error' | 'warning'
}

const TYPES = ['datahub-rest', 'file', 'console']
const OTHER_TYPES = ['datahub-kafka', 'datahub', 'datahub-lite', 'blackhole']

/** The recipe's sink; without one the server that the inputs name, as the peer takes it from its environment. */
export function readSink(recipe: RecipeMap, reading: SinkReading, context: ReadContext): SinkOptions | Invalid {
  const node = entryOf(recipe, 'sink')?.value
  if (node === undefined || (node.kind === 'scalar' && node.type === 'null')) {
    return defaultSink(recipe, reading.defaults, context)
  }
  if (node.kind !== 'map') return mismatch(node, 'a mapping with `type` and `config`', context)
  const sink = readOptions(node, SINK_OPTIONS, { where: 'sink', unknown: 'error' }, context)
  if (sink === INVALID) return INVALID
  const config = configOf(node)
  switch (sink.type) {
    case 'datahub-rest':
      return readRest(config, reading, context)
    case 'file': {
      const values = readOptions(config, FILE_OPTIONS, { where: 'sink.config', unknown: 'error' }, context)
      return values === INVALID ? INVALID : readFile(values.filename, config, context)
    }
    case 'console': {
      const values = readOptions(config, CONSOLE_OPTIONS, { where: 'sink.config', unknown: 'error' }, context)
      return values === INVALID ? INVALID : { type: 'console' }
    }
    default:
      return unknownType(sink.type, entryOf(node, 'type')?.value ?? node, context)
  }
}

/** `config`, or an empty mapping in its place. */
export function configOf(node: RecipeMap): RecipeMap {
  const config = entryOf(node, 'config')?.value
  return config?.kind === 'map' ? config : { kind: 'map', at: config?.at ?? node.at, entries: [] }
}

function unknownType(type: string, node: RecipeNode, context: ReadContext): Invalid {
  const near = suggest(type, TYPES)
  const message = OTHER_TYPES.includes(type) ? `the sink '${type}' is not supported yet` : `there is no sink '${type}'`
  const cure = near === null ? `use one of ${TYPES.join(', ')}` : `did you mean '${near}'?`
  context.tell(node.at, 'error', { code: 'unknown-sink', message, cure })
  return INVALID
}

function readFile(filename: string, config: RecipeMap, context: ReadContext): SinkOptions | Invalid {
  if (!/^[a-z][a-z0-9+]*:\/\//i.test(filename)) return { type: 'file', filename }
  const at = entryOf(config, 'filename')?.value.at ?? config.at
  context.tell(at, 'error', {
    code: 'not-supported-yet',
    message: 'only local files can be written',
    cure: 'give a path'
  })
  return INVALID
}

function readRest(config: RecipeMap, reading: SinkReading, context: ReadContext): RestSinkOptions | Invalid {
  const where = {
    where: 'sink.config',
    unknown: reading.unknown,
    misplaced: { pipeline_name: 'the top level' }
  } as const
  const values = readOptions(config, REST_OPTIONS, where, context)
  if (values === INVALID) return INVALID
  const headers: Readonly<Record<string, string>> = values.extra_headers ?? {}
  for (const [name, value] of Object.entries(headers)) {
    if (/auth|token|cookie|key|secret/i.test(name)) context.secret(value)
  }
  return {
    type: 'datahub-rest',
    server: values.server,
    token: tokenFor(values.server, values.token, reading.defaults),
    timeoutSeconds: values.timeout_sec ?? REST_OPTIONS.timeout_sec.fallback ?? 0,
    retryStatusCodes: values.retry_status_codes ?? [],
    retryMaxTimes: values.retry_max_times ?? 0,
    extraHeaders: headers,
    caCertificatePath: values.ca_certificate_path,
    clientCertificatePath: values.client_certificate_path,
    clientKeyPath: values.client_key_path,
    disableSslVerification: values.disable_ssl_verification,
    mode: values.mode === null || values.mode === 'SYNC' ? 'sync' : 'async',
    maxThreads: values.max_threads,
    maxPerBatch: values.max_per_batch
  }
}

/** The recipe's token; without one the inputs', and that only for the server it was given for. */
function tokenFor(server: string, token: string | null, { gmsUrl, gmsToken }: SinkDefaults): string | null {
  if (token !== null && token !== '') return token
  if (gmsToken === null || gmsUrl === null || !URL.canParse(gmsUrl)) return null
  return new URL(gmsUrl).origin === new URL(server).origin ? gmsToken : null
}

function defaultSink(recipe: RecipeMap, defaults: SinkDefaults, context: ReadContext): SinkOptions | Invalid {
  if (defaults.gmsUrl === null) {
    const cure = 'add `sink:` with `type: datahub-rest`, or give the input gms-url (or GMS_URL)'
    context.tell(recipe.at, 'error', { code: 'missing-sink', message: 'the recipe has no sink', cure })
    return INVALID
  }
  const server = { kind: 'scalar', type: 'string', value: defaults.gmsUrl, at: recipe.at } as const
  const key = { ...server, value: 'server' }
  const config: RecipeMap = { kind: 'map', at: recipe.at, entries: [{ key, value: server }] }
  return readRest(config, { defaults, unknown: 'error' }, context)
}
