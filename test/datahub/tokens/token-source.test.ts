import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { connectGms } from '../../../src/datahub/connect.ts'
import { tokenSource } from '../../../src/datahub/tokens/token-source.ts'
import type { AuthOptions, GmsConnection } from '../../../src/model/recipe.ts'
import { appErrorOf } from '../../aws/support.ts'
import { manualClock } from '../../emulator/clock.ts'
import { startGms } from '../../emulator/gms/gms.ts'

/** An OIDC provider: gives the answers in turn, and keeps what it was asked. */
async function provider(...answers: readonly (readonly [number, object])[]) {
  const asked: string[] = []
  const paths: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      const [status, answer] = answers[Math.min(asked.length, answers.length - 1)] ?? [500, {}]
      asked.push(body)
      paths.push(request.url ?? '')
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  ends.push(() => new Promise<void>((done) => void server.close(() => done())))
  return { asked, paths, url: `http://127.0.0.1:${port}/token` }
}

const ends: (() => Promise<void> | void)[] = []
let folder = ''
let masked: string[] = []
const clock = manualClock()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'token-'))
  masked = []
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  rmSync(folder, { recursive: true, force: true })
})

const depsOf = (env: Readonly<Record<string, string>> = {}) => ({
  env,
  cwd: folder,
  clock,
  signal: new AbortController().signal,
  mask: (secret: string) => void masked.push(secret)
})

const oidc = (endpoint: string): AuthOptions => ({
  type: 'oidc',
  endpoint,
  clientId: 'glue',
  clientSecret: 's3cret',
  scope: 'a b',
  audience: null
})

describe('the token of a file', () => {
  it('is read anew for each request', async () => {
    writeFileSync(join(folder, 'token'), 'one\n')
    const source = tokenSource({ type: 'file', path: 'token' }, depsOf())
    expect(await source.current()).toBe('one')
    writeFileSync(join(folder, 'token'), 'two')
    expect(await source.current()).toBe('two')
    expect(masked).toEqual(['one', 'two'])
  })

  it('that is not there is told', async () => {
    const source = tokenSource({ type: 'file', path: 'none' }, depsOf())
    expect(await appErrorOf(() => source.current())).toMatchObject({ code: 'gms-token-not-had' })
    writeFileSync(join(folder, 'empty'), ' \n')
    const empty = tokenSource({ type: 'file', path: 'empty' }, depsOf())
    expect(await appErrorOf(() => empty.current())).toMatchObject({ code: 'gms-token-not-had' })
  })
})

describe('the token of an OIDC provider', () => {
  it('is asked for once, and again before it runs out', async () => {
    const { url, asked } = await provider(
      [200, { access_token: 'one', expires_in: 1000 }],
      [200, { access_token: 'two', expires_in: 100 }],
      [200, { access_token: 'three' }]
    )
    const source = tokenSource(oidc(url), depsOf())
    expect(await Promise.all([source.current(), source.current()])).toEqual(['one', 'one'])
    expect(asked).toEqual(['grant_type=client_credentials&client_id=glue&client_secret=s3cret&scope=a+b'])
    clock.advance(699_000)
    expect(await source.current()).toBe('one')
    clock.advance(2_000)
    expect(await source.current()).toBe('two')
    clock.advance(51_000)
    // One that does not say how long it is good for is used once.
    expect(await source.current()).toBe('three')
    expect(await source.current()).toBe('three')
    expect(asked).toHaveLength(4)
    expect(masked).toContain('two')
  })

  it.each([
    [401, { error: 'invalid_client' }],
    [200, {}],
    [200, { access_token: '' }]
  ])('that is refused is told without the secret: %s', async (status, answer) => {
    const { url } = await provider([status, answer])
    const error = await appErrorOf(() => tokenSource(oidc(url), depsOf()).current())
    expect(error).toMatchObject({ code: 'gms-token-not-had', kind: 'cannot-begin' })
    expect(error.message).not.toContain('s3cret')
  })
})

describe('the token of Microsoft Entra', () => {
  const entra = (clientSecret: string | null): AuthOptions => ({
    type: 'azure',
    tenantId: 'tenant',
    clientId: 'glue',
    scope: 'api://datahub/.default',
    clientSecret
  })

  it('is asked for with the secret of the client', async () => {
    const { url, asked, paths } = await provider([200, { access_token: 'one', expires_in: 3599 }])
    const source = tokenSource(entra('s3cret'), depsOf({ AZURE_AUTHORITY_HOST: new URL(url).origin }))
    expect([await source.current(), await source.current()]).toEqual(['one', 'one'])
    expect(paths).toEqual(['/tenant/oauth2/v2.0/token'])
    expect(asked).toEqual([
      'grant_type=client_credentials&client_id=glue&scope=api%3A%2F%2Fdatahub%2F.default&client_secret=s3cret'
    ])
  })

  it('is asked for with the token of a workload identity, read each time', async () => {
    const { url, asked } = await provider([200, { access_token: 'one', expires_in: 3599 }])
    const env = { AZURE_AUTHORITY_HOST: `${new URL(url).origin}/`, AZURE_FEDERATED_TOKEN_FILE: 'federated' }
    const source = tokenSource(entra(null), depsOf(env))
    for (const token of ['first', 'second']) {
      writeFileSync(join(folder, 'federated'), token)
      await source.current()
      source.drop()
    }
    expect(asked.map((body) => new URLSearchParams(body).get('client_assertion'))).toEqual(['first', 'second'])
    expect(new URLSearchParams(asked[0]).get('client_assertion_type')).toBe(
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
    )
    expect(masked).toContain('second')
  })

  it.each([
    [{}, 'no-workload-identity'],
    [{ AZURE_FEDERATED_TOKEN_FILE: 'none' }, 'gms-token-not-had'],
    [{ AZURE_AUTHORITY_HOST: 'http://login.example.com' }, 'bad-authority'],
    [{ AZURE_AUTHORITY_HOST: 'https://a b' }, 'bad-authority']
  ])('is not had with %j: %s', async (env, code) => {
    expect(await appErrorOf(() => tokenSource(entra(null), depsOf(env)).current())).toMatchObject({ code })
  })
})

describe('a client with such a token', () => {
  const connection = (server: string, auth: AuthOptions): GmsConnection => ({
    server,
    token: null,
    auth,
    timeoutSeconds: 5,
    retryStatusCodes: [],
    retryMaxTimes: 0,
    extraHeaders: { Authorization: 'Basic x' },
    caCertificatePath: null,
    clientCertificatePath: null,
    clientKeyPath: null,
    disableSslVerification: false
  })
  const proposal = { urn: 'urn:li:tag:x', entityType: 'tag', aspectName: 'tagProperties', aspect: { name: 'x' } }

  it('sends it, and asks for another one when it is refused', async () => {
    const { url, asked } = await provider(
      [200, { access_token: 'revoked', expires_in: 1000 }],
      [200, { access_token: 'right', expires_in: 1000 }]
    )
    const gms = await startGms({ token: 'right' })
    ends.push(() => gms.close())
    const { client, close } = await connectGms(connection(gms.url, oidc(url)), 1, depsOf())
    ends.push(close)
    expect(await client.propose(proposal, () => {})).toEqual({ kind: 'ok' })
    expect(await client.propose(proposal, () => {})).toEqual({ kind: 'ok' })
    expect(asked).toHaveLength(2)
  })

  it('takes a second refusal for an answer', async () => {
    const gms = await startGms({ token: 'right' })
    ends.push(() => gms.close())
    const { client, close } = await connectGms(connection(gms.url, { type: 'token', token: 'wrong' }), 1, depsOf())
    ends.push(close)
    expect(await client.propose(proposal, () => {})).toMatchObject({ kind: 'unauthorized' })
    expect(gms.requests).toHaveLength(2)
  })
})
