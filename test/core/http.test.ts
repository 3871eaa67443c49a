import { getEventListeners } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import { HttpClient, type HttpRequest } from '../../src/core/http.ts'
import { NetworkError } from '../../src/core/http-error.ts'
import { httpServer, type Listener, type TestServer, tcpServer, unusedPort } from './http-servers.ts'

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A client for a server that closes with the test, and its url. */
function clientFor(server: TestServer): { readonly client: HttpClient; readonly url: URL } {
  const url = new URL(`http://127.0.0.1:${server.port}/path?query=1`)
  const client = new HttpClient(url, { env: {} })
  closing.push(() => client.close(), server.close)
  return { client, url }
}

const serve = async (listener: Listener) => clientFor(await httpServer(listener))
const serveRaw = async (listener: (socket: Socket) => void) => clientFor(await tcpServer(listener))

const get = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 5000,
  ...more
})

/** Why a request got no answer. */
async function failureOf(promise: Promise<unknown>): Promise<NetworkError> {
  const thrown = await promise.then(
    () => 'an answer',
    (error: unknown) => error
  )
  if (!(thrown instanceof NetworkError)) throw new Error(`expected a NetworkError, got ${String(thrown)}`)
  return thrown
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

describe('a request', () => {
  it.each(['plain', 'größer, 表, 🦄', '', 'x'.repeat(3_000_000)])('carries its body whole: %.20s', async (body) => {
    const { client, url } = await serve(async (message, response) => {
      const { method, url: target, headers } = message
      const received = await bodyOf(message)
      const told = { method, target, test: headers['x-test'], length: headers['content-length'], received }
      response.end(JSON.stringify(told))
    })
    const answer = await client.request(get(url, { method: 'POST', headers: { 'x-test': 'yes' }, body }))
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({
      method: 'POST',
      target: '/path?query=1',
      test: 'yes',
      length: String(Buffer.byteLength(body)),
      received: body
    })
  })

  it('carries bytes as they are', async () => {
    const { client, url } = await serve(async (message, response) => response.end(await bodyOf(message)))
    const body = Buffer.from('größer')
    expect((await client.request(get(url, { method: 'POST', body }))).text).toBe('größer')
  })

  it('keeps its connection for the next one', async () => {
    const ports = new Set<number | undefined>()
    const { client, url } = await serve((message, response) => {
      ports.add(message.socket.remotePort)
      response.end('ok')
    })
    for (let i = 0; i < 5; i++) await client.request(get(url))
    expect(ports.size).toBe(1)
  })

  it('opens as many connections as it may, and no more', async () => {
    const open: ServerResponse[] = []
    let most = 0
    const server = await httpServer((_message, response) => {
      open.push(response)
      most = Math.max(most, open.length)
      // Answers come only once two requests are there together.
      if (open.length >= 2) for (const waiting of open.splice(0)) waiting.end()
    })
    const url = new URL(`http://127.0.0.1:${server.port}`)
    const client = new HttpClient(url, { env: {}, maxSockets: 2 })
    closing.push(() => client.close(), server.close)
    await Promise.all(Array.from({ length: 10 }, () => client.request(get(url))))
    expect(most).toBe(2)
  })
})

describe('a signal', () => {
  it('serves any number of requests, and is left alone by those that ended', async () => {
    const { signal } = new AbortController()
    const { client, url } = await serve((_message, response) => response.end())
    await Promise.all(Array.from({ length: 30 }, () => client.request(get(url, { signal }))))
    // One turn for the connections to be handed back.
    await new Promise((resolve) => setImmediate(resolve))
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})

describe('an answer', () => {
  it.each([301, 302, 303, 307, 308])('of status %i is not followed', async (status) => {
    const asked: (string | undefined)[] = []
    const { client, url } = await serve((message, response) => {
      asked.push(message.url)
      response.writeHead(status, { location: '/elsewhere' }).end()
    })
    const answer = await client.request(get(url, { method: 'POST', body: '{}' }))
    expect([answer.status, answer.headers.location, asked]).toEqual([status, '/elsewhere', ['/path?query=1']])
  })

  it.each([400, 401, 404, 413, 422, 429, 500, 503])('of status %i is an answer', async (status) => {
    const { client, url } = await serve((_message, response) => response.writeHead(status).end('words'))
    expect(await client.request(get(url))).toMatchObject({ status, text: 'words' })
  })

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync]
  ] as const)('packed with %s is unpacked', async (encoding, pack) => {
    const { client, url } = await serve((_message, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(pack('größer'))
    )
    expect((await client.request(get(url))).text).toBe('größer')
  })

  it('may be empty though it is said to be packed', async () => {
    const { client, url } = await serve((_message, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end()
    )
    expect((await client.request(get(url))).text).toBe('')
  })

  it('to a request that is too large is heard although the request is not read', async () => {
    const { client, url } = await serveRaw((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => {
        socket.pause()
        socket.end('HTTP/1.1 413 Too Large\r\ncontent-length: 5\r\nconnection: close\r\n\r\nlarge')
      })
    })
    const answer = await client.request(get(url, { method: 'POST', body: 'x'.repeat(10_000_000) }))
    expect([answer.status, answer.text]).toEqual([413, 'large'])
  })

  it.each(['identity', 'gzip'])('that is too long is broken off (%s)', async (encoding) => {
    const { client, url } = await serve((_message, response) => {
      const text = 'x'.repeat(100_000)
      const packed = encoding === 'gzip' ? gzipSync(text) : text
      response.writeHead(200, encoding === 'gzip' ? { 'content-encoding': 'gzip' } : {}).end(packed)
    })
    const { reason, message } = await failureOf(client.request(get(url, { maxAnswerBytes: 99_999 })))
    expect([reason, message]).toEqual(['other', 'the answer is longer than 99999 bytes, and was not read to its end'])
    expect((await client.request(get(url, { maxAnswerBytes: 100_000 }))).text).toHaveLength(100_000)
  })
})

describe('no answer', () => {
  it('because nobody listens', async () => {
    const url = new URL(`http://127.0.0.1:${await unusedPort()}`)
    const client = new HttpClient(url, { env: {} })
    expect((await failureOf(client.request(get(url)))).reason).toBe('refused')
  })

  it('because the connection breaks before it', async () => {
    const { client, url } = await serveRaw((socket) => socket.once('data', () => socket.destroy()))
    expect((await failureOf(client.request(get(url)))).reason).toBe('reset')
  })

  it('because the connection breaks within it', async () => {
    const { client, url } = await serveRaw((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'))
    )
    expect((await failureOf(client.request(get(url)))).reason).toBe('reset')
  })

  it.each([
    ['at all', ''],
    ['after its head', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n'],
    ['in its middle', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf']
  ])('in time: nothing comes %s', async (_when, begin) => {
    const { client, url } = await serveRaw((socket) => socket.once('data', () => socket.write(begin)))
    const { reason, message } = await failureOf(client.request(get(url, { timeoutMs: 60 })))
    expect([reason, message]).toEqual(['timeout', 'no answer within 0.06 s'])
  })

  it('because it was cancelled before it began', async () => {
    const { client, url } = await serve((_message, response) => response.end())
    const { reason } = await failureOf(client.request(get(url, { signal: AbortSignal.abort() })))
    expect(reason).toBe('cancelled')
  })

  it.each(['', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf'])(
    'because it was cancelled after "%s"',
    async (begin) => {
      const controller = new AbortController()
      const { client, url } = await serveRaw((socket) =>
        socket.once('data', () => socket.write(begin, () => controller.abort()))
      )
      expect((await failureOf(client.request(get(url, { signal: controller.signal })))).reason).toBe('cancelled')
    }
  )

  it.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['TLS', '\x15\x03\x01\x00\x02\x02\x46']
  ])('because something speaks %s', async (_what, words) => {
    const { client, url } = await serveRaw((socket) => socket.once('data', () => socket.end(words, 'latin1')))
    expect((await failureOf(client.request(get(url)))).reason).toBe('not-http')
  })

  it('because it is not packed as it says', async () => {
    const { client, url } = await serve((_message, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain')
    )
    const { message } = await failureOf(client.request(get(url)))
    expect(message).toBe('the answer is not compressed as it says')
  })

  it('to a header that cannot be sent, whose value is not told', async () => {
    const { client, url } = await serve((_message, response) => response.end())
    const { reason, message } = await failureOf(client.request(get(url, { headers: { authorization: 's3cret\n' } })))
    expect(reason).toBe('other')
    expect(message).not.toContain('s3cret')
  })
})
