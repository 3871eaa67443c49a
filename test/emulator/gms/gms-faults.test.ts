import { afterEach, describe, expect, it } from '@jest/globals'
import { post } from '../client.ts'
import { type GmsOptions, type GmsServer, startGms } from './gms.ts'
import { batch, mcp, URN } from './wire.ts'

const running: GmsServer[] = []
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())))

async function gms(options: GmsOptions = {}): Promise<GmsServer> {
  const server = await startGms(options)
  running.push(server)
  return server
}

describe('the token', () => {
  const headers = { authorization: 'Bearer right' }
  const write = (server: GmsServer, sent: Record<string, string>) =>
    post(`${server.url}/aspects?action=ingestProposal`, { proposal: mcp('status', { removed: false }) }, sent)

  it('is asked for on everything but /config and /health', async () => {
    const server = await gms({ token: 'right' })
    const refused = await write(server, { authorization: 'Bearer wrong' })
    expect([refused.status, refused.text]).toEqual([
      401,
      expect.stringContaining('Unauthorized to perform this action.')
    ])
    expect((await write(server, headers)).status).toBe(200)
    expect((await fetch(`${server.url}/config`)).status).toBe(200)
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
  })

  it('is asked for on /config too when a proxy is in front', async () => {
    const server = await gms({ token: 'right', configNeedsToken: true })
    expect((await fetch(`${server.url}/config`)).status).toBe(401)
  })

  it('can expire in the middle', async () => {
    const server = await gms({ token: 'right', tokenExpiresAfter: 2 })
    const statuses = [await write(server, headers), await write(server, headers), await write(server, headers)].map(
      (answer) => answer.status
    )
    expect(statuses).toEqual([200, 200, 401])
  })
})

describe('faults', () => {
  it('refuse poison records, by urn and aspect, and name them', async () => {
    const server = await gms({ poison: [{ urn: 'orders', aspect: 'subTypes' }] })
    const answer = await batch(server, [mcp('status', { removed: false }), mcp('subTypes', { typeNames: ['Table'] })])
    expect([answer.status, server.accepted()]).toEqual([422, 0])
    expect(JSON.parse(answer.text).message).toContain(URN)
    expect((await batch(server, [mcp('status', { removed: false })])).status).toBe(200)
  })

  it('refuse bodies above a limit', async () => {
    const server = await gms({ maxBodyBytes: 500 })
    expect((await batch(server, [mcp('status', { removed: false })])).status).toBe(200)
    expect((await batch(server, [mcp('status', { removed: false }), mcp('status', { removed: false })])).status).toBe(
      413
    )
  })

  it('answer 429 with Retry-After, 503, a redirect, or a page', async () => {
    const faults = [
      { nth: [1], status: 429, headers: { 'retry-after': '7' } },
      { nth: [2], status: 503 },
      { nth: [3], status: 302, headers: { location: 'https://elsewhere/' } },
      { nth: [4], status: 502, body: '<html>Bad Gateway</html>' }
    ]
    const server = await gms({ faults })
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await batch(server, [mcp('status', { removed: false })]))
    expect(answers.map((answer) => answer.status)).toEqual([429, 503, 302, 502, 200])
    expect(answers[0]?.headers.get('retry-after')).toBe('7')
    expect(answers[2]?.headers.get('location')).toBe('https://elsewhere/')
    expect(answers[3]?.text).toBe('<html>Bad Gateway</html>')
    expect(server.accepted()).toBe(1)
  })
})
