import { option, planned, required } from '../option.ts'
import { anything, choice, flag, integer, list, number, orNull, record, secretText, text } from '../types.ts'
import { gmsServer } from './gms-server.ts'

/** GMS takes at most so many proposals in a request (rest_emitter.py). */
const MOST_PROPOSALS = 200

/** `sink: {type: datahub-rest}`: the peer's DatahubRestSinkConfig (sink/datahub_rest.py). */
export const REST_OPTIONS = {
  server: required(gmsServer, 'The address of DataHub’s metadata service (GMS).'),
  token: option(orNull(secretText), null, 'A personal access token, as a variable.'),
  timeout_sec: option(orNull(number({ min: 0 })), 30, 'How many seconds an answer of GMS may take.'),
  retry_status_codes: option(orNull(list(integer())), [429, 500, 502, 503, 504], 'Statuses that are tried again.'),
  retry_max_times: option(orNull(integer({ min: 0 })), 4, 'How often a request is tried again.'),
  extra_headers: option(orNull(record(text)), {}, 'Headers that every request carries.'),
  ca_certificate_path: option(orNull(text), null, 'A PEM file with an authority to trust.'),
  client_certificate_path: option(orNull(text), null, 'A PEM file with a client certificate.'),
  client_key_path: option(orNull(text), null, 'A PEM file with the key of the client certificate.'),
  disable_ssl_verification: option(flag, false, 'Whether any certificate is accepted.'),
  mode: option(
    orNull(choice(['SYNC', 'ASYNC', 'ASYNC_BATCH'], { fold: true })),
    null,
    'SYNC, the default: GMS stores before it answers. ASYNC and ASYNC_BATCH: GMS only queues, and refusals stay unseen.'
  ),
  endpoint: planned(
    choice(['RESTLI', 'OPENAPI'], { fold: true }),
    'RESTLI',
    'The interface of GMS that is written to.'
  ),
  max_threads: option(integer({ min: 1 }), 15, 'Requests under way at once.'),
  max_per_batch: option(integer({ min: 1, max: MOST_PROPOSALS }), MOST_PROPOSALS, 'Aspects in one request.'),
  max_pending_requests: option(integer({ min: 1 }), 2000, 'No meaning here: as much is read as is delivered.'),
  min_process_interval_seconds: option(number({ min: 0 }), 30, 'No meaning here: nothing waits for a full batch.'),
  pool_connections: option(anything, null, 'No meaning here: there are as many connections as requests under way.'),
  pool_maxsize: option(anything, null, 'No meaning here.'),
  tcp_keepalive: option(anything, null, 'No meaning here: connections are kept alive.'),
  respect_mcp_sync_marker: option(anything, null, 'No meaning here.'),
  openapi_ingestion: planned(orNull(flag), null, 'The old switch for the OpenAPI interface.', (on) => on !== true),
  default_emit_mode: option(anything, null, 'No meaning here, as with the peer’s sink.'),
  client_mode: option(anything, null, 'No meaning here.'),
  datahub_component: option(anything, null, 'No meaning here.'),
  server_config_refresh_interval: option(anything, null, 'No meaning here.'),
  auth: planned(anything, null, 'Other ways to get a token than writing it down.')
} as const

/** `sink: {type: file}` (sink/file.py). */
export const FILE_OPTIONS = {
  filename: required(text, 'The file that is written.'),
  legacy_nested_json_string: planned(flag, false, 'The file sink’s old format.')
} as const

/** `sink: {type: console}`. */
export const CONSOLE_OPTIONS = {} as const
