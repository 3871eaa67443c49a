import { describe, expect, it } from '@jest/globals'
import { entitiesIn } from '../../src/datahub/gms-entities.ts'

const aspect = (systemMetadata: object | null) => ({
  value: { removed: false },
  ...(systemMetadata === null ? {} : { systemMetadata })
})

describe('entitiesIn', () => {
  it.each([
    [
      'a page',
      { entities: [{ urn: 'u', status: aspect({ lastObserved: 5, runId: 'r', pipelineName: 'p' }) }], scrollId: 's' }
    ],
    ['a list', [{ urn: 'u', status: aspect({ lastObserved: 5, runId: 'r', pipelineName: 'p' }) }]]
  ])('reads %s', (_case, answer) => {
    const { entities, scrollId } = entitiesIn(JSON.stringify(answer))
    expect(entities).toEqual([
      { urn: 'u', aspects: new Map([['status', { removed: false }]]), writer: { at: 5, runId: 'r', pipelineName: 'p' } }
    ])
    expect(scrollId).toBe(Array.isArray(answer) ? null : 's')
  })

  it('takes the newest writer that names its run', () => {
    const entity = {
      urn: 'u',
      status: aspect({ lastObserved: 5, runId: 'old' }),
      container: aspect({ lastObserved: 7, runId: 'new' }),
      globalTags: aspect({ lastObserved: 9, runId: 'no-run-id-provided' }),
      ownership: aspect(null)
    }
    expect(entitiesIn(JSON.stringify([entity])).entities[0]?.writer).toEqual({
      at: 7,
      runId: 'new',
      pipelineName: null
    })
  })

  it.each([
    '',
    'null',
    '7',
    '"x"',
    '<html>',
    '{"entities": 7}',
    '[null, 7, {}, {"urn": 7}]',
    '{"entities": {"urn": "u"}}'
  ])('finds nothing in %s', (text) => {
    expect(entitiesIn(text)).toEqual({ entities: [], scrollId: null })
  })

  it('does not mind what is odd', () => {
    const odd = {
      urn: 'u',
      status: null,
      a: [],
      b: { value: [] },
      c: { value: {}, systemMetadata: { lastObserved: 'x' } }
    }
    expect(entitiesIn(JSON.stringify([odd])).entities).toMatchObject([{ urn: 'u', writer: null }])
  })
})
