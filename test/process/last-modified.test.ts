import { describe, expect, it } from '@jest/globals'
import { autoLastModified } from '../../src/process/last-modified.ts'
import { nameOf, through, unit } from './support.ts'

const operation = (entity: string, lastUpdatedTimestamp: number) => unit(entity, 'operation', { lastUpdatedTimestamp })
const properties = (entity: string, lastModified?: { time: number }) =>
  unit(entity, 'datasetProperties', lastModified === undefined ? {} : { lastModified })

/** The patches that are added. */
const patchesOf = (...units: readonly ReturnType<typeof unit>[]) =>
  through(autoLastModified(), units).out.filter((it) => it.changeType === 'PATCH' && !units.includes(it))

describe('autoLastModified', () => {
  it('names the last operation where the properties name no change', () => {
    const [patch] = patchesOf(
      operation('dataset:t', 5),
      operation('dataset:t', 9),
      operation('dataset:t', 7),
      properties('dataset:t')
    )
    expect(patch).toMatchObject({
      entityType: 'dataset',
      aspect: [{ op: 'add', path: '/lastModified', value: { time: 9 } }]
    })
  })

  it.each([
    ['the properties name one', [operation('dataset:t', 5), properties('dataset:t', { time: 1 })]],
    [
      'a patch of them names one',
      [
        operation('dataset:t', 5),
        unit('dataset:t', 'datasetProperties', [{ op: 'add', path: '/lastModified', value: 1 }])
      ]
    ],
    ['there was no operation', [properties('dataset:t')]],
    [
      'the operation was at the epoch, which the peer takes for no time',
      [operation('dataset:t', 0), properties('dataset:t')]
    ],
    ['it is no dataset', [operation('dataJob:j', 5), properties('dataJob:j')]]
  ])('does nothing when %s', (_case, units) => {
    expect(patchesOf(...units)).toEqual([])
  })

  it('knows times before the epoch', () => {
    expect(patchesOf(operation('dataset:t', -5))).toMatchObject([{ aspect: [{ value: { time: -5 } }] }])
  })

  it('keeps 200 others between the properties and their patch, and no more than it must', () => {
    const tables = Array.from({ length: 500 }, (_, i) => [operation(`dataset:${i}`, 1), properties(`dataset:${i}`)])
    const names = through(autoLastModified(), ...tables).out.map(nameOf)
    const distances = tables.map((_, i) => {
      const patch = names.indexOf(`dataset:${i} datasetProperties (PATCH)`)
      return patch - names.indexOf(`dataset:${i} datasetProperties`)
    })
    expect(distances.every((distance) => distance > 0)).toBe(true)
    // At the end there is nothing left to wait for.
    const early = distances.slice(0, 390)
    expect(Math.min(...early)).toBeGreaterThan(200)
    expect(Math.max(...early)).toBeLessThan(320)
  })
})
