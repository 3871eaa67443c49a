import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Json } from '../../src/core/json.ts'
import { holdsAspect } from '../../src/datahub/holds.ts'
import { fc } from '../properties.ts'

const cases: readonly (readonly [name: string, held: Json, written: Json, holds: boolean])[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../testdata/plan/holds.json'), 'utf8')
)

const SINCE = 1_700_000_000_000

describe('holdsAspect', () => {
  it.each(cases)('%s', (_, held, written, holds) => {
    expect(holdsAspect(held, written, SINCE)).toBe(holds)
  })

  it('is so of everything that is held as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(holdsAspect(value as Json, value as Json, SINCE)).toBe(true)
      })
    )
  })
})
