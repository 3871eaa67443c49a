import { describe, expect, it } from '@jest/globals'
import { validateAspect } from '../../emulator/gms/aspect-validation.ts'
import { transformCase } from '../../parity/transformers/ours.ts'
import { randomCase } from '../../parity/transformers/random-case.ts'
import { fc } from '../../properties.ts'
import { runs } from '../../runs.ts'

/** A recipe with up to six transformers of all types, over the entities of the first. */
const cases = fc
  .array(fc.nat(2 ** 31), { minLength: 1, maxLength: 6 })
  .map((seeds) => seeds.map(randomCase))
  .map((parts) => ({
    name: 'chain',
    transformers: parts.flatMap(({ transformers }) => transformers),
    units: parts[0]?.units ?? [],
    held: Object.assign({}, ...parts.map(({ held }) => held)) as (typeof parts)[number]['held'],
    domains: parts[0]?.domains ?? {}
  }))

describe('any chain of transformers', () => {
  it("ends, loses no entity, and makes no aspect that DataHub's model has no place for", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (it) => {
        const out = await transformCase(it)
        const wrong = out
          .filter(({ changeType }) => changeType === 'UPSERT')
          .flatMap(({ urn, aspectName, aspect }) =>
            validateAspect(aspectName, aspect as never).map((finding) => `${urn} ${aspectName} ${String(finding)}`)
          )
        expect(wrong).toEqual([])
        const urns = new Set(out.map(({ urn }) => urn))
        expect(it.units.filter(({ urn }) => !urns.has(urn))).toEqual([])
      }),
      { numRuns: runs(40, 150) }
    )
  })
})
