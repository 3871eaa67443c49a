import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { AppError } from '../../src/core/errors.ts'
import { HttpClient, type HttpResponse } from '../../src/core/http.ts'
import type { ConnectionOptions } from '../../src/core/http-agents.ts'
import { NetworkError } from '../../src/core/http-error.ts'
import { type TestCertificates, testCertificates } from '../emulator/http/certificates.ts'
import { httpServer, proxyServer, type TestServer, tcpServer, unusedPort } from './http-servers.ts'

/* TLS and proxies, against servers of this machine. */

let certificates: TestCertificates
let other: TestCertificates
let plain: TestServer
let secure: TestServer
let strict: TestServer
beforeAll(async () => {
  certificates = testCertificates()
  other = testCertificates()
  plain = await httpServer((_message, response) => response.end('plain'))
  secure = await httpServer((_message, response) => response.end('secure'), certificates.server)
  strict = await httpServer((_message, response) => response.end('strict'), {
    ...certificates.server,
    clientCa: certificates.ca
  })
})
afterAll(() => Promise.all([plain.close(), secure.close(), strict.close()]))

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** The text of the answer, or the reason why none came. */
async function ask(url: string, options: Partial<ConnectionOptions> = {}, timeoutMs = 5000): Promise<string> {
  const client = new HttpClient(new URL(url), { env: {}, ...options })
  closing.push(() => client.close())
  try {
    const { text }: HttpResponse = await client.request({ method: 'GET', url: new URL(url), headers: {}, timeoutMs })
    return text
  } catch (error) {
    if (error instanceof NetworkError) return `${error.reason}: ${error.message}`
    throw error
  }
}

async function proxied(answer?: Parameters<typeof proxyServer>[1]) {
  const seen: string[] = []
  const server = await proxyServer(seen, answer)
  closing.push(server.close)
  const address = `http://127.0.0.1:${server.port}`
  return { seen, address, env: { HTTP_PROXY: address, HTTPS_PROXY: address } }
}

describe('TLS', () => {
  it('is refused with a certificate of an unknown authority', async () => {
    expect(await ask(`https://localhost:${secure.port}`)).toMatch(/^untrusted-certificate: /)
    expect(await ask(`https://localhost:${secure.port}`, { ca: other.ca })).toMatch(/^untrusted-certificate: /)
  })

  it.each(['localhost', '127.0.0.1'])('is accepted with its authority (%s)', async (host) => {
    expect(await ask(`https://${host}:${secure.port}`, { ca: certificates.ca })).toBe('secure')
  })

  it('finds its authority between words and what is no certificate', async () => {
    const broken = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
    const ca = `# theirs\n${broken}\n# ours\n${certificates.ca}\n`
    expect(await ask(`https://localhost:${secure.port}`, { ca })).toBe('secure')
  })

  it('is refused for another host', async () => {
    expect(await ask(`https://127.0.0.2:${secure.port}`, { ca: certificates.ca })).toMatch(/^wrong-host-certificate: /)
  })

  it('is accepted whatever the certificate when nothing is to be verified', async () => {
    expect(await ask(`https://127.0.0.2:${secure.port}`, { rejectUnauthorized: false })).toBe('secure')
  })

  it('shows the client’s certificate to a server that asks for it', async () => {
    const { cert, key } = certificates.client
    const url = `https://localhost:${strict.port}`
    expect(await ask(url, { ca: certificates.ca, cert, key })).toBe('strict')
    expect(await ask(url, { ca: certificates.ca })).toMatch(/^client-certificate: /)
    expect(await ask(url, { ca: certificates.ca, ...other.client })).toMatch(/^(client-certificate|reset): /)
  })

  it('is not what a plain server speaks, nor the other way round', async () => {
    expect(await ask(`https://localhost:${plain.port}`)).toMatch(/^tls: /)
    expect(await ask(`http://localhost:${secure.port}`)).toMatch(/^(reset|not-http): /)
  })

  it.each([
    ['an authority that is no PEM', { ca: 'not PEM' }],
    [
      'an authority whose certificate is broken',
      { ca: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' }
    ],
    ['a certificate that is no PEM', { cert: 'not PEM', key: 'not PEM' }]
  ])('says what is wrong with %s', (_what, options) => {
    expect(() => new HttpClient(new URL('https://a'), { env: {}, ...options })).toThrow(AppError)
    expect(() => new HttpClient(new URL('https://a'), { env: {}, ...options })).toThrow(/^The certificates for TLS/)
  })

  it('says when the key is another certificate’s', () => {
    const options = { env: {}, cert: certificates.client.cert, key: other.client.key }
    expect(() => new HttpClient(new URL('https://a'), options)).toThrow(/^The certificates for TLS cannot be used/)
  })
})

describe('a proxy', () => {
  it('is asked for http with the whole url', async () => {
    const { seen, env } = await proxied()
    expect(await ask(`http://127.0.0.1:${plain.port}/a`, { env })).toBe('plain')
    expect(seen).toEqual([`GET http://127.0.0.1:${plain.port}/a HTTP/1.1`])
  })

  it('is asked for https by a tunnel, through which the server’s authority and the client’s certificate count', async () => {
    const { seen, env } = await proxied()
    const { cert, key } = certificates.client
    expect(await ask(`https://localhost:${strict.port}`, { env, ca: certificates.ca, cert, key })).toBe('strict')
    expect(await ask(`https://localhost:${secure.port}`, { env })).toMatch(/^untrusted-certificate: /)
    expect(await ask(`https://localhost:${secure.port}`, { env, rejectUnauthorized: false })).toBe('secure')
    expect(seen).toContain(`CONNECT localhost:${strict.port} HTTP/1.1`)
  })

  it('is passed by for what NO_PROXY names', async () => {
    const { seen, env } = await proxied()
    expect(await ask(`http://127.0.0.1:${plain.port}`, { env: { ...env, NO_PROXY: '127.0.0.0/8' } })).toBe('plain')
    expect(seen).toEqual([])
  })

  it('may be named in place of the environment’s', async () => {
    const { seen, address } = await proxied()
    expect(await ask(`http://127.0.0.1:${plain.port}`, { proxy: new URL(address) })).toBe('plain')
    expect(seen).toHaveLength(1)
  })

  it('gets the login of its address', async () => {
    const login = Buffer.from('us er:p@ss').toString('base64')
    const { address } = await proxied({ login })
    const env = { ALL_PROXY: address.replace('http://', 'http://us%20er:p%40ss@') }
    expect(await ask(`https://localhost:${secure.port}`, { env, ca: certificates.ca })).toBe('secure')
  })

  it.each(['http', 'https'])('that asks for a login is told as such, and not as the server (%s)', async (scheme) => {
    const { env } = await proxied({ login: 'other' })
    const port = scheme === 'http' ? plain.port : secure.port
    expect(await ask(`${scheme}://localhost:${port}`, { env })).toBe('proxy: the proxy asks for a login')
  })

  it('that refuses the tunnel is told as such', async () => {
    const { env } = await proxied({ status: 403 })
    expect(await ask(`https://localhost:${secure.port}`, { env })).toBe('proxy: the proxy answered 403')
  })

  it.each(['http', 'https'])('that is not there is named, without its password (%s)', async (scheme) => {
    const port = await unusedPort()
    const env = { ALL_PROXY: `http://user:s3cret@127.0.0.1:${port}` }
    expect(await ask(`${scheme}://gms.invalid:8080`, { env })).toBe(
      `proxy: the proxy 127.0.0.1:${port} cannot be reached: the connection was refused`
    )
  })

  it.each(['http', 'https'])('that says nothing does not hold up a run (%s)', async (scheme) => {
    const { env } = await proxied({ silent: true })
    expect(await ask(`${scheme}://localhost:${secure.port}`, { env }, 60)).toBe('timeout: no answer within 0.06 s')
  })

  it('that hangs up is told as such', async () => {
    const server = await tcpServer((socket) => socket.once('data', () => socket.end()))
    closing.push(server.close)
    const env = { HTTPS_PROXY: `http://127.0.0.1:${server.port}` }
    expect(await ask(`https://localhost:${secure.port}`, { env })).toMatch(/^(proxy|reset): /)
  })
})
