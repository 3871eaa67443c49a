import { describe, expect, it } from '@jest/globals'
import { makeRunId } from '../../src/app/run-id.ts'
import { manualClock } from '../emulator/clock.ts'
import { fc } from '../properties.ts'

describe('makeRunId', () => {
  it("has the peer's form, in UTC", () => {
    expect(makeRunId(manualClock(Date.UTC(2026, 10, 23, 4, 17, 9)))).toBe('glue-2026_11_23-04_17_09-ssssss')
  })

  it('has it at every time and by every chance', () => {
    const times = fc.date({ min: new Date('2000-01-01'), max: new Date('2999-01-01'), noInvalidDate: true })
    const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(times, chances, (time, chance) => {
        const id = makeRunId({ ...manualClock(time.getTime()), random: () => chance })
        expect(id).toMatch(/^glue-\d{4}_\d\d_\d\d-\d\d_\d\d_\d\d-[a-z0-9]{6}$/)
      })
    )
  })
})
