// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders are those of recipes
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { Secret } from '../../../src/model/secret.ts'
import { testCertificates } from '../../emulator/http/certificates.ts'
import { type Scene, TEMPLATE, withSink } from '../rig.ts'
import { type Changes, type ClinicOptions, closeClinic, type Looked, look, startClinic } from './rig.ts'

let scene: Scene
afterEach(() => scene.close())
afterAll(closeClinic)

async function visit(options: ClinicOptions = {}, changes: Changes = {}): Promise<Looked> {
  scene = await startClinic(options)
  return look(scene, changes)
}

const server = (url: string, more = ''): Readonly<Record<string, string>> => ({
  'recipes/glue.yml': withSink(`  type: datahub-rest\n  config: {server: "${url}", retry_max_times: 0${more}}`)
})

const html = { status: 200, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><title>DataHub</title>' }

/** What cannot be known of a GMS that does not answer as one. */
const REST = ['gms-token', 'gms-privileges', 'gms-write', 'ingestion-sources', 'glue-freshness']

describe('a GMS that does not answer as one', () => {
  it.each<[string, ClinicOptions, string, RegExp]>([
    ['nobody', { files: server('http://127.0.0.1:1') }, 'gms-unreachable', /self-hosted runner/u],
    ['a page of HTML', { gms: { faults: [html] } }, 'gms-not-gms', /\/api\/gms/u],
    [
      'a redirect',
      {
        gms: {
          faults: [
            { match: '/config', status: 302, headers: { location: 'https://login.example.com/x?token=y' }, body: '' }
          ]
        }
      },
      'gms-redirects',
      /\/api\/gms/u
    ],
    ['a refusal of /config', { gms: { token: 'right', configNeedsToken: true } }, 'gms-unauthorized', /gms-token/u]
  ])('%s', async (_case, options, code, cure) => {
    const { checks, diagnosis } = await visit(options)
    expect(checks['gms-reachable']).toMatchObject({ status: 'failed', code, isInput: false })
    expect(checks['gms-reachable']?.cure).toMatch(cure)
    for (const id of REST) expect([id, checks[id]?.status]).toEqual([id, 'not-tested'])
    expect([checks['aws-identity']?.status, checks['glue:GetTables']?.status]).toEqual(['ok', 'ok'])
    expect(diagnosis.server).toBeNull()
    expect(JSON.stringify(diagnosis)).not.toContain('token=y')
  })

  it('has a certificate of an unknown authority: the route is there, TLS is not', async () => {
    const { server: tls } = testCertificates()
    const { checks } = await visit({ gms: { tls } })
    expect(checks['gms-tls']).toMatchObject({ status: 'failed', code: 'gms-unreachable' })
    expect(checks['gms-tls']?.cure).toMatch(/ca_certificate_path/u)
    expect(checks['gms-reachable']).toMatchObject({ status: 'not-tested', found: 'TLS stands in the way' })
    expect(checks['gms-route']?.status).toBe('ok')
  })

  it('has a name that nobody knows', async () => {
    const { checks } = await visit({ files: server('https://gms.invalid:8443') })
    expect(checks['gms-route']).toMatchObject({ status: 'failed', code: 'gms-host-unknown' })
    expect(checks['gms-route']?.cure).toMatch(/private DNS zone.*self-hosted runner/u)
  })

  it('is told by a certificate file that is not there, which is an input', async () => {
    const { checks } = await visit({ files: server('https://127.0.0.1:1', ', ca_certificate_path: none.pem') })
    expect(checks['gms-reachable']).toMatchObject({ status: 'failed', code: 'certificate-file', isInput: true })
  })

  it('is not asked without the token of a file that is not there', async () => {
    const { checks } = await visit({ files: server('${GMS_URL}', ', auth: {type: pat, config: {token_file: none}}') })
    expect(checks['gms-reachable']).toMatchObject({ status: 'failed', code: 'gms-token-not-had' })
    expect(scene.gms.requests).toEqual([])
  })

  it('is none at all', async () => {
    const { checks } = await visit({ files: { 'recipes/glue.yml': withSink('  type: console') } })
    expect(checks['gms-reachable']).toMatchObject({
      status: 'not-tested',
      found: 'no GMS is named, neither by the sink of the recipe nor by gms-url (GMS_URL)'
    })
  })
})

describe('a GMS that answers', () => {
  it('tells version, user and privileges', async () => {
    const { checks, diagnosis } = await visit()
    expect(checks['gms-reachable']?.found).toMatch(/DataHub v1\.3\.0, answers in \d+ ms$/u)
    expect(checks['gms-token']?.found).toBe('GMS takes it for urn:li:corpuser:glue-ingestion')
    expect(checks['gms-write']?.status).toBe('not-tested')
    expect(diagnosis.server).toBe(scene.gms.url)
  })

  it('has a trusted certificate', async () => {
    const { server: tls, ca } = testCertificates()
    const files = { ...server('${GMS_URL}', ', ca_certificate_path: ca.pem'), 'ca.pem': ca }
    const { checks } = await visit({ gms: { tls }, files })
    expect(checks['gms-tls']).toMatchObject({ status: 'ok' })
  })

  it('has a certificate that nobody looks at, which is worth a warning', async () => {
    const { server: tls } = testCertificates()
    const files = server('${GMS_URL}', ', disable_ssl_verification: true')
    const { checks } = await visit({ gms: { tls }, files })
    expect(checks['gms-tls']).toMatchObject({ status: 'warning', code: 'gms-tls-unverified' })
  })

  it('refuses the token, which is shown nowhere', async () => {
    scene = await startClinic({ gms: { token: 'right' } })
    const request = { gmsUrl: scene.gms.url, gmsToken: new Secret('wrong-token-of-the-test') }
    const { checks, diagnosis } = await look(scene, { request })
    expect(checks['gms-token']).toMatchObject({ status: 'failed', code: 'gms-unauthorized' })
    expect(checks['gms-token']?.cure).toMatch(/Access Tokens/u)
    expect(checks['ingestion-sources']?.found).toMatch(/^GMS does not tell: .*Unauthorized/u)
    expect(JSON.stringify(diagnosis)).not.toContain('wrong-token-of-the-test')
  })

  it.each([
    [404, 'ok', 'GMS takes it, and does not tell whose it is'],
    [403, 'ok', 'GMS takes it, and does not tell whose it is']
  ])('has no GraphQL (%d)', async (status, token, found) => {
    const { checks } = await visit({ gms: { faults: [{ match: 'graphql', status }] } })
    expect(checks['gms-token']).toMatchObject({ status: token, found })
    expect(checks['gms-privileges']).toMatchObject({ status: 'not-tested' })
  })

  it('answers neither by GraphQL nor by OpenAPI, as an old one', async () => {
    const { checks } = await visit({ gms: { me: null, faults: [{ match: 'openapi', status: 404 }] } })
    expect(checks['gms-token']).toMatchObject({ status: 'not-tested' })
    expect(checks['ingestion-sources']).toMatchObject({ status: 'not-tested' })
  })

  it('knows a user who may not manage ingestion', async () => {
    const me = { urn: 'urn:li:corpuser:reader', manageIngestion: false }
    const { checks } = await visit({ gms: { me } })
    expect(checks['gms-privileges']).toMatchObject({ status: 'warning', code: 'gms-no-manage-ingestion' })
    expect(checks['gms-privileges']?.cure).toMatch(/urn:li:corpuser:reader.*Manage Metadata Ingestion/u)
  })

  it('keeps no state, which the recipe asks for', async () => {
    const stateful = '    stateful_ingestion: {enabled: true}\n    aws_region'
    const text = `pipeline_name: nightly\n${TEMPLATE.replace('    aws_region', stateful)}`
    const { checks } = await visit({
      files: { 'recipes/glue.yml': text },
      gms: { config: { statefulIngestionCapable: false } }
    })
    expect(checks['gms-state']).toMatchObject({ status: 'failed', code: 'state-not-supported' })
  })
})

describe('the recipe', () => {
  it('is wrong: DataHub is asked by the inputs, and AWS is not', async () => {
    scene = await startClinic({ files: { 'recipes/glue.yml': TEMPLATE.replace('aws_region', 'aws_regoin') } })
    const { checks } = await look(scene, { request: { gmsUrl: scene.gms.url } })
    expect(checks.recipe).toMatchObject({ status: 'failed', code: 'unknown-key', isInput: true })
    expect(checks.recipe?.details.join('\n')).toMatch(/^\d+:\d+ .*aws_regoin/u)
    expect(checks['aws-identity']?.status).toBe('not-tested')
    expect([checks['oidc-token']?.status, checks['gms-token']?.status]).toEqual(['ok', 'ok'])
  })

  it('is not given: inputs and environment are looked at', async () => {
    scene = await startClinic()
    const { checks, diagnosis } = await look(scene, { request: { recipes: [], gmsUrl: scene.gms.url } })
    expect(diagnosis.recipe).toBeNull()
    expect(checks.recipe?.status).toBe('not-tested')
    expect([checks['glue:GetTables']?.status, checks['gms-token']?.status]).toEqual(['ok', 'ok'])
  })

  it('is given, and nothing is said where it is cancelled', async () => {
    scene = await startClinic()
    await expect(look(scene, { deps: { signal: AbortSignal.abort(new Error('stop')) } })).rejects.toThrow('stop')
    expect(scene.asked()).toBe(0)
  })
})
