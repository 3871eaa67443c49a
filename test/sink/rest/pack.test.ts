import { describe, expect, it } from '@jest/globals'
import { isTooLarge, type Packed, Packer, type PackLimits } from '../../../src/sink/rest/pack.ts'
import { ENVELOPE_BYTES } from '../../../src/sink/rest/size.ts'
import { fc } from '../../properties.ts'
import { runs as times } from '../../runs.ts'
import { unitOf } from '../support.ts'

/** A proposal whose text has `size` bytes. */
const packedOf = (urn: string | number, size: number): Packed => ({ unit: unitOf(urn), size })

function packAll(all: readonly Packed[], limits: PackLimits): readonly (readonly Packed[])[] {
  const packer = new Packer(limits)
  const batches = all.map((packed) => packer.add(packed)).concat([packer.flush()])
  return batches.filter((batch) => batch !== null)
}

/** Bytes of the request: what surrounds proposals, these, and the commas between them. */
const bytesOf = (batch: readonly Packed[]): number =>
  batch.reduce((sum, { size }) => sum + size, ENVELOPE_BYTES + batch.length - 1)

const namesOf = (batches: readonly (readonly Packed[])[]): readonly string[] =>
  batches.map((batch) => batch.map(({ unit }) => /sales\.t(\w+)/.exec(unit.urn)?.[1]).join(''))

describe('Packer', () => {
  it.each<[string, readonly [string, number][], PackLimits, readonly string[]]>([
    ['nothing', [], { maxProposals: 3, maxBytes: 1000 }, []],
    ['by number', [...'abcdefg'].map((name) => [name, 10]), { maxProposals: 3, maxBytes: 1000 }, ['abc', 'def', 'g']],
    ['one at a time', [...'aab'].map((name) => [name, 10]), { maxProposals: 1, maxBytes: 1000 }, ['a', 'a', 'b']],
    [
      'neighbours of one urn together',
      [...'abbbc'].map((name) => [name, 10]),
      { maxProposals: 3, maxBytes: 1000 },
      ['a', 'bbb', 'c']
    ],
    [
      'a urn with more than fit',
      [...'abbbbb'].map((name) => [name, 10]),
      { maxProposals: 3, maxBytes: 1000 },
      ['a', 'bbb', 'bb']
    ],
    [
      'by bytes',
      [
        ['a', 40],
        ['b', 40],
        ['c', 40]
      ],
      { maxProposals: 9, maxBytes: ENVELOPE_BYTES + 81 },
      ['ab', 'c']
    ],
    [
      'one byte too many',
      [
        ['a', 40],
        ['b', 40],
        ['c', 40]
      ],
      { maxProposals: 9, maxBytes: ENVELOPE_BYTES + 80 },
      ['a', 'b', 'c']
    ],
    [
      'neighbours that are too large together',
      [
        ['a', 10],
        ['b', 60],
        ['b', 60]
      ],
      { maxProposals: 9, maxBytes: ENVELOPE_BYTES + 100 },
      ['ab', 'b']
    ],
    [
      'one that is too large for any request',
      [
        ['a', 10],
        ['b', 500],
        ['b', 10]
      ],
      { maxProposals: 9, maxBytes: ENVELOPE_BYTES + 100 },
      ['a', 'b', 'b']
    ]
  ])('packs %s', (_case, all, limits, expected) => {
    const batches = packAll(
      all.map(([urn, size]) => packedOf(urn, size)),
      limits
    )
    expect(namesOf(batches)).toEqual(expected)
  })

  it('keeps order and limits, and what is one run of a urn and fits in one request', () => {
    const runs = fc.array(fc.tuple(fc.nat(4), fc.array(fc.nat(300), { minLength: 1, maxLength: 9 })), { maxLength: 40 })
    const limited = fc.record({
      maxProposals: fc.integer({ min: 1, max: 9 }),
      maxBytes: fc.integer({ min: 150, max: 900 })
    })
    fc.assert(
      fc.property(runs, limited, (given, limits) => {
        const all = given.flatMap(([urn, sizes]) => sizes.map((size) => packedOf(urn, size)))
        const batches = packAll(all, limits)
        expect(batches.flat()).toEqual(all)
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0)
          expect(batch.length).toBeLessThanOrEqual(limits.maxProposals)
          // Only one that is too large for any request may be larger than a request.
          const [only] = batch
          const alone = batch.length === 1 && only !== undefined && isTooLarge(only, limits)
          expect(bytesOf(batch) <= limits.maxBytes).toBe(!alone)
        }
        for (const run of runsOf(all)) {
          if (run.length > limits.maxProposals || bytesOf(run) > limits.maxBytes) continue
          const holding = batches.filter((batch) => run.some((packed) => batch.includes(packed)))
          expect(holding).toHaveLength(1)
        }
      }),
      { numRuns: times(80, 300) }
    )
  })
})

/** Neighbours of the same urn. */
function runsOf(all: readonly Packed[]): readonly (readonly Packed[])[] {
  const runs: Packed[][] = []
  for (const packed of all) {
    const last = runs.at(-1)
    if (last?.[0]?.unit.urn === packed.unit.urn) last.push(packed)
    else runs.push([packed])
  }
  return runs
}
