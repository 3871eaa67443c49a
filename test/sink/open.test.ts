import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { AppError } from '../../src/core/errors.ts'
import type { RestSinkOptions, SinkOptions } from '../../src/model/recipe.ts'
import { type OpenSink, openSink, type SinkDeps } from '../../src/sink/open.ts'
import { manualClock } from '../emulator/clock.ts'
import { type GmsOptions, type GmsServer, startGms } from '../emulator/gms/gms.ts'
import { type TestCertificates, testCertificates } from '../emulator/http/certificates.ts'
import { countsOf, deliver, keepingEvents, Pages, STAMP, unitsOf } from './support.ts'

let folder: string
let certificates: TestCertificates
const ends: (() => unknown)[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sink-'))
  certificates = testCertificates()
  const { ca, client } = certificates
  const files = {
    'ca.pem': ca,
    'client.pem': client.cert,
    'client.key': client.key,
    'both.pem': client.cert + client.key
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function gms(options: GmsOptions = {}): Promise<GmsServer> {
  const server = await startGms(options)
  ends.push(() => server.close())
  return server
}

const restOptions = (server: string, changes: Partial<RestSinkOptions> = {}): RestSinkOptions => ({
  type: 'datahub-rest',
  server,
  token: null,
  auth: null,
  timeoutSeconds: 5,
  retryStatusCodes: [429, 500, 502, 503, 504],
  retryMaxTimes: 4,
  extraHeaders: {},
  caCertificatePath: null,
  clientCertificatePath: null,
  clientKeyPath: null,
  disableSslVerification: false,
  mode: 'sync',
  endpoint: 'restli',
  maxThreads: 4,
  maxPerBatch: 200,
  ...changes
})

/** Opens a sink, which is closed in the end, and keeps what it prints. */
async function open(options: SinkOptions, changes: Partial<SinkDeps> = {}): Promise<OpenSink & { printed: string[] }> {
  const printed: string[] = []
  const deps: SinkDeps = {
    env: {},
    cwd: folder,
    clock: manualClock(),
    signal: new AbortController().signal,
    mask: () => undefined,
    stdout: (text) => printed.push(text),
    stamp: STAMP,
    dryRun: false,
    emit: keepingEvents().emit,
    ...changes
  }
  const sink = await openSink(options, deps)
  ends.push(() => sink.close())
  return { ...sink, printed }
}

describe('openSink', () => {
  it('asks GMS who it is, and delivers to it', async () => {
    const server = await gms({ version: '1.7.0', token: 'right' })
    const opened = await open(restOptions(server.url, { token: 'right', maxPerBatch: 2 }))
    expect(opened.report).toEqual({ type: 'datahub-rest', target: server.url, version: 'v1.7.0' })
    expect(opened.gms).toMatchObject({ version: 'v1.7.0', serverEnv: 'core' })
    const { events } = await deliver(opened.sink, new Pages(unitsOf(5)))
    expect(countsOf(events)).toEqual({ produced: 5, written: 5 })
    expect(server.requests.map(({ label }) => label)).toEqual(['GET /config', ...Array(3).fill('ingestProposalBatch')])
  })

  it('queues only where the recipe says so', async () => {
    const server = await gms()
    const { sink, storing } = await open(restOptions(server.url, { mode: 'async' }))
    expect(countsOf((await deliver(sink, new Pages(unitsOf(5)))).events)).toEqual({ produced: 5, accepted: 5 })
    expect(countsOf((await deliver(storing, new Pages(unitsOf(5)))).events)).toEqual({ produced: 5, written: 5 })
  })

  it.each(['sync', 'async'] as const)(
    'knows of removals what the run has found out about the token: %s',
    async (mode) => {
      const server = await gms({ poison: [{ urn: 'sales\\.t[1-9]', status: 403 }] })
      const { sink, storing } = await open(restOptions(server.url, { mode }))
      const [taken, ...denied] = unitsOf(1100)
      if (taken === undefined) throw new Error('there are no units')
      await deliver(sink, new Pages([taken]))
      const { events, thrown } = await deliver(storing, new Pages(denied))
      expect([countsOf(events), thrown]).toEqual([{ produced: 1099, rejected: 1099 }, undefined])
    }
  )

  it('writes to the interface that the recipe names', async () => {
    const server = await gms({ validateAspects: false })
    const { sink } = await open(restOptions(server.url, { endpoint: 'openapi' }))
    expect(countsOf((await deliver(sink, new Pages(unitsOf(5)))).events)).toEqual({ produced: 5, written: 5 })
    expect(server.requests.map(({ target }) => target)).toEqual(['/config', '/openapi/v3/entity/dataset?async=false'])
    expect(server.accepted()).toBe(5)
  })

  it('counts as written what is let fall on purpose', async () => {
    const { sink, report, gms: config } = await open({ type: 'blackhole' })
    const { events, outcomes } = await deliver(sink, new Pages(unitsOf(5), 2))
    expect(countsOf(events)).toEqual({ produced: 5, written: 5 })
    expect([outcomes.length, report, config]).toEqual([
      5,
      { type: 'blackhole', target: 'blackhole', version: null },
      null
    ])
  })

  it('never sends more than 200 at once', async () => {
    const server = await gms({ keep: 'bodies' })
    const { sink } = await open(restOptions(server.url, { maxPerBatch: 1000 }))
    await deliver(sink, new Pages(unitsOf(401)))
    expect(server.requests).toHaveLength(1 + 3)
  })

  it.each<[string, (server: GmsServer) => SinkOptions]>([
    ['GMS', ({ url }) => restOptions(url)],
    ['a file', () => ({ type: 'file', filename: 'dry/out.json', nestsText: false })],
    ['the console', () => ({ type: 'console' })],
    ['nowhere', () => ({ type: 'blackhole' })]
  ])('writes nothing to %s in a dry run', async (_case, options) => {
    const server = await gms()
    const opened = await open(options(server), { dryRun: true })
    const { events, outcomes, thrown } = await deliver(opened.sink, new Pages(unitsOf(5), 2))
    expect([countsOf(events), outcomes, thrown]).toEqual([{ produced: 5 }, [], undefined])
    expect([server.accepted(), opened.printed, existsSync(join(folder, 'dry'))]).toEqual([0, [], false])
  })

  it('cannot begin where GMS cannot be reached, in a dry run neither', async () => {
    const options = restOptions('http://127.0.0.1:1', { retryMaxTimes: 1 })
    await expect(open(options, { dryRun: true })).rejects.toMatchObject({
      kind: 'cannot-begin',
      code: 'gms-unreachable'
    })
  })

  it.each<[string, Partial<RestSinkOptions>, string]>([
    ['a token with a line break', { token: 's3cret\n' }, 'header-invalid'],
    ['a header with a line break', { extraHeaders: { 'X-Key': 's3cret\n' } }, 'header-invalid']
  ])('says that %s cannot be sent, and does not show it', async (_case, changes, code) => {
    const error = await open(restOptions('http://127.0.0.1:1', changes)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'input', code, message: expect.not.stringContaining('s3cret') })
  })

  it('shows no password that is part of the address', async () => {
    const server = await gms({ token: 'other' })
    const address = server.url.replace('http://', 'http://user:s3cret@')
    const { sink, report } = await open(restOptions(address))
    const { events, thrown } = await deliver(sink, new Pages(unitsOf(1)))
    expect(thrown).toMatchObject({ code: 'gms-unauthorized', message: expect.stringContaining(server.url) })
    expect(JSON.stringify([report, events, String(thrown)])).not.toContain('s3cret')
    const refused = await open(restOptions('http://user:s3cret@127.0.0.1:1', { retryMaxTimes: 0 })).catch(String)
    expect(refused).toContain('http://127.0.0.1:1')
    expect(refused).not.toContain('s3cret')
  })

  it('resolves files against the working directory', async () => {
    const { sink, report, gms: config } = await open({ type: 'file', filename: 'out.json', nestsText: false })
    await deliver(sink, new Pages(unitsOf(1)))
    expect(existsSync(join(folder, 'out.json'))).toBe(true)
    expect([report, config]).toEqual([{ type: 'file', target: 'out.json', version: null }, null])
  })
})

describe('openSink over TLS', () => {
  it.each<[string, boolean, Partial<RestSinkOptions>]>([
    ['an authority of its own', false, { caCertificatePath: 'ca.pem' }],
    ['any certificate', false, { disableSslVerification: true }],
    [
      'a client certificate and its key',
      true,
      { caCertificatePath: 'ca.pem', clientCertificatePath: 'client.pem', clientKeyPath: 'client.key' }
    ],
    [
      'a client certificate and its key in one file',
      true,
      { caCertificatePath: 'ca.pem', clientCertificatePath: 'both.pem' }
    ]
  ])('knows %s', async (_case, asksForClient, changes) => {
    const tls = { ...certificates.server, ...(asksForClient ? { clientCa: certificates.ca } : {}) }
    const server = await gms({ tls })
    const { sink } = await open(restOptions(server.url, changes))
    expect(countsOf((await deliver(sink, new Pages(unitsOf(3)))).events)).toEqual({ produced: 3, written: 3 })
  })

  it.each(['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'])(
    'trusts the authority of %s, unless the recipe has one',
    async (name) => {
      const server = await gms({ tls: certificates.server })
      const env = { [name]: 'ca.pem' }
      expect((await open(restOptions(server.url), { env })).report.type).toBe('datahub-rest')
      const other = { env: { [name]: 'none.pem' } }
      expect((await open(restOptions(server.url, { caCertificatePath: 'ca.pem' }), other)).report.type).toBe(
        'datahub-rest'
      )
      expect((await open(restOptions(server.url, { disableSslVerification: true }), other)).report.type).toBe(
        'datahub-rest'
      )
      await expect(open(restOptions(server.url), other)).rejects.toMatchObject({
        code: 'certificate-file',
        message: expect.stringMatching(new RegExp(`^${name} 'none.pem' cannot be read`))
      })
    }
  )

  it('does not trust a stranger', async () => {
    const server = await gms({ tls: certificates.server })
    await expect(open(restOptions(server.url))).rejects.toMatchObject({
      code: 'gms-unreachable',
      cure: expect.stringContaining('ca_certificate_path')
    })
  })

  it.each<[string, Partial<RestSinkOptions>]>([
    ['ca_certificate_path', { caCertificatePath: 'none.pem' }],
    ['client_certificate_path', { clientCertificatePath: 'none.pem' }],
    ['client_key_path', { clientCertificatePath: 'client.pem', clientKeyPath: 'none.pem' }]
  ])('names the option whose file is not there: %s', async (option, changes) => {
    const error = await open(restOptions('https://127.0.0.1:1', changes)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ kind: 'input', code: 'certificate-file', message: expect.stringContaining(option) })
  })
})
