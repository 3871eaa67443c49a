import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Clock } from '../core/clock.ts'
import type { Environment } from '../core/environment.ts'
import { AppError, messageOf } from '../core/errors.ts'
import { HttpClient } from '../core/http.ts'
import { DEFAULT_RETRY } from '../core/retry.ts'
import { GmsClient } from '../datahub/gms-client.ts'
import type { GmsConfig } from '../datahub/gms-config.ts'
import { probeGms, shownServer } from '../datahub/gms-probe.ts'
import { GmsReader } from '../datahub/gms-reader.ts'
import type { Emit } from '../model/event.ts'
import type { MetadataReader, MetadataSearch, Sink } from '../model/ports.ts'
import type { RestSinkOptions, SinkOptions } from '../model/recipe.ts'
import type { SinkReport } from '../model/report.ts'
import { BlackholeSink } from './blackhole.ts'
import { ConsoleSink } from './console.ts'
import { FileSink } from './file.ts'
import { NoSink } from './none.ts'
import { OPENAPI } from './rest/openapi.ts'
import { MAX_BYTES, MAX_PROPOSALS } from './rest/pack.ts'
import { RestSink } from './rest/rest-sink.ts'
import { RESTLI } from './rest/restli.ts'
import type { Stamp } from './stamp.ts'

export interface SinkDeps {
  readonly env: Environment
  readonly cwd: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly stdout: (text: string) => void
  readonly stamp: Stamp
  readonly dryRun: boolean
  readonly emit: Emit
}

/** A sink that is ready to be written to. */
export interface OpenSink {
  readonly sink: Sink
  readonly report: SinkReport
  /** What GMS can do; null for sinks without one. */
  readonly gms: GmsConfig | null
  /** Reads what that GMS holds; null for sinks without one. */
  readonly reader: (MetadataReader & MetadataSearch) | null
  /** Ends its connections. */
  close(): void
}

/**
 * Makes the recipe's sink. GMS is asked who it is first, in a dry run too: it decides which aspects are made, and a run
 * that could not write should not look as if it could.
 * @throws AppError of kind `cannot-begin` when GMS cannot be reached or is none.
 */
export async function openSink(options: SinkOptions, deps: SinkDeps): Promise<OpenSink> {
  switch (options.type) {
    case 'datahub-rest':
      return openRest(options, deps)
    case 'file': {
      const path = resolve(deps.cwd, options.filename)
      const sink = deps.dryRun ? new NoSink() : new FileSink(path, deps.stamp, deps.clock, options.nestsText)
      return local(sink, 'file', options.filename)
    }
    case 'console': {
      const sink = deps.dryRun ? new NoSink() : new ConsoleSink(deps.stdout, deps.stamp, deps.clock)
      return local(sink, 'console', 'console')
    }
    case 'blackhole':
      return local(deps.dryRun ? new NoSink() : new BlackholeSink(), 'blackhole', 'blackhole')
  }
}

const local = (sink: Sink, type: string, target: string): OpenSink => ({
  sink,
  report: { type, target, version: null },
  gms: null,
  reader: null,
  close: () => {}
})

async function openRest(options: RestSinkOptions, deps: SinkDeps): Promise<OpenSink> {
  const http = new HttpClient(new URL(options.server), {
    env: deps.env,
    maxSockets: options.maxThreads,
    ...(await certificates(options, deps))
  })
  const client = clientOf(options, http, deps)
  try {
    const gms = await probeGms(client, options.server, deps.emit)
    const sink = deps.dryRun ? new NoSink() : restSink(options, client, deps)
    const report = { type: options.type, target: new URL(options.server).origin, version: gms.version }
    const reader = new GmsReader(client, { server: report.target, clock: deps.clock, emit: deps.emit })
    return { sink, report, gms, reader, close: () => http.close() }
  } catch (error) {
    http.close()
    throw error
  }
}

function clientOf(options: RestSinkOptions, http: HttpClient, deps: SinkDeps): GmsClient {
  const { server, token, extraHeaders, retryStatusCodes, retryMaxTimes, timeoutSeconds } = options
  const retry = { ...DEFAULT_RETRY, retries: retryMaxTimes }
  return new GmsClient(
    { server, token, extraHeaders, timeoutMs: timeoutSeconds * 1000, retry, retryStatusCodes },
    { http, clock: deps.clock, signal: deps.signal }
  )
}

function restSink(options: RestSinkOptions, client: GmsClient, deps: SinkDeps): Sink {
  const settings = {
    server: shownServer(options.server),
    limits: { maxProposals: Math.min(options.maxPerBatch, MAX_PROPOSALS), maxBytes: MAX_BYTES },
    parallel: options.maxThreads,
    asynchronous: options.mode === 'async',
    wire: options.endpoint === 'openapi' ? OPENAPI : RESTLI,
    stamp: deps.stamp
  }
  return new RestSink(settings, client, deps.clock)
}

interface Certificates {
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly rejectUnauthorized?: boolean
}

/** The certificates that the recipe names, read from their files; without an authority the one that the environment names. */
async function certificates(options: RestSinkOptions, { env, cwd }: SinkDeps): Promise<Certificates> {
  const { caCertificatePath, clientCertificatePath, clientKeyPath, disableSslVerification } = options
  const needsNone = disableSslVerification || !/^https:/i.test(options.server)
  const usual = needsNone ? null : authorityOf(env)
  const authority = caCertificatePath === null ? usual : { path: caCertificatePath, name: CA_OPTION }
  return {
    ...(authority === null ? {} : { ca: await pem(authority.path, authority.name, cwd) }),
    ...(clientCertificatePath === null
      ? {}
      : {
          cert: await pem(clientCertificatePath, "The sink's client_certificate_path", cwd),
          key: await pem(clientKeyPath ?? clientCertificatePath, "The sink's client_key_path", cwd)
        }),
    ...(disableSslVerification ? { rejectUnauthorized: false } : {})
  }
}

const CA_OPTION = "The sink's ca_certificate_path"

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
