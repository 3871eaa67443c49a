import type { ValuesOf } from '../core/config/option.ts'
import type { GmsConnection } from '../model/recipe.ts'
import { CLIENT_OPTIONS } from './options/client.ts'
import { normalServer } from './options/gms-server.ts'

/** A client's options as a connection; zero and null mean the default, as with the peer (rest_emitter.py). */
export function connectionOf(values: ValuesOf<typeof CLIENT_OPTIONS>): GmsConnection {
  const { retry_status_codes: statuses, retry_max_times: retries } = CLIENT_OPTIONS
  return {
    server: normalServer(values.server),
    token: values.token === '' ? null : values.token,
    auth: values.auth,
    timeoutSeconds: values.timeout_sec || CLIENT_OPTIONS.timeout_sec.fallback || 0,
    retryStatusCodes: values.retry_status_codes ?? statuses.fallback ?? [],
    retryMaxTimes: values.retry_max_times ?? retries.fallback ?? 0,
    extraHeaders: values.extra_headers ?? {},
    caCertificatePath: values.ca_certificate_path,
    clientCertificatePath: values.client_certificate_path,
    clientKeyPath: values.client_key_path,
    disableSslVerification: values.disable_ssl_verification
  }
}

/** The same of a client that may not be given. */
export const connectionOrNull = (values: ValuesOf<typeof CLIENT_OPTIONS> | null): GmsConnection | null =>
  values === null ? null : connectionOf(values)
