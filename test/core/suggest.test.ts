import { describe, expect, it } from '@jest/globals'
import { distance, suggest } from '../../src/core/suggest.ts'
import { fc } from '../properties.ts'

describe('suggest', () => {
  it.each([
    ['ingset', ['ingest', 'validate'], 'ingest'],
    ['Validate', ['ingest', 'validate'], 'validate'],
    ['dry_run', ['dry-run', 'config'], 'dry-run'],
    ['xyz', ['ingest', 'validate'], null],
    ['', ['ingest'], null],
    ['ab', ['ax', 'ab'], 'ab']
  ] as const)('%s', (word, known, expected) => {
    expect(suggest(word, known)).toBe(expected)
  })
})

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3]
  ] as const)('%s to %s', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected)
  })

  it('is the same in both directions, and zero only for equals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, b) === 0).toBe(a === b)
      })
    )
  })
})
