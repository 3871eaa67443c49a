import { describe, expect, it } from '@jest/globals'
import { flattened, unflattened } from '../../../src/sink/rest/flat-units.ts'
import { fc } from '../../properties.ts'
import { unitOf } from '../support.ts'

describe('work units as texts', () => {
  it('are the same behind the border, but for where they came from', () => {
    const unit = fc
      .tuple(fc.string(), fc.string(), fc.constantFrom('UPSERT' as const, 'PATCH' as const))
      .map(([name, value, changeType]) => unitOf(name, {}, { value, changeType, entityType: 'container' }))
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 9 }), (units) => {
        const crossed = structuredClone(flattened(units.map((one) => ({ ...one, origin: 'sales.orders' }))))
        expect(unflattened(crossed)).toEqual(units)
      })
    )
  })
})
