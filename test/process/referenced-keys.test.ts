import { describe, expect, it } from '@jest/globals'
import type { Event } from '../../src/model/event.ts'
import type { WorkUnit } from '../../src/model/work-unit.ts'
import { autoKeys } from '../../src/process/referenced-keys.ts'
import { nameOf, through, unit } from './support.ts'

const tags = (...names: string[]) => ({ tags: names.map((name) => ({ tag: `urn:li:tag:${name}` })) })

function keysOf(...units: readonly WorkUnit[]) {
  const events: Event[] = []
  const { out, pages } = through(
    autoKeys((event) => events.push(event)),
    units
  )
  return { keys: out.slice(units.length), pages: pages.slice(1), events }
}

describe('autoKeys', () => {
  it('creates the tags and terms that aspects and schema fields refer to, each once, in order', () => {
    const { keys } = keysOf(
      unit('dataset:t', 'globalTags', tags('b', 'a')),
      unit('container:c', 'globalTags', tags('a')),
      unit('dataset:t', 'glossaryTerms', { terms: [{ urn: 'urn:li:glossaryTerm:g' }] }),
      unit('dataset:t', 'schemaMetadata', {
        fields: [
          { fieldPath: 'x', globalTags: tags('c') },
          { fieldPath: 'y' },
          { fieldPath: 'z', glossaryTerms: { terms: [] } }
        ]
      })
    )
    expect(keys.map((key) => [nameOf(key), key.aspect])).toEqual([
      ['glossaryTerm:g glossaryTermKey', { name: 'g' }],
      ['tag:a tagKey', { name: 'a' }],
      ['tag:b tagKey', { name: 'b' }],
      ['tag:c tagKey', { name: 'c' }]
    ])
  })

  it('leaves out what comes by itself, before or after', () => {
    const { keys } = keysOf(
      unit('tag:a', 'tagProperties'),
      unit('dataset:t', 'globalTags', tags('a', 'b')),
      unit('tag:b', 'tagKey')
    )
    expect(keys).toEqual([])
  })

  it('does not look into patches, nor at texts that only look like urns', () => {
    const { keys } = keysOf(
      unit('dataset:t', 'globalTags', [{ op: 'add', path: '/tags/urn:li:tag:a', value: { tag: 'urn:li:tag:a' } }]),
      unit('dataset:t', 'datasetProperties', { description: 'urn:li:tag:a', globalTags: tags('a') }),
      unit('dataset:t', 'globalTags', { tags: [{ tag: 'a' }, null, 5] })
    )
    expect(keys).toEqual([])
  })

  it('warns of urns that are not valid', () => {
    const { keys, events } = keysOf(unit('dataset:t', 'globalTags', tags('a,b', '')))
    expect(keys).toEqual([])
    expect(events).toMatchObject([
      { severity: 'warning', failure: { code: 'urn-invalid', resource: 'urn:li:tag:' } },
      { severity: 'warning', failure: { code: 'urn-invalid', resource: 'urn:li:tag:a,b' } }
    ])
  })

  it('comes in pages', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `t${i}`)
    const { pages } = keysOf(unit('dataset:t', 'globalTags', tags(...names)))
    expect(pages.map((page) => page.length)).toEqual([200, 200, 200, 200, 200])
  })
})
