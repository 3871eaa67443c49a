import { afterEach, describe, expect, it } from '@jest/globals'
import { systemClock } from '../../src/core/clock.ts'
import type { JsonObject } from '../../src/core/json.ts'
import { GmsReader } from '../../src/datahub/gms-reader.ts'
import { type GmsOptions, type GmsServer, startGms } from '../emulator/gms/gms.ts'
import { gmsRig } from './gms-rig.ts'

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function start(options: GmsOptions = {}): Promise<{ gms: GmsServer; reader: GmsReader }> {
  const gms = await startGms(options)
  const rig = gmsRig(gms.url)
  closing.push(rig.close, () => gms.close())
  return { gms, reader: new GmsReader(rig.client, { server: gms.url, clock: systemClock, emit: rig.emit }) }
}

const hold = (gms: GmsServer, entityUrn: string, aspectName: string, aspect: JsonObject): void => {
  const entityType = entityUrn.split(':')[2] ?? ''
  const value = JSON.stringify(aspect)
  gms.store.write([{ entityType, entityUrn, aspectName, changeType: 'UPSERT', value, aspect, systemMetadata: null }])
}

const tag = (name: string): string => `urn:li:tag:${name}`
const asked = (gms: GmsServer): string[] => gms.requests.map(({ label }) => label)

describe('GmsReader', () => {
  it('asks for many entities in one request, and for each only once', async () => {
    const { gms, reader } = await start()
    hold(gms, tag('ü'), 'tagProperties', { name: 'ü' })
    const names = ['a', 'ü', 'b', 'ü']
    const found = await Promise.all(names.map((name) => reader.aspect(tag(name), 'tagProperties')))
    expect(found).toEqual([null, { name: 'ü' }, null, { name: 'ü' }])
    expect(asked(gms)).toEqual(['POST /openapi/v3/entity/tag/batchGet'])
  })

  it('asks one by one where the server has no batches', async () => {
    const { gms, reader } = await start({ faults: [{ match: 'batchGet', status: 404 }] })
    hold(gms, tag('a/b'), 'tagProperties', { name: 'a/b' })
    expect(await reader.aspect(tag('a/b'), 'tagProperties')).toEqual({ name: 'a/b' })
    expect(await reader.aspect(tag('c'), 'tagProperties')).toBeNull()
    expect(asked(gms)).toEqual(['POST /openapi/v3/entity/tag/batchGet', 'getAspect', 'getAspect'])
  })

  it('sends no more than a hundred urns at once', async () => {
    const { gms, reader } = await start()
    await Promise.all(Array.from({ length: 250 }, (_, i) => reader.aspect(tag(String(i)), 'tagProperties')))
    expect(asked(gms)).toHaveLength(3)
  })

  it('finds entities by their name', async () => {
    const { gms, reader } = await start()
    hold(gms, 'urn:li:domain:1', 'domainProperties', { name: 'Sales' })
    hold(gms, 'urn:li:domain:2', 'domainProperties', { name: 'Marketing' })
    expect(await reader.urnsNamed('domain', 'Sales')).toEqual(['urn:li:domain:1'])
    expect(await reader.urnsNamed('domain', 'Costs')).toEqual([])
  })

  it('says why it cannot tell', async () => {
    const { reader } = await start({ faults: [{ match: 'batchGet', status: 403 }] })
    await expect(reader.aspect(tag('a'), 'tagProperties')).rejects.toMatchObject({
      code: 'gms-not-read',
      message: expect.stringMatching(/could not be asked what it holds: .*\(status 403\)/)
    })
  })
})
