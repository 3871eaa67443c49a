import { afterAll, describe, expect, it } from '@jest/globals'
import type { SerialisedWorkUnit } from '../../../src/model/work-unit.ts'
import { type GmsServer, startGms } from '../../emulator/gms/gms.ts'
import { fc } from '../../properties.ts'
import { countsOf, deliver, Pages, unitOf, urnOf } from '../support.ts'
import { rigOn } from './rig.ts'

const ends: (() => unknown)[] = []
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const propertyUrn = (key: number): string => `urn:li:structuredProperty:io.datahubproject.glue.column.k${key}`

/** The definition of property `key`. */
function definition(key: number): SerialisedWorkUnit {
  const aspect = {
    qualifiedName: `io.datahubproject.glue.column.k${key}`,
    displayName: `k${key}`,
    valueType: 'urn:li:dataType:datahub.string',
    cardinality: 'SINGLE',
    entityTypes: ['urn:li:entityType:datahub.schemaField'],
    immutable: false
  }
  return unitOf(key, aspect, {
    urn: propertyUrn(key),
    entityType: 'structuredProperty',
    aspectName: 'propertyDefinition'
  })
}

/** A value of property `key` on a field of table `table`. */
function value(table: number, key: number): SerialisedWorkUnit {
  const aspect = { properties: [{ propertyUrn: propertyUrn(key), values: [{ string: 'x' }] }] }
  const urn = `urn:li:schemaField:(${urnOf(table)},c${key})`
  return unitOf(table, aspect, { urn, entityType: 'schemaField', aspectName: 'structuredProperties' })
}

/** Tables that each have values of some properties: what they are and the values, each definition before its first use. */
function catalogue(tables: readonly (readonly number[])[]): readonly SerialisedWorkUnit[] {
  const defined = new Set<number>()
  return tables.flatMap((keys, table) => [
    unitOf(table),
    ...keys.flatMap((key) => {
      const isNew = !defined.has(key)
      defined.add(key)
      return isNew ? [definition(key), value(table, key)] : [value(table, key)]
    })
  ])
}

async function gms(): Promise<GmsServer> {
  const server = await startGms({ keep: 'bodies' })
  ends.push(() => server.close())
  return server
}

interface Body {
  readonly async: string
  readonly proposals: readonly { readonly aspectName: string }[]
}

const bodies = (server: GmsServer): readonly Body[] => server.requests.map(({ body }) => JSON.parse(body ?? '') as Body)

const defines = ({ proposals }: Body): boolean =>
  proposals.some(({ aspectName }) => aspectName === 'propertyDefinition')

describe('Definitions of structured properties', () => {
  it('are stored before any value of them goes out, wherever they stand', async () => {
    const tables = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 4 }), { maxLength: 40 })
    const shape = fc.record({ tables, page: fc.integer({ min: 1, max: 50 }), batch: fc.integer({ min: 1, max: 20 }) })
    await fc.assert(
      fc.asyncProperty(shape, async ({ tables: keys, page, batch }) => {
        const units = catalogue(keys)
        const server = await startGms()
        const { sink, http } = rigOn(server.url, { limits: { maxProposals: batch, maxBytes: 1_000_000 } })
        const { events } = await deliver(sink, new Pages(units, page))
        http.close()
        await server.close()
        expect(countsOf(events).written ?? 0).toBe(units.length)
      }),
      { numRuns: 40 }
    )
  })

  it('cost at most one request more for each request that needs new ones', async () => {
    const server = await gms()
    const { sink, http } = rigOn(server.url)
    ends.push(() => http.close())
    const units = catalogue(Array.from({ length: 300 }, (_, table) => [table < 150 ? table : 0]))
    await deliver(sink, new Pages(units))
    const sent = bodies(server)
    expect(
      sent.filter(defines).every(({ proposals }) => proposals.every((one) => one.aspectName === 'propertyDefinition'))
    ).toBe(true)
    expect(sent.filter(defines).length).toBeLessThanOrEqual(sent.filter((body) => !defines(body)).length)
  })

  it('are written at once where everything else is only queued', async () => {
    const server = await gms()
    const { sink, http } = rigOn(server.url, { asynchronous: true })
    ends.push(() => http.close())
    const { events } = await deliver(sink, new Pages(catalogue([[1], [1, 2]])))
    expect(countsOf(events)).toEqual({ produced: 7, written: 2, accepted: 5 })
    expect(bodies(server).map((body) => [defines(body), body.async])).toEqual([
      [true, 'false'],
      [false, 'true']
    ])
  })

  it('that GMS refuses take the values of that property with them, and nothing else', async () => {
    const server = await startGms({ poison: [{ urn: 'structuredProperty:.*k1$' }] })
    const { sink, http } = rigOn(server.url)
    const { outcomes } = await deliver(sink, new Pages(catalogue([[1, 2]])))
    http.close()
    await server.close()
    const rejected = outcomes.filter(({ kind }) => kind === 'rejected').map(({ unit }) => unit.urn)
    expect(new Set(rejected)).toEqual(new Set([propertyUrn(1), value(0, 1).urn]))
    expect(outcomes).toHaveLength(5)
  })

  it('that were not sent are told as undelivered where the consumer leaves', async () => {
    const server = await gms()
    const { sink, http } = rigOn(server.url)
    ends.push(() => http.close())
    const counts = { produced: 0, delivered: 0 }
    const pages = sink.deliver(new Pages(catalogue([[1, 2], [3]]), 2), (event) => {
      if (event.type === 'produced') counts.produced += event.count
      if (event.type === 'delivered') counts.delivered += event.count
    })
    for await (const _page of pages) break
    expect(counts.delivered).toBe(counts.produced)
  })
})
