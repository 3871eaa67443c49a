import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type Clock, systemClock } from '../../../src/core/clock.ts'
import { type Fault, type FaultRule, faultPlan } from './faults.ts'

/** A request whose body has been read. */
export interface EmulatedRequest {
  readonly method: string
  /** The path as sent, still percent-encoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** The target as sent: path and query. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  /** The body as it came; joined only where somebody looks into it. */
  readonly parts: readonly Buffer[]
  /** Bytes of the body. */
  readonly size: number
  readonly body: Buffer
}

/** An answer. Several buffers are sent one after the other, which saves joining large pages. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Buffer | readonly Buffer[]
}

/** What a stand-in keeps of each request, in the order in which they were answered. */
export interface RecordedRequest {
  /** The service's name for it, such as `GetTables sales`. */
  readonly label: string
  readonly method: string
  readonly target: string
  readonly headers: IncomingHttpHeaders
  /** The HTTP status that was answered; 0 when the connection was broken on purpose. */
  readonly status: number
  /** Only with `keep: 'bodies'`. */
  readonly body?: string
}

/** Certificate and key in PEM; `clientCa` makes the server ask for a client certificate and refuse others. */
export interface TlsOptions {
  readonly key: string
  readonly cert: string
  readonly clientCa?: string
}

/** What all stand-ins have in common. */
export interface ServerOptions {
  /** 0, the default: any free port. */
  readonly port?: number
  readonly faults?: readonly FaultRule[]
  /** Seed of everything random in the stand-in. Default 1. */
  readonly seed?: number
  readonly clock?: Clock
  /** How much of each request is kept. Default `headers`; `none` for benchmarks. */
  readonly keep?: 'none' | 'headers' | 'bodies'
  readonly tls?: TlsOptions
}

/** One service: how it names, answers and refuses requests. */
export interface Service {
  /** A short name of the request, which fault rules and the request log use. */
  label(request: EmulatedRequest): string
  answer(request: EmulatedRequest): Reply | Promise<Reply>
  /** The service's own way of saying that something went wrong. */
  failure(fault: Fault, request: EmulatedRequest): Reply
}

/** A running stand-in. */
export interface RunningServer {
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  readonly url: string
  readonly port: number
  readonly requests: readonly RecordedRequest[]
  /** How many requests were answered, by label. */
  readonly counts: ReadonlyMap<string, number>
  /** Stops listening and breaks open connections. */
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/** Starts an HTTP server on the loopback interface that answers for `service`. */
export async function startServer(service: Service, options: ServerOptions = {}): Promise<RunningServer> {
  const log = new RequestLog(options.keep ?? 'headers')
  const plan = faultPlan(options.faults ?? [], options.seed ?? 1)
  const clock = options.clock ?? systemClock
  const listener = (message: IncomingMessage, response: ServerResponse): void => {
    serve({ message, response, service, plan: (label) => plan.next(label), clock, log }).catch(() => response.destroy())
  }
  const server = options.tls === undefined ? createServer(listener) : createTlsServer(tlsOf(options.tls), listener)
  server.keepAliveTimeout = 60_000
  const port = await listen(server, options.port ?? 0)
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://${HOST}:${port}`,
    port,
    requests: log.requests,
    counts: log.counts,
    close: () => close(server)
  }
}

function tlsOf(tls: TlsOptions): object {
  const client = tls.clientCa === undefined ? {} : { ca: tls.clientCa, requestCert: true, rejectUnauthorized: true }
  return { key: tls.key, cert: tls.cert, ...client }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'))
      else resolve(address.port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

interface Turn {
  readonly message: IncomingMessage
  readonly response: ServerResponse
  readonly service: Service
  readonly plan: (label: string) => Fault | null
  readonly clock: Clock
  readonly log: RequestLog
}

async function serve(turn: Turn): Promise<void> {
  const request = await readRequest(turn.message)
  const label = turn.service.label(request)
  const fault = turn.plan(label)
  if (fault?.delayMs !== undefined) await turn.clock.sleep(fault.delayMs)
  if (fault?.reset === 'before') {
    turn.log.add(label, request, 0)
    turn.response.destroy()
    return
  }
  const reply = fails(fault) ? turn.service.failure(fault, request) : await turn.service.answer(request)
  turn.log.add(label, request, reply.status)
  send(turn.response, reply, fault?.reset === 'half')
}

function fails(fault: Fault | null): fault is Fault {
  return fault !== null && (fault.status !== undefined || fault.code !== undefined)
}

async function readRequest(message: IncomingMessage): Promise<EmulatedRequest> {
  const parts = await partsOf(message)
  const target = message.url ?? '/'
  const mark = target.indexOf('?')
  return {
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    target,
    headers: message.headers,
    parts,
    size: parts.reduce((sum, part) => sum + part.length, 0),
    get body() {
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
    }
  }
}

/** By events: an iterator over the stream costs more than the rest of the request. */
function partsOf(message: IncomingMessage): Promise<readonly Buffer[]> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    message.on('data', (part: Buffer) => parts.push(part))
    message.on('end', () => resolve(parts))
    message.on('error', reject)
    message.on('close', () => reject(new Error('the request broke off')))
  })
}

function send(response: ServerResponse, reply: Reply, half: boolean): void {
  const parts = typeof reply.body === 'string' ? [Buffer.from(reply.body)] : buffersOf(reply.body)
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(length) })
  if (half) {
    response.write(Buffer.concat(parts).subarray(0, Math.floor(length / 2)), () => response.destroy())
    return
  }
  for (const part of parts) response.write(part)
  response.end()
}

function buffersOf(body: Buffer | readonly Buffer[]): readonly Buffer[] {
  return Buffer.isBuffer(body) ? [body] : body
}

class RequestLog {
  readonly requests: RecordedRequest[] = []
  readonly counts = new Map<string, number>()
  readonly #keep: 'none' | 'headers' | 'bodies'

  constructor(keep: 'none' | 'headers' | 'bodies') {
    this.#keep = keep
  }

  add(label: string, request: EmulatedRequest, status: number): void {
    this.counts.set(label, (this.counts.get(label) ?? 0) + 1)
    if (this.#keep === 'none') return
    const { method, target, headers } = request
    const body = this.#keep === 'bodies' ? { body: request.body.toString() } : {}
    this.requests.push({ label, method, target, headers, status, ...body })
  }
}
