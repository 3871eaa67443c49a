import { describe, expect, it } from '@jest/globals'
import { clockCheck } from '../../../src/app/doctor/clocks.ts'
import { freshnessCheck, unknownFreshness } from '../../../src/app/doctor/freshness.ts'
import { sourceOfWrite } from '../../../src/app/doctor/ingesters.ts'
import { routeCheck } from '../../../src/app/doctor/route.ts'
import type { Freshness } from '../../../src/model/doctor.ts'
import { sourceUrn } from '../../../src/report/history/aspects.ts'

describe('the route to GMS', () => {
  const url = new URL('https://gms.internal.example.com:8443')
  const at = (...addresses: readonly string[]) => ({ addresses })

  it.each([
    [
      'a public address',
      at('203.0.113.7'),
      null,
      true,
      'ok',
      /is a public address \(203\.0\.113\.7\), without a proxy/u
    ],
    [
      'a private one that answers',
      at('10.1.2.3', '10.1.2.4'),
      null,
      true,
      'ok',
      /is a private address \(10\.1\.2\.3, 10\.1\.2\.4\)/u
    ],
    [
      'a private one that nobody answers at',
      at('10.1.2.3'),
      null,
      false,
      'failed',
      /in a network that this machine is not in/u
    ],
    ['a public one that nobody answers at', at('203.0.113.7'), null, false, 'ok', /public address/u],
    ['an unknown name', { error: 'ENOTFOUND' }, null, false, 'failed', /is not known here \(ENOTFOUND\)/u],
    [
      'a proxy',
      at(),
      new URL('http://user:secret@proxy.example.com:3128'),
      false,
      'ok',
      /through the proxy proxy\.example\.com:3128,/u
    ]
  ] as const)('by %s', (_case, resolved, proxy, isReached, status, found) => {
    const check = routeCheck({ url, proxy, resolved, isReached })
    expect(check.status).toBe(status)
    expect(check.found).toMatch(found)
    expect(check.found).not.toContain('secret')
    expect(check.cure?.includes('self-hosted runner') ?? false).toBe(status === 'failed')
  })

  it('that a security group bars names the port', () => {
    const check = routeCheck({ url, proxy: null, resolved: at('10.1.2.3'), isReached: false })
    expect(check.cure).toMatch(/at port 8443$/u)
  })
})

describe('clocks', () => {
  const second = 1000
  it.each([
    [0, 'ok'],
    [60, 'ok'],
    [-60, 'ok'],
    [61, 'warning'],
    [-300, 'warning'],
    [301, 'failed']
  ])('%d s apart', (seconds, status) => {
    expect(clockCheck('clock-aws', 1e12 + seconds * second, 1e12, 'sts').status).toBe(status)
  })
})

describe('freshness', () => {
  const NOW = '2026-11-24T06:00:00.000Z'
  const base: Freshness = {
    checkedAt: NOW,
    maxAgeSeconds: 93_600,
    looked: 10,
    isAll: true,
    newest: null,
    succeededAt: null,
    ageSeconds: null
  }
  const newest = { at: '2026-11-23T04:00:00.000Z', urn: 'urn:li:dataset:x', runId: 'r', pipelineName: null }

  it.each([
    ['just in time', { newest, ageSeconds: 93_600 }, 'ok', null],
    ['a second late', { newest, ageSeconds: 93_601 }, 'failed', 'glue-stale'],
    ['late, and nobody asked', { newest, ageSeconds: 93_601, maxAgeSeconds: null }, 'ok', null],
    ['nothing written', { looked: 0 }, 'failed', 'glue-nothing'],
    ['nobody says who wrote', {}, 'failed', 'glue-no-run']
  ])('%s', (_case, facts, status, code) => {
    expect(freshnessCheck({ ...base, ...facts }, [])).toMatchObject({ status, code })
  })

  it('that cannot be told is a failure only where an age is asked for', () => {
    expect(unknownFreshness(null, 'why')).toMatchObject({ status: 'not-tested', found: 'why', code: null })
    expect(unknownFreshness(60, 'why')).toMatchObject({ status: 'failed', code: 'freshness-unknown' })
  })
})

describe('the source of a write', () => {
  const cli = sourceUrn({ pipelineName: 'nightly', platformInstance: null })
  const lake = sourceUrn({ pipelineName: 'nightly', platformInstance: 'lake' })
  const source = (urn: string, runId = 'none') => ({
    kind: 'cli' as const,
    name: urn,
    source: urn,
    schedule: null,
    runs: [{ runId, status: 'SUCCESS', startedAt: null, endedAt: null }]
  })
  const write = (runId: string, pipelineName: string | null) => ({ at: '', urn: '', runId, pipelineName })

  it.each([
    [
      'its pipeline, which is the urn of the source',
      write('r', 'urn:li:dataHubIngestionSource:a'),
      'urn:li:dataHubIngestionSource:a'
    ],
    ['its run', write('r1', null), 'urn:li:dataHubIngestionSource:b'],
    [
      'its run, by the urn of the request',
      write('urn:li:dataHubExecutionRequest:r1', null),
      'urn:li:dataHubIngestionSource:b'
    ],
    ['the name of its pipeline', write('r', 'nightly'), cli],
    ['nothing', write('r', 'another'), null],
    ['nothing, without a name', write('r', null), null]
  ])('is known by %s', (_case, one, urn) => {
    const sources = [source('urn:li:dataHubIngestionSource:b', 'r1'), source(cli), source(lake)]
    expect(sourceOfWrite(one, sources, { platformInstance: null })).toBe(urn)
  })

  it('is that of the platform instance first', () => {
    expect(sourceOfWrite(write('r', 'nightly'), [source(lake)], { platformInstance: 'lake' })).toBe(lake)
  })
})
