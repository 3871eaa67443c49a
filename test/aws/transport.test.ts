import { createServer, type Server } from 'node:http'
import type { Agent } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { GetDatabasesCommand } from '@aws-sdk/client-glue'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Transport } from '../../src/aws/transport.ts'
import { type AdvancedAwsOptions, NO_ADVANCED_OPTIONS } from '../../src/model/aws-options.ts'
import {
  type AwsSide,
  appErrorOf,
  awsOptions,
  glueOptions,
  identityOptions,
  open,
  startAwsSide,
  testKeys
} from './support.ts'

let side: AwsSide
let proxy: Server
let proxyUrl: string
const throughProxy: string[] = []

/** A forwarding proxy, for plain http and CONNECT. */
function startProxy(): Promise<Server> {
  const server = createServer((request, response) => {
    throughProxy.push(`${request.method} ${request.url}`)
    const target = new URL(request.url ?? '')
    const upstream = connect(Number(target.port), target.hostname, () => {
      const headers = request.rawHeaders.reduce(
        (text, value, i) => text + (i % 2 === 0 ? `${value}: ` : `${value}\r\n`),
        ''
      )
      upstream.write(`${request.method} ${target.pathname} HTTP/1.1\r\n${headers}\r\n`)
      request.pipe(upstream)
      upstream.pipe(response.socket ?? upstream)
    })
  })
  server.on('connect', (request, socket) => {
    throughProxy.push(`CONNECT ${request.url}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

beforeAll(async () => {
  side = await startAwsSide()
  proxy = await startProxy()
  proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
})

afterAll(async () => {
  await side.close()
  proxy.closeAllConnections()
  proxy.close()
})

/** Opens a session with fixed keys and lists databases once. */
async function useGlue(env: Record<string, string>, proxies: Record<string, string> = {}): Promise<void> {
  throughProxy.length = 0
  const options = glueOptions({ aws: awsOptions({ proxies, retries: 0 }) })
  const { session } = await open(side, {
    env: { ...testKeys, ...env },
    options,
    idToken: null,
    github: null,
    identity: identityOptions()
  })
  await session.glueClient().send(new GetDatabasesCommand({}))
  session.close()
}

describe('Transport', () => {
  it('goes straight to the endpoint of the environment', async () => {
    await useGlue({ AWS_ENDPOINT_URL: side.aws.url })
    expect(throughProxy).toEqual([])
  })

  it('prefers the endpoint of a service to the one of all', async () => {
    await useGlue({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_ENDPOINT_URL_STS: side.aws.url,
      AWS_ENDPOINT_URL_GLUE: side.aws.url
    })
    expect(throughProxy).toEqual([])
  })

  it.each([
    ['HTTP_PROXY', () => ({ env: { HTTP_PROXY: proxyUrl }, proxies: {} }), 2],
    ['NO_PROXY', () => ({ env: { HTTP_PROXY: proxyUrl, NO_PROXY: '127.0.0.1' }, proxies: {} }), 0],
    ["the recipe's aws_proxy", () => ({ env: {}, proxies: { http: proxyUrl } }), 2],
    [
      "the recipe's aws_proxy without a scheme",
      () => ({ env: {}, proxies: { http: proxyUrl.replace('http://', '') } }),
      2
    ],
    ["the recipe's aws_proxy of another scheme", () => ({ env: {}, proxies: { https: proxyUrl } }), 0]
  ])('knows %s', async (_case, given, requests) => {
    const { env, proxies } = given()
    await useGlue({ AWS_ENDPOINT_URL: side.aws.url, ...env }, proxies)
    expect(throughProxy).toHaveLength(requests)
  })

  it('tunnels to AWS itself', async () => {
    const error = await appErrorOf(() => useGlue({ HTTPS_PROXY: proxyUrl }))
    expect(throughProxy).toContain('CONNECT sts.eu-west-1.amazonaws.com:443')
    expect(error.kind).toBe('cannot-begin')
  })

  it('ignores endpoints when it is told to', async () => {
    await appErrorOf(() =>
      useGlue({ HTTPS_PROXY: proxyUrl, AWS_ENDPOINT_URL: side.aws.url, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })
    )
    expect(throughProxy).toContain('CONNECT sts.eu-west-1.amazonaws.com:443')
  })

  it.each([
    ['aws-proxy-invalid', {}, { https: 'http://[' }],
    ['aws-endpoint-invalid', { AWS_ENDPOINT_URL_GLUE: 'localhost' }, {}]
  ])('refuses what is no URL: %s', async (code, env, proxies) => {
    const transport = new Transport({ aws: awsOptions({ proxies }), region: 'eu-west-1', env })
    expect(await appErrorOf(() => transport.settingsFor('GLUE'))).toMatchObject({ kind: 'input', code })
  })
})

describe('aws_advanced_config', () => {
  const settings = (advanced: Partial<AdvancedAwsOptions>, env: Record<string, string> = {}) =>
    new Transport({
      aws: awsOptions({ advanced: { ...NO_ADVANCED_OPTIONS, ...advanced } }),
      region: 'eu-west-1',
      env
    }).settingsFor('GLUE')

  it('says nothing to the SDK unless it is said', () => {
    const said = Object.keys(settings({})).filter((name) => /use|user/i.test(name))
    expect(said).toEqual([])
  })

  it('chooses endpoints and names the caller', () => {
    expect(settings({ fips: true, dualStack: false, userAgentExtra: 'team/data', appId: 'data' })).toMatchObject({
      useFipsEndpoint: true,
      useDualstackEndpoint: false,
      customUserAgent: 'team/data',
      userAgentAppId: 'data'
    })
  })

  it('passes over the endpoints of the environment', () => {
    const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }
    expect(settings({}, env).endpoint).toBe('http://127.0.0.1:9')
    expect(settings({ ignoreConfiguredEndpoints: true }, env).endpoint).toBeUndefined()
  })

  it('limits the connections to a service', async () => {
    const { requestHandler } = settings({ maxConnections: 3 })
    const { httpsAgent } = (await Reflect.get(requestHandler, 'configProvider')) as { httpsAgent: Agent }
    expect(httpsAgent.maxSockets).toBe(3)
  })
})
