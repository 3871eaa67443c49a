import { afterAll, describe, expect, it } from '@jest/globals'
import { decodeToken, isSignedByOneOf, type PublishedKey } from '../aws/jwt.ts'
import { manualClock } from '../clock.ts'
import { type OidcOptions, type OidcServer, startOidc } from './oidc.ts'

const servers: OidcServer[] = []
afterAll(() => Promise.all(servers.map((server) => server.close())))

async function oidc(options: OidcOptions = {}): Promise<OidcServer> {
  const server = await startOidc({ clock: manualClock(), ...options })
  servers.push(server)
  return server
}

async function tokenOf(server: OidcServer, audience = 'sts.amazonaws.com') {
  const response = await fetch(`${server.requestUrl}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `bearer ${server.requestToken}` }
  })
  const { value }: { value: string } = JSON.parse(await response.text())
  const token = decodeToken(value)
  if (token === null) throw new Error('not a token')
  return token
}

async function keysOf(server: OidcServer): Promise<readonly PublishedKey[]> {
  const { keys }: { keys: PublishedKey[] } = JSON.parse(await (await fetch(server.jwksUrl)).text())
  return keys
}

describe("GitHub's OIDC endpoint", () => {
  it('has a query in its URL already, as on a runner', async () => {
    expect((await oidc()).requestUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/idtoken\/.+\?api-version=2\.0$/)
  })

  it('gives a token that is signed by a published key, with the claims of GitHub', async () => {
    const server = await oidc()
    const token = await tokenOf(server)
    expect(isSignedByOneOf(token, await keysOf(server))).toBe(true)
    expect(token.claims).toMatchObject({
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'sts.amazonaws.com',
      sub: 'repo:example/data-platform:ref:refs/heads/main',
      repository: 'example/data-platform',
      exp: Date.UTC(2026, 10, 23) / 1000 + 300
    })
  })

  it('writes sub in the immutable form when the repository has it', async () => {
    const token = await tokenOf(await oidc({ subject: 'immutable' }))
    expect(token.claims.sub).toBe('repo:example@81234567/data-platform@712345678:ref:refs/heads/main')
  })

  it("has the owner's URL as the audience when none is asked for", async () => {
    const server = await oidc()
    await fetch(server.requestUrl, { headers: { authorization: `Bearer ${server.requestToken}` } })
    expect(decodeToken(server.tokens[0] ?? '')?.claims.aud).toBe('https://github.com/example')
  })

  it('gives a new token each time', async () => {
    const server = await oidc()
    const [first, second] = [await tokenOf(server), await tokenOf(server)]
    expect(first.claims.jti).not.toBe(second.claims.jti)
    expect(server.tokens).toHaveLength(2)
  })

  it('refuses a wrong request token', async () => {
    const response = await fetch((await oidc()).requestUrl, { headers: { authorization: 'Bearer wrong' } })
    expect(response.status).toBe(401)
  })

  it('can sign with a key that is not published', async () => {
    const server = await oidc({ signWithUnknownKey: true })
    expect(isSignedByOneOf(await tokenOf(server), await keysOf(server))).toBe(false)
  })

  it('fails as its fault rules say', async () => {
    const server = await oidc({ faults: [{ match: 'idtoken', first: 1, status: 503 }] })
    const ask = (): Promise<Response> =>
      fetch(server.requestUrl, { headers: { authorization: `Bearer ${server.requestToken}` } })
    expect([(await ask()).status, (await ask()).status]).toEqual([503, 200])
  })
})
