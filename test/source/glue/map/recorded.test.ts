import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { compare, type PeerResult } from '../../../parity/mapping/compare.ts'
import { type MappingCase, mapCase } from '../../../parity/mapping/ours.ts'

/** Records, and what the peer's own classes made of them (test/parity/mapping/record.ts writes these files). */
interface Recorded {
  readonly options: Pick<MappingCase, 'case' | 'config' | 'flags' | 'gms'>
  readonly databases: MappingCase['databases']
  readonly tables: MappingCase['tables']
  readonly peer: PeerResult
}

const FOLDER = join(import.meta.dirname, '../../../testdata/glue/mapping')

const read = (file: string): Recorded => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))

describe('mapping, by what the peer made of the same records', () => {
  it.each(readdirSync(FOLDER))('%s', async (file) => {
    const { options, databases, tables, peer } = read(file)
    // The peer gives up a table without CatalogId; what is made of one here has tests of its own.
    const kept = tables.filter((table) => typeof table.CatalogId === 'string')
    expect(peer.failures.length).toBe(tables.length - kept.length)
    const ours = await mapCase({ ...options, databases, tables: kept })
    const { pairs, equal, differences } = compare(peer.proposals, ours.proposals)
    expect(differences).toEqual([])
    expect(equal).toBe(pairs)
    expect(pairs).toBeGreaterThan(tables.length * 4)
  })

  it('warns of the same views as the peer', async () => {
    const { options, databases, tables, peer } = read('odd_views.json')
    const { problems } = await mapCase({ ...options, databases, tables })
    const theirs = peer.warnings.map((text) => /table=([^:]*)/.exec(text)?.[1])
    expect(new Set(problems.map((problem) => problem.resource))).toEqual(new Set(theirs))
    expect(problems).toHaveLength(theirs.length)
    expect(theirs.length).toBeGreaterThan(3)
  })

  it.each([
    ['odd_delta.json', 'delta-schema-unreadable'],
    ['odd_sharing.json', 'resource-link-without-target']
  ])('warns of what the peer warns of in %s', async (file, code) => {
    const { options, databases, tables, peer } = read(file)
    const { problems } = await mapCase({ ...options, databases, tables })
    const told = (text: string): boolean => problems.some(({ resource = '' }) => text.includes(resource))
    expect(peer.warnings.filter((text) => !told(text))).toEqual([])
    expect(problems).toHaveLength(peer.warnings.length)
    expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set([code]))
  })
})
