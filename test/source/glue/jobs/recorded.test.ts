import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { type JobCase, readJobs } from '../../../parity/jobs/ours.ts'
import type { PeerJobs } from '../../../parity/jobs/peer-run.ts'
import { compare } from '../../../parity/mapping/compare.ts'

/** Jobs, and what the peer's own classes made of them (test/parity/jobs/record.ts writes these files). */
interface Recorded {
  readonly it: JobCase
  readonly peer: PeerJobs
}

const FOLDER = join(import.meta.dirname, '../../../testdata/glue/jobs')

const recorded = (file: string): readonly Recorded[] => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))

describe('jobs, by what the peer made of the same', () => {
  it.each(readdirSync(FOLDER))('%s', async (file) => {
    const survived = recorded(file).filter(({ peer }) => peer.ended === null)
    let pairs = 0
    for (const { it: jobs, peer } of survived) {
      const ours = await readJobs(jobs)
      const compared = compare(peer.proposals, ours.proposals)
      // The peer tells the status of flows and jobs last of all, this project with their first page.
      expect(compared.differences.filter((text) => !text.includes(': order '))).toEqual([])
      // This project warns of more: of jobs without a place for their script, and of what the peer only logs.
      expect(ours.failures.length > 0 || peer.warnings.length === 0).toBe(true)
      pairs += compared.pairs
    }
    expect(pairs).toBeGreaterThan(40)
  })

  it('are told with a warning where the peer’s run ends', async () => {
    const ended = recorded('random.json').filter(({ peer }) => peer.ended !== null)
    expect(ended.length).toBeGreaterThan(0)
    for (const { it: jobs } of ended) {
      const { proposals, failures } = await readJobs(jobs)
      expect(proposals.map(({ aspectName }) => aspectName)).toContain('dataFlowInfo')
      expect(failures.map(({ code }) => code)).not.toContain('record-not-mapped')
      expect(failures.length).toBeGreaterThan(0)
    }
  })
})
