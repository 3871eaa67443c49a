import { option, required, section } from '../../core/config/option.ts'
import {
  choice,
  flag,
  integer,
  list,
  mismatch,
  number,
  orNull,
  record,
  secretText,
  type Type,
  text
} from '../../core/config/types.ts'
import { auth } from './auth.ts'
import { httpServer } from './gms-server.ts'

/** Python's enumerations by number, of which only the number itself is a member. */
const clientMode: Type<number> = {
  name: '1, 2 or 3',
  schema: { enum: [1, 2, 3, true] },
  read(node, context) {
    const isNumber = node.kind === 'scalar' && ['integer', 'float', 'boolean'].includes(node.type)
    const value = isNumber ? Number(node.value) : Number.NaN
    return [1, 2, 3].includes(value) ? value : mismatch(node, this.name, context)
  }
} satisfies Type<number>

/** How to reach GMS: the peer's DatahubClientConfig (graph/config.py). It passes over every other key in silence. */
export const CLIENT_OPTIONS = {
  server: required(text, 'The address of DataHub’s metadata service (GMS).'),
  token: option(orNull(secretText), null, 'A personal access token, as a variable.'),
  auth: option(auth, null, 'Other ways to get a token than writing it down.'),
  timeout_sec: option(orNull(number({ min: 0 })), 30, 'How many seconds an answer of GMS may take.'),
  retry_status_codes: option(orNull(list(integer())), [429, 500, 502, 503, 504], 'Statuses that are tried again.'),
  retry_max_times: option(orNull(integer({ min: 0 })), 4, 'How often a request is tried again.'),
  extra_headers: option(orNull(record(text)), {}, 'Headers that every request carries.'),
  ca_certificate_path: option(orNull(text), null, 'A PEM file with an authority to trust.'),
  client_certificate_path: option(orNull(text), null, 'A PEM file with a client certificate.'),
  client_key_path: option(orNull(text), null, 'A PEM file with the key of the client certificate.'),
  disable_ssl_verification: option(flag, false, 'Whether any certificate is accepted.'),
  pool_connections: option(orNull(integer()), null, 'No meaning here: a connection for each request under way.'),
  pool_maxsize: option(orNull(integer()), null, 'No meaning here.'),
  tcp_keepalive: option(flag, false, 'No meaning here: connections are kept alive.'),
  respect_mcp_sync_marker: option(orNull(flag), null, 'No meaning here: nothing carries the marker.'),
  openapi_ingestion: option(orNull(flag), null, 'No meaning here, as with the peer’s sink: see endpoint.'),
  default_emit_mode: option(
    orNull(choice(['SYNC_WAIT', 'SYNC_PRIMARY', 'ASYNC', 'ASYNC_WAIT'], { fold: true })),
    null,
    'No meaning here, as with the peer’s sink: see mode.'
  ),
  client_mode: option(orNull(clientMode), null, 'No meaning here.'),
  datahub_component: option(orNull(text), null, 'No meaning here.'),
  server_config_refresh_interval: option(orNull(integer()), null, 'No meaning here.')
} as const

/** A server beside that of the sink. */
const apiSection = (server: typeof CLIENT_OPTIONS.server) =>
  orNull(
    section({ ...CLIENT_OPTIONS, server }, 'datahub_api', {
      extra: 'ignored',
      check(values, map, context) {
        if (values.token === null || values.auth === null) return true
        context.tell(map.at, 'error', {
          code: 'conflicting-keys',
          message: 'datahub_api has a token and auth',
          cure: 'remove one of them'
        })
        return false
      }
    })
  )

/** `datahub_api` of the recipe: the server that is asked what DataHub holds, where that is not the sink's. */
export const datahubApi = apiSection(required(httpServer, CLIENT_OPTIONS.server.doc))

/** `datahub_api` of a place for state, whose address matters only where state is kept. */
export const stateApi = apiSection(CLIENT_OPTIONS.server)
