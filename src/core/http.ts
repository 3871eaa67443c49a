import { setMaxListeners } from 'node:events'
import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { unzipSync } from 'node:zlib'
import { type Agents, agentsFor, type ConnectionOptions } from './http-agents.ts'
import { codeOf, NetworkError, networkError } from './http-error.ts'
import { proxyFor } from './http-proxy.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Text, sent as UTF-8, or its bytes. */
  readonly body?: string | Uint8Array
  /** Milliseconds in which the connection must stand, and in which then something must move on it; 0: any. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** The longest answer that is taken, in bytes. Default 64 MiB. */
  readonly maxAnswerBytes?: number
  /** How the answer's bytes become text; `latin1` makes each byte a character, for what is not text. Default utf8. */
  readonly encoding?: 'utf8' | 'latin1'
}

export interface HttpResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const MAX_ANSWER_BYTES = 64 * 1024 * 1024
const CONNECTED = 200
const PROXY_LOGIN = 407

/**
 * The one HTTP client, for one server. It never follows a redirect (a POST that turns into a GET loses its body and
 * looks like a success), never retries (core/retry.ts decides that), and never logs.
 */
export class HttpClient {
  readonly #agents: Agents
  readonly #proxy: URL | null

  /** @throws AppError of kind `input` when the proxy or a certificate cannot be used. */
  constructor(server: URL, options: ConnectionOptions) {
    this.#agents = agentsFor(server, options)
    this.#proxy = options.proxy ?? proxyFor(server, options.env)
  }

  /** @throws NetworkError when no answer came; any status is an answer, but a proxy's own. */
  async request(request: HttpRequest): Promise<HttpResponse> {
    try {
      const answer = await exchange(request, this.#agents)
      if (this.#proxy !== null && answer.status === PROXY_LOGIN) throw refusedByProxy(PROXY_LOGIN)
      return answer
    } catch (error) {
      throw this.#named(networkError(error))
    }
  }

  /** Ends the connections that are kept alive. */
  close(): void {
    this.#agents.httpAgent.destroy()
    this.#agents.httpsAgent.destroy()
  }

  /** Behind a proxy it is the proxy that refuses a connection or is not found. */
  #named(error: NetworkError): NetworkError {
    if (this.#proxy === null || !['refused', 'unknown-host', 'unreachable'].includes(error.reason)) return error
    return new NetworkError('proxy', `the proxy ${this.#proxy.host} cannot be reached: ${error.message}`, error.cause)
  }
}

/** One request and the whole of its answer. */
function exchange(request: HttpRequest, { httpAgent, httpsAgent }: Agents): Promise<HttpResponse> {
  const { method, url, timeoutMs: timeout } = request
  const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body
  const length = body === undefined ? {} : { 'content-length': String(body.byteLength) }
  const options = { method, headers: { ...request.headers, ...length }, timeout }
  const outgoing =
    url.protocol === 'https:'
      ? requestHttps(url, { ...options, agent: httpsAgent })
      : requestHttp(url, { ...options, agent: httpAgent })
  return new Promise((resolve, reject) => {
    // What Node says of a request that was broken off on purpose is of no use, and comes late or never.
    watch(outgoing, request, (why) => {
      reject(why)
      outgoing.destroy(why)
    })
    outgoing.on('error', reject)
    outgoing.on('response', (message) => void answerOf(message, request).then(resolve, reject))
    outgoing.end(body)
  })
}

/** Breaks a request off when it takes too long, when it is cancelled, and when a proxy stands in its way. */
function watch(outgoing: ClientRequest, request: HttpRequest, breakOff: (why: NetworkError) => void): void {
  const { timeoutMs, signal } = request
  const stall = (): void => breakOff(new NetworkError('timeout', `no answer within ${timeoutMs / 1000} s`))
  const cancel = (): void => breakOff(new NetworkError('cancelled', 'the request was cancelled'))
  // Node's own timeout watches a connection, and a proxy's agent hands out none before the proxy has answered.
  const connecting = timeoutMs > 0 ? AbortSignal.timeout(timeoutMs) : null
  connecting?.addEventListener('abort', stall, { once: true })
  outgoing.once('socket', () => connecting?.removeEventListener('abort', stall))
  outgoing.on('timeout', stall)
  outgoing.on('proxyConnect', ({ statusCode = CONNECTED }: { readonly statusCode?: number }) => {
    if (statusCode !== CONNECTED) breakOff(refusedByProxy(statusCode))
  })
  outgoing.on('close', () => {
    signal?.removeEventListener('abort', cancel)
    connecting?.removeEventListener('abort', stall)
  })
  if (signal === undefined) return
  // One signal ends all requests of a run: Node 20 would take so many listeners for a leak, and say so.
  setMaxListeners(0, signal)
  if (signal.aborted) cancel()
  else signal.addEventListener('abort', cancel, { once: true })
}

const refusedByProxy = (status: number): NetworkError =>
  new NetworkError('proxy', status === PROXY_LOGIN ? 'the proxy asks for a login' : `the proxy answered ${status}`)

async function answerOf(message: IncomingMessage, request: HttpRequest): Promise<HttpResponse> {
  const most = request.maxAnswerBytes ?? MAX_ANSWER_BYTES
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw tooLong(most)
    chunks.push(chunk)
  }
  const bytes = decoded(Buffer.concat(chunks), message.headers['content-encoding'], most)
  return { status: message.statusCode ?? 0, headers: message.headers, text: bytes.toString(request.encoding ?? 'utf8') }
}

function decoded(bytes: Buffer, encoding: string | undefined, most: number): Buffer {
  if (bytes.length === 0 || !/^(x-)?gzip$|^deflate$/i.test(encoding ?? '')) return bytes
  try {
    return unzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLong(most) : error
  }
}

const tooLong = (most: number): NetworkError =>
  new NetworkError('other', `the answer is longer than ${most} bytes, and was not read to its end`)
