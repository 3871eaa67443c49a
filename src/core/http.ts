import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { gunzipSync, inflateSync } from 'node:zlib'
import { agentsFor, type ConnectionOptions } from './http-agents.ts'
import { NetworkError, networkError } from './http-error.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds in which the connection must stand, and in which then more of the answer must come. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

export interface HttpResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Answers longer than this are cut off with an error: nothing we ask for is so long. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024

/**
 * The one HTTP client, for one server. It never follows a redirect (a POST that turns into a GET loses its body and
 * looks like a success), never retries (core/retry.ts decides that), and never logs.
 */
export class HttpClient {
  readonly #agents: ReturnType<typeof agentsFor>

  constructor(server: URL, options: ConnectionOptions) {
    this.#agents = agentsFor(server, options)
  }

  /** @throws NetworkError when no answer came; any status is an answer. */
  async request(request: HttpRequest): Promise<HttpResponse> {
    try {
      const message = await this.#send(request)
      const text = await readText(message)
      return { status: message.statusCode ?? 0, headers: message.headers, text }
    } catch (error) {
      throw networkError(error)
    }
  }

  /** Ends the connections that are kept alive. */
  close(): void {
    this.#agents.httpAgent.destroy()
    this.#agents.httpsAgent.destroy()
  }

  #send({ method, url, headers, body, timeoutMs, signal }: HttpRequest): Promise<IncomingMessage> {
    const secure = url.protocol === 'https:'
    const send = secure ? requestHttps : requestHttp
    const agent = secure ? this.#agents.httpsAgent : this.#agents.httpAgent
    const bytes = body === undefined ? 0 : Buffer.byteLength(body)
    const length = body === undefined ? {} : { 'content-length': String(bytes) }
    // ASCII needs no encoding, and copying it is several times faster.
    const encoding = body?.length === bytes ? 'latin1' : 'utf8'
    return new Promise((resolve, reject) => {
      const outgoing = send(url, { method, agent, timeout: timeoutMs, headers: { ...headers, ...length } }, resolve)
      const cancel = (): void => void outgoing.destroy(new NetworkError('cancelled', 'the request was cancelled'))
      outgoing.on('timeout', () => outgoing.destroy(new NetworkError('timeout', `no answer within ${timeoutMs} ms`)))
      outgoing.on('error', reject)
      outgoing.on('close', () => signal?.removeEventListener('abort', cancel))
      if (signal?.aborted === true) cancel()
      else signal?.addEventListener('abort', cancel, { once: true })
      outgoing.end(body, encoding)
    })
  }
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_ANSWER_BYTES) throw new NetworkError('other', `the answer is longer than ${MAX_ANSWER_BYTES} bytes`)
    chunks.push(chunk)
  }
  return decode(Buffer.concat(chunks), message.headers['content-encoding']).toString('utf8')
}

function decode(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes)
  if (encoding === 'deflate') return inflateSync(bytes)
  return bytes
}
