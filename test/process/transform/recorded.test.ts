import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { TRANSFORMERS } from '../../../src/recipe/options/transformers/transformers.ts'
import { differences, type Proposal } from '../../parity/transformers/compare.ts'
import { transformCase } from '../../parity/transformers/ours.ts'
import { randomCase } from '../../parity/transformers/random-case.ts'

/** What the peer's own classes made of random cases, by seed (test/parity/transformers/record.ts makes the file anew). */
const RECORDED = (
  JSON.parse(readFileSync('test/testdata/transformers.json', 'utf8')) as readonly {
    readonly seed: number
    readonly peer: readonly Proposal[]
  }[]
).map(({ seed, peer }) => ({ it: randomCase(seed), peer }))

const typesOf = ({ it }: (typeof RECORDED)[number]): readonly string[] => it.transformers.map(({ type }) => type)

/** Works on an aspect that no Glue recipe makes, here and with the peer. */
const WITHOUT_EFFECT = 'pattern_cleanup_dataset_usage_user'

describe('transformers leave in DataHub what those of the peer do', () => {
  it.each(RECORDED.map((recorded) => [`${typesOf(recorded).join(' + ')} (${recorded.it.name})`, recorded] as const))(
    '%s',
    async (_name, { it, peer }) => {
      const { pairs, found } = differences(peer, await transformCase(it), it.held)
      expect(pairs).toBeGreaterThan(0)
      expect(found.filter(({ reason }) => reason === null).map(({ text }) => text)).toEqual([])
    }
  )

  it('is shown of every transformer that runs here', () => {
    const shown = new Set(RECORDED.flatMap(typesOf))
    expect(Object.keys(TRANSFORMERS).filter((name) => !shown.has(name))).toEqual([WITHOUT_EFFECT])
  })
})
