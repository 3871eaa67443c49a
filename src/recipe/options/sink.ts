import { type Options, option, required } from '../../core/config/option.ts'
import { choice, flag, integer, mismatch, number, orNull, type Type, text } from '../../core/config/types.ts'
import { CLIENT_OPTIONS } from './client.ts'
import { extraHeaders, gmsServer } from './gms-server.ts'

/** GMS takes at most so many proposals in a request (rest_emitter.py). */
const MOST_PROPOSALS = 200

const batchSize = integer({ min: 1, max: MOST_PROPOSALS })

/** The one number that the peer does not take as text: it compares before it reads (sink/datahub_rest.py). */
const maxPerBatch: Type<number> = {
  name: batchSize.name,
  schema: { anyOf: [{ type: 'integer', minimum: 1, maximum: MOST_PROPOSALS }, { const: true }] },
  read(node, context) {
    const isText = node.kind === 'scalar' && node.type === 'string'
    return isText ? mismatch(node, batchSize.name, context, 'write it without quotes') : batchSize.read(node, context)
  }
}

/** `sink: {type: datahub-rest}`: the peer's DatahubRestSinkConfig (sink/datahub_rest.py). */
export const REST_OPTIONS = {
  ...CLIENT_OPTIONS,
  server: required(gmsServer, CLIENT_OPTIONS.server.doc),
  extra_headers: option(orNull(extraHeaders), {}, CLIENT_OPTIONS.extra_headers.doc),
  mode: option(
    choice(['SYNC', 'ASYNC', 'ASYNC_BATCH'], { fold: true }),
    null,
    'SYNC, the default: GMS stores before it answers. ASYNC and ASYNC_BATCH: GMS only queues, and refusals stay unseen.'
  ),
  endpoint: option(choice(['RESTLI', 'OPENAPI'], { fold: true }), 'RESTLI', 'The interface of GMS that is written to.'),
  max_threads: option(integer({ min: 1 }), 15, 'Requests under way at once.'),
  max_per_batch: option(maxPerBatch, MOST_PROPOSALS, 'Aspects in one request.'),
  max_pending_requests: option(integer({ min: 1 }), 2000, 'No meaning here: as much is read as is delivered.'),
  min_process_interval_seconds: option(number({ above: 0 }), 30, 'No meaning here: nothing waits for a full batch.')
} as const

/** `sink: {type: file}` (sink/file.py). */
export const FILE_OPTIONS = {
  filename: required(text, 'The file that is written.'),
  legacy_nested_json_string: option(flag, false, 'The file sink’s old format: aspects as text within the JSON.')
} as const

/** `sink: {type: console}`. */
export const CONSOLE_OPTIONS = {} as const

/** `sink: {type: blackhole}` (sink/blackhole.py). */
export const BLACKHOLE_OPTIONS = {} as const

/** Every sink, and what its `config` holds. */
export const SINKS: Readonly<Record<string, Options>> = {
  'datahub-rest': REST_OPTIONS,
  file: FILE_OPTIONS,
  console: CONSOLE_OPTIONS,
  blackhole: BLACKHOLE_OPTIONS
}
