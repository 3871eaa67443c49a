import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { HttpClient } from '../core/http.ts'
import { DEFAULT_RETRY } from '../core/retry.ts'
import type { Mask } from '../model/ports.ts'
import type { GmsConnection } from '../model/recipe.ts'
import { GmsClient } from './gms-client.ts'
import { tokenSource } from './tokens/token-source.ts'

export interface ConnectDeps {
  readonly env: Environment
  /** Relative paths of certificates are resolved against it. */
  readonly cwd: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly mask: Mask
}

/** A client for one GMS, and the end of its connections. */
export interface ConnectedGms {
  readonly client: GmsClient
  readonly close: () => void
}

/**
 * Makes the client that a recipe's options ask for. Nothing is sent yet. `sockets`: connections at once.
 * @throws AppError of kind `input` when a certificate cannot be read, or the token or a header cannot be sent.
 */
export async function connectGms(options: GmsConnection, sockets: number, deps: ConnectDeps): Promise<ConnectedGms> {
  const { server, token, extraHeaders, retryStatusCodes, retryMaxTimes, timeoutSeconds } = options
  const tls = await certificates(options, deps)
  const http = new HttpClient(new URL(server), { env: deps.env, maxSockets: sockets, ...tls })
  const retry = { ...DEFAULT_RETRY, retries: retryMaxTimes }
  try {
    const client = new GmsClient(
      { server, token, extraHeaders, timeoutMs: timeoutSeconds * 1000, retry, retryStatusCodes },
      {
        http,
        clock: deps.clock,
        signal: deps.signal,
        ...(options.auth === null ? {} : { tokens: tokenSource(options.auth, deps) })
      }
    )
    return { client, close: () => http.close() }
  } catch (error) {
    http.close()
    throw error
  }
}

interface Certificates {
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly rejectUnauthorized?: boolean
}

/** The certificates that the recipe names, read from their files; without an authority the one that the environment names. */
async function certificates(options: GmsConnection, { env, cwd }: ConnectDeps): Promise<Certificates> {
  const { caCertificatePath, clientCertificatePath, clientKeyPath, disableSslVerification } = options
  const needsNone = disableSslVerification || !/^https:/i.test(options.server)
  const usual = needsNone ? null : authorityOf(env)
  const authority = caCertificatePath === null ? usual : { path: caCertificatePath, name: CA_OPTION }
  return {
    ...(authority === null ? {} : { ca: await pem(authority.path, authority.name, cwd) }),
    ...(clientCertificatePath === null
      ? {}
      : {
          cert: await pem(clientCertificatePath, "The recipe's client_certificate_path", cwd),
          key: await pem(clientKeyPath ?? clientCertificatePath, "The recipe's client_key_path", cwd)
        }),
    ...(disableSslVerification ? { rejectUnauthorized: false } : {})
  }
}

const CA_OPTION = "The recipe's ca_certificate_path"

/** The variables from which the peer's HTTP library takes its authorities (requests, Session.merge_environment_settings). */
function authorityOf(env: Environment): { readonly path: string; readonly name: string } | null {
  const name = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'].find((variable) => (env[variable] ?? '') !== '')
  return name === undefined ? null : { path: env[name] ?? '', name }
}

async function pem(path: string, name: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, path), 'utf8')
  } catch (error) {
    throw new AppError(`${name} '${path}' cannot be read: ${messageOf(error)}`, {
      kind: 'input',
      code: 'certificate-file',
      cure: `give it the path of a PEM file; it is resolved against ${cwd}`,
      cause: error
    })
  }
}
