import { describe, expect, it } from '@jest/globals'
import { fc } from '../../properties.ts'
import { pipelinesIn, readAll } from './support.ts'

const GOOD = {
  entityType: 'dataset',
  entityUrn: 'urn:li:dataset:(urn:li:dataPlatform:glue,a.b,PROD)',
  changeType: 'UPSERT',
  aspectName: 'status',
  aspect: { json: { removed: false } }
}

describe('proposals in a file', () => {
  it('are read with aspects as JSON or as text, one or many', async () => {
    const unit = {
      urn: GOOD.entityUrn,
      entityType: 'dataset',
      aspectName: 'status',
      changeType: 'UPSERT',
      value: '{"removed":false}'
    }
    const sent = { ...GOOD, aspect: { value: '{"removed": false}', contentType: 'application/json' } }
    expect(await readAll(`\uFEFF${JSON.stringify([GOOD, sent])}`)).toEqual({ ok: true, value: [unit, unit] })
    expect(await readAll(JSON.stringify(GOOD))).toEqual({ ok: true, value: [unit] })
    expect(await readAll('[]')).toEqual({ ok: true, value: [] })
  })

  it.each(['[1}', '[{]}]', '[1,]', '[,]', '[1 2]', '[1][2]', '[1] x', '["a]', '', ' ', '[', '{'])(
    'are none in %j',
    async (text) => {
      for (const size of [1, 2, 100]) {
        const read = await readAll(text, size)
        expect(read).toMatchObject({
          ok: false,
          error: expect.arrayContaining([expect.objectContaining({ record: 0 })])
        })
      }
    }
  )

  it('name the pipeline whose run made them', async () => {
    const units = [GOOD, { ...GOOD, systemMetadata: { pipelineName: 'nightly' } }, { ...GOOD, systemMetadata: 1 }]
    expect(await pipelinesIn(JSON.stringify(units))).toEqual([null, 'nightly', null])
  })

  it('may be a patch that says by what its lists are keyed, as transformers write them', async () => {
    const keyed = { arrayPrimaryKeys: { owners: ['owner'] }, patch: [{ op: 'add', path: '/owners/a', value: {} }] }
    const read = await readAll(JSON.stringify({ ...GOOD, changeType: 'PATCH', aspect: { json: keyed } }))
    expect(read).toMatchObject({ ok: true, value: [{ changeType: 'PATCH', value: JSON.stringify(keyed) }] })
  })

  it.each([
    [{ ...GOOD, entityUrn: 'dataset' }, 'its entityUrn is no urn'],
    [{ ...GOOD, entityType: 'data"set' }, 'its entityType is no name of an entity type'],
    [{ ...GOOD, aspectName: 7 }, 'its aspectName is no name of an aspect'],
    [{ ...GOOD, changeType: 'DELETE' }, 'its changeType is "DELETE"; only UPSERT and PATCH can be sent'],
    [{ ...GOOD, changeType: undefined }, 'its changeType is null; only UPSERT and PATCH can be sent'],
    [{ ...GOOD, aspect: undefined }, 'its aspect has no content: {"json": …}'],
    [{ ...GOOD, aspect: { json: 'text' } }, 'its aspect has no content: {"json": …}'],
    [{ ...GOOD, aspect: { json: [] } }, 'its aspect is no object'],
    [{ ...GOOD, changeType: 'PATCH', aspect: { json: { patch: 1 } } }, 'its patch is no list of operations'],
    [{ ...GOOD, changeType: 'PATCH' }, 'its patch is no list of operations'],
    [{ proposedSnapshot: {} }, 'it is a snapshot (MCE); write the file with unpack_mces_into_mcps, or by this program'],
    ['text', 'it is no object']
  ])('are told by their place where they are none: %j', async (record, message) => {
    expect(await readAll(JSON.stringify([GOOD, record]))).toEqual({ ok: false, error: [{ record: 2, message }] })
  })

  it('are all there or none, whatever the text and its pieces', async () => {
    const record = fc.oneof(fc.constant(GOOD), fc.anything(), fc.record({ ...mapped(GOOD), aspect: fc.anything() }))
    const text = fc.oneof(
      fc.string(),
      fc.array(record).map((records) => jsonOf(records))
    )
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (given, size) => {
        const found = await readAll(given, size)
        const isWhole = found.ok
          ? found.value.every(({ value }) => typeof JSON.parse(value) === 'object')
          : found.error.length > 0
        expect(isWhole).toBe(true)
        // It is no JSON where it is none to JavaScript.
        expect(!found.ok && found.error.some(({ record }) => record === 0)).toBe(!isJson(given))
      })
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const mapped = (good: typeof GOOD) => ({
  entityType: fc.constant(good.entityType),
  entityUrn: fc.constant(good.entityUrn),
  changeType: fc.constantFrom('UPSERT', 'PATCH'),
  aspectName: fc.constant(good.aspectName)
})

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    // Not everything is JSON.
    return '{'
  }
}
