import { describe, expect, it } from '@jest/globals'
import { autoStatus } from '../../src/process/status.ts'
import { gms, nameOf, through, unit } from './support.ts'

describe('autoStatus', () => {
  it('gives a status to what has none, behind its other aspects', () => {
    const page = [unit('dataFlow:f', 'dataFlowInfo'), unit('dataFlow:f', 'subTypes'), unit('dataset:t', 'status')]
    expect(through(autoStatus(null), page).out.map(nameOf)).toEqual([
      'dataFlow:f dataFlowInfo',
      'dataFlow:f subTypes',
      'dataFlow:f status',
      'dataset:t status'
    ])
  })

  it('does not care how the aspects of an entity are spread over pages', () => {
    const [info, status] = [unit('dataset:t', 'datasetProperties'), unit('dataset:t', 'status')]
    expect(through(autoStatus(null), [info], [], [status], [unit('dataset:t', 'container')]).out).toHaveLength(3)
  })

  it('gives none to what comes back later, such as the lineage of a view', () => {
    const page = [unit('dataset:v', 'status'), unit('dataset:t', 'status'), unit('dataset:v', 'upstreamLineage')]
    expect(through(autoStatus(null), page).out).toHaveLength(3)
    const lacking = [unit('dataFlow:f', 'dataFlowInfo'), unit('dataset:t', 'status'), unit('dataFlow:f', 'subTypes')]
    expect(through(autoStatus(null), lacking).out.filter((it) => it.aspectName === 'status')).toHaveLength(2)
  })

  it('gives none to entities that have no status', () => {
    const page = [unit('dataHubIngestionSource:s', 'dataHubIngestionSourceInfo')]
    expect(through(autoStatus(null), page).out).toHaveLength(1)
  })

  it.each([
    [null, 'core', 'UPSERT'],
    ['v1.6.9', 'core', 'UPSERT'],
    ['v1.7.0', 'core', 'PATCH'],
    ['v1.10.0rc2', 'core', 'PATCH'],
    ['v2.0.9', 'cloud', 'UPSERT'],
    ['v2.1.0', 'cloud', 'PATCH']
  ])('to a GMS of version %s (%s) by %s', (version, serverEnv, changeType) => {
    const { out } = through(autoStatus(gms(version, serverEnv)), [unit('dataJob:j', 'dataJobInfo')])
    const aspect = changeType === 'PATCH' ? [{ op: 'add', path: '/removed', value: false }] : { removed: false }
    expect(out.at(-1)).toMatchObject({ aspectName: 'status', changeType, aspect })
  })

  it('tells where it comes from', () => {
    const { out } = through(autoStatus(null), [{ ...unit('dataJob:j', 'dataJobInfo'), origin: 'job' }])
    expect(out.at(-1)?.origin).toBe('job')
  })
})
