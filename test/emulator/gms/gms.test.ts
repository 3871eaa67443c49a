import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

async function read(server: GmsServer, aspect: string, urn = URN): Promise<unknown> {
  const response = await fetch(`${server.url}/aspects/${encodeURIComponent(urn)}?aspect=${aspect}&version=0`)
  return response.status === 404 ? null : JSON.parse(await response.text()).aspect
}

describe('/config', () => {
  it('says what clients look for', async () => {
    const server = await gms({ version: '1.7.0', config: { patchCapable: false } })
    const config = JSON.parse(await (await fetch(`${server.url}/config`)).text())
    expect(config).toMatchObject({ noCode: 'true', statefulIngestionCapable: true, patchCapable: false })
    expect(config.versions['acryldata/datahub'].version).toBe('v1.7.0')
  })
})

describe('writes', () => {
  it('are stored, readable back under their type, and recorded in order', async () => {
    const server = await gms()
    const answer = await batch(server, [mcp('status', { removed: false }), mcp('subTypes', { typeNames: ['Table'] })])
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { value: 'success' }])
    expect(await read(server, 'status')).toEqual({ 'com.linkedin.common.Status': { removed: false } })
    expect(await read(server, 'ownership')).toBeNull()
    expect(server.proposals.map((proposal) => proposal.aspectName)).toEqual(['status', 'subTypes'])
    expect(server.proposals[0]).toEqual({
      entityType: 'dataset',
      entityUrn: URN,
      aspectName: 'status',
      changeType: 'UPSERT',
      aspect: { removed: false },
      systemMetadata: { lastObserved: 1, runId: 'run-1' }
    })
    expect(server.accepted()).toBe(2)
  })

  it('replace what was there', async () => {
    const server = await gms()
    await batch(server, [mcp('status', { removed: false })])
    await post(`${server.url}/aspects?action=ingestProposal`, {
      proposal: mcp('status', { removed: true }),
      async: 'true'
    })
    expect(await read(server, 'status')).toEqual({ 'com.linkedin.common.Status': { removed: true } })
  })

  it('of timeseries aspects add to what was there', async () => {
    const server = await gms()
    const operation = (timestampMillis: number) =>
      mcp('operation', { timestampMillis, operationType: 'CREATE', lastUpdatedTimestamp: timestampMillis })
    await batch(server, [operation(1), operation(3), operation(2)])
    const answer = await post(`${server.url}/aspects?action=getTimeseriesAspectValues`, {
      urn: URN,
      entity: 'dataset',
      aspect: 'operation',
      limit: 2
    })
    const { values } = JSON.parse(answer.text).value
    expect(
      values.map((value: { aspect: { value: string } }) => JSON.parse(value.aspect.value).timestampMillis)
    ).toEqual([3, 2])
  })

  it('of snapshots are recorded aspect by aspect under their short names', async () => {
    const server = await gms()
    const aspects = [
      { 'com.linkedin.common.Status': { removed: false } },
      { 'com.linkedin.dataset.DatasetProperties': { name: 'orders', customProperties: {} } }
    ]
    const value = { 'com.linkedin.metadata.snapshot.DatasetSnapshot': { urn: URN, aspects } }
    const answer = await post(`${server.url}/entities?action=ingest`, {
      entity: { value },
      systemMetadata: { runId: 'r' }
    })
    expect(answer.status).toBe(200)
    expect(server.proposals.map((proposal) => [proposal.entityType, proposal.aspectName])).toEqual([
      ['dataset', 'status'],
      ['dataset', 'datasetProperties']
    ])
  })

  it('go to a file with one object a line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gms-'))
    const recordTo = join(folder, 'record.ndjson')
    const server = await startGms({ recordTo, recordInMemory: false })
    await batch(server, [
      mcp('status', { removed: false }),
      mcp('status', [{ op: 'add', path: '/removed', value: true }])
    ])
    await server.close()
    const lines = readFileSync(recordTo, 'utf8').trimEnd().split('\n')
    rmSync(folder, { recursive: true })
    expect(lines.map((line) => JSON.parse(line)).map(({ changeType, aspect }) => [changeType, aspect])).toEqual([
      ['UPSERT', { removed: false }],
      ['PATCH', [{ op: 'add', path: '/removed', value: true }]]
    ])
    expect(server.proposals).toEqual([])
  })

  it('are only counted in the mode for benchmarks', async () => {
    const server = await gms({ mode: 'count' })
    await batch(server, [
      mcp('status', { removed: false }),
      mcp('datasetProperties', { name: '"aspectName"', customProperties: {} })
    ])
    expect([server.accepted(), server.proposals.length]).toEqual([2, 0])
  })
})

describe('GMS refuses', () => {
  const cases: readonly (readonly [string, object, number, RegExp])[] = [
    [
      'raw text above ASCII in aspect.value',
      mcp('status', {}, { aspect: { value: '{"a":"é"}', contentType: 'application/json' } }),
      400,
      /not a valid string representation of bytes/
    ],
    [
      'content that is not JSON',
      mcp('status', {}, { aspect: { value: '{', contentType: 'application/json' } }),
      400,
      /sales\.orders/
    ],
    [
      'a urn of another entity type',
      mcp('status', { removed: false }, { entityType: 'container' }),
      400,
      /does not match entityType container/
    ],
    [
      'a urn with too few parts',
      mcp('status', { removed: false }, { entityUrn: 'urn:li:dataset:(a,b)' }),
      400,
      /Invalid urn/
    ],
    [
      'a urn of more than 512 bytes',
      mcp('status', { removed: false }, { entityUrn: URN.replace('orders', 'é'.repeat(100)) }),
      400,
      /longer than 512 bytes/
    ],
    [
      'an unknown entity type',
      mcp('status', {}, { entityType: 'thing', entityUrn: 'urn:li:thing:x' }),
      400,
      /Failed to find entity with name thing/
    ],
    [
      'an aspect that the entity does not have',
      mcp('tagProperties', { name: 'x' }),
      400,
      /Unknown aspect tagProperties for entity dataset/
    ],
    ['an unknown field', mcp('status', { removed: false, other: 1 }), 422, /\/other :: unrecognized field/],
    ['a missing field', mcp('subTypes', {}), 422, /\/typeNames :: field is required/],
    ['a wrong type', mcp('status', { removed: 'no' }), 422, /\/removed :: "no" cannot be coerced to boolean/],
    [
      'null for an optional field',
      mcp('datasetProperties', { name: null, customProperties: {} }),
      422,
      /\/name :: null/
    ],
    [
      'a union member that is none',
      mcp('schemaMetadata', { platformSchema: { 'com.linkedin.schema.Nothing': {} } }),
      422,
      /platformSchema :: .* not a member type of union/
    ],
    ['a change type that is none', mcp('status', { removed: false }, { changeType: 'MERGE' }), 400, /MERGE/],
    [
      'a patch that is not one',
      mcp('status', {}, { changeType: 'PATCH', aspect: { value: '{}', contentType: 'application/json-patch+json' } }),
      400,
      /Unsupported patch/
    ]
  ]
  it.each(cases)('%s, and the whole batch with it', async (_, bad, status, message) => {
    const server = await gms()
    const answer = await batch(server, [mcp('subTypes', { typeNames: ['Table'] }), bad])
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)).toMatchObject({
      status,
      message: expect.stringMatching(message),
      exceptionClass: 'com.linkedin.restli.server.RestLiServiceException'
    })
    expect([server.accepted(), await read(server, 'subTypes')]).toEqual([0, null])
  })

  it('async as a boolean', async () => {
    const answer = await batch(await gms(), [mcp('status', { removed: false })], { async: true })
    expect([answer.status, JSON.parse(answer.text).message]).toEqual([400, expect.stringMatching(/async/)])
  })

  it('text above ASCII is taken when it is escaped', async () => {
    const server = await gms()
    await batch(server, [mcp('datasetProperties', { name: 'naïve 🚀', customProperties: {} })])
    expect(server.proposals[0]?.aspect).toMatchObject({ name: 'naïve 🚀' })
  })
})

describe('OpenAPI v3', () => {
  it('writes, patches, reads several and one, and deletes', async () => {
    const server = await gms()
    const entity = `${server.url}/openapi/v3/entity/dataset`
    const body = [
      {
        urn: URN,
        status: { value: { removed: false } },
        datasetProperties: { value: { name: 'é', customProperties: {} } }
      }
    ]
    expect((await post(`${entity}?async=false`, body)).status).toBe(200)
    const patch = [{ urn: URN, status: { value: { patch: [{ op: 'replace', path: '/removed', value: true }] } } }]
    const patched = await fetch(entity, { method: 'PATCH', body: JSON.stringify(patch) })
    expect(patched.status).toBe(200)
    const found = await post(`${entity}/batchGet`, [
      { urn: URN, status: {} },
      { urn: URN.replace('orders', 'x'), status: {} }
    ])
    expect(JSON.parse(found.text)).toEqual([{ urn: URN, status: { value: { removed: true } } }])
    const one = await fetch(`${entity}/${encodeURIComponent(URN)}`)
    expect(JSON.parse(await one.text())).toMatchObject({ datasetProperties: { value: { name: 'é' } } })
    await fetch(`${entity}/${encodeURIComponent(URN)}`, { method: 'DELETE' })
    expect((await fetch(`${entity}/${encodeURIComponent(URN)}`)).status).toBe(404)
  })

  it('lists nothing where the peer looks for mappings', async () => {
    const response = await fetch(`${(await gms()).url}/openapi/v3/entity/platformresource?query=x`)
    expect(JSON.parse(await response.text())).toEqual({ entities: [] })
  })
})

it('answers unknown paths with 404 and JSON', async () => {
  const response = await fetch(`${(await gms()).url}/api/else`, { method: 'POST', body: '{}' })
  expect([response.status, JSON.parse(await response.text()).status]).toEqual([404, 404])
})

describe('what doctor asks', () => {
  const held = (name: string, hours: number) => ({
    urn: `urn:li:dataset:(urn:li:dataPlatform:glue,${name},PROD)`,
    aspectName: 'status',
    aspect: { removed: false },
    systemMetadata: { lastObserved: hours, runId: `run-${hours}`, pipelineName: 'p' }
  })
  const get = async ({ url }: GmsServer, path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json()

  it('who somebody is, by GraphQL', async () => {
    const { url } = await gms({ me: { urn: 'urn:li:corpuser:x', manageIngestion: false } })
    const ask = async (query: string): Promise<unknown> =>
      (await fetch(`${url}/api/graphql`, { method: 'POST', body: JSON.stringify({ query }) })).json()
    const me = { corpUser: { urn: 'urn:li:corpuser:x' }, platformPrivileges: { manageIngestion: false } }
    expect(await ask('query me { me { corpUser { urn } platformPrivileges { manageIngestion } } }')).toEqual({
      data: { me }
    })
    expect(await ask('{ everything }')).toMatchObject({ data: null, errors: [{ message: expect.any(String) }] })
  })

  it('what is of a platform, and who wrote it, page by page', async () => {
    const server = await gms({ holds: [held('b', 2), held('a', 1)] })
    const query = encodeURIComponent('platform.keyword:"urn:li:dataPlatform:glue" OR name:"none"')
    const first = await get(
      server,
      `/openapi/v3/entity/dataset?query=${query}&aspects=status&systemMetadata=true&count=1`
    )
    expect(first).toMatchObject({
      scrollId: '1',
      entities: [{ urn: held('a', 1).urn, status: { value: { removed: false }, systemMetadata: { runId: 'run-1' } } }]
    })
    expect(await get(server, `/openapi/v3/entity/dataset?query=platform:"urn:li:dataPlatform:hive"`)).toEqual({
      entities: []
    })
  })

  it('the newest of what has a time', async () => {
    const request = (id: string, requestedAt: number, ingestionSource: string) => ({
      urn: `urn:li:dataHubExecutionRequest:${id}`,
      aspectName: 'dataHubExecutionRequestInput',
      aspect: { requestedAt, source: { type: 'x', ingestionSource } }
    })
    const server = await gms({
      holds: [request('a', 1, 's'), request('b', 3, 's'), request('c', 2, 's'), request('d', 9, 'other')]
    })
    const path =
      '/openapi/v3/entity/datahubexecutionrequest?query=ingestionSource:"s"&sortCriteria=requestTimeMs&sortOrder=DESCENDING'
    expect(await get(server, path)).toEqual({
      entities: ['b', 'c', 'a'].map((id) => ({ urn: `urn:li:dataHubExecutionRequest:${id}` }))
    })
  })
})
