import { request } from 'node:https'
import { afterEach, describe, expect, it } from '@jest/globals'
import { testCertificates } from './certificates.ts'
import { jsonReply } from './replies.ts'
import { type RunningServer, type ServerOptions, type Service, startServer } from './server.ts'

const running: RunningServer[] = []
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())))

const echo: Service = {
  label: ({ method, path }) => `${method} ${path}`,
  answer: ({ body, query }) => ({ status: 200, body: [Buffer.from(query.get('before') ?? ''), body] }),
  failure: (fault) => jsonReply(fault.status ?? 500, { code: fault.code ?? '' }, fault.headers)
}

async function start(options: ServerOptions = {}): Promise<RunningServer> {
  const server = await startServer(echo, options)
  running.push(server)
  return server
}

describe('a stand-in', () => {
  it('answers what was posted, and keeps what was asked', async () => {
    const server = await start({ keep: 'bodies' })
    const response = await fetch(`${server.url}/a%20b?before=x`, { method: 'POST', body: 'é' })
    expect([response.status, await response.text()]).toEqual([200, 'xé'])
    expect(server.requests).toMatchObject([{ label: 'POST /a%20b', target: '/a%20b?before=x', status: 200, body: 'é' }])
  })

  it('keeps nothing but counts when told to', async () => {
    const server = await start({ keep: 'none' })
    await fetch(`${server.url}/a`)
    await fetch(`${server.url}/a`)
    expect([server.requests, [...server.counts]]).toEqual([[], [['GET /a', 2]]])
  })

  it('breaks off in the middle of an answer whose length it has told', async () => {
    const server = await start({ faults: [{ reset: 'half' }] })
    const response = await fetch(server.url, { method: 'POST', body: 'x'.repeat(1000) })
    expect(response.headers.get('content-length')).toBe('1000')
    await expect(response.text()).rejects.toThrow('terminated')
  })

  it('closes although a client keeps its connection', async () => {
    const server = await start()
    await (await fetch(server.url)).text()
    await server.close()
    await expect(fetch(server.url)).rejects.toThrow('fetch failed')
  })
})

describe('over TLS', () => {
  const certificates = testCertificates()

  function get(url: string, tls: object): Promise<number> {
    return new Promise((resolve, reject) => {
      request(url, { agent: false, ...tls }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })
  }

  it('is trusted only by those who know the authority', async () => {
    const { url } = await start({ tls: certificates.server })
    expect(url).toMatch(/^https:/u)
    expect(await get(url, { ca: certificates.ca })).toBe(200)
    await expect(get(url, {})).rejects.toMatchObject({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
  })

  it('asks for a client certificate when told to', async () => {
    const { url } = await start({ tls: { ...certificates.server, clientCa: certificates.ca } })
    expect(await get(url, { ca: certificates.ca, ...certificates.client })).toBe(200)
    await expect(get(url, { ca: certificates.ca })).rejects.toThrow(/certificate required|socket hang up|ECONNRESET/u)
  })
})
