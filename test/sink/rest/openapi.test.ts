import { afterEach, describe, expect, it } from '@jest/globals'
import { asciiJson } from '../../../src/core/json.ts'
import type { SerialisedWorkUnit } from '../../../src/model/work-unit.ts'
import { OPENAPI } from '../../../src/sink/rest/openapi.ts'
import type { Packed } from '../../../src/sink/rest/pack.ts'
import { ENVELOPE_BYTES } from '../../../src/sink/rest/size.ts'
import { systemMetadataOf } from '../../../src/sink/stamp.ts'
import { type GmsOptions, type GmsServer, startGms } from '../../emulator/gms/gms.ts'
import { fc } from '../../properties.ts'
import { countsOf, type Delivered, deliver, failuresIn, Pages, STAMP, unitOf, unitsOf, urnOf } from '../support.ts'
import { type RigOptions, rigOn } from './rig.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function gms(options: GmsOptions = {}): Promise<GmsServer> {
  const server = await startGms({ validateAspects: false, keep: 'bodies', ...options })
  ends.push(() => server.close())
  return server
}

function write(server: GmsServer, units: readonly SerialisedWorkUnit[], options: RigOptions = {}): Promise<Delivered> {
  const { sink, http } = rigOn(server.url, { wire: OPENAPI, ...options })
  ends.push(() => http.close())
  return deliver(sink, new Pages(units))
}

const tag = (name: string): Partial<SerialisedWorkUnit> => ({
  entityType: 'tag',
  urn: `urn:li:tag:${name}`,
  aspectName: 'status'
})
const patch = (name: string, value: string): SerialisedWorkUnit =>
  unitOf(name, [{ op: 'add', path: '/customProperties/k', value }], { changeType: 'PATCH' })

const METADATA = systemMetadataOf(STAMP, Date.UTC(2026, 10, 23))
const textOf = (units: readonly SerialisedWorkUnit[]): string =>
  Buffer.from(OPENAPI.request(units, false, METADATA).body).toString()

describe('an entity on the wire', () => {
  it('holds its aspect as JSON', () => {
    const unit = unitOf('ä', { customProperties: { k: 'Größe' } })
    const text = textOf([unit])
    expect(JSON.parse(text)).toEqual([
      {
        urn: urnOf('ä'),
        datasetProperties: { value: { customProperties: { k: 'Größe' } }, systemMetadata: METADATA, headers: {} }
      }
    ])
    expect(text).toMatch(/^[ -~]*$/u)
  })

  it('wraps operations, and leaves a patch that says by what its lists are keyed', () => {
    const keyed = { arrayPrimaryKeys: { owners: ['owner'] }, patch: [] }
    const contentIn = (unit: SerialisedWorkUnit): unknown => JSON.parse(textOf([unit]))[0].datasetProperties.value
    expect(contentIn(patch('a', 'v'))).toEqual({ patch: [{ op: 'add', path: '/customProperties/k', value: 'v' }] })
    expect(contentIn(unitOf('a', keyed, { changeType: 'PATCH' }))).toEqual(keyed)
  })
})

describe('the size of an entity', () => {
  it('is told without falling short of what is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), fc.boolean(), (name, value, isPatch) => {
        const changeType = isPatch ? 'PATCH' : 'UPSERT'
        const unit = unitOf(name, { value: asciiJson(JSON.parse(JSON.stringify(value))) }, { changeType })
        const most = OPENAPI.mostBytes(unit) + asciiJson({ ...METADATA }).length
        expect(textOf([unit]).length - ENVELOPE_BYTES).toBeLessThanOrEqual(most)
      })
    )
  })
})

describe('requests', () => {
  it('are one for each entity type and method, however they alternate', async () => {
    const server = await gms()
    const units = ['a', 'b', 'c'].flatMap((name) => [unitOf(name), patch(name, name), unitOf(name, {}, tag(name))])
    expect(countsOf((await write(server, units)).events)).toEqual({ produced: 9, written: 9 })
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'POST /openapi/v3/entity/dataset?async=false',
      'PATCH /openapi/v3/entity/dataset?async=false',
      'POST /openapi/v3/entity/tag?async=false'
    ])
    expect(server.store.read(urnOf('b'), 'datasetProperties')).toEqual({ customProperties: { k: 'b' } })
  })

  it('never let an aspect overtake the patch before it', async () => {
    const server = await gms()
    await write(server, [unitOf('a'), patch('a', 'lost'), unitOf('a', { customProperties: { last: 'yes' } })])
    expect(server.store.read(urnOf('a'), 'datasetProperties')).toEqual({ customProperties: { last: 'yes' } })
  })

  it('hold what was given, each once, of one kind, and one urn’s in order', () => {
    const units = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.boolean(), fc.boolean()), { maxLength: 40 })
    fc.assert(
      fc.property(units, (drawn) => {
        const batch: readonly Packed[] = drawn.map(([name, isPatch, isTag], index) => ({
          unit: unitOf(name, {}, { ...(isTag ? tag(String(name)) : {}), changeType: isPatch ? 'PATCH' : 'UPSERT' }),
          size: index
        }))
        const parts = OPENAPI.split(batch)
        for (const part of parts) {
          expect(new Set(part.map(({ unit }) => `${unit.entityType} ${unit.changeType}`)).size).toBe(1)
        }
        const sent = parts.flat()
        expect(new Set(sent)).toEqual(new Set(batch))
        expect(sent).toHaveLength(batch.length)
        for (const urn of new Set(batch.map(({ unit }) => unit.urn))) {
          const ofUrn = (list: typeof batch) => list.filter(({ unit }) => unit.urn === urn)
          expect(ofUrn(sent)).toEqual(ofUrn(batch))
        }
      })
    )
  })
})

describe('delivery', () => {
  it('leaves out what GMS refuses, and nothing else', async () => {
    const server = await gms({ poison: [{ urn: 'sales\\.t7,' }] })
    const { events, outcomes } = await write(server, unitsOf(250))
    expect(countsOf(events)).toEqual({ produced: 250, written: 249, rejected: 1 })
    expect(outcomes.filter(({ kind }) => kind === 'rejected').map(({ unit }) => unit.urn)).toEqual([urnOf(7)])
    expect(server.accepted()).toBe(249)
    expect(failuresIn(events).map(({ code }) => code)).toEqual(['gms-rejected'])
  })

  it('leaves out what the token may not write, and nothing else', async () => {
    const server = await gms({ poison: [{ urn: 'urn:li:tag:b', status: 403, message: 'may not edit' }] })
    const units = [...unitsOf(50), ...['a', 'b', 'c'].map((name) => unitOf(name, {}, tag(name)))]
    const { events, outcomes, thrown } = await write(server, units)
    expect(thrown).toBeUndefined()
    expect(countsOf(events)).toEqual({ produced: 53, written: 52, rejected: 1 })
    expect(outcomes.find(({ kind }) => kind === 'rejected')).toMatchObject({
      unit: { urn: 'urn:li:tag:b' },
      reason: 'may not edit (status 403)'
    })
  })

  it('only asks to queue in asynchronous mode, definitions excepted', async () => {
    const server = await gms()
    const definition = {
      ...unitOf('x', {}, { entityType: 'structuredProperty', urn: 'urn:li:structuredProperty:p' }),
      aspectName: 'propertyDefinition',
      value: asciiJson({ qualifiedName: 'p' })
    }
    const { events } = await write(server, [definition, unitOf('a')], { asynchronous: true })
    expect(countsOf(events)).toEqual({ produced: 2, written: 1, accepted: 1 })
    expect(server.requests.map(({ target, status }) => `${target} ${status}`)).toEqual([
      '/openapi/v3/entity/structuredProperty?async=false 200',
      '/openapi/v3/entity/dataset?async=true 202'
    ])
  })

  it('stops at a token that is not accepted, with every work unit accounted for', async () => {
    const server = await gms({ token: 'right' })
    const { events, thrown } = await write(server, [unitOf('a'), patch('a', 'v'), unitOf('b', {}, tag('b'))], {
      token: 'wrong'
    })
    expect(thrown).toMatchObject({ code: 'gms-unauthorized' })
    expect(countsOf(events)).toEqual({ produced: 3, undelivered: 3 })
    expect(server.requests).toHaveLength(1)
  })
})
