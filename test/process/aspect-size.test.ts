import { describe, expect, it } from '@jest/globals'
import type { Json, JsonObject } from '../../src/core/json.ts'
import { MAX_QUERY_BYTES } from '../../src/process/aspect-size.ts'
import { MAX_SCHEMA_BYTES } from '../../src/process/schema-size.ts'
import { chain, unit } from './support.ts'

/** The aspect as it is sent, and what is told. */
async function sent(aspectName: string, aspect: JsonObject) {
  const { out, events } = await chain([[unit('dataset:t', aspectName, aspect)]])
  const value = out.find((it) => it.aspectName === aspectName)?.value ?? ''
  const told = events.flatMap((event) => (event.type === 'failed' ? [event.failure.message] : []))
  return { bytes: JSON.stringify(value).length, aspect: JSON.parse(value) as JsonObject, value, told }
}

const SQL = 'SELECT "a",\n'
const long = (bytes: number): string => SQL.repeat(bytes / SQL.length)

describe('an aspect that is too large', () => {
  it('of a view loses the end of what is compiled first', async () => {
    const [written, compiled] = [long(4_000_000), long(12_000_000)]
    const { aspect, bytes, told } = await sent('viewProperties', {
      viewLogic: written,
      formattedViewLogic: compiled,
      viewLanguage: 'SQL'
    })
    expect(bytes).toBeLessThan(MAX_SCHEMA_BYTES + 4)
    expect(bytes).toBeGreaterThan(MAX_SCHEMA_BYTES - 100)
    expect(aspect).toMatchObject({ viewLogic: written, viewLanguage: 'SQL' })
    expect(aspect.formattedViewLogic).toMatch(
      new RegExp(`\\.\\.\\. \\[truncated from ${compiled.length} to \\d+ chars\\]$`)
    )
    expect(told).toEqual(['The end of formattedViewLogic is left out: it is more than DataHub accepts'])
  })

  it('of a view loses all that is compiled, and then the end of what was written', async () => {
    const { aspect, bytes } = await sent('viewProperties', {
      viewLogic: long(16_000_000),
      formattedViewLogic: 'é'.repeat(9)
    })
    expect(bytes).toBeLessThan(MAX_SCHEMA_BYTES + 4)
    expect(aspect.formattedViewLogic).toBe('[removed due to size - original was 9 chars]')
    expect(aspect.viewLogic).toContain('... [truncated from ')
  })

  it('of a query loses the end of its statement', async () => {
    const value = `${'ü'.repeat(10)}${long(6_000_000)}`
    const { value: json, aspect, told } = await sent('queryProperties', { statement: { value, language: 'SQL' } })
    expect(json.length).toBeLessThan(MAX_QUERY_BYTES)
    expect(json.length).toBeGreaterThan(MAX_QUERY_BYTES - 100)
    expect(aspect.statement).toMatchObject({
      language: 'SQL',
      value: expect.stringContaining('ü... [original'.slice(0, 1))
    })
    expect(told).toHaveLength(1)
  })

  it('of lineage loses columns before datasets', async () => {
    const upstreams = Array.from({ length: 1_000 }, (_, i) => ({ dataset: `urn:${i}`, type: 'VIEW' }))
    const fine = (upstreamType: string): Json[] =>
      Array.from({ length: 30 }, () => ({ upstreamType, upstreams: ['"'.repeat(100_000)] }))
    const { aspect, bytes, told } = await sent('upstreamLineage', {
      upstreams,
      fineGrainedLineages: [...fine('NONE'), ...fine('FIELD_SET'), ...fine('DATASET')]
    })
    expect(bytes).toBeLessThan(MAX_SCHEMA_BYTES + 4)
    expect(aspect.upstreams).toEqual(upstreams)
    const kept = (aspect.fineGrainedLineages as readonly JsonObject[]).map(({ upstreamType }) => upstreamType)
    expect(kept.filter((type) => type === 'DATASET')).toHaveLength(30)
    expect(kept).not.toContain('NONE')
    expect(told).toEqual([`${90 - kept.length} of its lineages is left out: it is more than DataHub accepts`])
  })

  it('of what a query reads loses columns before tables', async () => {
    const entity = (type: string, i: number): JsonObject => ({ entity: `urn:li:${type}:${i}${'x'.repeat(100_000)}` })
    const subjects = Array.from({ length: 200 }, (_, i) => entity(i < 100 ? 'schemaField' : 'dataset', i))
    const { aspect } = await sent('querySubjects', { subjects })
    const kept = aspect.subjects as readonly JsonObject[]
    expect(kept.slice(0, 100)).toEqual(subjects.slice(100))
    expect(kept.length).toBeGreaterThan(100)
    expect(kept.length).toBeLessThan(200)
  })

  it('stays as it is when it is just small enough', async () => {
    const all = { viewLogic: 'x'.repeat(MAX_SCHEMA_BYTES - 100), viewLanguage: 'SQL' }
    expect(await sent('viewProperties', all)).toMatchObject({ aspect: all, told: [] })
  })
})
