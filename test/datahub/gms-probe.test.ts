import { afterEach, describe, expect, it } from '@jest/globals'
import { AppError } from '../../src/core/errors.ts'
import type { GmsConfig } from '../../src/datahub/gms-config.ts'
import { probeGms, shownServer } from '../../src/datahub/gms-probe.ts'
import { httpServer, type Listener, unusedPort } from '../core/http-servers.ts'
import { startGms } from '../emulator/gms/gms.ts'
import { testCertificates } from '../emulator/http/certificates.ts'
import { type GmsRigOptions, gmsRig } from './gms-rig.ts'

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function probe(server: string, options: GmsRigOptions = {}): Promise<GmsConfig> {
  const rig = gmsRig(server, options)
  closing.push(rig.close)
  return probeGms(rig.client, server, rig.emit)
}

/** Why `server` is no GMS to begin with. */
async function refusalOf(server: string, options: GmsRigOptions = {}): Promise<AppError> {
  const thrown = await probe(server, options).then(
    () => 'a GMS',
    (error: unknown) => error
  )
  if (thrown instanceof AppError) return thrown
  throw new Error(`expected an AppError, got ${String(thrown)}`)
}

async function serving(listener: Listener): Promise<string> {
  const server = await httpServer(listener)
  closing.push(server.close)
  return `http://127.0.0.1:${server.port}`
}

const answering = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> =>
  serving((_message, response) => response.writeHead(status, headers).end(body))

const HTML = '<!DOCTYPE html><html><title>DataHub</title></html>'

describe('probeGms', () => {
  it('tells what a GMS says of itself', async () => {
    const gms = await startGms({ version: '1.7.0' })
    closing.push(() => gms.close())
    expect(await probe(gms.url)).toEqual({
      version: 'v1.7.0',
      serverEnv: 'core',
      statefulIngestionCapable: true,
      patchCapable: true
    })
  })

  it('waits for one that is just starting', async () => {
    const gms = await startGms({ faults: [{ first: 3, status: 503 }] })
    closing.push(() => gms.close())
    expect((await probe(gms.url)).serverEnv).toBe('core')
    expect(gms.requests).toHaveLength(4)
  })

  it.each([
    [
      'the frontend’s page',
      200,
      HTML,
      {},
      'gms-not-gms',
      / answers with a web page \(status 200\)$/,
      /8080.*\/api\/gms/
    ],
    [
      'a page that is not there',
      404,
      HTML,
      {},
      'gms-not-gms',
      / answers with a web page \(status 404\)$/,
      /\/api\/gms/
    ],
    ['another service', 200, '{"status":"UP"}', {}, 'gms-not-gms', / is no DataHub GMS \(status 200\)$/, /8080/],
    [
      'another service',
      404,
      '{"message":"Not Found"}',
      {},
      'gms-not-gms',
      / is no DataHub GMS \(status 404\)$/,
      /8080/
    ],
    ['the frontend', 200, '{"noCode":"false"}', {}, 'gms-not-gms', / is no DataHub GMS/, /8080/],
    ['a TLS port', 400, 'The plain HTTP request was sent to HTTPS port', {}, 'gms-not-gms', / expects https/, /https:/],
    [
      'a denial',
      401,
      '{"message":"Unauthorized"}',
      {},
      'gms-unauthorized',
      /: Unauthorized \(status 401\)$/,
      /gms-token/
    ],
    ['a denial', 403, HTML, {}, 'gms-unauthorized', /: DataHub \(status 403\)$/, /DATAHUB_GMS_TOKEN/],
    ['an error', 500, '{"message":"boom"}', {}, 'gms-unavailable', / is not ready: boom \(status 500\)$/, /health/],
    ['a load balancer', 503, HTML, {}, 'gms-unavailable', / is not ready: DataHub \(status 503\)$/, /health/],
    ['a crowd', 429, '', {}, 'gms-unavailable', / is not ready: status 429$/, /health/]
  ] as const)('knows %s (%i)', async (_what, status, body, headers, code, says, cure) => {
    const server = await answering(status, body, headers)
    const error = await refusalOf(server, { token: 's3cret' })
    expect([error.kind, error.code]).toEqual(['cannot-begin', code])
    expect(error.message.startsWith(server)).toBe(true)
    expect(error.message).toMatch(says)
    expect(error.cure).toMatch(cure)
    expect(`${error.message}${error.cure}`).not.toContain('s3cret')
  })

  it.each([
    ['https://gms.example/config', 'https://gms.example', /set `server` to https:\/\/gms\.example: /],
    [
      'https://dh.example/api/gms/config?x=y',
      'https://dh.example',
      /set `server` to https:\/\/dh\.example\/api\/gms: /
    ],
    ['https://sso.example/login?token=t0ken', 'https://sso.example', /8080/],
    ['http://user:t0ken@gms.example/config', 'http://gms.example', /set `server` to http:\/\/gms\.example: /]
  ])('tells where a redirect leads: %s', async (location, origin, cure) => {
    const error = await refusalOf(await answering(302, '', { location }))
    expect(error.code).toBe('gms-redirects')
    expect(error.message).toMatch(/ redirects to /)
    expect(error.message.endsWith(` redirects to ${origin} (status 302)`)).toBe(true)
    expect(error.cure).toMatch(cure)
    expect(`${error.message}${error.cure}`).not.toContain('t0ken')
  })

  it.each(['/login', '/config', '/config/'])('tells of a redirect to itself: %s', async (location) => {
    const server = await answering(307, '', { location })
    const error = await refusalOf(server)
    expect(error.message).toBe(`${server} redirects to ${server} (status 307)`)
    expect(error.cure).toMatch(/8080/)
  })

  it('tells of a redirect to nowhere', async () => {
    const error = await refusalOf(await answering(301, ''))
    expect(error.message).toMatch(/ redirects \(status 301\), and does not say where$/)
  })

  it('asks no one but the server: the token goes nowhere else', async () => {
    const asked: unknown[] = []
    const elsewhere = await serving((message, response) => {
      asked.push(message.headers)
      response.end()
    })
    await refusalOf(await answering(302, '', { location: `${elsewhere}/config` }), { token: 's3cret' })
    expect(asked).toEqual([])
  })

  it('says soon that nobody is there, and what a runner has to do with it', async () => {
    const server = `http://127.0.0.1:${await unusedPort()}`
    const rig = gmsRig(server)
    closing.push(rig.close)
    await expect(probeGms(rig.client, server, rig.emit)).rejects.toMatchObject({
      kind: 'cannot-begin',
      code: 'gms-unreachable',
      message: `DataHub GMS cannot be reached at ${server}: the connection was refused`,
      cure: expect.stringMatching(/self-hosted runner/)
    })
    expect(rig.clock.slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(2000)
  })

  it('says when the server does not answer', async () => {
    const error = await refusalOf(await serving(() => undefined), { timeoutMs: 40 })
    expect(error.message).toMatch(/: no answer within 0\.04 s$/)
  })

  it('says what to do about a certificate', async () => {
    const { server, ca } = testCertificates()
    const gms = await startGms({ tls: server })
    closing.push(() => gms.close())
    const error = await refusalOf(gms.url)
    expect(error.message).toMatch(/: its certificate is signed by an unknown authority$/)
    expect(error.cure).toMatch(/ca_certificate_path/)
    expect((await probe(gms.url, { ca })).version).toBe('v1.3.0')
  })

  it('says when there is no TLS to speak', async () => {
    const gms = await startGms()
    closing.push(() => gms.close())
    const error = await refusalOf(gms.url.replace('http:', 'https:'))
    expect(error.cure).toMatch(/http:\/\/ and not https:\/\//)
  })
})

describe('shownServer', () => {
  it.each([
    ['http://gms:8080', 'http://gms:8080'],
    ['http://gms:8080/', 'http://gms:8080'],
    ['https://host/api/gms', 'https://host/api/gms'],
    ['https://user:s3cret@host/gms?key=s3cret#s3cret', 'https://host/gms']
  ])('%s', (server, shown) => {
    expect(shownServer(server)).toBe(shown)
  })
})
