import { afterEach, describe, expect, it } from '@jest/globals'
import { systemClock } from '../../../src/core/clock.ts'
import type { Event } from '../../../src/model/event.ts'
import type { WorkUnit } from '../../../src/model/work-unit.ts'
import { GlueSource } from '../../../src/source/glue/source.ts'
import { type AwsSide, glueOptions, open, startAwsSide } from '../../aws/support.ts'
import { oddCatalogue } from '../../emulator/catalogue/odd.ts'
import { realisticCatalogue } from '../../emulator/catalogue/realistic.ts'
import type { Catalogue } from '../../emulator/catalogue/types.ts'

let side: AwsSide

afterEach(async () => {
  await side.close()
})

async function read(catalogue: Catalogue) {
  side = await startAwsSide({ catalogue })
  const { session } = await open(side)
  const events: Event[] = []
  const units: WorkUnit[] = []
  const signal = new AbortController().signal
  const lakeFormation = session.lakeFormationClient()
  const deps = {
    client: session.glueClient(),
    lakeFormation,
    s3: () => session.s3Client(),
    where: session.identity,
    datahub: null,
    search: null,
    clock: systemClock,
    signal
  }
  const source = new GlueSource(glueOptions(), deps)
  for await (const page of source.read((event) => events.push(event))) units.push(...page)
  return { events, units }
}

describe('GlueSource', () => {
  it.each([
    ['a realistic catalogue', realisticCatalogue(1)],
    ['a catalogue of oddities', oddCatalogue(1)]
  ])('makes work units of %s, each container before what is in it, and loses no record', async (_case, catalogue) => {
    const { events, units } = await read(catalogue)
    const known = new Set<string>()
    const early = units.filter((unit) => {
      if (unit.entityType === 'container') known.add(unit.urn)
      return unit.aspectName === 'container' && !known.has(String(Reflect.get(unit.aspect, 'container')))
    })
    expect(early).toEqual([])
    const told = (type: Event['type']) =>
      events.filter((event) => event.type === type && 'kind' in event && event.kind !== 'database').length
    const tables = catalogue.flatMap(({ tables: all }) => [...all])
    expect(told('read')).toBe(tables.length)
    const datasets = new Set(units.filter((unit) => unit.entityType === 'dataset').map((unit) => unit.origin))
    expect(datasets.size).toBe(told('read'))
    expect(events.filter((event) => event.type === 'failed' && event.severity === 'failure')).toEqual([])
  })
})
