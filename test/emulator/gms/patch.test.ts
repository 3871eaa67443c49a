import { describe, expect, it } from '@jest/globals'
import type { Json } from '../../../src/core/json.ts'
import { patchAspect } from './patch.ts'

const cases: readonly (readonly [string, string, Json | undefined, Json, Json])[] = [
  [
    'a field of an aspect that is not there yet',
    'status',
    undefined,
    [{ op: 'add', path: '/removed', value: true }],
    { removed: true }
  ],
  [
    'a custom property beside others',
    'datasetProperties',
    { name: 'x', customProperties: { a: '1' } },
    [{ op: 'add', path: '/customProperties/b~1c', value: '2' }],
    { name: 'x', customProperties: { a: '1', 'b/c': '2' } }
  ],
  [
    'lastModified of an aspect that is not there yet',
    'datasetProperties',
    undefined,
    [{ op: 'add', path: '/lastModified', value: { time: 5 } }],
    { customProperties: {}, tags: [], lastModified: { time: 5 } }
  ],
  [
    'a tag, by its urn, beside others',
    'globalTags',
    { tags: [{ tag: 'urn:li:tag:a' }] },
    [{ op: 'add', path: '/tags/urn:li:tag:b', value: { tag: 'urn:li:tag:b' } }],
    { tags: [{ tag: 'urn:li:tag:a' }, { tag: 'urn:li:tag:b' }] }
  ],
  [
    'a tag that is there: replaced, not doubled',
    'globalTags',
    { tags: [{ tag: 'urn:li:tag:a' }] },
    [{ op: 'add', path: '/tags/urn:li:tag:a', value: { tag: 'urn:li:tag:a', context: 'x' } }],
    { tags: [{ tag: 'urn:li:tag:a', context: 'x' }] }
  ],
  [
    'an owner taken away',
    'ownership',
    {
      owners: [
        { owner: 'urn:li:corpuser:a', type: 'DATAOWNER' },
        { owner: 'urn:li:corpuser:b', type: 'DATAOWNER' }
      ]
    },
    [{ op: 'remove', path: '/owners/urn:li:corpuser:a' }],
    { owners: [{ owner: 'urn:li:corpuser:b', type: 'DATAOWNER' }] }
  ],
  [
    'with the keys of a generic patch',
    'ownership',
    undefined,
    {
      arrayPrimaryKeys: { owners: ['owner'] },
      patch: [{ op: 'add', path: '/owners/urn:li:corpuser:a', value: { owner: 'urn:li:corpuser:a', type: 'NONE' } }]
    },
    { owners: [{ owner: 'urn:li:corpuser:a', type: 'NONE' }], ownerTypes: {} }
  ],
  [
    'what is not there, to take it away',
    'status',
    { removed: true },
    [{ op: 'remove', path: '/nothing' }],
    { removed: true }
  ],
  [
    'two operations in turn',
    'status',
    undefined,
    [
      { op: 'add', path: '/x', value: 1 },
      { op: 'move', from: '/x', path: '/removed' }
    ],
    { removed: 1 }
  ]
]

describe('a patch changes', () => {
  it.each(cases)('%s', (_, aspectName, before, patch, after) => {
    const original = structuredClone(before)
    expect(patchAspect(aspectName, before, patch)).toEqual(after)
    expect(before).toEqual(original)
  })
})

describe('a patch is refused', () => {
  const refused: readonly (readonly [string, Json])[] = [
    ['without operations', {}],
    ['with an unknown operation', [{ op: 'merge', path: '/a', value: 1 }]],
    ['without a path', [{ op: 'add', value: 1 }]],
    ['with a path that is none', [{ op: 'add', path: 'a', value: 1 }]],
    ['without a value', [{ op: 'add', path: '/a' }]],
    ['that replaces what is not there', [{ op: 'replace', path: '/a', value: 1 }]],
    ['whose test fails', [{ op: 'test', path: '/removed', value: 1 }]]
  ]
  it.each(refused)('%s', (_, patch) => {
    expect(() => patchAspect('status', { removed: true }, patch)).toThrow(/patch/iu)
  })
})
